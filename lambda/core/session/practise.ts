import type { ExerciseId } from '../routine/exercise';
import { BEGINNING, practiceOf } from '../routine/plan-routine';
import { coach, mannerOf } from './coach';
import type { NamedExercise } from './event';
import { ask, asking, reorient } from './reply';
import { type Turn, unknownEnd } from './settle';
import { finishedLines } from './standing';
import { isNew, start } from './start';
import type { Reply } from './state';

/** Begin one exercise alone. What was done of a routine stays done, and the rest of it can be started afterwards. */
export function practise(turn: Turn, named: NamedExercise): Reply {
  if (isNew(turn.state)) return start(turn, 'asked');
  if (unknownEnd(turn.state.day)) return reorient(turn);
  switch (named.kind) {
    case 'one':
      return practiseOne(turn, named.id);
    case 'several':
      return ask(turn, [], asking('practice', named.ids));
    case 'unknown':
      return ask(turn, [{ kind: 'unknown-exercise' }], asking('practice'));
    case 'none':
      return ask(turn, [], asking('practice'));
  }
}

function practiseOne(turn: Turn, id: ExerciseId): Reply {
  const { state } = turn;
  // Of a day that is not done yet she will be told when it is.
  const done = state.day.counts ? finishedLines(state) : [];
  return coach(turn, practiceOf(id, mannerOf(state)), BEGINNING, [...done, { kind: 'practice' }]);
}
