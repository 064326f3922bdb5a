import type { ExerciseId, Side } from '../routine/exercise';
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
  | { readonly kind: 'finished-without'; readonly exercises: readonly ExerciseId[] }
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
  | { readonly kind: 'streak'; readonly standing: Standing; readonly exercisesLeft: number }
  | { readonly kind: 'forgiven'; readonly daysAgo: number; readonly weekday: number }
  | { readonly kind: 'skipped'; readonly exercise: ExerciseId }
  | { readonly kind: 'already-done'; readonly exercise: ExerciseId }
  | { readonly kind: 'nothing-to-skip' }
  | { readonly kind: 'unknown-exercise' }
  | { readonly kind: 'not-caught' }
  | { readonly kind: 'help-before' }
  | { readonly kind: 'help-during' }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'trouble' }
  // questions and invitations: one of them ends every response that leaves the microphone open
  | { readonly kind: 'say-im-ready' }
  | { readonly kind: 'say-ready' }
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
  | { readonly kind: 'which-one' };

export type LineOf<K extends Line['kind']> = Extract<Line, { readonly kind: K }>;
