/** Phrases to be found in a sentence, each with what it means. Words are as `wordsOf` gives them. */
export class Phrasebook<Meaning> {
  /** By first word, the longest first. */
  private readonly entries = new Map<string, Entry<Meaning>[]>();
  readonly phrases: readonly string[];

  constructor(meanings: ReadonlyMap<string, Meaning>) {
    this.phrases = [...meanings.keys()];
    for (const [phrase, meaning] of meanings) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      this.entries.set(first, [...(this.entries.get(first) ?? []), { words, meaning }]);
    }
    for (const entries of this.entries.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrase that a sentence has at a place; `to` is where what follows it begins. */
  at(words: readonly string[], from: number): { readonly meaning: Meaning; readonly to: number } | null {
    const found = this.entries.get(words[from] ?? '')?.find((entry) => isAt(entry.words, words, from));
    return found === undefined ? null : { meaning: found.meaning, to: from + found.words.length };
  }

  /** Where the longest phrase that a sentence ends with begins; null when it ends with none. */
  startOfLast(words: readonly string[]): number | null {
    for (let from = 0; from < words.length; from++) {
      if (this.at(words, from)?.to === words.length) return from;
    }
    return null;
  }
}

interface Entry<Meaning> {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** @example meanings({ minute: 'minutes | minute' }) reads both words as `minute` */
export function meanings<Meaning extends string>(table: Readonly<Record<Meaning, string>>): Phrasebook<Meaning> {
  const entries = Object.entries<string>(table);
  return new Phrasebook(
    new Map(entries.flatMap(([meaning, texts]) => listed(texts).map((text) => [text, meaning as Meaning]))),
  );
}

/** @example phrases('i want to | can you') */
export function phrases(texts: string): Phrasebook<true> {
  return new Phrasebook(new Map(listed(texts).map((text) => [text, true])));
}

/** @example listed('half past | noon') // => ['half past', 'noon'] */
export function listed(texts: string): string[] {
  return texts.split('|').map((text) => text.trim());
}

function isAt(phrase: readonly string[], words: readonly string[], from: number): boolean {
  return phrase.every((word, offset) => words[from + offset] === word);
}
