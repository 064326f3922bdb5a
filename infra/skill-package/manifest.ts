import type { v1 } from 'ask-smapi-model';
import { storeLanguageOf } from './disclaimers';
import { iconPath } from './icons';
import type { StoreTexts } from './store-texts';
import { STORE_TEXTS } from './store-texts-by-locale';
import { TESTING_INSTRUCTIONS } from './testing-instructions';
import { WEB_PAGES } from './web-pages';

export type SkillManifest = v1.skill.Manifest.SkillManifest;

/** What the package takes from whoever publishes it. */
export interface ManifestParts {
  /** Where the pages that `npm run package` writes can be read by anyone, without a slash at its end. */
  readonly pagesUrl: string;
  /** The function that answers: its ARN. */
  readonly endpoint: string;
  /** What this version brings, by language. */
  readonly updates: Readonly<Record<string, string>>;
}

/**
 * Stands where the function's ARN belongs, since Amazon's schema wants one for events. The stack overrides it when it creates the skill, and by
 * hand it has to be replaced: nobody's function has it, so that a package sent off as it is will be refused.
 */
export const ENDPOINT_TO_BE_PUT_IN = 'arn:aws:lambda:us-east-1:000000000000:function:put-in-when-deployed';

/**
 * What Amazon is told of the skill. Answers about privacy carry their reasons here; `docs/certification.md` gives them to whoever fills in a form.
 */
export function buildManifest({ pagesUrl, endpoint, updates }: ManifestParts): SkillManifest {
  return {
    manifestVersion: '1.0',
    publishingInformation: {
      locales: inEveryLocale((texts, locale) => ({
        ...published(texts),
        updatesDescription: updates[locale.slice(0, 2)] ?? '',
        smallIconUri: `file://${iconPath(108)}`,
        largeIconUri: `file://${iconPath(512)}`,
      })),
      category: 'HEALTH_AND_FITNESS',
      distributionMode: 'PUBLIC',
      // Only where the emergency and crisis numbers that she may hear are the right ones: see english-regions.ts.
      isAvailableWorldwide: false,
      distributionCountries: ['US', 'CA', 'GB', 'AU', 'IN'],
      automaticDistribution: { isActive: false },
      testingInstructions: TESTING_INSTRUCTIONS,
    },
    privacyAndCompliance: {
      // Nothing is sold, and nothing costs anything.
      allowsPurchases: false,
      // No name, address or number; but her days and settings, under a digest of her account's or person's id, are hers.
      usesPersonalInfo: true,
      // It speaks to women who have given birth.
      isChildDirected: false,
      // It has no cryptography of its own: HTTPS and SHA-256 come with the platform.
      isExportCompliant: true,
      containsAds: false,
      // We are no covered entity under HIPAA, nor work for one, and store nothing about health.
      usesHealthInfo: false,
      locales: inEveryLocale((_, locale) => {
        const { privacyPolicy, termsOfUse } = WEB_PAGES[storeLanguageOf(locale) ?? 'en'];
        return {
          privacyPolicyUrl: `${pagesUrl}/${privacyPolicy}.html`,
          termsOfUseUrl: `${pagesUrl}/${termsOfUse}.html`,
        };
      }),
    },
    permissions: [
      // Her one daily reminder, after a permission and a yes of its own.
      { name: 'alexa::alerts:reminders:skill:readwrite' },
      // Keeps the progress of recognised voices apart; it asks nobody anything. Source: "Add Personalization to Your Alexa Skill", sure H.
      { name: 'alexa::person_id:read' },
    ],
    // All progress goes when the skill is disabled.
    events: { endpoint: { uri: endpoint }, subscriptions: [{ eventName: 'SKILL_DISABLED' }] },
    // Speech is all it needs: no interface until there are screens. One function answers every region.
    apis: { custom: { endpoint: { uri: endpoint }, interfaces: [] } },
  };
}

function published({ name, summary, description, examplePhrases, keywords }: StoreTexts) {
  return { name, summary, description, examplePhrases: [...examplePhrases], keywords: [...keywords] };
}

function inEveryLocale<T>(each: (texts: StoreTexts, locale: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(STORE_TEXTS).map(([locale, texts]) => [locale, each(texts, locale)]));
}
