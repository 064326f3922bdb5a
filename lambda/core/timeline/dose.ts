import { EXERCISES } from '../routine/exercises';
import type { Plan, PlannedExercise } from '../routine/plan';
import type { Dose } from '../speech/line';

/** How much of an exercise there is when all its sets are to be done as it is planned. */
export function doseOf(
  { leadSide, delivery }: Pick<Plan, 'leadSide' | 'delivery'>,
  { id, difficulty }: Pick<PlannedExercise, 'id' | 'difficulty'>,
): Dose {
  const work = EXERCISES[id].work[difficulty];
  return {
    difficulty,
    reps: work.kind === 'reps' ? work.reps : null,
    leadSide,
    holdSeconds: Math.round(delivery.plankHoldMs / 1_000),
  };
}
