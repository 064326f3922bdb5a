import type { ExerciseId } from '../../routine/exercise';
import type { Where } from '../line';
import { exercises } from './exercises';
import { counted, joined, leg, of } from './grammar';

/** An exercise with its article. */
export function the(exercise: ExerciseId): string {
  return exercises[exercise].name;
}

export function listed(ids: readonly ExerciseId[]): string {
  return joined(ids.map(the), 'y');
}

/** Exercises to choose from, by names short enough for a question that may be asked twice. */
export function shortChoice(ids: readonly ExerciseId[]): string {
  return joined(
    ids.map((id) => SHORT_NAMES[id]),
    'o',
  );
}

export function placeOf({ exercise, set, side, repsDone }: Where): string {
  if (set === null) return `en ${the(exercise)}`;
  const working = side === null ? '' : `, ${leg(side)}`;
  const done =
    repsDone === 0 ? '' : `, con ${counted(repsDone, 'repetición hecha', 'repeticiones hechas', 'feminine')}`;
  return `en la ${ordinal(set)} serie ${of(the(exercise))}${working}${done}`;
}

/** Which set it is: no exercise has more than three. */
export function ordinal(set: number): string {
  return ORDINALS[set] ?? 'siguiente';
}

export function fromItsStart({ repsDone }: Where): string {
  return repsDone === 0 ? '' : ' Tomamos la serie desde el principio.';
}

const SHORT_NAMES: Readonly<Record<ExerciseId, string>> = {
  'bridge-abduction-adduction': 'el puente con rodillas',
  'bridge-march': 'la marcha en puente',
  'donkey-kicks': 'la patada',
  'elevated-plank': 'la plancha',
};

const ORDINALS = ['', 'primera', 'segunda', 'tercera', 'cuarta', 'quinta'];
