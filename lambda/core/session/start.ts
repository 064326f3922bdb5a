import { EXERCISE_IDS, type ExerciseId, otherSide, type Side } from '../routine/exercise';
import { EXERCISES } from '../routine/exercises';
import type { Point } from '../routine/plan';
import { BEGINNING, type Manner, restOfRoutine, wholeRoutine } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import type { Segment } from '../timeline/segment';
import { coach } from './coach';
import { isFinished, newDay, setsLeft } from './day';
import type { NamedExercise } from './event';
import type { Day } from './progress';
import { ask, asking, close, offering, welcomed, whetherFinished } from './reply';
import { advance, knownPlace, moved, segmentOf, type Turn, unknownEnd } from './settle';
import { milestoneLines, standingOf, todayOf } from './standing';
import type { Offer, Reply, SessionState } from './state';
import { whereIs } from './where';

/**
 * Start or take up her routine. `offered` is how she is met when the skill opens: what is unfinished is offered. `asked` is when she asked
 * for it in so many words: it goes on at once.
 */
export function start(turn: Turn, how: 'offered' | 'asked'): Reply {
  if (turn.state.stage.kind === 'finishing') return close(turn, []);
  if (unknownEnd(turn.state.day)) return ask(turn, [], whetherFinished(turn.state));
  return startToday(unlessUnderWay(turn), how);
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
      return fromTheTop(turn);
  }
}

/** Begin again with all four. What was done today stays done. An earlier day that may still count is asked about first. */
export function startOver(turn: Turn): Reply {
  const { state } = turn;
  if (state.profile.disclaimerHeardOn === null) return start(turn, 'asked');
  if (state.stage.kind === 'finishing') return ask(turn, [], offering('again'));
  if (unknownEnd(state.day) && isLate(turn)) return start(turn, 'asked');
  return fromTheTop(unlessUnderWay(turn));
}

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

/** Go on where she is, after time away: where that is, the position, and on. Before a first set she is set up anew. */
function comeBack(turn: Turn, told: 'told' | 'not-told'): Reply {
  const checkpoint = knownPlace(turn.state.day);
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

/** Outside a routine she is on the day that her calendar shows; a routine that is under way belongs to the day it began on. */
function unlessUnderWay(turn: Turn): Turn {
  const { stage, day } = turn.state;
  const underWay = stage.kind !== 'opened' && day.checkpoint !== null;
  return underWay ? turn : { ...turn, state: onToday(turn.state, turn.atMs) };
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
  return beginRest(turn, [how === 'offered' ? { kind: 'greeting', standing } : { kind: 'starting' }]);
}

/** Begin what is still to do today. */
function beginRest(turn: Turn, before: readonly Line[]): Reply {
  const { day } = turn.state;
  const manner: Manner = { ...mannerOf(turn.state), leadSide: leadOfRest(day) };
  const plan = restOfRoutine((id) => setsLeft(day, id), day.skipped, manner);
  return coach(turn, plan, BEGINNING, before);
}

function fromTheTop(turn: Turn): Reply {
  return coach(turn, wholeRoutine(mannerOf(turn.state)), BEGINNING, [{ kind: 'from-the-top' }]);
}

function welcome(turn: Turn): Reply {
  const profile = { ...turn.state.profile, disclaimerHeardOn: turn.state.day.date };
  const lines: readonly Line[] = [{ kind: 'welcome' }, { kind: 'disclaimer' }, { kind: 'first-place' }];
  return ask({ ...turn, state: { ...turn.state, profile } }, lines, welcomed);
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

/** Whether the day she is asked about is over. */
function isLate({ state, atMs }: Turn): boolean {
  return state.day.date !== todayOf(state, atMs);
}

function exercisesIn(segment: Segment): readonly ExerciseId[] {
  return [...new Set(segment.cues.filter((cue) => cue.place.part === 'work').map((cue) => cue.place.exercise))];
}

/** The legs of an exercise that was begun today keep their sets, so that what is left is the other leg. */
function leadOfRest(day: Day): Side {
  const begun = EXERCISE_IDS.some(
    (id) => EXERCISES[id].sides === 'one-per-set' && day.setsDone[id].length > 0 && !isFinished(day, id),
  );
  return begun ? otherSide(day.nextLeadSide) : day.nextLeadSide;
}

function mannerOf({ profile, day, wording }: SessionState): Manner {
  return { leadSide: day.nextLeadSide, delivery: profile.delivery, wording };
}
