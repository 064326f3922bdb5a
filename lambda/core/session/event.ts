import type { ExerciseId } from '../routine/exercise';

/** What she named where an exercise can be named. `several` when her word fits more than one. */
export type NamedExercise =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: ExerciseId }
  | { readonly kind: 'several'; readonly ids: readonly ExerciseId[] }
  | { readonly kind: 'unknown' };

/**
 * How the platform ended a session: `cut-off` at that moment, by her or by a fault; `no-answer` after the last prompt was heard;
 * `unknown` when the device could not be reached.
 */
export type EndReason = 'cut-off' | 'no-answer' | 'unknown';

/** What she said or what happened, with the time of the request in epoch milliseconds. */
export type SessionEvent = { readonly atMs: number } & (
  | {
      readonly kind:
        | 'launch'
        | 'start-routine'
        | 'ready'
        | 'list-exercises'
        | 'whats-left'
        | 'streak'
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
  | { readonly kind: 'instructions' | 'skip'; readonly exercise: NamedExercise }
  | { readonly kind: 'ended'; readonly reason: EndReason }
);

export type EventOf<K extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: K }>;
