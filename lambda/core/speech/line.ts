import type { Difficulty, ExerciseId, Side } from '../routine/exercise';
import type { Guidance, Pace, Stops } from '../routine/plan';
import type { Topic } from '../safety/back-pain';
import type { Advice } from '../safety/symptom';
import type { PartOfDay, ReminderTrouble } from '../session/event';
import type { ClockTime } from '../session/progress';
import type { Milestone } from '../streak/milestone';

/** A place in the routine as it is told: sets and reps count from 1. */
export interface Where {
  readonly exercise: ExerciseId;
  /** Null before the first set of an exercise. */
  readonly set: number | null;
  readonly side: Side | null;
  /** Reps of the set that were done when it was interrupted; 0 when there were none. */
  readonly repsDone: number;
}

/** How her days stand, as it is told. */
export interface Standing {
  readonly days: number;
  readonly total: number;
  readonly longest: number;
  readonly doneToday: boolean;
}

/** A day in the past, as it is told. `weekday`: 0 is Sunday. */
export interface PastDay {
  readonly daysAgo: number;
  readonly weekday: number;
}

/** How much of an exercise there is when all its sets are to be done. */
export interface Dose {
  readonly difficulty: Difficulty;
  /** Reps of a set; null for a plank. */
  readonly reps: number | null;
  /** The leg of set one. */
  readonly leadSide: Side;
  /** How long a plank lasts. */
  readonly holdSeconds: number;
}

