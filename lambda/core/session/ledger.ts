import type { Change, ListenerKey, StoredProgress } from '../ports';
import { isBlank, mergeDays } from './day';
import { isSame } from './is-same';
import type { Day, Profile } from './progress';
import type { SessionState } from './state';

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

function withUnsaved(ledger: Ledger, item: Unsaved): Ledger {
  const others = ledger.unsaved.filter((other) => nameOf(other) !== nameOf(item));
  return { ...ledger, unsaved: [...others, item] };
}

/**
 * A recognised voice whose profile is not there yet is noted under her account, before the profile is: no profile is without its note. It is the
 * note that lets it go when the account goes.
 */
export function withMember(ledger: Ledger): Ledger {
  const { listener, account, loaded, versions, unsaved } = ledger;
  const isNew = loaded && versions.profile === undefined && versions.member === undefined;
  if (listener === null || account === null || !isNew || unsaved.length === 0) return ledger;
  return withUnsaved(ledger, { kind: 'member', value: listener });
}

/** The name that an item is stored under. */
export function nameOf(item: Unsaved | Change): ItemName {
  return item.kind === 'day' ? item.value.date : item.kind;
}
