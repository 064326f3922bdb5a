import { EXERCISE_IDS, type ExerciseId } from './exercise';
import { everySetOf } from './exercises';
import type { Delivery, Plan, PlannedExercise, Point } from './plan';

/** Where every plan begins. */
export const BEGINNING: Point = { exercise: 0, set: 0, part: 'setup' };

/** How a routine is to be coached, whatever it consists of. */
export type Manner = Pick<Plan, 'leadSide' | 'wording'> & { readonly delivery: Delivery };

/** Plan all four exercises with all their sets. */
export function wholeRoutine(manner: Manner): Plan {
  return planOf(
    EXERCISE_IDS.map((id) => ({ id, sets: everySetOf(id) })),
    manner,
  );
}

/**
 * Plan what is still to do of the four: nothing that was done already, and what she left out only when nothing else remains.
 * With nothing to do at all, the whole routine again.
 */
export function restOfRoutine(
  setsLeft: (id: ExerciseId) => readonly number[],
  skipped: readonly ExerciseId[],
  manner: Manner,
): Plan {
  const left = EXERCISE_IDS.map((id) => ({ id, sets: setsLeft(id) })).filter(({ sets }) => sets.length > 0);
  if (left.length === 0) return wholeRoutine(manner);
  const wanted = left.filter(({ id }) => !skipped.includes(id));
  return planOf(wanted.length > 0 ? wanted : left, manner);
}

/** Take an exercise out of a plan; null when nothing would remain from `at` on. The point given back is where the rest goes on. */
export function without(plan: Plan, id: ExerciseId, at: Point): { readonly plan: Plan; readonly at: Point } | null {
  const index = plan.exercises.findIndex((planned) => planned.id === id);
  if (index < 0) return { plan, at };
  const exercises = plan.exercises.filter((planned) => planned.id !== id);
  const moved: Point = {
    exercise: at.exercise - (index < at.exercise ? 1 : 0),
    ...(index === at.exercise ? { set: 0, part: 'setup' } : { set: at.set, part: at.part }),
  };
  return moved.exercise < exercises.length ? { plan: { ...plan, exercises }, at: moved } : null;
}

function planOf(exercises: readonly PlannedExercise[], { leadSide, delivery, wording }: Manner): Plan {
  return { exercises, leadSide, delivery, wording };
}
