import type { Language } from './language';
import { deniedIn } from './words';

/** A sample as it is compared. */
export interface Comparable {
  /** The intent it belongs to. */
  readonly owner: string;
  /** Its words' stems; a slot is one word in braces. */
  readonly stems: readonly string[];
}

/** A sentence made ready for being compared with many samples. */
export interface Compared {
  /** By item: 1 for one that the sentence holds, 2 for a pair that it holds the other way round. */
  readonly marks: Uint8Array;
  readonly denied: string;
  /** Intent, then the weight of all of it, were nothing of it shared with a sample of that intent. */
  readonly surplus: ReadonlyMap<string, number>;
}

/**
 * Tells how alike a sentence and a sample are: the weight of the words and neighbouring pairs they share, out of all that either has.
 * A word weighs more the fewer samples hold it. What the sentence has beyond the sample counts little when another sample of
 * the same intent holds it, and most when none of any intent does, so that speech about other things is far from everything. "Have I done it" is
 * not "I have done it": neighbours the other way round make everything less alike.
 */
export class Likeness {
  private readonly profiles = new Map<Comparable, Profile>();
  /** Words and pairs of neighbours, joined by a blank, each with its number. */
  private readonly items = new Map<string, number>();
  private readonly samplesWith: number[] = [];
  private readonly weights: readonly number[];
  /** By item, whether it is a word that does not stand in any sentence. */
  private readonly isTelling: readonly boolean[];
  private readonly vocabularies = new Map<string, Set<number>>();
  private readonly logOfSamples: number;

  constructor(
    samples: readonly Comparable[],
    private readonly language: Language,
  ) {
    this.logOfSamples = Math.log(samples.length + 1);
    const numbered = samples.map((sample) => itemsOf(sample.stems).map((item) => this.numberOf(item)));
    for (const [index, { owner }] of samples.entries()) {
      const vocabulary = this.vocabularies.get(owner) ?? new Set();
      this.vocabularies.set(owner, vocabulary);
      for (const item of numbered[index] ?? []) {
        this.samplesWith[item] = (this.samplesWith[item] ?? 0) + 1;
        vocabulary.add(item);
      }
    }
    this.isTelling = [...this.items.keys()].map((item) => !item.includes(' ') && !language.everyday.has(item));
    this.weights = [...this.items.keys()].map((item) => this.weightOf(item));
    for (const [index, sample] of samples.entries()) {
      const items = numbered[index] ?? [];
      const weight = items.reduce((sum, item) => sum + (this.weights[item] ?? 0), 0);
      this.profiles.set(sample, { items, weight, denied: deniedIn(sample.stems, language) });
    }
  }

  /** @param stems - of a sentence, its slots each one word in braces */
  prepare(stems: readonly string[]): Compared {
    const marks = new Uint8Array(this.items.size);
    for (const [index, stem] of stems.entries()) {
      const reversed = this.items.get(`${stem} ${stems[index - 1]}`);
      if (reversed !== undefined) marks[reversed] = REVERSED;
    }
    const items = itemsOf(stems);
    for (const item of items) {
      const known = this.items.get(item);
      if (known !== undefined) marks[known] = HELD;
    }
    const weighed = items.map((item) => ({ item, known: this.items.get(item), weight: this.weightOf(item) }));
    const surplus = [...this.vocabularies].map(([owner, vocabulary]) => {
      const weights = weighed.map(({ item, known, weight }) => weight * this.strangeness(item, known, vocabulary));
      return [owner, weights.reduce((sum, weight) => sum + weight, 0)] as const;
    });
    return { marks, denied: deniedIn(stems, this.language), surplus: new Map(surplus) };
  }

  /**
   * 1 is the same words in the same order; 0 is nothing shared, or that the two do not deny the same thing.
   * @param sample - one of those given to the constructor
   */
  between(said: Compared, sample: Comparable): number {
    const wanted = this.profiles.get(sample);
    if (wanted === undefined || said.denied !== wanted.denied) return 0;
    let shared = 0;
    let isReversed = false;
    let isTelling = false;
    for (const item of wanted.items) {
      const mark = said.marks[item];
      if (mark === HELD) {
        shared += this.weights[item] ?? 0;
        isTelling ||= this.isTelling[item] ?? false;
      } else if (mark === REVERSED) isReversed = true;
    }
    if (shared === 0) return 0;
    const missing = Math.max(0, wanted.weight - shared);
    const surplus = Math.max(0, (said.surplus.get(sample.owner) ?? 0) - STRANGENESS_OF_ITS_OWN * shared);
    return (
      ((2 * shared) / (2 * shared + surplus + missing)) *
      (isReversed ? SHARE_WHEN_REVERSED : 1) *
      (isTelling || surplus === 0 ? 1 : SHARE_WHEN_EVERYDAY)
    );
  }

  /** Tell whether any sample holds a word. */
  knows(stem: string): boolean {
    return this.items.has(stem);
  }

  private numberOf(item: string): number {
    const number = this.items.get(item) ?? this.items.size;
    this.items.set(item, number);
    return number;
  }

  private strangeness(item: string, known: number | undefined, vocabulary: ReadonlySet<number>): number {
    if (known !== undefined) return vocabulary.has(known) ? STRANGENESS_OF_ITS_OWN : 1;
    return item.split(' ').some((word) => this.language.everyday.has(word)) ? 1 : 1.5;
  }

  private weightOf(item: string): number {
    const [first = '', second] = item.split(' ');
    return second === undefined
      ? this.wordWeight(item)
      : PAIR_SHARE * (this.wordWeight(first) + this.wordWeight(second));
  }

  private wordWeight(word: string): number {
    if (word.startsWith('{')) return SLOT_WEIGHT;
    const samplesWith = this.samplesWith[this.items.get(word) ?? -1] ?? 0.5;
    const rarity = (this.logOfSamples - Math.log(samplesWith)) / (Math.LN2 + this.logOfSamples);
    return this.language.everyday.has(word) ? Math.min(rarity, EVERYDAY_WEIGHT) : rarity;
  }
}

const HELD = 1;
const REVERSED = 2;

const SLOT_WEIGHT = 0.5;
const EVERYDAY_WEIGHT = 0.35;
/** What a pair of neighbours adds for each of its words: enough to tell "am I done" from "I am done". */
const PAIR_SHARE = 0.15;
/** How much a word counts that a sample lacks and another one of its intent holds. */
const STRANGENESS_OF_ITS_OWN = 0.4;
/** When neighbours stand the other way round. */
const SHARE_WHEN_REVERSED = 0.85;
/** When all that is shared stands in any sentence, and more was said: "what time is it" is not "what is it". */
const SHARE_WHEN_EVERYDAY = 0.9;

interface Profile {
  readonly items: readonly number[];
  /** Of all items together. */
  readonly weight: number;
  readonly denied: string;
}

/** Words and pairs of neighbours, each once. */
function itemsOf(stems: readonly string[]): readonly string[] {
  const items = [...stems];
  for (let index = 1; index < stems.length; index++) items.push(`${stems[index - 1]} ${stems[index]}`);
  const unique = new Set(items);
  return unique.size === items.length ? items : [...unique];
}
