import type { ExerciseId } from '../routine/exercise';
import type { Point } from '../routine/plan';
import type { Line } from '../speech/line';
import type { Segment } from '../timeline/segment';
import type { NamedExercise } from './event';
import { ask, asking, close, offering } from './reply';
import { advance, moved, segmentOf, type Turn, unknownEnd } from './settle';
import { milestoneLines, standingOf } from './standing';
import { comeBack, isLate, onToday, start } from './start';
import type { Reply, SessionState } from './state';

/** She says whether she finished the exercise that she was asked about. */
export function tellFinished(turn: Turn, finished: boolean): Reply {
  const checkpoint = unknownEnd(turn.state.day);
  if (checkpoint === null) return start(turn, 'asked');
  const segment = segmentOf(turn.state, checkpoint);
  if (finished) return takeUp({ ...turn, state: advance(turn.state, checkpoint, segment.next) });
  const among = exercisesIn(segment);
  return among.length > 1 && !isLate(turn) ? ask(turn, [], asking('place', among)) : tellNone(turn);
}

/** She says which exercise she was at when the session vanished: what comes before it is done. */
export function tellPlace(turn: Turn, named: NamedExercise): Reply {
  const checkpoint = unknownEnd(turn.state.day);
  if (checkpoint === null) return start(turn, 'asked');
  const { plan, at } = checkpoint;
  const among = exercisesIn(segmentOf(turn.state, checkpoint));
  if (named.kind !== 'one' || !among.includes(named.id)) return ask(turn, [], asking('place', among));
  const exercise = plan.exercises.findIndex((planned) => planned.id === named.id);
  const to: Point = exercise === at.exercise ? at : { exercise, set: 0, part: 'setup' };
  return takeUp({ ...turn, state: advance(turn.state, checkpoint, to) });
}

/** She says that nothing was done of what was spoken when the session vanished: on from where it began. */
export function tellNone(turn: Turn): Reply {
  const checkpoint = unknownEnd(turn.state.day);
  if (checkpoint === null) return start(turn, 'asked');
  return takeUp({ ...turn, state: moved(turn.state, { ...checkpoint, speakingSinceMs: null }) });
}

function takeUp(turn: Turn): Reply {
  const { state, atMs } = turn;
  if (!isLate(turn)) return state.stage.kind === 'finishing' ? close(turn, []) : comeBack(turn, 'not-told');
  if (!state.day.counts) return start({ ...turn, state: onToday(state, atMs) }, 'asked');
  // That day is over, so nothing of it is taken up any more.
  const over: SessionState = { ...state, day: { ...state.day, checkpoint: null }, stage: { kind: 'opened' } };
  const told: Line = { kind: 'late-day-in', standing: standingOf(over) };
  return ask({ ...turn, state: over }, [told, ...milestoneLines(over)], offering('start'));
}

function exercisesIn(segment: Segment): readonly ExerciseId[] {
  return [...new Set(segment.cues.filter((cue) => cue.place.part === 'work').map((cue) => cue.place.exercise))];
}
