import { EXERCISE_IDS, type ExerciseId } from '../routine/exercise';
import { EXERCISES } from '../routine/exercises';
import type { Plan } from '../routine/plan';
import { addDays, type LocalDate } from '../streak/local-date';
import { countDay, NO_RUN, type Pause, type Run } from '../streak/run';
import type { Day, Profile } from './progress';

const NO_SETS: Day['setsDone'] = {
  'bridge-abduction-adduction': [],
  'bridge-march': [],
  'donkey-kicks': [],
  'elevated-plank': [],
};

/** Begin a day with nothing done, continuing the run that the last one left; null when there was none. */
export function newDay(date: LocalDate, zone: string, last: Day | null, pauses: readonly Pause[]): Day {
  return {
    date,
    zone,
    changedAtMs: 0,
    setsDone: NO_SETS,
    skipped: [],
    activeMs: 0,
    counts: false,
    nextLeadSide: last?.nextLeadSide ?? 'right',
    before: last === null ? NO_RUN : runAfter(last, pauses),
    told: last?.told ?? { total: 0, spanDays: 0 },
    quiet: false,
    checkpoint: null,
  };
}

/** Tell whether a day holds nothing worth keeping. */
export function isBlank(day: Day): boolean {
  const untouched = day.checkpoint === null && day.skipped.length === 0 && !day.counts && !day.quiet;
  return untouched && !hasToldLate(day) && !isBegun(day);
}

/** Her run with this day in it, if it counts. */
export function runAfter(day: Day, pauses: readonly Pause[]): Run {
  return day.counts ? countDay(day.before, day.date, pauses) : day.before;
}

/** Tell whether a milestone of earlier days may have been told on this one. On the day after one that was told in time it looks the same. */
function hasToldLate({ told, before }: Day): boolean {
  return told.total > 0 && told.total === before.total;
}

/** Note sets as done. A day on which all four exercises are finished counts. */
export function withSetsDone(day: Day, done: readonly { readonly id: ExerciseId; readonly set: number }[]): Day {
  const setsDone = { ...day.setsDone };
  for (const { id, set } of done) setsDone[id] = union(setsDone[id], [set]);
  const grown = { ...day, setsDone };
  return { ...grown, counts: day.counts || unfinished(grown).length === 0 };
}

/** Note that a plan was gone through to its end: of a short routine that is enough for the day, if none of its sets was passed over. */
export function withPlanDone(day: Day, { purpose, exercises }: Plan): Day {
  const allDone = exercises.every(({ id, sets }) => sets.every((set) => day.setsDone[id].includes(set)));
  return purpose === 'short' && allDone ? { ...day, counts: true } : day;
}

/** Tell whether every set of an exercise was done on this day. */
export function isFinished(day: Day, id: ExerciseId): boolean {
  return setsLeft(day, id).length === 0;
}

/** The sets of an exercise that are still to do, ascending. */
export function setsLeft(day: Day, id: ExerciseId): readonly number[] {
  return Array.from({ length: EXERCISES[id].sets }, (_, set) => set).filter((set) => !day.setsDone[id].includes(set));
}

/** Tell whether any set was done on this day. */
export function isBegun({ setsDone }: Day): boolean {
  return EXERCISE_IDS.some((id) => setsDone[id].length > 0);
}

/** The exercises that keep the day from counting, in the routine's order. */
export function unfinished(day: Day): readonly ExerciseId[] {
  return EXERCISE_IDS.filter((id) => !isFinished(day, id));
}

/**
 * Bring two versions of one day together, as when two devices wrote: what was done only grows, and the version that was changed later knows
 * where she is.
 */
export function mergeDays(mine: Day, theirs: Day): Day {
  const [earlier, later] = mine.changedAtMs < theirs.changedAtMs ? [mine, theirs] : [theirs, mine];
  const done = EXERCISE_IDS.flatMap((id) => earlier.setsDone[id].map((set) => ({ id, set })));
  const grown = withSetsDone(later, done);
  return {
    ...grown,
    skipped: EXERCISE_IDS.filter((id) => earlier.skipped.includes(id) || later.skipped.includes(id)),
    activeMs: Math.max(mine.activeMs, theirs.activeMs),
    counts: grown.counts || earlier.counts,
    before: furtherOf(earlier.before, later.before),
    told: toldOf(mine, theirs),
  };
}

/**
 * Her days, newest first, each continuing the run that the one before it left: an earlier day may have been finished after a later one had begun, as
 * when one speaker coaches on past three in the morning while another begins the new day.
 */
export function continued(days: readonly Day[], pauses: readonly Pause[]): readonly Day[] {
  let last: Day | null = null;
  const oldestFirst: Day[] = [];
  for (const day of days.toReversed()) {
    last = last === null ? day : continuing(day, last, pauses);
    oldestFirst.push(last);
  }
  return oldestFirst.reverse();
}

function continuing(day: Day, last: Day, pauses: readonly Pause[]): Day {
  const before = furtherOf(runAfter(last, pauses), day.before);
  return before === day.before ? day : { ...day, before, told: toldOf(day, last) };
}

function furtherOf(one: Run, other: Run): Run {
  return one.total > other.total ? one : other;
}

function toldOf({ told: one }: Day, { told: other }: Day): Day['told'] {
  return { total: Math.max(one.total, other.total), spanDays: Math.max(one.spanDays, other.spanDays) };
}

/** The days that count in the week before a date, newest first, each once. */
export function doneInWeekBefore(date: LocalDate, counted: readonly LocalDate[]): readonly LocalDate[] {
  const recent = counted.filter((day) => day < date && day >= addDays(date, -7));
  return [...new Set(recent)].sort().reverse();
}

/**
 * Her pauses without those that can mean nothing for her run any more. The day before may not be stored yet, so its gap is still counted
 * from the day done before it; and a pause may follow on a pause. So they are kept for longer than the longest one lasts.
 */
export function livePauses({ pauses }: Pick<Profile, 'pauses'>, { before }: Day): readonly Pause[] {
  const { lastDone } = before;
  return lastDone === null ? pauses : pauses.filter(({ through }) => through >= addDays(lastDone, -PAUSES_KEPT_DAYS));
}

/** A pause lasts 90 days at most. Source: design section 5. */
const PAUSES_KEPT_DAYS = 100;

/**
 * The newest of her days that may still be hers today: a flight west can make her local date one earlier than the day she was in,
 * which is not taken from her. Days further ahead come from a wrong clock and are passed over.
 */
export function newestUpTo<T extends { readonly date: string }>(days: readonly T[], today: LocalDate): T | null {
  const latest: string = addDays(today, 1);
  return days.find((day) => day.date <= latest) ?? null;
}

function union(some: readonly number[], more: readonly number[]): readonly number[] {
  return [...new Set([...some, ...more])].sort((a, b) => a - b);
}
