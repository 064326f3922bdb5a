import type { Line, Standing } from '../speech/line';
import { addDays, dayOf, daysBetween, type LocalDate, localDate } from '../streak/local-date';
import { milestonesOf } from '../streak/milestone';
import { standingOn } from '../streak/run';
import { runAfter, unfinished } from './day';
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

/** The forgiven day to name when she asks, if there is one. */
export function forgivenLines(state: SessionState): readonly Line[] {
  const { date } = state.day;
  const { forgiven } = standingOn(runAfter(state.day, state.profile.pauses), date, state.profile.pauses);
  return forgiven === null
    ? []
    : [{ kind: 'forgiven', daysAgo: daysBetween(forgiven, date), weekday: weekdayOf(forgiven) }];
}

/** What is said when the plan is through: how her days stand, or what today still has room for. Nothing in any other stage. */
export function finishedLines(state: SessionState): readonly Line[] {
  const { day, stage } = state;
  if (stage.kind !== 'finishing') return [];
  if (!day.counts) return [{ kind: 'finished-without', exercises: unfinished(day) }];
  return [...(stage.newlyCounted ? milestoneLines(state) : []), { kind: 'finished', standing: standingOf(state) }];
}

/** What was reached by doing this day. */
export function milestoneLines({ day, profile }: SessionState): readonly Line[] {
  const reached = milestonesOf(day.before, runAfter(day, profile.pauses));
  return reached.map((milestone) => ({ kind: 'milestone', milestone }));
}

/** Her calendar date now, which is not the day she is in while a routine goes on past its end. */
export function todayOf(state: SessionState, atMs: number): LocalDate {
  const now = dayOf(atMs, state.zone);
  const { date } = state.day;
  return date === addDays(now, 1) ? date : now;
}

/** 0 is Sunday. */
function weekdayOf(date: LocalDate): number {
  const A_SUNDAY = localDate('2023-01-01');
  return ((daysBetween(A_SUNDAY, date) % 7) + 7) % 7;
}
