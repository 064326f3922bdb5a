import fc from 'fast-check';
import type { ExerciseId } from '../../lambda/core/routine/exercise';
import {
  DEFAULT_DELIVERY,
  type Delivery,
  type Plan,
  type PlannedExercise,
  type Point,
} from '../../lambda/core/routine/plan';
import { english } from '../../lambda/core/speech/english';
import type { Cue } from '../../lambda/core/timeline/cue';
import { type Segment, segmentFrom } from '../../lambda/core/timeline/segment';
import { arbitraryDelivery, arbitrarySide } from './arbitrary-progress';

/** All that there is to do, written down a second time. */
const EVERY_SET: readonly PlannedExercise[] = [
  { id: 'bridge-abduction-adduction', sets: [0, 1] },
  { id: 'bridge-march', sets: [0, 1] },
  { id: 'donkey-kicks', sets: [0, 1] },
  { id: 'elevated-plank', sets: [0, 1, 2] },
];

/** No plan has more sets and set-ups than this. */
const MORE_THAN_ENOUGH = 20;

/** A plan of the exercises named, right leg first, coached by default but for what is said. */
export function planOf(exercises: readonly PlannedExercise[], wishes: Partial<Delivery> = {}): Plan {
  return { exercises, leadSide: 'right', delivery: { ...DEFAULT_DELIVERY, ...wishes }, wording: 0 };
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

export const setup = (exercise: number, set = 0): Point => ({ exercise, set, part: 'setup' });
export const work = (exercise: number, set: number): Point => ({ exercise, set, part: 'work' });

/** What she hears of a plan when she lets each segment end: one response after the other. */
export function segmentsOf(plan: Plan, from: Point = setup(0)): Segment[] {
  const segments: Segment[] = [];
  for (let at: Point | null = from; at !== null; ) {
    if (segments.length === MORE_THAN_ENOUGH) throw new Error('The plan never ends');
    const segment = segmentFrom(plan, at, english);
    segments.push(segment);
    at = segment.next;
  }
  return segments;
}

export function cuesOf(plan: Plan, from?: Point): Cue[] {
  return segmentsOf(plan, from).flatMap((segment) => segment.cues);
}

/** The texts of those cues that are spoken. */
export function saidIn(cues: readonly Cue[]): string[] {
  return cues.flatMap((cue) => (cue.kind === 'speech' ? [cue.text] : []));
}

const someSetsOf = ({ id, sets }: PlannedExercise): fc.Arbitrary<PlannedExercise> =>
  fc.subarray([...sets], { minLength: 1 }).map((some) => ({ id, sets: some }));

/** Any part of the routine, coached in any way. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  exercises: fc
    .subarray([...EVERY_SET], { minLength: 1 })
    .chain((planned) => fc.tuple(...planned.map((exercise) => someSetsOf(exercise)))),
  leadSide: arbitrarySide,
  delivery: arbitraryDelivery,
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
