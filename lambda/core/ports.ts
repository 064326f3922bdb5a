import type { Day, Profile } from './session/progress';

/** Whose progress: a digest of the platform's id of the recognised voice, or else of the account. Never a raw id. */
export type ListenerKey = string & { readonly __brand: 'ListenerKey' };

/** Gives the moment, in epoch milliseconds. */
export type Clock = () => number;

/** An item as it was found. `unreadable` is one that is damaged or was written by a newer release: it must never be overwritten. */
export type Stored<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly value: T; readonly version: number }
  | { readonly kind: 'unreadable'; readonly reason: 'damaged' | 'from-the-future' };

/** A day found in the store. Its date is known from its key even where the item cannot be read. */
export interface StoredDay {
  readonly date: string;
  readonly item: Exclude<Stored<Day>, { kind: 'none' }>;
}

/** Everything one read brings: the profile and the newest days, newest first. */
export interface StoredProgress {
  readonly profile: Stored<Profile>;
  readonly days: readonly StoredDay[];
}

/**
 * One item to be written. `basedOn` is the version it was read as, null when there was none; a `member` is written under the account's key,
 * whatever is there.
 */
export type Change =
  | { readonly kind: 'profile'; readonly value: Profile; readonly basedOn: number | null }
  | { readonly kind: 'day'; readonly value: Day; readonly basedOn: number | null }
  /** Notes under her household's account that she has progress of her own, so that it goes when the account goes. */
  | { readonly kind: 'member'; readonly value: ListenerKey; readonly basedOn: number | null };

/** `stale` means that somebody else wrote first; nothing was changed. */
export type SaveOutcome = { readonly kind: 'saved'; readonly version: number } | { readonly kind: 'stale' };

/**
 * Keeps progress. One `load` is one read, one `save` one write; `erase` takes as many calls as there are items.
 * Both reject with {@link StoreUnavailableError} when the store cannot be reached, refuses or is too slow, and with nothing else.
 */
export interface ProgressStore {
  /** `consistent` asks for the very latest writes, which a merge after a stale save needs. */
  load(listener: ListenerKey, options?: LoadOptions): Promise<StoredProgress>;
  save(listener: ListenerKey, change: Change, options?: CallOptions): Promise<SaveOutcome>;
  /**
   * Remove everything that is kept of a listener, also what other releases wrote. Of an account, the members stay and their notes with them,
   * unless it goes `withMembers`. A recognised voice's own note goes too when its account is named: `memberOf`.
   */
  erase(listener: ListenerKey, options?: EraseOptions): Promise<void>;
}

export interface CallOptions {
  /** Gives the call up where it stands: it rejects as timed out, and what it asked for may be done all the same. */
  readonly until?: AbortSignal;
}

export interface LoadOptions extends CallOptions {
  readonly consistent?: boolean;
}

export interface EraseOptions extends CallOptions {
  readonly withMembers?: boolean;
  readonly memberOf?: ListenerKey | null;
}

/** Why the store could not be used; the operator's log shows it. */
export type StoreTrouble = 'missing-table' | 'access-denied' | 'throttled' | 'timeout' | 'unreachable' | 'refused';

/** The store failed: never the listener's fault. `cause` is the original error. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  constructor(
    readonly trouble: StoreTrouble,
    doing: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`The progress store could not ${doing}: ${trouble}`, options);
  }
}

/** One line for the operator: a reason code, and numbers or codes that explain it. Never her words, never an id of hers. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export type Log = (entry: LogEntry) => void;
