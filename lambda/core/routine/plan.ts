import type { Difficulty, ExerciseId, Side } from './exercise';

/** Where speech stops and waits for "ready". Design section 3. */
export type Stops = 'each-exercise' | 'each-set' | 'straight-through';

/** How many words lead through a set. */
export type Guidance = 'full' | 'brief';

/** How long the gaps between movements are. Holds never change with it. */
export type Pace = 'slower' | 'normal' | 'faster';

/** How she likes to be coached; remembered from day to day. */
export interface Delivery {
  readonly stops: Stops;
  readonly guidance: Guidance;
  readonly pace: Pace;
  /** Whole milliseconds, 5,000 to 60,000. */
  readonly plankHoldMs: number;
}

export const DEFAULT_DELIVERY: Delivery = {
  stops: 'each-exercise',
  guidance: 'full',
  pace: 'normal',
  plankHoldMs: 15_000,
};

/** One exercise of a plan and which of its sets are to be done, by index from 0, in order. */
export interface PlannedExercise {
  readonly id: ExerciseId;
  readonly sets: readonly number[];
  readonly difficulty: Difficulty;
}

/**
 * What a plan is for: the routine or what is left of it; a shorter one that she asked for, which counts the day when all of it is done;
 * or practice of one exercise.
 */
export type Purpose = 'routine' | 'short' | 'practice';

/** What one routine consists of. Everything that is spoken follows from a plan and a {@link Point} in it. */
export interface Plan {
  readonly purpose: Purpose;
  readonly exercises: readonly PlannedExercise[];
  /** The leg that set one of a one-sided exercise works. */
  readonly leadSide: Side;
  readonly delivery: Delivery;
  /** Whispered, in half the words: a baby sleeps. */
  readonly quiet: boolean;
  /** Picks among equal wordings; the same number gives the same words. A whole number, 0 or more. */
  readonly wording: number;
}

/** A place in a plan from which coaching can begin: the set-up of an exercise, or straight at one of its sets. */
export interface Point {
  /** Index into {@link Plan.exercises}. */
  readonly exercise: number;
  /** Index into the planned exercise's `sets`. */
  readonly set: number;
  readonly part: 'setup' | 'work';
}
