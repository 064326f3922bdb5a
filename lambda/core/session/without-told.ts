import { isReached } from '../streak/milestone';
import type { Day } from './progress';
import type { Reply } from './state';

/**
 * Leave out the milestones that another device has told her in the meantime, as the stored days show. A request that comes twice is answered the same
 * twice; and what is said before a segment stays, since her place in it is reckoned from its length.
 */
export function withoutTold([{ day }, acts]: Reply, stored: readonly Day[]): Reply[1] {
  const theirs = stored.find(({ date, changedAtMs }) => date === day.date && changedAtMs !== day.changedAtMs);
  if (theirs === undefined || acts.some(({ kind }) => kind === 'coach')) return acts;
  return acts.filter(
    (act) => act.kind !== 'say' || act.line.kind !== 'milestone' || !isReached(act.line.milestone, theirs.told),
  );
}
