import type { ListenerKey, StoredProgress } from '../../lambda/core/ports';
import { type Ledger, newLedger, withChanges } from '../../lambda/core/session/ledger';
import type { Day, Profile } from '../../lambda/core/session/progress';
import { localDate } from '../../lambda/core/streak/local-date';
import { inTheMarch } from './converse';

export const HER = 'digest' as ListenerKey;
export const NOTHING: StoredProgress = { profile: { kind: 'none' }, days: [] };

/** In the middle of the march on 22 November. */
export const her = inTheMarch();
export const STATE = her.state;
export const TODAY = STATE.day;
export const YESTERDAY: Day = { ...TODAY, date: localDate('2026-11-21') };
export const PROFILE: Profile = { ...STATE.profile, disclaimerHeardOn: localDate('2026-11-22') };

/** A turn changed the profile, and the next one today. */
export function changed(): Ledger {
  const welcomed = { ...STATE, profile: PROFILE, day: YESTERDAY };
  const ledger = withChanges(newLedger(HER), { ...STATE, day: YESTERDAY }, welcomed);
  return withChanges(ledger, welcomed, { ...welcomed, day: TODAY });
}

export function stored(days: readonly Day[], version: number): StoredProgress {
  return {
    profile: { kind: 'none' },
    days: days.map((value) => ({ date: value.date, item: { kind: 'found', value, version } })),
  };
}

export function found(value: Profile): StoredProgress['profile'] {
  return { kind: 'found', value, version: 3 };
}
