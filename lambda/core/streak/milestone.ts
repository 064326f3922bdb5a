import { daysBetween } from './local-date';
import type { Run } from './run';

/** Days done in all that are worth a line. At 14 days relief is often noticed. Source: design section 6. */
export const MILESTONE_DAYS = [3, 7, 14, 30, 60, 100] as const;

/**
 * "About three months of practice", after which a pelvic floor physical therapist is mentioned, once.
 * Source: design section 6; the exact number is ours.
 */
const THREE_MONTHS_DAYS = 90;

/** Something reached by doing a day. */
export type Milestone =
  | { readonly kind: 'days-done'; readonly total: (typeof MILESTONE_DAYS)[number] }
  | { readonly kind: 'three-months' };

/** How far her days have come, as far as milestones go. */
export interface Reached {
  /** Days done in all. */
  readonly total: number;
  /** Calendar days from the first day done to the last. */
  readonly spanDays: number;
}

export function reachedBy({ total, firstDone, lastDone }: Run): Reached {
  return { total, spanDays: firstDone === null || lastDone === null ? 0 : daysBetween(firstDone, lastDone) };
}

/**
 * Tells what was reached since `told`. Usually nothing; after a day that was not told yet at most both kinds, days done first.
 * Three months are reached once: on the first day done that lies 90 days or more after the first one.
 */
export function milestonesOf(told: Reached, now: Reached): readonly Milestone[] {
  return MILESTONES.filter((milestone) => !isReached(milestone, told) && isReached(milestone, now));
}

/** Answers whether her days had come as far as a milestone. */
export function isReached(milestone: Milestone, { total, spanDays }: Reached): boolean {
  return milestone.kind === 'days-done' ? milestone.total <= total : THREE_MONTHS_DAYS <= spanDays;
}

const MILESTONES: readonly Milestone[] = [
  ...MILESTONE_DAYS.map((total) => ({ kind: 'days-done', total }) as const),
  { kind: 'three-months' },
];
