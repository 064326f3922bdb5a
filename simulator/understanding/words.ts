import type { Language } from './language';

/**
 * Take a sentence apart into words: lower case, no accents, no punctuation, contractions spelt out, a word said twice in a row
 * once. A slot in braces stays one word, as do the parts of a figure ("7:30", "2.5").
 * @example wordsOf("Wait, wait! I'm not ready", ENGLISH) // => ['wait', 'i', 'am', 'not', 'ready']
 */
export function wordsOf(sentence: string, language: Language): readonly string[] {
  const lower = sentence.toLowerCase();
  const bare = /^[a-z'{} _]*$/.test(lower) ? lower : spaced(lower, language);
  const words = bare.split(/ +/).flatMap((word) => language.spellOut(word));
  return words.filter((word, index) => word !== '' && word !== words[index - 1]);
}

/** Drop what is said around a command without being part of it ("okay, stop please"); at least one word stays. */
export function withoutEdgeWords(words: readonly string[], language: Language): readonly string[] {
  const from = language.leading.at(words, 0)?.to ?? 0;
  const to = language.trailing.startOfLast(words) ?? words.length;
  if (from > 0 && from < words.length) return withoutEdgeWords(words.slice(from), language);
  return to > 0 && to < words.length ? withoutEdgeWords(words.slice(0, to), language) : words;
}

/** Drop what is said before and after a command as a sentence of its own ("no wait, skip it, if that's okay"); at least one word stays. */
export function withoutAsides(words: readonly string[], language: Language): readonly string[] {
  const bare = withoutEdgeWords(words, language);
  const from = language.asidesBefore.at(bare, 0)?.to ?? 0;
  if (from > 0 && from < bare.length) return withoutAsides(bare.slice(from), language);
  const to = language.asidesAfter.startOfLast(bare) ?? bare.length;
  return to > 0 && to < bare.length ? withoutAsides(bare.slice(0, to), language) : bare;
}

/** One word of a sentence as it is compared. `at` is its place in the sentence, `stem` is the same for "kick" and "kicking". */
export interface Term {
  readonly stem: string;
  readonly at: number;
}

/** The words that carry the meaning of a sentence, without articles and fillers ("um", "could you", "I think"). */
export function termsOf(words: readonly string[], { fillers, withoutFillers, stem }: Language): readonly Term[] {
  const terms: Term[] = [];
  for (let at = 0, wholeTo = 0; at < words.length; ) {
    wholeTo = Math.max(wholeTo, withoutFillers.at(words, at)?.to ?? 0);
    const filler = at < wholeTo ? null : fillers.at(words, at);
    if (filler === null) terms.push({ stem: stem(words[at] ?? ''), at });
    at = filler?.to ?? at + 1;
  }
  return terms.length > 0 ? terms : words.map((word, at) => ({ stem: stem(word), at }));
}

/** What a sentence denies, by the word after each "not": "I'm not ready" must never be taken for "I'm ready". */
export function deniedIn(stems: readonly string[], { denials }: Language): string {
  return stems.flatMap((stem, index) => (denials.has(stem) ? [stems[index + 1] ?? ''] : [])).join(' ');
}

function spaced(sentence: string, { numbers }: Language): string {
  return sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replace(/(?<=\d|\b)([ap])(?:\.\s?)?m\b\.?/g, ' $1m ')
    .replace(/(?<=^|\s)-(?=\d)/g, `${numbers.minus.phrases[0]} `)
    .replace(/(?<!\d)[.,:]|[.,:](?!\d)|[^\p{L}\p{N}'{}_.,:]/gu, ' ');
}
