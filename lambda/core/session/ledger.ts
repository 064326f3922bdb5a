import type { Change, ListenerKey, StoredProgress } from '../ports';
import { isBlank, mergeDays } from './day';
import type { Day, Profile } from './progress';
import { reconcile } from './reconcile';
import type { SessionState } from './state';

/** Names a stored item within one listener's progress: `profile`, or the date of a day. */
export type ItemName = string;

/** An item that must still be written. */
export type Unsaved =
  | { readonly kind: 'profile'; readonly value: Profile }
  | { readonly kind: 'day'; readonly value: Day };

/** What a session knows about the store. It travels with the session's state. */
export interface Ledger {
  /** Null when the request named nobody: nothing can be kept then. */
  readonly listener: ListenerKey | null;
  /** Whether the store could be read in this session. */
  readonly loaded: boolean;
  /** As which version an item was last read or written; `unreadable` ones must not be written over. */
  readonly versions: Readonly<Record<ItemName, number | 'unreadable'>>;
  /** Oldest first. */
  readonly unsaved: readonly Unsaved[];
  /** Whether she was told that today may not be kept. */
  readonly told: boolean;
}

export function newLedger(listener: ListenerKey | null): Ledger {
  return { listener, loaded: false, versions: {}, unsaved: [], told: false };
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
  if (after.day !== before.day && !isBlank(after.day)) changed.push({ kind: 'day', value: after.day });
  if (after.profile !== before.profile) changed.push({ kind: 'profile', value: after.profile });
  return changed.reduce(withUnsaved, ledger);
}

/** The next thing to write: a day before the profile, since a lost day cannot be said again. Null when there is nothing that may be written. */
export function nextChange(ledger: Ledger): Change | null {
  const writable = ledger.unsaved.filter((item) => ledger.versions[nameOf(item)] !== 'unreadable');
  const next = writable.find(({ kind }) => kind === 'day') ?? writable[0];
  if (next === undefined) return null;
  const version = ledger.versions[nameOf(next)];
  return { ...next, basedOn: typeof version === 'number' ? version : null };
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

/** Take in what the store turned out to hold; what is still to be written is brought together with it. */
export function caughtUp(ledger: Ledger, state: SessionState, stored: StoredProgress): readonly [Ledger, SessionState] {
  const days = daysIn(stored);
  const merged = reconcile(state, profileIn(stored), days);
  const unsaved = ledger.unsaved.map((item): Unsaved => {
    if (item.kind === 'profile') return { kind: 'profile', value: merged.profile };
    const theirs = days.find((day) => day.date === item.value.date);
    return item.value.date === merged.day.date
      ? { kind: 'day', value: merged.day }
      : { kind: 'day', value: theirs === undefined ? item.value : mergeDays(item.value, theirs) };
  });
  const taken = stored.days.filter(({ date, item }) => item.kind === 'unreadable' || isIn(date, unsaved, merged));
  return [{ ...withLoaded(ledger, { ...stored, days: taken }), unsaved }, merged];
}

/** Whether a day was brought together with what is here. Of any other the version is not noted: it must not be written over unseen. */
function isIn(date: string, unsaved: readonly Unsaved[], { day }: SessionState): boolean {
  return date === day.date || unsaved.some((item) => nameOf(item) === date);
}

function withUnsaved(ledger: Ledger, item: Unsaved): Ledger {
  const others = ledger.unsaved.filter((other) => nameOf(other) !== nameOf(item));
  return { ...ledger, unsaved: [...others, item] };
}

function nameOf(item: Pick<Unsaved, 'kind'> & { readonly value: Profile | Day }): ItemName {
  return item.kind === 'profile' ? 'profile' : (item.value as Day).date;
}
