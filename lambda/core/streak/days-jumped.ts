import { addDays, dayOf } from './local-date';
import type { Pause } from './run';

/**
 * Tells which days her calendar jumped over because she came to another zone: from Los Angeles to Sydney a day of hers that she
 * never had. Given to `countDay` and `standingOn` beside her pauses, they are not missed, so a flight takes no day away.
 * Null when the zones agree on the day, or the new one is behind (a date that comes twice counts once anyway).
 * @param atMs - epoch milliseconds, now
 * @param zoneBefore - zone in which her last day was done
 * @param zoneNow - zone she is in
 * @throws RangeError as {@link dayOf} does
 */
export function daysJumped(atMs: number, zoneBefore: string, zoneNow: string): Pause | null {
  const there = dayOf(atMs, zoneBefore);
  const here = dayOf(atMs, zoneNow);
  return there < here ? { from: there, through: addDays(here, -1) } : null;
}
