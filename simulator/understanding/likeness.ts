import { deniedIn, isEveryday } from './words';

/** A sample as it is compared. */
export interface Comparable {
  /** The intent it belongs to. */
  readonly owner: string;
  /** Its words' stems; a slot is one word in braces. */
  readonly stems: readonly string[];
}

/**
 * Tells how alike a sentence and a sample are: the weight of the words and neighbouring pairs they share, out of all that either has.
 * A word weighs more the fewer samples hold it. What the sentence has beyond the sample counts little when another sample of
 * the same intent holds it, and most when none of any intent does, so that speech about other things is far from everything.
 */
export class Likeness {
  private readonly profiles = new Map<Comparable, Profile>();
  private readonly samplesWith = new Map<string, number>();
  private readonly vocabularies = new Map<string, Set<string>>();
  private readonly weights = new Map<string, number>();

  constructor(samples: readonly Comparable[]) {
    for (const sample of samples) {
      const { owner, stems } = sample;
      const profile = profileOf(stems);
      this.profiles.set(sample, profile);
      for (const item of new Set(profile.items)) {
        this.samplesWith.set(item, (this.samplesWith.get(item) ?? 0) + 1);
        this.vocabularies.set(owner, (this.vocabularies.get(owner) ?? new Set()).add(item));
      }
    }
  }

  /**
   * 1 is the same words in the same order; 0 is nothing shared, or that the two do not deny the same thing.
   * @param sample - one of those given to the constructor
   */
  between(sentence: readonly string[], sample: Comparable): number {
    const said = profileOf(sentence);
    const wanted = this.profiles.get(sample) ?? profileOf(sample.stems);
    if (said.denied !== wanted.denied) return 0;
    const unsaid = [...wanted.items];
    let shared = 0;
    let surplus = 0;
    for (const item of said.items) {
      const index = unsaid.indexOf(item);
      if (index < 0) {
        surplus += this.weight(item) * this.strangeness(item, sample.owner);
      } else {
        shared += this.weight(item);
        unsaid.splice(index, 1);
      }
    }
    const missing = unsaid.reduce((sum, item) => sum + this.weight(item), 0);
    return (2 * shared) / (2 * shared + surplus + missing);
  }

  private strangeness(item: string, owner: string): number {
    if (this.vocabularies.get(owner)?.has(item)) return 0.4;
    const known = this.samplesWith.has(item) || item.split(' ').some((word) => isEveryday(word));
    return known ? 1 : 1.5;
  }

  private weight(item: string): number {
    const known = this.weights.get(item);
    if (known !== undefined) return known;
    const [first = '', second] = item.split(' ');
    const weight =
      second === undefined ? this.wordWeight(item) : PAIR_SHARE * (this.wordWeight(first) + this.wordWeight(second));
    if (this.samplesWith.has(item)) this.weights.set(item, weight);
    return weight;
  }

  private wordWeight(word: string): number {
    if (word.startsWith('{')) return SLOT_WEIGHT;
    const all = this.profiles.size + 1;
    const rarity = Math.log(all / (this.samplesWith.get(word) ?? 0.5)) / Math.log(2 * all);
    return isEveryday(word) ? Math.min(rarity, EVERYDAY_WEIGHT) : rarity;
  }
}

const SLOT_WEIGHT = 0.5;
const EVERYDAY_WEIGHT = 0.35;
/** What a pair of neighbours adds for each of its words: enough to tell "am I done" from "I am done". */
const PAIR_SHARE = 0.15;

/** Words and pairs of neighbours, joined by a blank, and what is denied among them. */
interface Profile {
  readonly items: readonly string[];
  readonly denied: string;
}

function profileOf(stems: readonly string[]): Profile {
  const pairs = stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);
  return { items: [...stems, ...pairs], denied: deniedIn(stems) };
}
