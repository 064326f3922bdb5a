import type { ExerciseId } from '../../routine/exercise';
import type { Where } from '../line';
import { EXERCISE_NAMES } from './exercises';
import { cardinal } from './numbers';

/** @example listed(['donkey-kicks', 'elevated-plank']) // => 'donkey kick, and the elevated plank' */
export function listed(ids: readonly ExerciseId[], conjunction = 'and'): string {
  const names = ids.map((id) => EXERCISE_NAMES[id]);
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', the ')}, ${conjunction} the ${names[names.length - 1]}`;
}

/** Where she is: "at set two of the donkey kick, left leg". */
export function placeOf({ exercise, set, side, repsDone }: Where): string {
  const name = `the ${EXERCISE_NAMES[exercise]}`;
  if (set === null) return `at ${name}`;
  const leg = side === null ? '' : `, ${side} leg`;
  const done = repsDone === 0 ? '' : `, with ${cardinal(repsDone)} done`;
  return `at set ${cardinal(set)} of ${name}${leg}${done}`;
}

export function fromItsStart({ repsDone }: Where): string {
  return repsDone === 0 ? '' : " We'll take the set from its start.";
}
