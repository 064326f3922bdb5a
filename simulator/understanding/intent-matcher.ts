import type { Slot } from 'ask-sdk-model';
import type { Intent, InteractionModel, SlotDeclaration } from '../interaction-model-shape';
import { isBuiltIn } from './built-in-intents';
import type { Language } from './language';
import { type Comparable, Likeness } from './likeness';
import { NOT_UNDERSTOOD } from './numbers';
import { emptySlot, type Mention, SlotValues } from './slot-values';
import { type Term, termsOf, withoutAsides, withoutEdgeWords, wordsOf } from './words';

/** Why a sentence was taken for an intent, to be shown to whoever wonders. */
export interface Why {
  /**
   * `letter`: it is the sample, courtesies and asides aside. `likeness`: it is near enough to the sample. `open-slot`: it is the sample with
   * a slot value that no list holds. `named`: a listed value is so much of it that the value alone is meant. `nothing-near`: not even the nearest sample is near enough.
   */
  readonly rule: 'letter' | 'likeness' | 'open-slot' | 'named' | 'nothing-near';
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

/** Likeness from which a sentence is the sample itself, but for what floating point loses. */
const TO_THE_LETTER = 0.999;

/** So many words of a listed value, and such a share of the sentence, mean the value's intent whatever else is said. */
const MIN_TELLING_WORDS = 3;
const TELLING_SHARE = 0.35;

/** The longest slot value, in words, that is believed without being listed. */
const MAX_OPEN_WORDS = 4;

/** So many readings of a sentence are tried for the samples with the same slots; a sentence that names more values is a rare one. */
const MAX_READINGS = 24;

/**
 * Finds the intent that a sentence means, as the platform would: the skill's own intents beyond the letter, with slots filled;
 * the built-in ones near to the letter only; everything else is the fallback intent. The same words give the same answer always.
 */
export class IntentMatcher {
  private readonly phrases = new Map<string, Sample>();
  /** By the slots they hold, those with the fewest and the model's own slot types first. */
  private readonly groups: readonly SampleGroup[];
  private readonly values: SlotValues;
  private readonly likeness: Likeness;

  constructor(
    model: InteractionModel,
    private readonly language: Language,
  ) {
    this.values = new SlotValues(model, language);
    const literal = model.intents
      .flatMap((intent) => literalSamples(intent, language))
      .map((sample) => ({ sample, words: wordsOf(sample.text, language) }));
    for (const { sample, words } of literal) this.learn(words, sample);
    for (const { sample, words } of literal) this.learn(withoutEdgeWords(words, language), sample);
    const own = model.intents.filter((intent) => !isBuiltIn(intent.name));
    const samples = own.flatMap((intent) => intent.samples.map((text) => ownSample(intent, text, language)));
    this.groups = groupsOf(samples);
    this.likeness = new Likeness(samples, language);
  }

  /** @param words - what she said, from `wordsOf`, without wake word and invocation name */
  match(words: readonly string[]): IntentMatch {
    const bare = withoutEdgeWords(words, this.language);
    const literal = this.phrases.get(words.join(' ')) ?? this.phrases.get(bare.join(' '));
    if (literal !== undefined) return this.matched({ sample: literal, rule: 'letter', score: 1, slots: {} });
    const best = this.mostAlike(words);
    if (best !== null && best.score >= TO_THE_LETTER) return this.matched({ ...best, rule: 'letter', score: 1 });
    const aside = this.besideAsides(words);
    if (aside !== null) return this.matched(aside);
    const open = this.openSlot(words, 'unheard-of');
    if (open !== null) return this.matched(open);
    if (best !== null && best.score >= NEAR_ENOUGH) return this.matched(best);
    const variant = this.openSlot(words, 'holding-a-listed-one');
    if (variant !== null) return this.matched(variant);
    const named = this.nameOfItself(words);
    if (named !== null) return this.matched(named);
    const why: Why = { rule: 'nothing-near', sample: best?.sample.text ?? null, score: best?.score ?? 0 };
    return { name: 'AMAZON.FallbackIntent', slots: {}, why };
  }

  /** The first to claim a phrase keeps it. */
  private learn(words: readonly string[], sample: Sample): void {
    const phrase = words.join(' ');
    if (!this.phrases.has(phrase)) this.phrases.set(phrase, sample);
  }

  private mostAlike(words: readonly string[]): OwnCandidate | null {
    const bare = withoutEdgeWords(words, this.language);
    const mentions = new Map<string, readonly Mention[]>();
    const mentionsOf = (slotType: string) => {
      const known = mentions.get(slotType) ?? this.values.mentionsOf(slotType, bare);
      mentions.set(slotType, known);
      return known;
    };
    let best: { readonly sample: OwnSample; readonly said: readonly Mention[]; readonly score: number } | null = null;
    for (const { slotTypes, samples } of this.groups) {
      for (const said of waysToFill(slotTypes, mentionsOf)) {
        const reading = readingOf(bare, slotTypes, said, this.language);
        const compared = this.likeness.prepare(reading.stems);
        for (const sample of samples) {
          const score = scoreOf(sample, reading, this.likeness.between(compared, sample));
          if (score > (best?.score ?? 0) + TIE / 2) best = { sample, said, score };
        }
      }
    }
    if (best === null) return null;
    const values = best.said.map(({ value }) => value);
    return { sample: best.sample, rule: 'likeness', score: best.score, slots: this.filled(best.sample, values) };
  }

