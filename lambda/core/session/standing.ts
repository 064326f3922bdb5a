import type { Line, PastDay, Standing } from '../speech/line';
import { addDays, dayOf, daysBetween, type LocalDate, localDate } from '../streak/local-date';
import { milestonesOf, reachedBy } from '../streak/milestone';
import { standingOn } from '../streak/run';
import { isBegun, runAfter, unfinished } from './day';
import type { SessionState } from './state';

/** How her days stand on the day she is in. */
export function standingOf(state: SessionState): Standing {
  const { days, longest, total, doneToday } = standingOn(
    runAfter(state.day, state.profile.pauses),
    state.day.date,
    state.profile.pauses,
  );
  return { days, longest, total, doneToday };
}

/** That today is in already, as far as her days can be seen. */
export function doneTodayLine(state: SessionState): Line {
  return state.isUnread ? { kind: 'days-unseen' } : { kind: 'done-today', standing: standingOf(state) };
}

/** The forgiven day to name when she asks, if there is one. */
export function forgivenLines(state: SessionState): readonly Line[] {
  const { date } = state.day;
  const { forgiven } = standingOn(runAfter(state.day, state.profile.pauses), date, state.profile.pauses);
  return forgiven === null ? [] : [{ kind: 'forgiven', ...pastDay(forgiven, date) }];
}

/** That her days are paused, when the day she is in is. */
export function pausedLines({ day, profile }: SessionState): readonly Line[] {
  const over = profile.pauses.filter(({ from, through }) => from <= day.date && day.date <= through);
  const last = over.map(({ through }) => daysBetween(day.date, through) + 1);
  return last.length === 0 ? [] : [{ kind: 'streak-is-paused', days: Math.max(...last) }];
}

/** The last seven days, in all, and the last time. Today is one of the seven once it is in. */
export function progressLine({ day, profile, doneBefore }: SessionState): Line {
  const { total, lastDone } = runAfter(day, profile.pauses);
  const from = addDays(day.date, day.counts ? -6 : -7);
  const inSevenDays = doneBefore.filter((date) => date >= from && date < day.date).length + (day.counts ? 1 : 0);
  return { kind: 'progress', inSevenDays, total, last: lastDone && pastDay(lastDone, day.date) };
}

/** What is said when the plan is through: how her days stand, or what today still has room for. Nothing in any other stage. */
export function finishedLines(state: SessionState): readonly Line[] {
  const { day, stage } = state;
  if (stage.kind !== 'finishing') return [];
  if (day.counts && state.isUnread) return [{ kind: 'finished-unseen' }];
  if (!day.counts) return [{ kind: 'finished-without', exercises: unfinished(day), begun: isBegun(day) }];
  return [...milestoneLines(state), { kind: 'finished', standing: standingOf(state) }];
}

/** What was reached since she was last told. {@link withTold} notes that she was. */
export function milestoneLines({ day, profile, isUnread }: SessionState): readonly Line[] {
  if (isUnread) return [];
  const reached = milestonesOf(day.told, reachedBy(runAfter(day, profile.pauses)));
  return reached.map((milestone) => ({ kind: 'milestone', milestone }));
}

/** Note what she is told with these lines, so that no milestone is told twice. */
export function withTold(state: SessionState, lines: readonly Line[]): SessionState {
  if (!lines.some(({ kind }) => kind === 'milestone')) return state;
  const { day, profile } = state;
  return { ...state, day: { ...day, told: reachedBy(runAfter(day, profile.pauses)) } };
}

/** Her calendar date now, which is not the day she is in while a routine goes on past its end. */
export function todayOf(state: SessionState, atMs: number): LocalDate {
  const now = dayOf(atMs, state.zone);
  const { date } = state.day;
  return date === addDays(now, 1) ? date : now;
}

function pastDay(date: LocalDate, today: LocalDate): PastDay {
  return { daysAgo: daysBetween(date, today), weekday: weekdayOf(date) };
}

/** 0 is Sunday. */
function weekdayOf(date: LocalDate): number {
  const A_SUNDAY = localDate('2023-01-01');
  return ((daysBetween(A_SUNDAY, date) % 7) + 7) % 7;
}
