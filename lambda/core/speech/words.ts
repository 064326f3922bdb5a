import type { Difficulty, ExerciseId, Side } from '../routine/exercise';
import type { Dose, Line, LineOf } from './line';
import type { SpeechLengths } from './speech-length';

/** Wordings that mean the same; one is picked each time. Never empty. */
export type Wordings = readonly [string, ...string[]];

/** Full words, and the leaner ones for later sets and for brief guidance. */
export interface Guided<T> {
  readonly full: T;
  readonly lean: T;
}

/** The words of one exercise in one language. */
export interface ExerciseWords {
  /** As it stands in a sentence: after "the" in English, with its own article in a language that has genders. */
  readonly name: string;
  /** How much of it there is when all its sets are to be done, as a sentence. */
  readonly dose: (dose: Dose) => string;
  /** How to get into place; also reminds her when she comes back. */
  readonly position: Guided<string>;
  /** What moves, how to breathe, and what to watch for, in that order. */
  readonly form: Guided<string>;
  /** What is different about an easier and a harder one, as a sentence; said after the form. */
  readonly variation: Readonly<Record<Exclude<Difficulty, 'standard'>, string>>;
  /** A phrase for each breath of the exercise's start. */
  readonly start: Guided<readonly string[]>;
  /** A phrase for each movement; the full ones are for the first rep. `side` is the side that works. */
  readonly movements: Guided<readonly ((side: Side | null, difficulty: Difficulty) => string)[]>;
  /** Ends a set: out of the position, with at most one true word of encouragement. */
  readonly finish: Wordings;
  /** The answer to "how do I do it", each part in whole sentences. */
  readonly instructions: {
    /** Position, movement and breath. */
    readonly steps: string;
    readonly watchFor: string;
    readonly purpose: string;
    readonly easier: string;
    readonly harder: string;
  };
}

/** The words that lead through sets and rests, whatever the exercise. */
export interface CoachingWords {
  readonly introduce: (order: 'first' | 'next' | 'last' | 'only', name: string) => string;
  /** Both count from 1; `sets` may be one. */
  readonly setOf: (set: number, sets: number, side: Side | null) => string;
  readonly leadIn: Wordings;
  /** Counts a finished rep; the next movement's phrase, or the finish, follows at once. */
  readonly count: (rep: number) => string;
  readonly lastTwo: string;
  /** Starts the clock of a hold. */
  readonly hold: string;
  /** Divide a long hold. */
  readonly halfway: string;
  readonly keepBreathing: Wordings;
  /** The last three seconds of a hold, in the order they are said. */
  readonly countdown: readonly [string, string, string];
  readonly restFor: (seconds: number) => string;
  readonly changeSide: (seconds: number, side: Side) => string;
  /** Divide a rest. */
  readonly secondsLeft: (seconds: number) => string;
  readonly easyBreath: Wordings;
  /** Time to get into place where nothing waits for "ready". */
  readonly getIntoPlace: (seconds: number) => string;
}

/**
 * Everything the skill says in one language. A new language is one file that gives all of this;
 * what is missing does not compile.
 */
export interface Words {
  /** How long the language's voice takes. */
  readonly speech: SpeechLengths;
  readonly exercises: Readonly<Record<ExerciseId, ExerciseWords>>;
  readonly coaching: CoachingWords;
  readonly lines: { readonly [K in Line['kind']]: (line: LineOf<K>) => Wordings };
}

/** Pick one of several equal wordings: the same number gives the same one, the next number the next. */
export function pick(wordings: Wordings, wording: number): string {
  return wordings[wording % wordings.length] ?? wordings[0];
}
