import type { v1 } from 'ask-smapi-model';
import { type StoreLanguage, storeLanguageOf } from './disclaimers';
import type { LocaleModel } from './locale-model';
import type { SkillManifest } from './manifest';
import type { PackageDraft } from './package-draft';

type PublishedTexts = v1.skill.Manifest.SkillManifestLocalizedPublishingInformation;

/** The locales that a manifest publishes, with what each tells. */
export function publishedIn({ publishingInformation }: SkillManifest): readonly (readonly [string, PublishedTexts])[] {
  return Object.entries(publishingInformation?.locales ?? {});
}

export function localesIn(manifest: SkillManifest): readonly string[] {
  return publishedIn(manifest).map(([locale]) => locale);
}

export interface TextsAndModel {
  readonly locale: string;
  readonly language: StoreLanguage;
  readonly texts: PublishedTexts;
  readonly model: LocaleModel;
}

/** The locales that have a language we know and a model; the others have faults of their own. */
export function withModels({ manifest, models }: PackageDraft): readonly TextsAndModel[] {
  return publishedIn(manifest).flatMap(([locale, texts]) => {
    const language = storeLanguageOf(locale);
    const model = models.find((candidate) => candidate.locale === locale);
    return language === null || model === undefined ? [] : [{ locale, language, texts, model }];
  });
}

export interface PlacedText {
  /** `en-US` for what is written once. */
  readonly locale: string;
  readonly language: StoreLanguage;
  /** The field it stands in. */
  readonly at: string;
  readonly text: string;
}

/** Every text that somebody will read. */
export function allTextsIn(manifest: SkillManifest): readonly PlacedText[] {
  const testing = manifest.publishingInformation?.testingInstructions ?? '';
  return [
    { locale: 'en-US', language: 'en', at: 'testingInstructions', text: testing },
    ...publishedIn(manifest).flatMap(([locale, texts]) => {
      const language = storeLanguageOf(locale);
      return language === null ? [] : fieldsOf(texts).map(([at, text]) => ({ locale, language, at, text }));
    }),
  ];
}

function fieldsOf(texts: PublishedTexts): readonly (readonly [string, string])[] {
  const { name, summary = '', description = '', updatesDescription = '', examplePhrases = [], keywords = [] } = texts;
  return [
    ...Object.entries({ name, summary, description, updatesDescription }),
    ...examplePhrases.map((phrase) => ['examplePhrases', phrase] as const),
    ...keywords.map((keyword) => ['keywords', keyword] as const),
  ];
}
