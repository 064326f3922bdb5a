import { english, englishFor } from './english/english';
import { ENGLISH_REGIONS, type EnglishRegion } from './english/english-regions';
import { spanish } from './spanish/spanish';
import type { Words } from './words';

/** Every locale that has words of its own, by its BCP 47 tag; the first one of a language is for the rest of that language. */
const CATALOGUES: ReadonlyMap<string, Words> = new Map([
  ...(Object.keys(ENGLISH_REGIONS) as EnglishRegion[]).map(
    (region) => [region, region === 'en-US' ? english : englishFor(region)] as const,
  ),
  ['es-US', spanish],
]);

/** The words for a device's language, by its BCP 47 tag. A language we do not have is answered in the English of the United States. */
export function wordsFor(locale: string): Words {
  return CATALOGUES.get(locale) ?? ofLanguage(locale) ?? english;
}

function ofLanguage(locale: string): Words | undefined {
  const [language] = locale.split('-');
  for (const [tag, words] of CATALOGUES) if (tag.split('-')[0] === language) return words;
  return undefined;
}
