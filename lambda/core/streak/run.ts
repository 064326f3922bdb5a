import { addDays, daysBetween, type LocalDate } from './local-date';

/** A time away that was announced beforehand, both ends included. */
export interface Pause {
  readonly from: LocalDate;
  readonly through: LocalDate;
}

/** A run of days as it stands after the last day that was done. */
export interface Run {
  /** Days done in the current run. */
  readonly days: number;
  /** Days done in the longest run there has been. */
  readonly longest: number;
  /** Days done in all. */
  readonly total: number;
  readonly firstDone: LocalDate | null;
  readonly lastDone: LocalDate | null;
  /** The latest missed day that was forgiven in the current run. */
  readonly forgiven: LocalDate | null;
}

export const NO_RUN: Run = { days: 0, longest: 0, total: 0, firstDone: null, lastDone: null, forgiven: null };

/** A run as it is told on one of her days. */
export interface RunStanding {
  /** Days done in the current run; 0 when there is none or it has ended. */
  readonly days: number;
  readonly longest: number;
  readonly total: number;
  /** Whether this day is in. Also true for a day before the last one done, as after a flight over the date line: it would add nothing. */
  readonly doneToday: boolean;
  /**
   * The missed day to name when she asks: the one that doing today would forgive, else the latest one forgiven in the current run.
   * Null when there is none, or the run has ended.
   */
  readonly forgiven: LocalDate | null;
}

/**
 * A missed day is forgiven when the last one forgiven in the same run lies at least this many days before it, so that
 * no seven days of a run hold two.
 * Source: design section 6; domain sheet section 9 (our own rule).
 */
const FORGIVEN_AGAIN_AFTER_DAYS = 7;

/**
 * Counts a day as done. Total and longest never shrink; a date that is not after the last one done changes nothing.
 * @param date - one of her days, as `dayOf` gives it
 * @param pauses - at least those that reach past the last day done, in any order
 */
export function countDay(run: Run, date: LocalDate, pauses: readonly Pause[]): Run {
  if (isAlreadyIn(run, date)) return run;
  const gap = gapBefore(date, run, pauses);
  const days = gap.kind === 'run-over' ? 1 : run.days + 1;
  return {
    days,
    longest: Math.max(run.longest, days),
    total: run.total + 1,
    firstDone: run.firstDone ?? date,
    lastDone: date,
    forgiven: forgivenThrough(gap, run),
  };
}

/** Tells how a run stands on one of her days. That day not being done yet never breaks it. Takes `pauses` as {@link countDay} does. */
export function standingOn(run: Run, today: LocalDate, pauses: readonly Pause[]): RunStanding {
  const gap = gapBefore(today, run, pauses);
  return {
    days: gap.kind === 'run-over' ? 0 : run.days,
    longest: run.longest,
    total: run.total,
    doneToday: isAlreadyIn(run, today),
    forgiven: forgivenThrough(gap, run),
  };
}

/** What the days strictly between the last day done and another mean for the run. */
type Gap =
  | { readonly kind: 'none-missed' }
  | { readonly kind: 'forgiven'; readonly missed: LocalDate }
  | { readonly kind: 'run-over' };

function isAlreadyIn(run: Run, date: LocalDate): boolean {
  return run.lastDone !== null && date <= run.lastDone;
}

function gapBefore(date: LocalDate, run: Run, pauses: readonly Pause[]): Gap {
  if (run.lastDone === null) return { kind: 'run-over' };
  const [missed, another] = firstMissedDays(run.lastDone, date, pauses);
  if (missed === undefined) return { kind: 'none-missed' };
  if (another !== undefined || !isForgivable(missed, run)) return { kind: 'run-over' };
  return { kind: 'forgiven', missed };
}

/** The first missed days strictly between two dates: at most two, for a third changes nothing. */
function firstMissedDays(after: LocalDate, before: LocalDate, pauses: readonly Pause[]): readonly LocalDate[] {
  const missed: LocalDate[] = [];
  const daysApart = daysBetween(after, before);
  for (let ahead = 1; ahead < daysApart && missed.length < 2; ahead += 1) {
    const day = addDays(after, ahead);
    if (!isPaused(day, pauses)) missed.push(day);
  }
  return missed;
}

function isPaused(day: LocalDate, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, through }) => from <= day && day <= through);
}

function isForgivable(missed: LocalDate, run: Run): boolean {
  return run.forgiven === null || daysBetween(run.forgiven, missed) >= FORGIVEN_AGAIN_AFTER_DAYS;
}

function forgivenThrough(gap: Gap, run: Run): LocalDate | null {
  switch (gap.kind) {
    case 'none-missed':
      return run.forgiven;
    case 'forgiven':
      return gap.missed;
    case 'run-over':
      return null;
  }
}
