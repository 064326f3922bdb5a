/**
 * What every description must contain, by language: Amazon refuses a health-related skill whose description does not say that it is no
 * substitute for professional advice. Source: platform sheet section 6, health policy, rule 2; the wording follows the example that Amazon's
 * reviewers send with a refusal.
 */
export const DISCLAIMERS = {
  en: `This skill does not give medical advice. It is general exercise guidance, for information and education only, and is not a substitute for professional medical advice, diagnosis or treatment.`,
  es: `Esta skill no da consejos médicos. Es una guía general de ejercicio, solo para informar y educar, y no sustituye el consejo, el diagnóstico ni el tratamiento de un profesional de la salud.`,
} as const;

export type StoreLanguage = keyof typeof DISCLAIMERS;

/** The language of a locale, such as `en` of `en-GB`; null when the store has no texts in it. */
export function storeLanguageOf(locale: string): StoreLanguage | null {
  const language = locale.slice(0, 2);
  return Object.hasOwn(DISCLAIMERS, language) ? (language as StoreLanguage) : null;
}
