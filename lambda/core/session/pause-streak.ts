import type { Line } from '../speech/line';
import { addDays, type LocalDate } from '../streak/local-date';
import type { Pause } from '../streak/run';
import { livePauses } from './day';
import type { EventOf, PauseWish } from './event';
import { pause as restAWhile } from './leave';
import { answer, ask, askingAmount, conclude } from './reply';
import type { Turn } from './settle';
import { todayOf } from './standing';
import type { Reply } from './state';

/** Pause her days in a row from today on, or from tomorrow when today is in; or end the pause. What is past stays as it was. Minutes pause the routine. */
export function pauseStreak(turn: Turn, { pause }: EventOf<'pause-streak'>): Reply {
  switch (pause.kind) {
    case 'nothing':
      return askDays(turn, []);
    case 'unknown':
      return askDays(turn, [NOT_UNDERSTOOD]);
    case 'value':
      return take(turn, pause.value);
  }
}

/** Source: domain sheet section 9. */
const LONGEST_PAUSE_DAYS = 90;

const NOT_UNDERSTOOD: Line = { kind: 'not-understood-number' };

function take(turn: Turn, wish: PauseWish): Reply {
  switch (wish.kind) {
    case 'over':
      return endPause(turn);
    case 'minutes':
      return restAWhile(turn);
    case 'days':
      return wish.days < 1 ? askDays(turn, [NOT_UNDERSTOOD]) : pauseFor(turn, wish.days);
  }
}

function askDays(turn: Turn, lines: readonly Line[]): Reply {
  return ask(turn, lines, askingAmount('pause-days', { kind: 'ask-pause-days' }));
}

function pauseFor(turn: Turn, wished: number): Reply {
  const { day, profile } = turn.state;
  const today = todayOf(turn.state, turn.atMs);
  const from = day.counts && day.date === today ? addDays(today, 1) : today;
  const days = Math.min(wished, LONGEST_PAUSE_DAYS);
  const pause: Pause = { from, through: addDays(from, days - 1) };
  const line: Line = { kind: wished > days ? 'streak-paused-at-most' : 'streak-paused', days };
  return conclude(withPauses(turn, [...before(today, profile.pauses), pause]), [line]);
}

/** She is back: a pause that runs or is to come is over from today. */
export function endPause(turn: Turn): Reply {
  const { pauses } = turn.state.profile;
  const today = todayOf(turn.state, turn.atMs);
  const isPaused = pauses.some(({ through }) => through >= today);
  return isPaused
    ? answer(withPauses(turn, before(today, pauses)), [{ kind: 'pause-over' }])
    : answer(turn, [{ kind: 'no-pause' }]);
}

/** What of her pauses lies before a day. */
function before(today: LocalDate, pauses: readonly Pause[]): readonly Pause[] {
  const yesterday = addDays(today, -1);
  return pauses
    .filter(({ from }) => from < today)
    .map(({ from, through }) => ({ from, through: through < today ? through : yesterday }));
}

function withPauses(turn: Turn, pauses: readonly Pause[]): Turn {
  const { state } = turn;
  const live = livePauses({ pauses }, state.day);
  return { ...turn, state: { ...state, profile: { ...state.profile, pauses: live } } };
}
