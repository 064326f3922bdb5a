import { claimsIn } from './claims';
import { DECLARED_USES, declarationsIn } from './declared-uses';
import { DISCLAIMERS, storeLanguageOf } from './disclaimers';
import { openingPhrase, readExamplePhrase } from './example-phrases';
import type { LocaleModel } from './locale-model';
import { departuresFromSchema } from './manifest-schema';
import type { PackageDraft } from './package-draft';
import { pngSize } from './png';
import { allTextsIn, localesIn, publishedIn, withModels } from './published-texts';

/** One thing that must hold of a package; `check` tells every way in which it does not, each with what mends it. */
export interface PackageRule {
  readonly id: string;
  /** Where the rule comes from, and how sure it is. */
  readonly source: string;
  readonly check: (draft: PackageDraft) => readonly string[];
}

/** Hold a package against every rule: one line per fault, all of them; none when it may be sent. */
export function faultsIn(draft: PackageDraft): readonly string[] {
  return PACKAGE_RULES.flatMap(({ id, check }) => check(draft).map((fault) => `${id}: ${fault}`));
}

export const PACKAGE_RULES: readonly PackageRule[] = [
  {
    id: 'manifest-schema',
    source: "Amazon's schema in ask-smapi-model 1.24.0 (spec.json): fields, known values, lengths and counts; sure H",
    check: ({ manifest }) => departuresFromSchema(manifest),
  },
  {
    id: 'locale-without-model',
    source: 'skill package format: a model per locale of the manifest; sure H',
    check: ({ manifest, models }) =>
      localesIn(manifest)
        .filter((locale) => !models.some((model) => model.locale === locale))
        .map((locale) => `${locale} is in the manifest: add interaction-model/${locale}.json or take it out`),
  },
  {
    id: 'model-without-locale',
    source: 'ours: a model of a locale that has no store texts would be published nowhere',
    check: ({ manifest, models }) =>
      models
        .filter(({ locale }) => !localesIn(manifest).includes(locale))
        .map(({ locale }) => `interaction-model/${locale}.json has no store texts: write them in infra/skill-package`),
  },
  {
    id: 'language-without-rules',
    source: 'ours: a text in a language whose disclaimer and forbidden words are not known cannot be checked',
    check: ({ manifest }) =>
      localesIn(manifest)
        .filter((locale) => storeLanguageOf(locale) === null)
        .map((locale) => `${locale}: add its language to disclaimers.ts, claims.ts and example-phrases.ts`),
  },
  {
    id: 'text-missing',
    source: 'store details of the developer console: required before submission, optional in the schema; sure M',
    check: ({ manifest }) => [
      ...publishedIn(manifest).flatMap(([locale, texts]) =>
        REQUIRED_TEXTS.filter((name) => isEmpty(texts[name])).map((name) => `${locale}: ${name} is empty: write it`),
      ),
      ...(['category', 'testingInstructions'] as const)
        .filter((name) => isEmpty(manifest.publishingInformation?.[name]))
        .map((name) => `publishingInformation.${name} is empty: write it`),
    ],
  },
  {
    id: 'name-too-long',
    source: 'commonly reported of the developer console, not found in a document: 2 to 50 characters; sure L',
    check: ({ manifest }) =>
      publishedIn(manifest)
        .filter(([, { name }]) => name.length > 50)
        .map(([locale, { name }]) => `${locale}: the name has ${name.length} characters: shorten it to 50`),
  },
  {
    id: 'first-phrase-does-not-open',
    source:
      'certification, platform sheet section 9: the first phrase is wake word, launch word, invocation name; sure M',
    check: (draft) =>
      withModels(draft).flatMap(({ locale, language, texts, model }) => {
        const [first = ''] = texts.examplePhrases ?? [];
        const opens = readExamplePhrase(first, model.invocationName, language).kind === 'opening';
        return opens
          ? []
          : [
              `${locale}: "${first}" does not open the skill: begin with "${openingPhrase(model.invocationName, language)}"`,
            ];
      }),
  },
  {
    id: 'phrase-not-in-model',
    source: 'schema: example phrases come directly from the sample utterances; certification: verbatim; sure H',
    check: (draft) =>
      withModels(draft).flatMap(({ locale, language, texts, model }) =>
        (texts.examplePhrases ?? []).slice(1).flatMap((phrase) => {
          const read = readExamplePhrase(phrase, model.invocationName, language);
          if (read.kind === 'opening') return [];
          if (read.kind === 'other')
            return [`${locale}: "${phrase}" does not ask "${model.invocationName}" anything: name it`];
          const isSample = read.utterances.some((utterance) => model.samples.has(utterance));
          return isSample
            ? []
            : [`${locale}: "${phrase}": the model has no sample "${read.utterances[0]}": add it or take another`];
        }),
      ),
  },
  {
    id: 'disclaimer-missing',
    source:
      'policy, platform sheet section 6, rule 2: a health-related description says it is no substitute for professional advice; sure M',
    check: ({ manifest }) =>
      publishedIn(manifest).flatMap(([locale, { description = '' }]) => {
        const language = storeLanguageOf(locale);
        if (language === null || description.includes(DISCLAIMERS[language])) return [];
        return [`${locale}: the description lacks the disclaimer: put in DISCLAIMERS.${language}`];
      }),
  },
  {
    id: 'medical-claim',
    source: 'policy, platform sheet section 6: no cure, no treatment, no diagnosis; sure M',
    check: ({ manifest }) =>
      allTextsIn(manifest).flatMap(({ locale, language, at, text }) =>
        claimsIn(text.replace(DISCLAIMERS[language], ''), language).map(
          (word) => `${locale}: ${at} says "${word}": say what she does, not what it does to her back`,
        ),
      ),
  },
  {
    id: 'trademark',
    source: 'policy requirements 1.a: no "… Alexa skill", no sponsorship of Amazon implied; sure H',
    check: ({ manifest }) =>
      allTextsIn(manifest).flatMap(({ locale, at, text }) =>
        [...text.matchAll(/\balexa[ -]skills?\b|\bskill de alexa\b|\bamazon\b(?!\.\w)/giu)].map(
          ([words]) => `${locale}: ${at} says "${words}": leave it out`,
        ),
      ),
  },
  {
    id: 'character-not-allowed',
    source: 'certification tips: plain text without markup, emoji or control characters; sure M',
    check: ({ manifest }) =>
      allTextsIn(manifest).flatMap(({ locale, at, text }) =>
        [...new Set([...text.matchAll(/[^\p{L}\p{N} \n.,;:!?¿¡'"()/-]/gu)].map(([character]) => character))]
          .filter((character) => !(at === 'testingInstructions' && character === '_'))
          .map((character) => `${locale}: ${at} holds ${JSON.stringify(character)}: write it in words`),
      ),
  },
  {
    id: 'page-address',
    source: 'privacy policy and terms are https pages; no "alexa" in a host name (policy requirements 1.a); sure H',
    check: ({ manifest }) =>
      localesIn(manifest).flatMap((locale) => {
        const pages = manifest.privacyAndCompliance?.locales?.[locale];
        return (['privacyPolicyUrl', 'termsOfUseUrl'] as const)
          .filter((name) => !isPageAddress(pages?.[name]))
          .map(
            (name) =>
              `${locale}: ${name} ${JSON.stringify(pages?.[name] ?? '')} is no https page: set PAGES_URL to where dist/pages is published`,
          );
      }),
  },
  {
    id: 'compliance-unanswered',
    source: 'privacy and compliance form of the developer console: every question is answered; sure H',
    check: ({ manifest }) =>
      COMPLIANCE_QUESTIONS.filter((name) => typeof manifest.privacyAndCompliance?.[name] !== 'boolean').map(
        (name) => `privacyAndCompliance.${name} is not answered: say true or false`,
      ),
  },
  {
    id: 'icon',
    source: 'schema: icons of 108 and 512 pixels; manifest reference: PNG only; sure H',
    check: (draft) =>
      publishedIn(draft.manifest).flatMap(([locale, { smallIconUri, largeIconUri }]) => [
        ...iconFaults(draft, locale, smallIconUri, 108),
        ...iconFaults(draft, locale, largeIconUri, 512),
      ]),
  },
  {
    id: 'used-but-not-declared',
    source:
      'policy and interface references: without its declaration the service refuses what the code asks for; sure H',
    check: ({ manifest, code }) =>
      DECLARED_USES.filter(({ what, mark }) => mark.test(code) && !declarationsIn(manifest).includes(what)).map(
        ({ what }) => `lambda/alexa uses ${what}: declare it in manifest.ts`,
      ),
  },
  {
    id: 'declared-but-not-used',
    source: 'certification: a permission without a use is refused; sure M',
    check: ({ manifest, code }) =>
      declarationsIn(manifest)
        .filter((name) => !DECLARED_USES.some(({ what, mark }) => what === name && mark.test(code)))
        .map(
          (name) =>
            `nothing in lambda/alexa uses ${name}: take it out of manifest.ts, or show its use in declared-uses.ts`,
        ),
  },
  {
    id: 'news-of-another-version',
    source: 'ours: what is new is told of the version that is sent',
    check: ({ version, newsVersion }) =>
      version === newsVersion
        ? []
        : [
            `the package is ${version}, interaction-model/whats-new.json tells of ${newsVersion}: tell what ${version} brings`,
          ],
  },
  {
    id: 'model-too-large',
    source:
      'commonly reported, not verified: 1.5 MB a model, 250 intents, 50,000 slot values with synonyms (platform sheet section 4)',
    check: ({ models }) =>
      models.flatMap((model) =>
        MODEL_LIMITS.filter(({ of, most }) => of(model) > most).map(
          ({ what, of, most }) => `${model.locale}: the model has ${of(model)} ${what}: keep at most ${most}`,
        ),
      ),
  },
  {
    id: 'package-too-large',
    source: "ask-cli's issue 480: its upload refuses more than 10 MB; no limit of the service is known; sure L",
    check: ({ models, assets }) => {
      const bytes = [
        ...models.map(({ json }) => Buffer.byteLength(json)),
        ...[...assets.values()].map(({ length }) => length),
      ];
      const sum = bytes.reduce((total, each) => total + each, 0);
      return sum > 10_000_000 ? [`it holds ${sum} bytes: keep at most 10000000`] : [];
    },
  },
];

const REQUIRED_TEXTS = [
  'name',
  'summary',
  'description',
  'updatesDescription',
  'examplePhrases',
  'keywords',
  'smallIconUri',
  'largeIconUri',
] as const;

const COMPLIANCE_QUESTIONS = [
  'allowsPurchases',
  'usesPersonalInfo',
  'isChildDirected',
  'isExportCompliant',
  'containsAds',
  'usesHealthInfo',
] as const;

interface ModelLimit {
  readonly what: string;
  readonly of: (model: LocaleModel) => number;
  readonly most: number;
}

const MODEL_LIMITS: readonly ModelLimit[] = [
  { what: 'bytes', of: ({ json }) => Buffer.byteLength(json), most: 1_500_000 },
  { what: 'intents', of: ({ intents }) => intents, most: 250 },
  { what: 'slot values', of: ({ slotValues }) => slotValues, most: 50_000 },
];

function isEmpty(value: string | readonly string[] | undefined): boolean {
  return value === undefined || value.length === 0;
}

function isPageAddress(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && !hostname.includes('alexa');
}

function iconFaults(
  { assets }: PackageDraft,
  locale: string,
  uri: string | undefined,
  pixels: number,
): readonly string[] {
  if (uri === undefined) return [];
  const icon = assets.get(uri.replace(/^file:\/\//, ''));
  if (icon === undefined) return [`${locale}: there is no ${uri}: draw it with npm run icons`];
  const size = pngSize(icon);
  if (size === null) return [`${locale}: ${uri} is no PNG: draw it with npm run icons`];
  const { width, height } = size;
  if (width === pixels && height === pixels) return [];
  return [`${locale}: ${uri} has ${width} by ${height} pixels: draw it at ${pixels} by ${pixels} with npm run icons`];
}
