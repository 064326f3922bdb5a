import type { ExerciseId } from '../routine/exercise';
import type { Line } from '../speech/line';
import type { Act } from './act';
import type { Day, Profile } from './progress';

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
  /** She was asked which exercise she means, or which one she was at. */
  | { readonly kind: 'asked-which'; readonly about: 'instructions' | 'skip' | 'place' }
  /** A segment is being spoken, or was spoken and she has not answered yet. */
  | { readonly kind: 'coaching' }
  /** In the routine, nothing being spoken; where she is is certain. */
  | { readonly kind: 'halted' }
  /** The whole plan was heard; she was not told yet how her days stand. */
  | { readonly kind: 'finishing'; readonly newlyCounted: boolean };

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
  readonly stage: Stage;
  /** How many times in a row she was not understood. */
  readonly misses: number;
  readonly lastSaid: LastSaid | null;
  /** Picks among equal wordings and moves on with every turn. */
  readonly wording: number;
}

export type Reply = readonly [SessionState, readonly Act[]];
