import type { Difficulty, ExerciseId } from './exercise';

/** What happens after a movement cue: stillness that must last its time, or room for one phase of the breath. */
export type After =
  | { readonly kind: 'hold'; readonly seconds: number }
  | { readonly kind: 'breath'; readonly phase: 'in' | 'out'; readonly seconds: number };

/** The work of one set. The words for each movement stand in the language's catalogue, in the same order. */
export type Work =
  | { readonly kind: 'reps'; readonly reps: number; readonly movements: readonly After[] }
  | { readonly kind: 'hold' };

/** The shape of an exercise, without its words. */
export interface Exercise {
  readonly sets: number;
  /** `alternating`: sides change with every rep. `one-per-set`: set one works the leading side, set two the other. */
  readonly sides: 'both' | 'alternating' | 'one-per-set';
  /** How a set begins: the breaths that lead into the working position, one for each start phrase. */
  readonly start: readonly After[];
  readonly work: Readonly<Record<Difficulty, Work>>;
  /** Rest between two sets. */
  readonly restSeconds: number;
}

/** A breath in to prepare, and one out to take up the position. Source: domain sheet section 4. */
const IN_THEN_OUT: readonly After[] = [
  { kind: 'breath', phase: 'in', seconds: 1.5 },
  { kind: 'breath', phase: 'out', seconds: 1 },
];

/** Knees together, then apart, two seconds each: the owner's (design section 2). */
const TOGETHER_AND_APART: readonly After[] = [
  { kind: 'hold', seconds: 2 },
  { kind: 'hold', seconds: 2 },
];

/** Out as the leg lifts, in as it comes back. */
const LIFT_AND_RETURN: readonly After[] = [
  { kind: 'breath', phase: 'out', seconds: 1 },
  { kind: 'breath', phase: 'in', seconds: 0.7 },
];

/** The lift stays up for a moment before it comes back. */
const LIFT_HOLD_AND_RETURN: readonly After[] = [
  { kind: 'hold', seconds: 2 },
  { kind: 'breath', phase: 'in', seconds: 0.7 },
];

const PLANK: Work = { kind: 'hold' };

function reps(count: number, movements: readonly After[]): Work {
  return { kind: 'reps', reps: count, movements };
}

/**
 * The routine. Standard doses are the owner's (design section 2): holds of 2 s, sets of ten, march counted ten in all, donkey kicks ten on
 * one leg a set. Easier and harder doses: ten lifts each side is the owner's harder march; twelve bridges are the upper end of usual
 * handouts (domain sheet section 4, sure L); the pause on top of the kick is the sheet's too; sixes are our own. The number of sets never
 * changes with the difficulty, since sets are what a day counts. A plank's length is a setting of its own: see `PLANK_HOLD_MS`.
 * Rests are the shortest the domain sheet gives (section 7: 20 to 45 s), and ten seconds to change legs, so that the whole stays within
 * ten minutes.
 */
export const EXERCISES: Readonly<Record<ExerciseId, Exercise>> = {
  'bridge-abduction-adduction': {
    sets: 2,
    sides: 'both',
    start: IN_THEN_OUT,
    work: {
      easier: reps(6, TOGETHER_AND_APART),
      standard: reps(10, TOGETHER_AND_APART),
      harder: reps(12, TOGETHER_AND_APART),
    },
    restSeconds: 20,
  },
  'bridge-march': {
    sets: 2,
    sides: 'alternating',
    start: IN_THEN_OUT,
    work: { easier: reps(6, LIFT_AND_RETURN), standard: reps(10, LIFT_AND_RETURN), harder: reps(20, LIFT_AND_RETURN) },
    restSeconds: 20,
  },
  'donkey-kicks': {
    sets: 2,
    sides: 'one-per-set',
    start: IN_THEN_OUT,
    work: {
      easier: reps(6, LIFT_AND_RETURN),
      standard: reps(10, LIFT_AND_RETURN),
      harder: reps(10, LIFT_HOLD_AND_RETURN),
    },
    restSeconds: 10,
  },
  'elevated-plank': {
    sets: 3,
    sides: 'both',
    start: [{ kind: 'breath', phase: 'out', seconds: 1 }],
    work: { easier: PLANK, standard: PLANK, harder: PLANK },
    restSeconds: 20,
  },
};

/**
 * How long a plank is held when she asks for an easier or harder one; a wish for seconds of her own takes the place of it.
 * Sources: standard, design section 2; easier, domain sheet section 4; harder, our own.
 */
export const PLANK_HOLD_MS: Readonly<Record<Difficulty, number>> = { easier: 10_000, standard: 15_000, harder: 20_000 };

/** The set indexes of a whole exercise, from 0. */
export function everySetOf(id: ExerciseId): readonly number[] {
  return Array.from({ length: EXERCISES[id].sets }, (_, set) => set);
}
