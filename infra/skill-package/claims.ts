import type { StoreLanguage } from './disclaimers';

/**
 * Words that make a text a medical claim, by language: nothing here cures, treats or diagnoses.
 * Source: platform sheet section 6, "Health and fitness policy", and the words that the project forbids itself everywhere.
 */
const CLAIMS: Readonly<Record<StoreLanguage, RegExp>> = {
  en: /\b(cur(e|es|ed|ing)|heal(s|ed|ing)?|fix(es|ed|ing)?|treat(s|ed|ing|ment|ments)?|diagnos\w*|therap(y|ies|eutic)|remed(y|ies)|relie(f|ve|ves|ving)|pain[- ]free|guarantee\w*|clinically|medically|diastasis|prolapse)\b/giu,
  es: /(?<!\p{L})(cura(r|s|n|mos|ción)?|san(a|ar|as|an)|sanación|trata(r|n|miento|mientos)?|diagn[oó]stic\p{L}*|diagnosticar|terapia|terap[eé]utic\p{L}*|remedio|alivi\p{L}*|sin dolor|garantiza\p{L}*|cl[ií]nicamente|diástasis|prolapso)(?!\p{L})/giu,
};

/** Find the words of a text that claim more than exercise can. */
export function claimsIn(text: string, language: StoreLanguage): readonly string[] {
  return [...new Set([...text.matchAll(CLAIMS[language])].map(([word]) => word))];
}
