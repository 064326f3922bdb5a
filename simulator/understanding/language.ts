import type { ClockWords } from './clock-times';
import type { DurationWords } from './durations';
import type { NumberWords } from './numbers';
import type { Phrasebook } from './phrasebook';

/**
 * What the understanding knows of a language. Every word and phrase is written as `wordsOf` gives it: lower case, without accents,
 * contractions spelt out.
 */
export interface Language {
  /** Write a word as typed in the words it stands for, as "don't" for "do not". */
  readonly spellOut: (word: string) => readonly string[];
  /** Give every form of a word the same stem, as "kicks" and "kicking". */
  readonly stem: (word: string) => string;
  /** What stands anywhere in a sentence without adding to it. */
  readonly fillers: Phrasebook<true>;
  /** Where a filler is what is meant: "okay" in "I'm okay". */
  readonly withoutFillers: Phrasebook<true>;
  /** What is said before and after a command without being part of it. */
  readonly leading: Phrasebook<true>;
  readonly trailing: Phrasebook<true>;
  /** What is said before and after a command as a sentence of its own: "hang on", "no wait", "if you don't mind". */
  readonly asidesBefore: Phrasebook<true>;
  readonly asidesAfter: Phrasebook<true>;
  /** Words that deny the one after them. */
  readonly denials: ReadonlySet<string>;
  /** Stems of words that stand in any sentence and so say little about what is meant. */
  readonly everyday: ReadonlySet<string>;
  readonly addressing: AddressingWords;
  /** Built-in intent, then the phrases that mean it without any sample of a model. */
  readonly builtInPhrases: Readonly<Record<string, readonly string[]>>;
  readonly numbers: NumberWords;
  readonly durations: DurationWords;
  readonly clock: ClockWords;
  readonly invocationName: InvocationNameWords;
}

/** The frames in which a skill is named. */
export interface AddressingWords {
  /** What leads to "open <name>". */
  readonly courtesies: Phrasebook<true>;
  readonly farewells: Phrasebook<true>;
  /** Everything that "open" may be in "open <name>" and "open <name> and ..."; the bare name needs none of it. */
  readonly openings: ReadonlySet<string>;
  /** "Ask" in "ask <name> to ...". */
  readonly asking: ReadonlySet<string>;
  /** "To" in "ask <name> to ...". */
  readonly connectors: ReadonlySet<string>;
  /** Those after which a question has its words the other way round: "ask <name> if I did it" asks "did I". */
  readonly reporting: ReadonlySet<string>;
  /** Verbs as they follow "ask <name> that", each with the command it stands for: "que repita" asks "repite". */
  readonly wishes: ReadonlyMap<string, string>;
  /** "From" in "... from <name>". */
  readonly links: ReadonlySet<string>;
  /** What may stand around the name itself: "the <name> skill". */
  readonly labels: ReadonlySet<string>;
}

/** What an invocation name may not hold, and why. */
export interface InvocationNameWords {
  readonly forbidden: readonly { readonly what: string; readonly words: readonly string[] }[];
  /** Articles and prepositions: not in a name of two words. */
  readonly smallWords: readonly string[];
}