  private filled(sample: OwnSample, values: readonly string[]): Readonly<Record<string, Slot>> {
    const slots = sample.slots.map(
      (slot, index) => [slot.name, this.values.filled(slot, values[index] ?? '')] as const,
    );
    return Object.fromEntries(slots);
  }

  /** What is the skill's own to the letter once asides are left out ("no wait, skip it"); "no chest pain" denies it instead. */
  private besideAsides(words: readonly string[]): Candidate | null {
    const bare = withoutEdgeWords(words, this.language);
    const rest = withoutAsides(words, this.language);
    const found = rest.length < bare.length ? this.mostAlike(rest) : null;
    if (found === null || found.score < TO_THE_LETTER) return null;
    const isDenied = isNothingButSlots(found.sample) && this.language.denials.has(bare[0] ?? '');
    return isDenied ? null : { ...found, rule: 'letter', score: 1 };
  }

  /** A listed value that is so much of a sentence that it means its intent by itself: "I've got pains in my chest, it's scary". */
  private nameOfItself(words: readonly string[]): Candidate | null {
    const { length } = termsOf(words, this.language);
    for (const { slotTypes, samples } of this.groups) {
      const [slotType = '', another] = slotTypes;
      const sample = samples.find(isNothingButSlots);
      if (sample === undefined || another !== undefined || !this.values.lists(slotType)) continue;
      const [longest] = this.values.mentionsOf(slotType, words);
      const named = longest === undefined ? [] : termsOf(words.slice(longest.from, longest.to), this.language);
      if (named.length < Math.max(MIN_TELLING_WORDS, TELLING_SHARE * length)) continue;
      if (named.every(({ stem }) => this.language.everyday.has(stem))) continue;
      return {
        sample,
        rule: 'named',
        score: named.length / length,
        slots: this.filled(sample, [longest?.value ?? '']),
      };
    }
    return null;
  }

  /** Take the one unlisted thing said in the place of a slot, where the words around it are said just as a sample has them. */
  private openSlot(words: readonly string[], value: OpenValue): Candidate | null {
    const terms = termsOf(words, this.language);
    const found = this.groups
      .filter(({ slotTypes }) => slotTypes.length === 1 && this.values.lists(slotTypes[0] ?? ''))
      .flatMap(({ samples }) => samples)
      .map((sample) => ({ sample, said: termsInPlaceOfSlot(terms, sample.stems) }))
      .filter(({ sample, said }) => said.length > 0 && this.carries(sample) && this.couldBe(value, said, words))
      .sort((a, b) => a.said.length - b.said.length)[0];
    if (found === undefined) return null;
    const { sample, said } = found;
    return { sample, rule: 'open-slot', score: 1, slots: this.filled(sample, [spoken(words, said).join(' ')]) };
  }

  /** Tell whether the words around a slot are telling enough to believe in a value that no list holds. */
  private carries({ phrase }: OwnSample): boolean {
    const around = stemsOf(withoutAsides(phrase.split(' '), this.language), this.language).filter(
      (stem) => !stem.startsWith('{'),
    );
    return around.length >= 3 || around.some((stem) => !this.language.everyday.has(stem));
  }

