import { daysJumped } from '../streak/days-jumped';
import { dayOf, isTimeZone } from '../streak/local-date';
import { continued, doneInWeekBefore, livePauses, newDay, newestUpTo } from './day';
import { zoneOf } from './locale-zone';
import { NEW_PROFILE } from './new-profile';
import type { Day, Profile } from './progress';
import { advance, segmentOf, unknownEnd } from './settle';
import { onToday } from './start';
import type { SessionState } from './state';

/** What a session opens with, besides what is stored. */
export interface Circumstances {
  readonly atMs: number;
  /** BCP 47 tag of the device's language. */
  readonly locale: string;
  /** The device's zone as it says itself; null when it could not be learnt. */
  readonly deviceZone: string | null;
}

/**
 * Open a session on what is stored; the days are newest first, and both may be empty for a listener never seen.
 * She is on the day that her calendar shows, unless she has to be asked first how an earlier one ended.
 */
export function openSession(profile: Profile | null, stored: readonly Day[], now: Circumstances): SessionState {
  const days = continued(stored, profile?.pauses ?? []);
  const latest = days[0]?.zone;
  const zone = now.deviceZone ?? (latest !== undefined && isTimeZone(latest) ? latest : zoneOf(now.locale));
  const today = dayOf(now.atMs, zone);
  const newest = newestUpTo(days, today);
  const known = withoutJumpedDays(welcomedBy(profile ?? NEW_PROFILE, days), newest, zone, now.atMs);
  const day = newest ?? newDay(today, zone, null, known.pauses);
  const state: SessionState = {
    locale: now.locale,
    zone,
    profile: known,
    day,
    doneBefore: doneInWeekBefore(
      day.date,
      days.filter(({ counts }) => counts).map(({ date }) => date),
    ),
    stoppedExercises: 0,
    stage: { kind: 'opened' },
    invited: false,
    coached: false,
    misses: 0,
    lastSaid: null,
    wording: wordingAt(now.atMs),
  };
  return mayStillCount(state) ? state : onToday(state, now.atMs);
}

/** A number that differs from session to session, and is the same when a turn is repeated. */
function wordingAt(atMs: number): number {
  return Math.floor(Math.abs(atMs) / 1_000) % 1_000;
}

/** Whether the day would count if the segment whose end is unknown had been heard out. */
function mayStillCount(state: SessionState): boolean {
  const checkpoint = unknownEnd(state.day);
  if (checkpoint === null || state.day.counts) return false;
  return advance(state, checkpoint, segmentOf(state, checkpoint).next).day.counts;
}

/** Whoever was coached was welcomed, even where the note of it was not saved. */
function welcomedBy(profile: Profile, days: readonly Day[]): Profile {
  const coached = days.find(({ checkpoint, activeMs }) => checkpoint !== null || activeMs > 0);
  return profile.disclaimerHeardOn !== null || coached === undefined
    ? profile
    : { ...profile, disclaimerHeardOn: coached.date };
}

/** Days that a flight left out of her calendar are time away: they were never hers to miss. */
function withoutJumpedDays(profile: Profile, newest: Day | null, zone: string, atMs: number): Profile {
  if (newest === null || newest.zone === zone || !isTimeZone(newest.zone)) return profile;
  const jumped = daysJumped(atMs, newest.zone, zone);
  // Until she has a day in the new zone, later sessions would find the same flight on other dates.
  const isNoted = profile.pauses.some((pause) => pause.from >= newest.date);
  return jumped === null || isNoted ? profile : { ...profile, pauses: [...livePauses(profile, newest), jumped] };
}
