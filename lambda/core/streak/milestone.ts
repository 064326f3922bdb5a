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

/**
 * Tells what a day brought: the run before it was counted against the run after. Usually nothing; at most both kinds, days done first.
 * Three months are reached once: on the first day done that lies 90 days or more after the first one.
 */
export function milestonesOf(before: Run, after: Run): readonly Milestone[] {
  const reached: Milestone[] = [];
  for (const total of MILESTONE_DAYS) {
    if (before.total < total && total <= after.total) reached.push({ kind: 'days-done', total });
  }
  if (spanDays(before) < THREE_MONTHS_DAYS && THREE_MONTHS_DAYS <= spanDays(after))
    reached.push({ kind: 'three-months' });
  return reached;
}

/** Calendar days from the first day done to the last. */
function spanDays(run: Run): number {
  return run.firstDone === null || run.lastDone === null ? 0 : daysBetween(run.firstDone, run.lastDone);
}
