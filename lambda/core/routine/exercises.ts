import type { ExerciseId } from './exercise';

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
  readonly work: Work;
  /** Rest between two sets. */
  readonly restSeconds: number;
}

/** A breath in to prepare, and one out to take up the position. Source: domain sheet section 4. */
const IN_THEN_OUT: readonly After[] = [
  { kind: 'breath', phase: 'in', seconds: 1.5 },
  { kind: 'breath', phase: 'out', seconds: 1 },
];

/**
 * The routine. Doses are the owner's (design section 2): holds of 2 s, sets of ten, march counted ten in all,
 * donkey kicks ten on one leg a set. Rests are the shortest the domain sheet gives (section 7: 20 to 45 s), and
 * ten seconds to change legs, so that the whole stays within ten minutes.
 */
export const EXERCISES: Readonly<Record<ExerciseId, Exercise>> = {
  'bridge-abduction-adduction': {
    sets: 2,
    sides: 'both',
    start: IN_THEN_OUT,
    work: {
      kind: 'reps',
      reps: 10,
      movements: [
        { kind: 'hold', seconds: 2 },
        { kind: 'hold', seconds: 2 },
      ],
    },
    restSeconds: 20,
  },
  'bridge-march': {
    sets: 2,
    sides: 'alternating',
    start: IN_THEN_OUT,
    work: {
      kind: 'reps',
      reps: 10,
      movements: [
        { kind: 'breath', phase: 'out', seconds: 1 },
        { kind: 'breath', phase: 'in', seconds: 0.7 },
      ],
    },
    restSeconds: 20,
  },
  'donkey-kicks': {
    sets: 2,
    sides: 'one-per-set',
    start: IN_THEN_OUT,
    work: {
      kind: 'reps',
      reps: 10,
      movements: [
        { kind: 'breath', phase: 'out', seconds: 1 },
        { kind: 'breath', phase: 'in', seconds: 0.7 },
      ],
    },
    restSeconds: 10,
  },
  'elevated-plank': {
    sets: 3,
    sides: 'both',
    start: [{ kind: 'breath', phase: 'out', seconds: 1 }],
    work: { kind: 'hold' },
    restSeconds: 20,
  },
};

/** The set indexes of a whole exercise, from 0. */
export function everySetOf(id: ExerciseId): readonly number[] {
  return Array.from({ length: EXERCISES[id].sets }, (_, set) => set);
}