/** Something the skill says outside the timeline. What it means is decided here, its words in a language's catalogue. */
export type Line =
  // statements
  | { readonly kind: 'welcome' }
  | { readonly kind: 'disclaimer' }
  | { readonly kind: 'first-place' }
  | { readonly kind: 'greeting'; readonly standing: Standing }
  | { readonly kind: 'starting' }
  | { readonly kind: 'from-the-top' }
  | { readonly kind: 'you-were-at'; readonly where: Where }
  | { readonly kind: 'picking-up'; readonly where: Where }
  | { readonly kind: 'position'; readonly exercise: ExerciseId }
  | { readonly kind: 'done-today'; readonly standing: Standing }
  | { readonly kind: 'paused' }
  | { readonly kind: 'no-rush' }
  | { readonly kind: 'set-counted' }
  | { readonly kind: 'going-back' }
  | { readonly kind: 'kept'; readonly where: Where }
  | { readonly kind: 'goodbye' }
  | { readonly kind: 'finished'; readonly standing: Standing }
  | { readonly kind: 'milestone'; readonly milestone: Milestone }
  /** `begun` is whether any set was done today. */
  /** Where her progress could not be read. */
  | { readonly kind: 'finished-unseen' }
  | { readonly kind: 'finished-without'; readonly exercises: readonly ExerciseId[]; readonly begun: boolean }
  | { readonly kind: 'late-day-in'; readonly standing: Standing }
  | { readonly kind: 'instructions'; readonly exercise: ExerciseId }
  | { readonly kind: 'exercise-list' }
  | {
      readonly kind: 'whats-left';
      readonly where: Where;
      readonly after: readonly ExerciseId[];
      readonly minutes: number;
    }
  | { readonly kind: 'routine-length'; readonly exercises: readonly ExerciseId[]; readonly minutes: number }
  /** `exercisesLeft` is what today still needs; null when her days are paused, and today is told only once it is in. */
  | { readonly kind: 'streak'; readonly standing: Standing; readonly exercisesLeft: number | null }
  /** Her days in a row are paused for so many more days, today included. */
  | { readonly kind: 'streak-is-paused'; readonly days: number }
  /** `last` is the latest day that counts, today or earlier; null when there is none. */
  | {
      readonly kind: 'progress';
      readonly inSevenDays: number;
      readonly total: number;
      readonly last: PastDay | null;
    }
  | ({ readonly kind: 'forgiven' } & PastDay)
  /** Her progress could not be read: in place of whatever speaks of it. */
  | { readonly kind: 'days-unseen' }
  | { readonly kind: 'skipped'; readonly exercise: ExerciseId }
  | { readonly kind: 'already-done'; readonly exercise: ExerciseId }
  | { readonly kind: 'nothing-to-skip' }
  | { readonly kind: 'unknown-exercise' }
  // what she asked the routine to be
  /** `exercises` is empty where what follows introduces them: the minutes alone are told. */
  | { readonly kind: 'short-routine'; readonly exercises: readonly ExerciseId[]; readonly minutes: number }
  /** The set-up that follows names the exercise. */
  | { readonly kind: 'practice' }
  | { readonly kind: 'pace-changed'; readonly pace: Pace }
  | { readonly kind: 'plank-hold-changed'; readonly seconds: number }
  | { readonly kind: 'plank-hold-out-of-range' }
  /** The dose is that of the plan, also where only the words change; null when the set-up that follows tells it. */
  | {
      readonly kind: 'difficulty-changed';
      readonly exercise: ExerciseId;
      readonly difficulty: Difficulty;
      readonly dose: Dose | null;
    }
  | { readonly kind: 'guidance-changed'; readonly guidance: Guidance }
  | { readonly kind: 'stops-changed'; readonly stops: Stops }
  | { readonly kind: 'quiet-changed'; readonly on: boolean }
  // safety
  | { readonly kind: 'get-help'; readonly advice: Advice }
  /** Something is not right: she is to stop the exercise that she is in. */
  | { readonly kind: 'stop-exercise' }
  | { readonly kind: 'rest-today' }
  | { readonly kind: 'soften' }
  | { readonly kind: 'see-a-professional' }
  | { readonly kind: 'back-pain'; readonly topic: Topic }
  // keeping
  | { readonly kind: 'logged'; readonly standing: Standing }
  | { readonly kind: 'not-logged' }
  /** `days` is how many are paused, today included where it is not in yet. */
  | { readonly kind: 'streak-paused'; readonly days: number }
  /** She asked for more than the longest pause, which is what she gets. */
  | { readonly kind: 'streak-paused-at-most'; readonly days: number }
  | { readonly kind: 'pause-over' }
  | { readonly kind: 'no-pause' }
  | { readonly kind: 'not-understood-number' }
  // reminders
  /** Before the platform asks for its permission. */
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'permission-denied' }
  | { readonly kind: 'permission-not-answered' }
  | { readonly kind: 'reminder-set'; readonly time: ClockTime }
  | { readonly kind: 'reminder-not-set' }
  | { readonly kind: 'reminder-cancelled' }
  | { readonly kind: 'no-reminder' }
  | { readonly kind: 'reminder-trouble'; readonly trouble: ReminderTrouble }
  /** What the device itself says when it rings. A visitor may hear it. */
  | { readonly kind: 'reminder-text' }
  // her data
  | { readonly kind: 'erased' }
  | { readonly kind: 'not-erased' }
  | { readonly kind: 'erase-failed' }
  | { readonly kind: 'not-caught' }
  | { readonly kind: 'help-before' }
  | { readonly kind: 'help-during' }
  | { readonly kind: 'not-saved' }
  /** Like it, where her progress could not be read either. */
  | { readonly kind: 'not-read' }
  /** Like it, where the session ends with it. */
  | { readonly kind: 'not-kept' }
  /** What she asked to have noted is not; said in place of its confirmation. */
  | { readonly kind: 'not-noted' }
  | { readonly kind: 'trouble' }
  // questions and invitations: one of them ends every response that leaves the microphone open
  | { readonly kind: 'say-im-ready' }
  | { readonly kind: 'say-ready' }
  /** Before its set-up, where speech has to stop because a response can't be longer. */
  | { readonly kind: 'say-ready-for-exercise'; readonly exercise: ExerciseId }
  | { readonly kind: 'say-ready-for-set'; readonly set: number; readonly side: Side | null }
  | { readonly kind: 'say-ready-to-go-on'; readonly where: Where }
  | { readonly kind: 'say-ready-when-back' }
  | { readonly kind: 'still-here' }
  | { readonly kind: 'say-done' }
  | { readonly kind: 'ask-start' }
  | { readonly kind: 'ask-go-on' }
  | { readonly kind: 'ask-again' }
  | { readonly kind: 'ask-start-over' }
  | { readonly kind: 'ask-finished'; readonly exercise: ExerciseId }
  | { readonly kind: 'ask-which'; readonly among: readonly ExerciseId[] }
  | { readonly kind: 'ask-which-place'; readonly among: readonly ExerciseId[] }
  | { readonly kind: 'which-one' }
  | { readonly kind: 'ask-minutes' }
  | { readonly kind: 'ask-plank-seconds' }
  | { readonly kind: 'ask-pace' }
  | { readonly kind: 'ask-difficulty' }
  | { readonly kind: 'ask-guidance' }
  | { readonly kind: 'ask-stops' }
  | { readonly kind: 'ask-easier-or-skip'; readonly exercise: ExerciseId }
  /** She does the easier form already. */
  | { readonly kind: 'ask-skip-or-stop'; readonly exercise: ExerciseId }
  | { readonly kind: 'ask-how-it-feels' }
  | { readonly kind: 'ask-topic' }
  | { readonly kind: 'ask-log-routine' }
  | { readonly kind: 'ask-pause-days' }
  | { readonly kind: 'ask-reminder-time'; readonly part: PartOfDay | null }
  /** Reads the reminder back in full: what, when, how often. `inTheNight` when it might wake a baby. */
  | { readonly kind: 'ask-confirm-reminder'; readonly time: ClockTime; readonly inTheNight: boolean }
  | { readonly kind: 'ask-erase' };

export type LineOf<K extends Line['kind']> = Extract<Line, { readonly kind: K }>;
