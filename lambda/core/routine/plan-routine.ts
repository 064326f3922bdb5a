import { type Difficulty, EXERCISE_IDS, type ExerciseId } from './exercise';
import { everySetOf } from './exercises';
import type { Plan, PlannedExercise, Point } from './plan';

/** Where every plan begins. */
export const BEGINNING: Point = { exercise: 0, set: 0, part: 'setup' };

/** How a routine is to be coached, whatever it consists of. */
export type Manner = Pick<Plan, 'leadSide' | 'wording' | 'delivery' | 'quiet'> & {
  readonly difficulty: Readonly<Record<ExerciseId, Difficulty>>;
};

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

/** Plan one exercise with all its sets. */
export function practiceOf(id: ExerciseId, manner: Manner): Plan {
  return { ...planOf([{ id, sets: everySetOf(id) }], manner), purpose: 'practice' };
}

/** The same plan, coached in another manner. Its sides and its wording stay, so that she goes on where she is. */
export function inManner(plan: Plan, { delivery, quiet, difficulty }: Omit<Manner, 'leadSide' | 'wording'>): Plan {
  const exercises = plan.exercises.map((planned) => ({ ...planned, difficulty: difficulty[planned.id] }));
  return { ...plan, exercises, delivery, quiet };
}

/**
 * Take an exercise out of a plan; null when nothing would remain from `at` on. The point given back is where the rest goes on.
 * What is left of a short routine counts no day, so it is practice.
 */
export function without(plan: Plan, id: ExerciseId, at: Point): { readonly plan: Plan; readonly at: Point } | null {
  const index = plan.exercises.findIndex((planned) => planned.id === id);
  if (index < 0) return { plan, at };
  const exercises = plan.exercises.filter((planned) => planned.id !== id);
  const moved: Point = {
    exercise: at.exercise - (index < at.exercise ? 1 : 0),
    ...(index === at.exercise ? { set: 0, part: 'setup' } : { set: at.set, part: at.part }),
  };
  const purpose = plan.purpose === 'short' ? 'practice' : plan.purpose;
  return moved.exercise < exercises.length ? { plan: { ...plan, purpose, exercises }, at: moved } : null;
}

function planOf(exercises: readonly Omit<PlannedExercise, 'difficulty'>[], manner: Manner): Plan {
  const { leadSide, delivery, quiet, wording, difficulty } = manner;
  return {
    purpose: 'routine',
    exercises: exercises.map((planned) => ({ ...planned, difficulty: difficulty[planned.id] })),
    leadSide,
    delivery,
    quiet,
    wording,
  };
}
