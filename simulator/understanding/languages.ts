import { ENGLISH } from './english';
import type { Language } from './language';
import { SPANISH } from './spanish';

/**
 * The language of a locale, whatever the region.
 * @param locale - such as `es-US`
 * @throws RangeError when nothing is known of the language: its table is still to be written
 */
export function languageOf(locale: string): Language {
  const language = LANGUAGES.get(locale.split('-')[0] ?? '');
  if (language === undefined) throw new RangeError(`The understanding has no table for the language of ${locale}`);
  return language;
}

const LANGUAGES: ReadonlyMap<string, Language> = new Map(Object.entries({ en: ENGLISH, es: SPANISH }));
