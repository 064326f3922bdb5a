import type { ExerciseId } from '../routine/exercise';
import type { Plan, Point } from '../routine/plan';
import { BEGINNING, type Manner, restOfRoutine, wholeRoutine } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import type { Segment } from '../timeline/segment';
import { coach } from './coach';
import { newDay, setsLeft } from './day';
import { ask, asking, close, offering, welcomed, whetherFinished } from './reply';
import { advance, moved, segmentOf, type Turn } from './settle';
import { finishedLines, standingOf, todayOf } from './standing';
import type { Offer, Reply, SessionState } from './state';
import { whereIs } from './where';

/**
 * Start or take up her routine. `offered` is how she is met when the skill opens: what is unfinished is offered. `asked` is when she asked
 * for it in so many words: it goes on at once.
 */
export function start(turn: Turn, how: 'offered' | 'asked'): Reply {
  const { day, stage } = turn.state;
  if (stage.kind === 'finishing') return close(turn, finishedLines(turn.state));
  if (day.checkpoint !== null && day.checkpoint.speakingSinceMs !== null)
    return ask(turn, [], whetherFinished(turn.state));
  const fresh = stage.kind === 'opened' || day.checkpoint === null;
  return startToday(fresh ? { ...turn, state: onToday(turn.state, turn.atMs) } : turn, how);
}

/** Begin a routine at its first exercise. */
function begin(turn: Turn, plan: Plan, before: readonly Line[]): Reply {
  return coach(turn, plan, BEGINNING, before);
}

/** Take up what was offered. */
export function accept(turn: Turn, offer: Offer): Reply {
  switch (offer) {
    case 'start':
      return start(turn, 'asked');
    case 'go-on':
      return comeBack(turn, 'told');
    case 'again':
    case 'start-over':
      return begin(turn, wholeRoutine(mannerOf(turn.state)), [{ kind: 'from-the-top' }]);
  }
}

/** Begin again with all four. What was done today stays done. */
export function startOver(turn: Turn): Reply {
  if (turn.state.profile.disclaimerHeardOn === null) return start(turn, 'asked');
  const today = { ...turn, state: onToday(turn.state, turn.atMs) };
  return begin(today, wholeRoutine(mannerOf(today.state)), [{ kind: 'from-the-top' }]);
}

/** Begin what is still to do today. */
function beginToday(turn: Turn, before: readonly Line[]): Reply {
  const state = onToday(turn.state, turn.atMs);
  const plan = restOfRoutine((id) => setsLeft(state.day, id), state.day.skipped, mannerOf(state));
  return begin({ ...turn, state }, plan, before);
}

/** She says whether she finished the exercise that she was asked about. */
export function tellFinished(turn: Turn, finished: boolean): Reply {
  const { checkpoint } = turn.state.day;
  if (checkpoint === null) return start(turn, 'asked');
  const segment = segmentOf(turn.state, checkpoint);
  if (finished) return takeUp({ ...turn, state: advance(turn.state, checkpoint, segment.next) });
  const among = exercisesIn(segment);
  if (among.length > 1 && !isLate(turn)) return ask(turn, [], asking('place', among));
  return takeUp({ ...turn, state: moved(turn.state, { ...checkpoint, speakingSinceMs: null }) });
}

/** She says which exercise she was at when the session vanished: what comes before it is done. */
export function tellPlace(turn: Turn, id: ExerciseId): Reply {
  const { checkpoint } = turn.state.day;
  const exercise = checkpoint?.plan.exercises.findIndex((planned) => planned.id === id) ?? -1;
  if (checkpoint === null || exercise < checkpoint.at.exercise) return start(turn, 'offered');
  const at: Point = exercise === checkpoint.at.exercise ? checkpoint.at : { exercise, set: 0, part: 'setup' };
  return takeUp({ ...turn, state: advance(turn.state, checkpoint, at) });
}

/** Go on where she is, after time away: where that is, the position, and on. Before a first set she is set up anew. */
export function comeBack(turn: Turn, told: 'told' | 'not-told'): Reply {
  const { checkpoint } = turn.state.day;
  if (checkpoint === null) return start(turn, 'asked');
  const { plan, at, repsDone } = checkpoint;
  if (at.set === 0 && repsDone === 0) return coach(turn, plan, { ...at, part: 'setup' }, []);
  const where = whereIs(checkpoint);
  const picking: readonly Line[] = told === 'told' ? [] : [{ kind: 'picking-up', where }];
  return coach(turn, plan, at, [...picking, { kind: 'position', exercise: where.exercise }]);
}

/** Let her calendar day begin if another one is open; what was done on that one stays in the history. */
export function onToday(state: SessionState, atMs: number): SessionState {
  const today = todayOf(state, atMs);
  if (state.day.date === today) return state;
  return { ...state, day: newDay(today, state.zone, state.day, state.profile.pauses) };
}

function startToday(turn: Turn, how: 'offered' | 'asked'): Reply {
  const { day, profile } = turn.state;
  if (profile.disclaimerHeardOn === null) return welcome(turn);
  if (day.checkpoint !== null) {
    const where = whereIs(day.checkpoint);
    return how === 'asked'
      ? comeBack(turn, 'not-told')
      : ask(turn, [{ kind: 'you-were-at', where }], offering('go-on'));
  }
  const standing = standingOf(turn.state);
  if (day.counts) return ask(turn, [{ kind: 'done-today', standing }], offering('again'));
  return beginToday(turn, [how === 'offered' ? { kind: 'greeting', standing } : { kind: 'starting' }]);
}

function welcome(turn: Turn): Reply {
  const profile = { ...turn.state.profile, disclaimerHeardOn: turn.state.day.date };
  const lines: readonly Line[] = [{ kind: 'welcome' }, { kind: 'disclaimer' }, { kind: 'first-place' }];
  return ask({ ...turn, state: { ...turn.state, profile } }, lines, welcomed);
}

function takeUp(turn: Turn): Reply {
  const { state, atMs } = turn;
  if (isLate(turn)) {
    if (!state.day.counts) return start({ ...turn, state: onToday(state, atMs) }, 'asked');
    return ask(turn, [{ kind: 'late-day-in', standing: standingOf(state) }], offering('start'));
  }
  return state.stage.kind === 'finishing' ? close(turn, finishedLines(state)) : comeBack(turn, 'not-told');
}

/** Whether the day she is asked about is over. */
function isLate({ state, atMs }: Turn): boolean {
  return state.day.date !== todayOf(state, atMs);
}

function exercisesIn(segment: Segment): readonly ExerciseId[] {
  return [...new Set(segment.cues.filter((cue) => cue.place.part === 'work').map((cue) => cue.place.exercise))];
}

function mannerOf({ profile, day, wording }: SessionState): Manner {
  return { leadSide: day.nextLeadSide, delivery: profile.delivery, wording };
}
