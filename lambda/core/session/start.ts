import { EXERCISE_IDS, otherSide, type Side } from '../routine/exercise';
import { EXERCISES } from '../routine/exercises';
import type { Plan } from '../routine/plan';
import { BEGINNING, restOfRoutine, wholeRoutine } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import { coach, mannerOf } from './coach';
import { doneInWeekBefore, isFinished, newDay, setsLeft } from './day';
import type { Day } from './progress';
import { ask, offering, welcomed, whetherFinished } from './reply';
import { knownPlace, type Turn, unknownEnd } from './settle';
import { doneTodayLine, milestoneLines, standingOf, todayOf } from './standing';
import type { Offer, Reply, SessionState } from './state';
import { whereIs } from './where';

/**
 * Start or take up her routine. `offered` is how she is met when the skill opens: what is unfinished is offered. `asked` is when she asked
 * for it in so many words: it goes on at once. Where a plan is just through, she hears how today stands, and is asked. `before` is said first.
 */
export function start(turn: Turn, how: 'offered' | 'asked', before: readonly Line[] = []): Reply {
  if (turn.state.stage.kind === 'finishing')
    return ask(turn, before, offering(turn.state.day.counts ? 'again' : 'start'));
  if (unknownEnd(turn.state.day)) return ask(turn, before, whetherFinished(turn.state));
  return startToday(unlessUnderWay(turn), how, before);
}

/** Take up what was offered. */
export function accept(turn: Turn, offer: Offer): Reply {
  if (isNew(turn.state)) return start(turn, 'asked');
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
  if (isNew(state)) return start(turn, 'asked');
  if (state.stage.kind === 'finishing') return ask(turn, [], offering('again'));
  if (unknownEnd(state.day) && isLate(turn)) return start(turn, 'asked');
  return fromTheTop(unlessUnderWay(turn));
}

/** Go on where she is, after time away: where that is, the position, and on. Before a first set she is set up anew. */
export function comeBack(turn: Turn, told: 'told' | 'not-told', before: readonly Line[] = []): Reply {
  const checkpoint = knownPlace(turn.state.day);
  if (checkpoint === null) return start(turn, 'asked', before);
  const { plan, at, repsDone } = checkpoint;
  if (at.set === 0 && repsDone === 0) return coach(turn, plan, { ...at, part: 'setup' }, before);
  const where = whereIs(checkpoint);
  const picking: readonly Line[] = told === 'told' ? [] : [{ kind: 'picking-up', where }];
  return coach(turn, plan, at, [...before, ...picking, { kind: 'position', exercise: where.exercise }]);
}

/** Let her calendar day begin if another one is open; what was done on that one stays in the history. Quiet lasts as long as the session does. */
export function onToday(state: SessionState, atMs: number): SessionState {
  const today = todayOf(state, atMs);
  if (state.day.date === today) return state;
  const { day, doneBefore, zone, profile, stage } = state;
  // At three in the morning a baby that sleeps goes on sleeping.
  const quiet = stage.kind !== 'opened' && day.quiet;
  return {
    ...state,
    day: { ...newDay(today, zone, day, profile.pauses), quiet },
    doneBefore: doneInWeekBefore(today, day.counts ? [day.date, ...doneBefore] : doneBefore),
  };
}

/** Outside a routine she is on the day that her calendar shows; a routine that is under way belongs to the day it began on. */
export function unlessUnderWay(turn: Turn): Turn {
  const { stage, day } = turn.state;
  const underWay = stage.kind !== 'opened' && day.checkpoint !== null;
  return underWay ? turn : { ...turn, state: onToday(turn.state, turn.atMs) };
}

function startToday(turn: Turn, how: 'offered' | 'asked', before: readonly Line[]): Reply {
  const { day } = turn.state;
  if (isNew(turn.state)) return welcome(turn, before);
  const late = milestoneLines(turn.state);
  if (day.checkpoint !== null) {
    const where = whereIs(day.checkpoint);
    return how === 'asked'
      ? comeBack(turn, 'not-told', before)
      : ask(turn, [...before, ...late, { kind: 'you-were-at', where }], offering('go-on'));
  }
  if (day.counts) return ask(turn, [...before, doneTodayLine(turn.state), ...late], offering('again'));
  return beginRest(turn, [...before, openingLine(turn.state, how), ...late]);
}

function openingLine(state: SessionState, how: 'offered' | 'asked'): Line {
  return how === 'asked' || state.isUnread ? { kind: 'starting' } : { kind: 'greeting', standing: standingOf(state) };
}

/** Begin what is still to do today. */
export function beginRest(turn: Turn, before: readonly Line[]): Reply {
  return coach(turn, restOfToday(turn.state), BEGINNING, before);
}

/** Plan what is still to do today. */
export function restOfToday(state: SessionState): Plan {
  const { day } = state;
  return restOfRoutine((id) => setsLeft(day, id), day.skipped, { ...mannerOf(state), leadSide: leadOfRest(day) });
}

/** Whether she has not heard the disclaimer yet: it comes before anything is coached. */
export function isNew({ profile }: SessionState): boolean {
  return profile.disclaimerHeardOn === null;
}

function fromTheTop(turn: Turn): Reply {
  return coach(turn, wholeRoutine(mannerOf(turn.state)), BEGINNING, [{ kind: 'from-the-top' }]);
}

function welcome(turn: Turn, before: readonly Line[]): Reply {
  const profile = { ...turn.state.profile, disclaimerHeardOn: turn.state.day.date };
  const lines: readonly Line[] = [...before, { kind: 'welcome' }, { kind: 'disclaimer' }, { kind: 'first-place' }];
  return ask({ ...turn, state: { ...turn.state, profile } }, lines, welcomed);
}

/** Whether the day she is asked about is over. */
export function isLate({ state, atMs }: Turn): boolean {
  return state.day.date !== todayOf(state, atMs);
}

/** The legs of an exercise that was begun today keep their sets, so that what is left is the other leg. */
function leadOfRest(day: Day): Side {
  const begun = EXERCISE_IDS.some(
    (id) => EXERCISES[id].sides === 'one-per-set' && day.setsDone[id].length > 0 && !isFinished(day, id),
  );
  return begun ? otherSide(day.nextLeadSide) : day.nextLeadSide;
}
