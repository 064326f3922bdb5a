import type { Difficulty, ExerciseId } from '../routine/exercise';
import type { Line } from '../speech/line';
import type { LocalDate } from '../streak/local-date';
import type { Act } from './act';
import type { PartOfDay } from './event';
import type { ClockTime, Day, Profile } from './progress';

/** Where the conversation is. */
export type Stage =
  /** The session has just opened; nothing was said yet. */
  | { readonly kind: 'opened' }
  /** She heard the disclaimer and the stop rules for the first time. */
  | { readonly kind: 'welcomed' }
  /** Something was offered that yes or ready takes up. */
  | { readonly kind: 'offered'; readonly offer: Offer }
  /** She was asked whether she finished an exercise before the session vanished. */
  | { readonly kind: 'asked-finished'; readonly exercise: ExerciseId }
  /** She was asked which exercise she means, or which one she was at; a difficulty is the one that she wants it in. */
  | { readonly kind: 'asked-which'; readonly about: 'instructions' | 'skip' | 'practice' | 'place' | Difficulty }
  /** She was asked for a number: a bare one answers it. */
  | { readonly kind: 'asked-amount'; readonly about: 'minutes' | 'plank-seconds' | 'pause-days' }
  /** She was asked when to remind her; `part` is the part of the day that she named. */
  | { readonly kind: 'asked-time'; readonly part: PartOfDay | null }
  /** She was asked which of the topics about her back she means. */
  | { readonly kind: 'asked-topic' }
  /** Something hurts: she was asked whether it is sharp or strong, or just tired. */
  | { readonly kind: 'asked-how-it-feels' }
  /** She was asked whether she wants an exercise in its easier form, or to skip it. */
  | { readonly kind: 'asked-easier-or-skip'; readonly exercise: ExerciseId }
  /** She was asked to confirm something that is not to be done by mistake. */
  | { readonly kind: 'asked-confirm'; readonly wish: Wish; readonly askedAtMs: number }
  /** The platform is asking her whether the skill may set reminders. */
  | { readonly kind: 'awaiting-permission'; readonly time: ClockTime }
  /** A segment is being spoken, or was spoken and she has not answered yet. */
  | { readonly kind: 'coaching' }
  /** In the routine, nothing being spoken; where she is is certain. */
  | { readonly kind: 'halted' }
  /** The whole plan was heard; she was not told yet how her days stand. */
  | { readonly kind: 'finishing' };

/** What is done only after an explicit yes. */
export type Wish =
  | { readonly kind: 'log-routine' }
  | { readonly kind: 'delete-data' }
  /** `permissionAsked` when she was just asked for the platform's permission, so that she is not asked twice. */
  | { readonly kind: 'set-reminder'; readonly time: ClockTime; readonly permissionAsked: boolean };

export type Offer = 'start' | 'go-on' | 'again' | 'start-over';

/** What was said last outside the timeline, so that it can be said again. */
export interface LastSaid {
  readonly lines: readonly Line[];
  readonly prompt: Line;
  readonly reprompt: Line;
}

/** Everything the next turn needs. It travels through the session's attributes as JSON. */
export interface SessionState {
  /** BCP 47 tag of the device's language; words for one we do not have are English. */
  readonly locale: string;
  /** IANA time zone of the device. */
  readonly zone: string;
  readonly profile: Profile;
  readonly day: Day;
  /** Earlier days of hers that count, newest first: at least those of the week before `day`. */
  readonly doneBefore: readonly LocalDate[];
  /** How many times in this session something made her stop an exercise. It is never stored. */
  readonly stoppedExercises: number;
  readonly stage: Stage;
  /** Whether in this session she was welcomed, offered something, or coached. */
  readonly invited: boolean;
  /** Her progress could not be read in this session yet: what `profile` and `day` hold of earlier times is not hers. Absent once it could. */
  readonly isUnread?: boolean;
  /** Whether in this session she was coached; undefined in one that an older release began. */
  readonly coached: boolean | undefined;
  /** How many times in a row she was not understood. */
  readonly misses: number;
  readonly lastSaid: LastSaid | null;
  /** Picks among equal wordings and moves on with every turn. */
  readonly wording: number;
}

export type Reply = readonly [SessionState, readonly Act[]];
