import type { Stored, StoredProgress } from '../ports';
import type { LocalDate } from '../streak/local-date';
import type { Pause } from '../streak/run';
import { mergeDays, newDay } from './day';
import { isSame } from './is-same';
import { daysIn, type Ledger, nameOf, newLedger, profileIn, type Unsaved, withLoaded, withMember } from './ledger';
import { NEW_PROFILE } from './new-profile';
import type { Profile } from './progress';
import { reconcile } from './reconcile';
import type { SessionState, Stage } from './state';

/**
 * Take in what the store turned out to hold; what is still to be written is brought together with it. Of the settings, those that she changed in
 * this session stand, and all others are the stored ones. Where everything was erased in the meantime, nothing of this session's is brought back.
 *
 * Known limit: a session that was open while she erased everything on another device, and had written nothing of today yet, finds nothing in its way,
 * is not caught up, and writes back with today the run of days `before` it that it had read.
 */
export function caughtUp(ledger: Ledger, state: SessionState, stored: StoredProgress): readonly [Ledger, SessionState] {
  return isErased(ledger, state, stored) ? startedAnew(ledger, state, stored) : broughtTogether(ledger, state, stored);
}

/** Versions only grow: what is gone, or counts from the beginning again, was erased in another session. */
function isErased({ versions }: Ledger, { day }: SessionState, stored: StoredProgress): boolean {
  const today = stored.days.find(({ date }) => date === day.date)?.item ?? { kind: 'none' };
  return [
    { known: versions.profile, found: stored.profile },
    { known: versions[day.date], found: today },
  ].some(({ known, found }) => typeof known === 'number' && versionIn(found) < known);
}

/**
 * Nothing that was erased comes back: the session goes on as if it had begun just then, with what she wished for since it was last saved, and
 * whispers if it did.
 */
function startedAnew(ledger: Ledger, state: SessionState, stored: StoredProgress): readonly [Ledger, SessionState] {
  const { listener, account, told } = ledger;
  const mine = ledger.unsaved.find((item) => item.kind === 'profile');
  const profile = mine === undefined ? NEW_PROFILE : withWishes(NEW_PROFILE, mine);
  const unsaved: readonly Unsaved[] =
    mine === undefined ? [] : [{ kind: 'profile', value: profile, before: NEW_PROFILE }];
  const day = newDay(state.day.date, state.day.zone, null, []);
  const stage: Stage = state.stage.kind === 'coaching' ? { kind: 'halted' } : state.stage;
  const nobody: SessionState = { ...state, profile, day, doneBefore: [], stage };
  const [fresh, next] = broughtTogether({ ...newLedger(listener, account), told, unsaved }, nobody, stored);
  // A baby that slept before still sleeps.
  return [withMember(fresh), { ...next, day: { ...next.day, quiet: state.day.quiet } }];
}

/** 0 where there is nothing. What cannot be read may be of any version. */
function versionIn(item: Stored<unknown>): number {
  if (item.kind === 'none') return 0;
  return item.kind === 'found' ? item.version : Number.POSITIVE_INFINITY;
}

function broughtTogether(ledger: Ledger, state: SessionState, stored: StoredProgress): readonly [Ledger, SessionState] {
  const days = daysIn(stored);
  const theirs = profileIn(stored);
  const mine = ledger.unsaved.find((item) => item.kind === 'profile');
  const merged = reconcile(asRead(state), theirs && mine ? withWishes(theirs, mine) : theirs, days);
  const waiting = ledger.unsaved.filter((item) => item.kind !== 'profile' || !isSame(merged.profile, theirs));
  const unsaved = waiting.map((item): Unsaved => {
    if (item.kind === 'profile') return { kind: 'profile', value: merged.profile, before: theirs ?? item.before };
    if (item.kind === 'member') return item;
    const found = days.find((day) => day.date === item.value.date);
    return item.value.date === merged.day.date
      ? { kind: 'day', value: merged.day }
      : { kind: 'day', value: found === undefined ? item.value : mergeDays(item.value, found) };
  });
  const taken = stored.days.filter(({ date, item }) => item.kind === 'unreadable' || isIn(date, unsaved, merged));
  return [
    { ...withLoaded(ledger, { ...stored, days: taken }), unsaved },
    ledger.loaded ? merged : following(state, merged),
  ];
}

function asRead({ isUnread: _isUnread, ...state }: SessionState): SessionState {
  return state;
}

/** What a session was speaking when it could read at last, its next event settles: until then it follows its own words. */
function following({ stage, day }: SessionState, merged: SessionState): SessionState {
  if (stage.kind !== 'coaching') return merged;
  const { checkpoint, changedAtMs } = day;
  return { ...merged, stage, day: { ...merged.day, checkpoint, changedAtMs } };
}

/** Whether a day was brought together with what is here. Of any other the version is not noted: it must not be written over unseen. */
function isIn(date: string, unsaved: readonly Unsaved[], { day }: SessionState): boolean {
  return date === day.date || unsaved.some((item) => nameOf(item) === date);
}

/** A stored profile with what she changed of `before` to make `value`. */
function withWishes(theirs: Profile, { value, before }: Extract<Unsaved, { kind: 'profile' }>): Profile {
  const kept = theirs.pauses.filter((pause) => has(value.pauses, pause) || !has(before.pauses, pause));
  const begun = value.pauses.filter((pause) => !has(before.pauses, pause) && !has(kept, pause));
  return {
    delivery: changedIn(theirs.delivery, before.delivery, value.delivery),
    difficulty: changedIn(theirs.difficulty, before.difficulty, value.difficulty),
    disclaimerHeardOn: earlierOf(theirs.disclaimerHeardOn, value.disclaimerHeardOn),
    pauses: [...kept, ...begun],
    reminder: isSame(value.reminder, before.reminder) ? theirs.reminder : value.reminder,
  };
}

function changedIn<T extends object>(theirs: T, before: T, after: T): T {
  const changed = Object.entries(after).filter(([name, value]) => before[name as keyof T] !== value);
  return { ...theirs, ...Object.fromEntries(changed) };
}

function earlierOf(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function has(pauses: readonly Pause[], { from, through }: Pause): boolean {
  return pauses.some((pause) => pause.from === from && pause.through === through);
}
