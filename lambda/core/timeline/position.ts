import type { Plan, Point } from '../routine/plan';
import { type Cue, endOf, type Place } from './cue';
import type { Segment } from './segment';
import { pointAfter } from './stretches';

/** How much of a segment was heard. */
export type Heard = { readonly kind: 'all' } | { readonly kind: 'part'; readonly place: Place };

/** A set of a plan, by its index in the exercise. */
export interface PlannedSet {
  readonly exercise: number;
  readonly set: number;
}

/** Look up how much of a segment was heard after a time. Before its first word she is at its first cue. */
export function heardAfter(segment: Segment, elapsedMs: number): Heard {
  const cue = segment.cues.find((each) => elapsedMs < endOf(each));
  return cue === undefined ? { kind: 'all' } : { kind: 'part', place: cue.place };
}

/** Where the routine goes on after so much was heard; null when nothing of it is left. */
export function resumePoint(segment: Segment, heard: Heard): Point | null {
  return heard.kind === 'all' ? segment.next : heard.place.resumeAt;
}

/** The sets that lie between two points of a plan: those done by someone who went from one to the other. `to` null is the end. */
export function setsBetween(plan: Plan, from: Point, to: Point | null): readonly PlannedSet[] {
  const passed: PlannedSet[] = [];
  for (let at: Point | null = from; at !== null && !isAtOrAfter(at, to); at = pointAfter(plan, at)) {
    const set = plan.exercises[at.exercise]?.sets[at.set];
    if (set !== undefined) passed.push({ exercise: at.exercise, set });
  }
  return passed;
}

/** Time of work that was coached within the first `elapsedMs` of a segment, in whole milliseconds. */
export function activeMsWithin(segment: Segment, elapsedMs: number): number {
  return segment.cues.filter((cue) => cue.place.part === 'work').reduce((sum, cue) => sum + heardOf(cue, elapsedMs), 0);
}

function heardOf(cue: Cue, elapsedMs: number): number {
  return Math.max(0, Math.min(cue.durationMs, elapsedMs - cue.atMs));
}

function isAtOrAfter(at: Point, to: Point | null): boolean {
  if (to === null) return false;
  return at.exercise > to.exercise || (at.exercise === to.exercise && at.set >= to.set);
}