  /** A value that no list holds is believed when it sounds like a name, not like the words that commands are made of. */
  private couldBe(value: OpenValue, said: readonly Term[], words: readonly string[]): boolean {
    if (said.length > MAX_OPEN_WORDS) return false;
    const isUnheardOf = value === 'unheard-of';
    if (isUnheardOf && said.every(({ stem }) => this.likeness.knows(stem))) return false;
    const noEveryday = isUnheardOf ? said : [said[0], said.at(-1)];
    if (noEveryday.some((term) => this.language.everyday.has(term?.stem ?? ''))) return false;
    return this.values.namesAny(spoken(words, said)) !== isUnheardOf;
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

/** What decides between samples that are equally alike: one said word for word is meant, one whose slot was not understood is not. */
const TIE = 1e-6;

/** "Burpees" against "side plank", which holds a listed plank and is more likely a way to say it. */
type OpenValue = 'unheard-of' | 'holding-a-listed-one';

interface Sample {
  readonly intent: Intent;
  readonly text: string;
}

/** A sample of an intent of the skill's own; each slot stands in its phrase and among its stems as its {@link slotToken}. */
interface OwnSample extends Sample, Comparable {
  readonly phrase: string;
  /** In the order they are said. */
  readonly slots: readonly SlotDeclaration[];
}

interface SampleGroup {
  readonly slotTypes: readonly string[];
  readonly samples: readonly OwnSample[];
}

interface Candidate extends Pick<Why, 'rule' | 'score'> {
  readonly sample: Sample;
  readonly slots: Readonly<Record<string, Slot>>;
}

interface OwnCandidate extends Candidate {
  readonly sample: OwnSample;
}

/** Everything that means an intent to the letter. Samples with slots are left to likeness, which knows the slots' values. */
function literalSamples(intent: Intent, { builtInPhrases }: Language): Sample[] {
  const texts = [...(builtInPhrases[intent.name] ?? []), ...intent.samples];
  return texts.filter((text) => !text.includes('{')).map((text) => ({ intent, text }));
}

function ownSample(intent: Intent, text: string, language: Language): OwnSample {
  const slots: SlotDeclaration[] = [];
  const typed = text.replace(/\{(\w+)\}/g, (braces, name) => {
    const slot = intent.slots.find((declared) => declared.name === name);
    if (slot !== undefined) slots.push(slot);
    return slot === undefined ? braces : slotToken(slot.type);
  });
  const words = wordsOf(typed, language);
  return { owner: intent.name, intent, text, phrase: words.join(' '), stems: stemsOf(words, language), slots };
}

/** A slot of a type, written as one word that is like no spoken one. */
function slotToken(slotType: string): string {
  return `{${slotType.toLowerCase().replace(/\W/g, '_')}}`;
}

/** Words are rather themselves than a slot, rather a listed value than a number, and rather a number than a time. */
function groupsOf(samples: readonly OwnSample[]): readonly SampleGroup[] {
  const groups = new Map<string, OwnSample[]>();
  for (const sample of samples) {
    const key = sample.slots.map((slot) => slot.type).join(' ');
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(sample);
  }
  const ranked = [...groups].map(([key, group]) => ({ slotTypes: key === '' ? [] : key.split(' '), samples: group }));
  return ranked.sort((a, b) => rank(a.slotTypes) - rank(b.slotTypes));
}

function rank(slotTypes: readonly string[]): number {
  return slotTypes.reduce((sum, type) => sum + 100 + RANKS.indexOf(type) + 1, 0);
}

const RANKS = ['AMAZON.NUMBER', 'AMAZON.DURATION', 'AMAZON.TIME'];

/** Every way to take slots of these types, in this order and apart from each other, from what a sentence names. */
function waysToFill(
  slotTypes: readonly string[],
  mentionsOf: (slotType: string) => readonly Mention[],
): readonly (readonly Mention[])[] {
  let ways: readonly (readonly Mention[])[] = [[]];
  for (const slotType of slotTypes) {
    const mentions = mentionsOf(slotType);
    ways = ways
      .flatMap((way) =>
        mentions.filter(({ from }) => from >= (way.at(-1)?.to ?? 0)).map((mention) => [...way, mention]),
      )
      .slice(0, MAX_READINGS);
  }
  return ways;
}

/** A sentence with some of what it names taken for slots. */
interface Reading {
  /** Slots as in {@link OwnSample}. */
  readonly phrase: string;
  readonly stems: readonly string[];
  /** Whether a slot is filled with what only sounds like a value. */
  readonly isGuess: boolean;
}

function readingOf(
  words: readonly string[],
  slotTypes: readonly string[],
  said: readonly Mention[],
  language: Language,
): Reading {
  const upToLast = said.flatMap(({ from }, index) => [
    ...words.slice(said[index - 1]?.to ?? 0, from),
    slotToken(slotTypes[index] ?? ''),
  ]);
  const withSlots = [...upToLast, ...words.slice(said.at(-1)?.to ?? 0)];
  const isGuess = said.some(({ value }) => value === NOT_UNDERSTOOD);
  return { phrase: withSlots.join(' '), stems: stemsOf(withSlots, language), isGuess };
}

/**
 * A sample that is nothing but slots is only meant to the letter, or every sentence that names a value would be near it; so is any
 * sample when its slot was not understood.
 */
function scoreOf({ stems, slots, phrase }: OwnSample, reading: Reading, likeness: number): number {
  if (isNothingButSlots({ stems, slots }) && (reading.isGuess || reading.stems.length > stems.length)) return 0;
  if (reading.isGuess) return likeness < TO_THE_LETTER ? 0 : likeness - TIE;
  return likeness >= TO_THE_LETTER && phrase === reading.phrase ? likeness + TIE : likeness;
}

function isNothingButSlots({ stems, slots }: Pick<OwnSample, 'stems' | 'slots'>): boolean {
  return stems.length === slots.length;
}

function stemsOf(words: readonly string[], language: Language): readonly string[] {
  return termsOf(words, language).map((term) => term.stem);
}

function spoken(words: readonly string[], terms: readonly Term[]): readonly string[] {
  return words.slice(terms[0]?.at, (terms.at(-1)?.at ?? 0) + 1);
}

function termsInPlaceOfSlot(terms: readonly Term[], stems: readonly string[]): readonly Term[] {
  const at = stems.findIndex((stem) => stem.startsWith('{'));
  const end = terms.length - (stems.length - at - 1);
  const before = stems.slice(0, at).every((stem, index) => terms[index]?.stem === stem);
  const after = stems.slice(at + 1).every((stem, index) => terms[end + index]?.stem === stem);
  return before && after ? terms.slice(at, Math.max(at, end)) : [];
}
