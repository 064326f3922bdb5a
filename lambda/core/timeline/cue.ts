import type { ExerciseId, Side } from '../routine/exercise';
import type { Point } from '../routine/plan';

/** Where in the routine a cue stands. */
export interface Place {
  readonly exercise: ExerciseId;
  readonly part: 'setup' | 'lead-in' | 'work' | 'rest';
  /** Which set, from 0; null in the set-up. */
  readonly set: number | null;
  /** The working side; null where both work. */
  readonly side: Side | null;
  /** Which rep, from 1; null outside the reps. */
  readonly rep: number | null;
  /** Where coaching goes on when it is interrupted here; null when nothing is left. */
  readonly resumeAt: Point | null;
}

/** One moment of a routine. Every kind but `speech` is a silence with a purpose. */
export type Cue = {
  /** Whole milliseconds from the first word. */
  readonly atMs: number;
  /** Whole milliseconds, more than 0. */
  readonly durationMs: number;
  readonly place: Place;
} & (
  | { readonly kind: 'speech'; readonly text: string }
  | { readonly kind: 'hold' }
  | { readonly kind: 'breath'; readonly phase: 'in' | 'out' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'lead-in' }
);

/** The moment after a cue's last millisecond. */
export function endOf(cue: Cue): number {
  return cue.atMs + cue.durationMs;
}
