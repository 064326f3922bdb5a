import type { Change, ListenerKey, Stored, StoredProgress } from '../ports';
import type { LocalDate } from '../streak/local-date';
import type { Pause } from '../streak/run';
import { isBlank, mergeDays, newDay } from './day';
import { NEW_PROFILE } from './open-session';
import type { Day, Profile } from './progress';
import { reconcile } from './reconcile';
import type { SessionState, Stage } from './state';

/** Names a stored item of one listener: `profile`, `member`, or the date of a day. */
export type ItemName = string;

/** An item that must still be written. */
export type Unsaved =
  /** `before` is the profile as it was read, so that what she changed can be told from what she left. */
  | { readonly kind: 'profile'; readonly value: Profile; readonly before: Profile }
  | { readonly kind: 'day'; readonly value: Day }
  | { readonly kind: 'member'; readonly value: ListenerKey };

/** What a session knows about the store. It travels with the session's state. */
export interface Ledger {
  /** Null when the request named nobody: nothing can be kept then. */
  readonly listener: ListenerKey | null;
  /** The account that her voice was recognised in; null where the listener is an account herself. */
  readonly account: ListenerKey | null;
  /** Whether the store could be read in this session. */
  readonly loaded: boolean;
  /** As which version an item was last read or written; `unreadable` ones must not be written over. */
  readonly versions: Readonly<Record<ItemName, number | 'unreadable'>>;
  /** Oldest first. */
  readonly unsaved: readonly Unsaved[];
  /** Whether she was told that today may not be kept. */
  readonly told: boolean;
}

export function newLedger(listener: ListenerKey | null, account: ListenerKey | null = null): Ledger {
  return { listener, account, loaded: false, versions: {}, unsaved: [], told: false };
}

/** Note what one read brought. */
export function withLoaded(ledger: Ledger, stored: StoredProgress): Ledger {
  const items = [
    { name: 'profile', item: stored.profile },
    ...stored.days.map(({ date, item }) => ({ name: date, item })),
  ];
  const versions: Record<ItemName, number | 'unreadable'> = { ...ledger.versions };
  for (const { name, item } of items) {
    if (item.kind === 'found') versions[name] = item.version;
    if (item.kind === 'unreadable') versions[name] = 'unreadable';
  }
  return { ...ledger, loaded: true, versions };
}

/** The readable days of what was read, newest first. */
export function daysIn(stored: StoredProgress): readonly Day[] {
  return stored.days.flatMap(({ item }) => (item.kind === 'found' ? [item.value] : []));
}

export function profileIn(stored: StoredProgress): Profile | null {
  return stored.profile.kind === 'found' ? stored.profile.value : null;
}

/** Note what a turn changed. `before` is what the store is believed to hold, or what was noted already. */
export function withChanges(
  ledger: Ledger,
  before: Pick<SessionState, 'profile' | 'day'>,
  after: SessionState,
): Ledger {
  const changed: Unsaved[] = [];
  if (after.day !== before.day && !isBlank(after.day))
    changed.push({ kind: 'day', value: withWaiting(ledger, after.day) });
  if (!isSame(after.profile, before.profile)) {
    const waiting = ledger.unsaved.find((item) => item.kind === 'profile');
    changed.push({ kind: 'profile', value: after.profile, before: waiting?.before ?? before.profile });
  }
  return withMember(changed.reduce(withUnsaved, ledger));
}

/** Of a day that waits to be written the later version knows where she is. */
function withWaiting({ unsaved }: Ledger, day: Day): Day {
  const waiting = unsaved.find((item) => item.kind === 'day' && item.value.date === day.date);
  return waiting?.kind === 'day' && waiting.value.changedAtMs > day.changedAtMs ? mergeDays(day, waiting.value) : day;
}

type Kind = Unsaved['kind'];

/** What changes rarely goes first: the day changes on nearly every turn, and nothing else would ever have its turn after it. */
const WITH_TURNS_TO_COME: readonly Kind[] = ['member', 'profile', 'day'];

/** With no turn to come the day goes first: what was done cannot be said again, a setting can. */
const ON_THE_LAST_TURN: readonly Kind[] = ['day', 'member', 'profile'];

/** The next thing to write, of two days the older one. Null when there is nothing that may be written. */
export function nextChange(ledger: Ledger, turn: 'last' | 'one-of-many' = 'one-of-many'): Change | null {
  const writable = ledger.unsaved.filter((item) => ledger.versions[nameOf(item)] !== 'unreadable');
  const order = turn === 'last' ? ON_THE_LAST_TURN : WITH_TURNS_TO_COME;
  const [next] = order.flatMap((kind) => writable.filter((item) => item.kind === kind));
  if (next === undefined) return null;
  const { kind, value } = next;
  const version = ledger.versions[nameOf(next)];
  return { kind, value, basedOn: typeof version === 'number' ? version : null } as Change;
}

/** Tell whether something cannot be kept because what is stored under its name cannot be read. */
export function isHindered(ledger: Ledger): boolean {
  return ledger.unsaved.some((item) => ledger.versions[nameOf(item)] === 'unreadable');
}

export function withSaved(ledger: Ledger, change: Change, version: number): Ledger {
  const name = nameOf(change);
  return {
    ...ledger,
    versions: { ...ledger.versions, [name]: version },
    unsaved: ledger.unsaved.filter((item) => nameOf(item) !== name),
  };
}

/**
 * Take in what the store turned out to hold; what is still to be written is brought together with it. Of the settings, those that she changed in
 * this session stand, and all others are the stored ones. Where everything was erased in the meantime, nothing of this session's is brought back.
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

/** Nothing that was erased comes back: the session goes on as if it had begun just then, with what she wished for since it was last saved. */
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
  return [withMember(fresh), next];
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
  const merged = reconcile(state, theirs && mine ? withWishes(theirs, mine) : theirs, days);
  const unsaved = ledger.unsaved.map((item): Unsaved => {
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

function withUnsaved(ledger: Ledger, item: Unsaved): Ledger {
  const others = ledger.unsaved.filter((other) => nameOf(other) !== nameOf(item));
  return { ...ledger, unsaved: [...others, item] };
}

/**
 * A recognised voice whose profile is not there yet is noted under her account, before the profile is: no profile is without its note. It is the
 * note that lets it go when the account goes.
 */
function withMember(ledger: Ledger): Ledger {
  const { listener, account, loaded, versions, unsaved } = ledger;
  const isNew = loaded && versions.profile === undefined && versions.member === undefined;
  if (listener === null || account === null || !isNew || unsaved.length === 0) return ledger;
  return withUnsaved(ledger, { kind: 'member', value: listener });
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

/** Whether two values say the same, such as a setting and what she set it to once more. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
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

function nameOf(item: Unsaved | Change): ItemName {
  return item.kind === 'day' ? item.value.date : item.kind;
}
