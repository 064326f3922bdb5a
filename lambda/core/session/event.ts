import type { Difficulty, ExerciseId } from '../routine/exercise';
import type { Guidance, Pace, Stops } from '../routine/plan';
import type { Topic } from '../safety/back-pain';
import type { Symptom } from '../safety/symptom';
import type { ClockTime } from './progress';

/** What she named where an exercise can be named. `several` when her word fits more than one. */
export type NamedExercise =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: ExerciseId }
  | { readonly kind: 'several'; readonly ids: readonly ExerciseId[] }
  | { readonly kind: 'unknown' };

/** What she said in another slot. `unknown` when it was nothing that we can take. */
export type Said<T> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'unknown' };

/** How long she wants to hold her planks. Seconds may be any whole number. */
export type HoldWish = { readonly kind: 'seconds'; readonly seconds: number } | { readonly kind: 'longer' | 'shorter' };

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** When she wants to be reminded. `part` is the part of the day that she named besides the hour. */
export type TimeWish =
  | { readonly kind: 'at'; readonly time: ClockTime; readonly part: PartOfDay | null }
  | { readonly kind: 'part-of-day'; readonly part: PartOfDay };

/** How long she wants her days in a row paused, in whole days of any number, or that the pause is over. Whole minutes are no pause of her days. */
export type PauseWish =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'over' };

/** Why a reminder could not be set or cancelled. */
export type ReminderTrouble = 'not-permitted' | 'not-on-this-device' | 'too-many' | 'unavailable';

/**
 * How the platform ended a session: `cut-off` at that moment, by her or by a fault; `no-answer` after the last prompt was heard;
 * `unknown` when the device could not be reached.
 */
export type EndReason = 'cut-off' | 'no-answer' | 'unknown';

/** What came of a task that the mind gave away, or of what the platform asked her itself. */
export type Outcome =
  | {
      readonly kind: 'permission-answered';
      readonly answer: 'accepted' | 'denied' | 'not-answered';
      readonly time: ClockTime | null;
    }
  | { readonly kind: 'reminder-set'; readonly token: string; readonly time: ClockTime }
  | { readonly kind: 'reminder-cancelled' }
  | { readonly kind: 'reminder-failed'; readonly trouble: ReminderTrouble; readonly time: ClockTime | null }
  | { readonly kind: 'erased' }
  | { readonly kind: 'erase-failed' };

/** What she said or what happened, with the time of the request in epoch milliseconds. */
export type SessionEvent = { readonly atMs: number } & (
  | {
      readonly kind:
        | 'launch'
        | 'ready'
        | 'list-exercises'
        | 'whats-left'
        | 'streak'
        | 'progress'
        | 'log-routine'
        | 'cancel-reminder'
        | 'delete-data'
        | 'help'
        | 'stop'
        | 'fallback'
        | 'yes'
        | 'no'
        | 'pause'
        | 'resume'
        | 'next'
        | 'previous'
        | 'repeat'
        | 'start-over';
    }
  | { readonly kind: 'start-routine'; readonly minutes: Said<number> }
  | { readonly kind: 'practice' | 'instructions' | 'skip'; readonly exercise: NamedExercise }
  | { readonly kind: 'change-pace'; readonly pace: Said<Pace> }
  | { readonly kind: 'set-plank-hold'; readonly hold: Said<HoldWish> }
  | { readonly kind: 'change-difficulty'; readonly difficulty: Said<Difficulty>; readonly exercise: NamedExercise }
  | { readonly kind: 'set-guidance'; readonly guidance: Said<Guidance> }
  | { readonly kind: 'set-stops'; readonly stops: Said<Stops> }
  | { readonly kind: 'quiet-mode'; readonly on: Said<boolean> }
  /** `score` is of ten, as she may say it by herself: it is never asked for. */
  | { readonly kind: 'report-pain'; readonly symptom: Said<Symptom>; readonly score: Said<number> }
  | { readonly kind: 'ask-back-pain'; readonly topic: Said<Topic> }
  | { readonly kind: 'pause-streak'; readonly pause: Said<PauseWish> }
  /** `permitted` is whether she has allowed the skill to set reminders. */
  | { readonly kind: 'set-reminder'; readonly time: Said<TimeWish>; readonly permitted: boolean }
  | { readonly kind: 'ended'; readonly reason: EndReason }
  | Outcome
);

export type EventOf<K extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: K }>;
