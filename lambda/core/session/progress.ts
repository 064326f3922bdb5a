import type { Difficulty, ExerciseId, Side } from '../routine/exercise';
import type { Delivery, Plan, Point } from '../routine/plan';
import type { LocalDate } from '../streak/local-date';
import type { Reached } from '../streak/milestone';
import type { Pause, Run } from '../streak/run';

/** What is kept about a listener from day to day. */
export interface Profile {
  readonly delivery: Delivery;
  /** Which form of each exercise she likes. */
  readonly difficulty: Readonly<Record<ExerciseId, Difficulty>>;
  /** The day she first heard the educational disclaimer and the stop rules; null until then. */
  readonly disclaimerHeardOn: LocalDate | null;
  /** Times away that she announced: paused days neither break her run nor add to it. */
  readonly pauses: readonly Pause[];
  readonly reminder: Reminder | null;
}

/** A time of day on the wall: hour 0 to 23, minute 0 to 59. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** Her one daily reminder, which the platform keeps and rings. */
export interface Reminder {
  /** The platform's name for it. */
  readonly token: string;
  readonly time: ClockTime;
}

/** Where a routine stands. Saved before each segment is spoken, because nothing tells afterwards how much of it was heard. */
export interface Checkpoint {
  readonly plan: Plan;
  /** Where the segment that is being spoken began, or, when nothing is being spoken, where she is. */
  readonly at: Point;
  /** Reps of the set at `at` that were done when it was interrupted, to be told when she comes back; 0 while a segment is spoken. */
  readonly repsDone: number;
  /** When the segment's first word was expected to sound, in epoch milliseconds; null when nothing is being spoken and `at` is certain. */
  readonly speakingSinceMs: number | null;
}

/** One of her days: what she did on it, where she is in it, and the run of days it continues. */
export interface Day {
  readonly date: LocalDate;
  /** IANA time zone by which the date was taken. */
  readonly zone: string;
  /** When she last changed it, in epoch milliseconds by the request's time: of two versions, the later one knows where she is. */
  readonly changedAtMs: number;
  /** Sets finished on this day by index from 0, ascending, each once. It only grows. */
  readonly setsDone: Readonly<Record<ExerciseId, readonly number[]>>;
  /** Left out on her wish; not counted as done. */
  readonly skipped: readonly ExerciseId[];
  /** Time she was coached through work, in whole milliseconds. It only grows. */
  readonly activeMs: number;
  /** Whether the day counts towards her days in a row. Once true, always true. */
  readonly counts: boolean;
  /** The leg that leads the next time a one-sided exercise is planned. */
  readonly nextLeadSide: Side;
  /** Her run as it stood before this day. */
  readonly before: Run;
  /** What her days had come to when a milestone was last told, so that each is told once, later if it must be. */
  readonly told: Reached;
  /** Whether she wants it whispered on this day. */
  readonly quiet: boolean;
  readonly checkpoint: Checkpoint | null;
}
