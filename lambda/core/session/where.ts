import type { Plan, Point } from '../routine/plan';
import type { Where } from '../speech/line';
import { sideOf } from '../timeline/stretches';
import type { Checkpoint } from './progress';

/** Tell a point of a plan the way it is spoken: sets count from 1. */
export function whereAt(plan: Plan, at: Point, repsDone: number): Where {
  const planned = plan.exercises[at.exercise];
  if (planned === undefined) throw new RangeError(`The plan has no exercise ${at.exercise}`);
  const set = planned.sets[at.set] ?? 0;
  return {
    exercise: planned.id,
    set: at.part === 'work' ? set + 1 : null,
    side: at.part === 'work' ? sideOf(planned.id, plan, set, null) : null,
    repsDone,
  };
}

/** Where a checkpoint stands. */
export function whereIs({ plan, at, repsDone }: Checkpoint): Where {
  return whereAt(plan, at, repsDone);
}
