import type { Slot } from 'ask-sdk-model';
import type { Intent, InteractionModel, SlotDeclaration } from '../interaction-model-shape';
import { BUILT_IN_PHRASES, isBuiltIn } from './built-in-phrases';
import { type Comparable, Likeness } from './likeness';
import { emptySlot, type Mention, SlotValues } from './slot-values';
import { isEveryday, type Term, termsOf, withoutEdgeWords, wordsOf } from './words';

/** Why a sentence was taken for an intent, to be shown to whoever wonders. */
export interface Why {
  /**
   * `letter`: it is the sample, courtesies aside. `likeness`: it is near enough to the sample. `open-slot`: it is the sample with a
   * slot value that no list holds. `nothing-near`: not even the nearest sample is near enough.
   */
  readonly rule: 'letter' | 'likeness' | 'open-slot' | 'nothing-near';
  /** The sample it was matched with, or came nearest to; null when it shares no word with any. */
  readonly sample: string | null;
  /** 0 to 1. */
  readonly score: number;
}

export interface IntentMatch {
  readonly name: string;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly why: Why;
}

/** Likeness that makes a sentence an intent of the skill's own; chosen on the table of sentences in the tests. */
const NEAR_ENOUGH = 0.63;

/** The longest slot value, in words, that is believed without being listed. */
const MAX_OPEN_WORDS = 4;

/**
 * Finds the intent that a sentence means, as the platform would: the skill's own intents beyond the letter, with slots filled;
 * the built-in ones near to the letter only; everything else is the fallback intent. The same words give the same answer always.
 */
export class IntentMatcher {
  private readonly phrases = new Map<string, Sample>();
  private readonly samples: readonly OwnSample[];
  private readonly values: SlotValues;
  private readonly likeness: Likeness;

  constructor(model: InteractionModel) {
    this.values = new SlotValues(model);
    const literal = model.intents.flatMap(literalSamples);
    for (const sample of literal) this.learn(wordsOf(sample.text), sample);
    for (const sample of literal) this.learn(withoutEdgeWords(wordsOf(sample.text)), sample);
    const own = model.intents.filter((intent) => !isBuiltIn(intent.name));
    this.samples = own.flatMap((intent) => intent.samples.map((text) => ownSample(intent, text)));
    this.likeness = new Likeness(this.samples);
  }

  /** @param words - what she said, from `wordsOf`, without wake word and invocation name */
  match(words: readonly string[]): IntentMatch {
    const literal = this.phrases.get(words.join(' ')) ?? this.phrases.get(withoutEdgeWords(words).join(' '));
    if (literal !== undefined) return this.matched({ sample: literal, rule: 'letter', score: 1, slots: {} });
    const best = this.mostAlike(words);
    if (best !== null && best.score > 0.999) return this.matched({ ...best, rule: 'letter', score: 1 });
    const open = this.openSlot(words, 'unheard-of');
    if (open !== null) return this.matched(open);
    if (best !== null && best.score >= NEAR_ENOUGH) return this.matched(best);
    const variant = this.openSlot(words, 'holding-a-listed-one');
    if (variant !== null) return this.matched(variant);
    const why: Why = { rule: 'nothing-near', sample: best?.sample.text ?? null, score: best?.score ?? 0 };
    return { name: 'AMAZON.FallbackIntent', slots: {}, why };
  }

  /** The first to claim a phrase keeps it. */
  private learn(words: readonly string[], sample: Sample): void {
    const phrase = words.join(' ');
    if (!this.phrases.has(phrase)) this.phrases.set(phrase, sample);
  }

  private mostAlike(words: readonly string[]): Candidate | null {
    const terms = termsOf(words);
    const mentions = this.values.mentionsIn(terms);
    const readings = [readingOf(terms, mentions), ...(mentions.length > 0 ? [readingOf(terms, [])] : [])];
    let best: Candidate | null = null;
    for (const reading of readings) {
      for (const sample of this.samples.filter((candidate) => fits(candidate, reading))) {
        const score = this.likeness.between(reading.stems, sample);
        if (score > (best?.score ?? 0)) {
          const spoken = reading.mentions.map(({ from, to }) => spokenWords(words, terms.slice(from, to)));
          best = { sample, rule: 'likeness', score, slots: this.filled(sample, spoken) };
        }
      }
    }
    return best;
  }

  private filled(sample: OwnSample, spoken: readonly string[]): Readonly<Record<string, Slot>> {
    const slots = sample.slots.map(
      (slot, index) => [slot.name, this.values.filled(slot, spoken[index] ?? '')] as const,
    );
    return Object.fromEntries(slots);
  }

