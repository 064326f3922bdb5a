import fc from 'fast-check';
import type { Difficulty, ExerciseId } from '../../lambda/core/routine/exercise';
import {
  DEFAULT_DELIVERY,
  type Delivery,
  type Plan,
  type PlannedExercise,
  type Point,
} from '../../lambda/core/routine/plan';
import { english } from '../../lambda/core/speech/english/english';
import type { Words } from '../../lambda/core/speech/words';
import type { Cue } from '../../lambda/core/timeline/cue';
import { type Segment, segmentFrom } from '../../lambda/core/timeline/segment';
import { arbitraryDelivery, arbitraryDifficulty, arbitrarySide } from './arbitrary-progress';

/** All that there is to do, written down a second time. */
const EVERY_SET: readonly SomeSets[] = [
  { id: 'bridge-abduction-adduction', sets: [0, 1] },
  { id: 'bridge-march', sets: [0, 1] },
  { id: 'donkey-kicks', sets: [0, 1] },
  { id: 'elevated-plank', sets: [0, 1, 2] },
];

/** Sets of an exercise in its standard form, unless it is said otherwise. */
type SomeSets = Omit<PlannedExercise, 'difficulty'> & { readonly difficulty?: Difficulty };

/** No plan has more sets and set-ups than this. */
const MORE_THAN_ENOUGH = 20;

/** A plan of the exercises named, right leg first, coached by default but for what is said. */
export function planOf(exercises: readonly SomeSets[], wishes: Partial<Delivery> = {}): Plan {
  return {
    purpose: 'routine',
    exercises: exercises.map((some) => ({ difficulty: 'standard', ...some })),
    leadSide: 'right',
    delivery: { ...DEFAULT_DELIVERY, ...wishes },
    quiet: false,
    wording: 0,
  };
}

export function wholePlan(wishes: Partial<Delivery> = {}): Plan {
  return planOf(EVERY_SET, wishes);
}

/** A plan of one whole exercise. */
export function planOfOne(id: ExerciseId, wishes: Partial<Delivery> = {}): Plan {
  return planOf(
    EVERY_SET.filter((planned) => planned.id === id),
    wishes,
  );
}

/** The same plan with every exercise in that form. */
export function inForm(plan: Plan, difficulty: Difficulty): Plan {
  return { ...plan, exercises: plan.exercises.map((planned) => ({ ...planned, difficulty })) };
}

export const setup = (exercise: number, set = 0): Point => ({ exercise, set, part: 'setup' });
export const work = (exercise: number, set: number): Point => ({ exercise, set, part: 'work' });

/** What she hears of a plan when she lets each segment end: one response after the other. */
export function segmentsOf(plan: Plan, from: Point = setup(0), words: Words = english): Segment[] {
  const segments: Segment[] = [];
  for (let at: Point | null = from; at !== null; ) {
    if (segments.length === MORE_THAN_ENOUGH) throw new Error('The plan never ends');
    const segment = segmentFrom(plan, at, words);
    segments.push(segment);
    at = segment.next;
  }
  return segments;
}

export function cuesOf(plan: Plan, from?: Point, words?: Words): Cue[] {
  return segmentsOf(plan, from, words).flatMap((segment) => segment.cues);
}

/** The texts of those cues that are spoken. */
export function saidIn(cues: readonly Cue[]): string[] {
  return cues.flatMap((cue) => (cue.kind === 'speech' ? [cue.text] : []));
}

const someSetsOf = ({ id, sets }: SomeSets): fc.Arbitrary<PlannedExercise> =>
  fc.record({
    id: fc.constant(id),
    sets: fc.subarray([...sets], { minLength: 1 }),
    difficulty: arbitraryDifficulty,
  });

/** Any part of the routine, coached in any way. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  purpose: fc.constantFrom('routine', 'short', 'practice'),
  exercises: fc
    .subarray([...EVERY_SET], { minLength: 1 })
    .chain((planned) => fc.tuple(...planned.map((exercise) => someSetsOf(exercise)))),
  leadSide: arbitrarySide,
  delivery: arbitraryDelivery,
  quiet: fc.boolean(),
  wording: fc.nat(),
});

/** Any plan and a point of it from which coaching can begin. */
export const anyPlanAndPoint: fc.Arbitrary<{ readonly plan: Plan; readonly from: Point }> = anyPlan.chain((plan) =>
  fc.record({
    plan: fc.constant(plan),
    from: fc.constantFrom(
      ...plan.exercises.flatMap(({ sets }, exercise) => [
        setup(exercise),
        ...sets.map((_, set) => work(exercise, set)),
      ]),
    ),
  }),
);
