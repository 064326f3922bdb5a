import { BEGINNING } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import { unfinished } from './day';
import type { NamedExercise } from './event';
import { lengthMs, toldMinutes } from './length';
import { answer, ask, askAgain, asking, close, leadBack, offering, reorient } from './reply';
import { knownPlace, type Turn, unknownEnd } from './settle';
import { doneTodayLine, forgivenLines, milestoneLines, pausedLines, progressLine, standingOf } from './standing';
import { onToday, restOfToday } from './start';
import type { Reply, SessionState } from './state';
import { whereIs } from './where';

/** How to do an exercise: the one she names, else the one she is at, else ask which. */
export function instructions(turn: Turn, named: NamedExercise): Reply {
  switch (named.kind) {
    case 'one':
      return answer(turn, [{ kind: 'instructions', exercise: named.id }]);
    case 'several':
      return ask(turn, [], asking('instructions', named.ids));
    case 'unknown':
      return ask(turn, [{ kind: 'unknown-exercise' }], asking('instructions'));
    case 'none': {
      const current =
        turn.cutAt?.exercise ?? (turn.state.day.checkpoint && whereIs(turn.state.day.checkpoint).exercise);
      return current === null
        ? ask(turn, [], asking('instructions'))
        : answer(turn, [{ kind: 'instructions', exercise: current }]);
    }
  }
}

/** Where she is, what comes after it and for how long; outside a routine, how long it takes. */
export function whatsLeft(turn: Turn): Reply {
  const { state } = turn;
  if (state.stage.kind === 'finishing') return close(turn, []);
  if (unknownEnd(state.day)) return reorient(turn);
  const checkpoint = knownPlace(state.day);
  if (checkpoint !== null) {
    const { plan, at } = checkpoint;
    const after = plan.exercises.slice(at.exercise + 1).map(({ id }) => id);
    return answer(turn, [
      { kind: 'whats-left', where: whereIs(checkpoint), after, minutes: toldMinutes(lengthMs({ plan, at }, state)) },
    ]);
  }
  if (state.day.counts) return answer(turn, [doneTodayLine(state)]);
  const plan = restOfToday(state);
  const exercises = plan.exercises.map(({ id }) => id);
  const minutes = toldMinutes(lengthMs({ plan, at: BEGINNING }, state));
  return answer(turn, [{ kind: 'routine-length', exercises, minutes }]);
}

/** How many days in a row, whether today is in, the day that was forgiven, and a pause that she is in. */
export function streak(turn: Turn): Reply {
  if (turn.state.stage.kind === 'finishing') return close(turn, forgivenLines(turn.state));
  const state = onHerCalendar(turn);
  const paused = pausedLines(state);
  const exercisesLeft = paused.length > 0 ? null : unfinished(state.day).length;
  const told: Line = { kind: 'streak', standing: standingOf(state), exercisesLeft };
  return answer(turn, [told, ...forgivenLines(state), ...paused, ...milestoneLines(turn.state)]);
}

/** How many days this week and in all, and when the last one was. */
export function tellProgress(turn: Turn): Reply {
  if (turn.state.stage.kind === 'finishing') return close(turn, [progressLine(turn.state)]);
  return answer(turn, [progressLine(onHerCalendar(turn)), ...milestoneLines(turn.state)]);
}

/** What she can say here. Ends in a question, as the platform wants of help. */
export function help(turn: Turn): Reply {
  const { state } = turn;
  const line: Line = { kind: knownPlace(state.day) ? 'help-during' : 'help-before' };
  const back = leadBack(state) ?? offering('again');
  if (back.stage.kind === 'halted') return ask(turn, [line], { ...offering('go-on'), stage: back.stage });
  if (back.stage.kind === 'offered') return ask(turn, [line], offering(back.stage.offer));
  if (back.stage.kind === 'welcomed') return ask(turn, [line], { ...offering('start'), stage: back.stage });
  return ask(turn, [line], back);
}

/** She was not understood; the second time in a row she is told what she can say, and then every fifth time. */
export function notCaught(turn: Turn): Reply {
  if (turn.state.stage.kind === 'finishing') return close(turn, []);
  const misses = turn.state.misses + 1;
  const counted = { ...turn, state: { ...turn.state, misses } };
  return misses % 5 === 2 ? help(counted) : askAgain(counted, [{ kind: 'not-caught' }]);
}

/** The day that her calendar shows, also while she is to be asked how an earlier one ended. */
function onHerCalendar({ state, atMs }: Turn): SessionState {
  return unknownEnd(state.day) ? onToday(state, atMs) : state;
}