  /** Take the one unlisted thing said in the place of a slot, where the words around it are said just as a sample has them. */
  private openSlot(words: readonly string[], value: OpenValue): Candidate | null {
    const terms = termsOf(words);
    const found = this.samples
      .filter((sample) => sample.slots.length === 1 && this.values.lists(sample.slots[0]?.type ?? ''))
      .filter((sample) => carries(sample.stems))
      .map((sample) => ({ sample, said: termsInPlaceOfSlot(terms, sample.stems) }))
      .filter(({ said }) => this.couldBe(value, said))
      .sort((a, b) => a.said.length - b.said.length)[0];
    if (found === undefined) return null;
    const { sample, said } = found;
    return { sample, rule: 'open-slot', score: 1, slots: this.filled(sample, [spokenWords(words, said)]) };
  }

  private couldBe(value: OpenValue, said: readonly Term[]): boolean {
    const [first, last] = [said[0]?.stem, said.at(-1)?.stem];
    if (first === undefined || last === undefined || said.length > MAX_OPEN_WORDS) return false;
    const holdsListed = this.values.mentionsIn(said).length > 0;
    return !isEveryday(first) && !isEveryday(last) && holdsListed === (value === 'holding-a-listed-one');
  }

  private matched({ sample, rule, score, slots }: Candidate): IntentMatch {
    const empty = sample.intent.slots.map((slot) => [slot.name, emptySlot(slot)] as const);
    return {
      name: sample.intent.name,
      slots: { ...Object.fromEntries(empty), ...slots },
      why: { rule, sample: sample.text, score },
    };
  }
}

/** "Burpees" against "side plank", which holds a listed plank and is more likely a way to say it. */
type OpenValue = 'unheard-of' | 'holding-a-listed-one';

interface Sample {
  readonly intent: Intent;
  readonly text: string;
}

/** A sample of an intent of the skill's own; each slot stands among its stems as its {@link slotToken}. */
interface OwnSample extends Sample, Comparable {
  /** In the order they are said. */
  readonly slots: readonly SlotDeclaration[];
}

interface Candidate extends Pick<Why, 'rule' | 'score'> {
  readonly sample: Sample;
  readonly slots: Readonly<Record<string, Slot>>;
}

/** Everything that means an intent to the letter. Samples with slots are left to likeness, which knows the slots' values. */
function literalSamples(intent: Intent): Sample[] {
  const texts = [...(BUILT_IN_PHRASES[intent.name] ?? []), ...intent.samples];
  return texts.filter((text) => !text.includes('{')).map((text) => ({ intent, text }));
}

function ownSample(intent: Intent, text: string): OwnSample {
  const slots: SlotDeclaration[] = [];
  const typed = text.replace(/\{(\w+)\}/g, (braces, name) => {
    const slot = intent.slots.find((declared) => declared.name === name);
    if (slot !== undefined) slots.push(slot);
    return slot === undefined ? braces : slotToken(slot.type);
  });
  return { owner: intent.name, intent, text, stems: termsOf(wordsOf(typed)).map((term) => term.stem), slots };
}

/** A slot of a type, written as one word that is like no spoken one. */
function slotToken(slotType: string): string {
  return `{${slotType.toLowerCase().replace(/\W/g, '_')}}`;
}

/** A sentence with some values taken for slots. */
interface Reading {
  readonly stems: readonly string[];
  readonly mentions: readonly Mention[];
}

function readingOf(terms: readonly Term[], mentions: readonly Mention[]): Reading {
  const stems = terms.flatMap((term, index) => {
    const mention = mentions.find(({ from, to }) => index >= from && index < to);
    if (mention === undefined) return [term.stem];
    return index === mention.from ? [slotToken(mention.slotType)] : [];
  });
  return { stems, mentions };
}

/**
 * A sample can only be meant when its slots are the values that were named, in that order. One that is nothing but slots is only
 * meant to the letter, or every sentence that names a value would be near it.
 */
function fits({ slots, stems }: OwnSample, reading: Reading): boolean {
  const { mentions } = reading;
  if (stems.length === slots.length && reading.stems.length !== stems.length) return false;
  return slots.length === mentions.length && slots.every((slot, index) => slot.type === mentions[index]?.slotType);
}

function spokenWords(words: readonly string[], terms: readonly Term[]): string {
  return words.slice(terms[0]?.at, (terms.at(-1)?.at ?? 0) + 1).join(' ');
}

/** Tell whether the words around a slot are telling enough to believe in a value that no list holds. */
function carries(stems: readonly string[]): boolean {
  const around = stems.filter((stem) => !stem.startsWith('{'));
  return around.length >= 3 || around.some((stem) => !isEveryday(stem));
}

function termsInPlaceOfSlot(terms: readonly Term[], stems: readonly string[]): readonly Term[] {
  const at = stems.findIndex((stem) => stem.startsWith('{'));
  const end = terms.length - (stems.length - at - 1);
  const before = stems.slice(0, at).every((stem, index) => terms[index]?.stem === stem);
  const after = stems.slice(at + 1).every((stem, index) => terms[end + index]?.stem === stem);
  return before && after ? terms.slice(at, Math.max(at, end)) : [];
}
