import type { EraseOptions, ListenerKey, LoadOptions, Log, ProgressStore, StoredProgress } from './core/ports';
import { StoreUnavailableError } from './core/ports';
import { caughtUp } from './core/session/catch-up';
import { daysIn, isHindered, type Ledger, nextChange, withChanges, withSaved } from './core/session/ledger';
import type { Reply, SessionState } from './core/session/state';
import { withoutTold } from './core/session/without-told';

/** A session after it was saved, as far as it could be. */
export interface Kept extends Session {
  /** Whether everything that should be in the store is there or can still get there in time. */
  readonly safe: boolean;
}

/** Read a listener's progress; null when the store cannot be used. A store that fails does not make it reject. */
export async function readProgress(
  store: ProgressStore,
  ledger: Ledger,
  log: Log,
  options?: LoadOptions,
): Promise<StoredProgress | null> {
  if (ledger.listener === null) {
    log({ level: 'warn', code: 'no-listener' });
    return null;
  }
  const { listener } = ledger;
  return attempt(() => store.load(listener, options), log);
}

/**
 * Save what a turn changed: at most one write, and none when nothing changed. What cannot be saved is tried again on the next turn; a turn without
 * a next one writes also what earlier turns left waiting. When another device wrote first, both are brought together and written once more. A store
 * that fails does not make it reject: the coaching goes on.
 */
export async function keepProgress(
  store: ProgressStore,
  ledger: Ledger,
  before: Pick<SessionState, 'profile' | 'day'>,
  [state, acts]: Reply,
  log: Log,
): Promise<Kept> {
  const noted = withChanges(ledger, before, state);
  if (noted.unsaved.length === 0) return { state, acts, ledger: noted, safe: true };
  // What was never read must not be written: it could undo what is there. The next turn tries to read it first.
  if (!noted.loaded) return { state, acts, ledger: noted, safe: false };
  // Only an open microphone promises another turn.
  const turn: Turn = acts.at(-1)?.kind === 'ask' ? 'one-of-many' : 'last';
  let step = await saveOne(store, { state, acts, ledger: noted }, turn, log);
  while (turn === 'last' && step.outcome === 'saved' && nextChange(step.ledger) !== null) {
    log({ level: 'info', code: 'saved-what-was-waiting' });
    step = await saveOne(store, step, turn, log);
  }
  const isAllThere = step.ledger.unsaved.length === 0;
  const canStillGetThere = turn === 'one-of-many' && step.outcome !== 'failed' && !isHindered(step.ledger);
  return { state: step.state, acts: step.acts, ledger: step.ledger, safe: isAllThere || canStillGetThere };
}

/** Remove everything that is kept of a listener, and tell whether it is gone. A store that fails does not make it reject. */
export async function eraseProgress(
  store: ProgressStore,
  listener: ListenerKey,
  options: EraseOptions,
  log: Log,
): Promise<boolean> {
  return (await attempt(() => store.erase(listener, options).then(() => true), log)) ?? false;
}

type Turn = 'last' | 'one-of-many';

/** A session, what she is to hear, and what is known about its storage. */
interface Session {
  readonly state: SessionState;
  readonly acts: Reply[1];
  readonly ledger: Ledger;
}

interface Step extends Session {
  readonly outcome: 'saved' | 'stale' | 'failed';
}

async function saveOne(store: ProgressStore, session: Session, turn: Turn, log: Log): Promise<Step> {
  const step = await saveNext(store, session, turn, log);
  return step.outcome === 'stale' ? mergeAndSave(store, step, turn, log) : step;
}

async function mergeAndSave(store: ProgressStore, session: Session, turn: Turn, log: Log): Promise<Step> {
  log({ level: 'info', code: 'merged-with-another-device' });
  const { listener } = session.ledger;
  const stored = listener && (await attempt(() => store.load(listener, { consistent: true }), log));
  if (!stored) return { ...session, outcome: 'failed' };
  const [ledger, state] = caughtUp(session.ledger, session.state, stored);
  const acts = withoutTold([session.state, session.acts], daysIn(stored));
  return saveNext(store, { state, acts, ledger }, turn, log);
}

async function saveNext(store: ProgressStore, session: Session, turn: Turn, log: Log): Promise<Step> {
  const { ledger } = session;
  const change = nextChange(ledger, turn);
  const owner = change?.kind === 'member' ? ledger.account : ledger.listener;
  if (change === null) return { ...session, outcome: 'saved' };
  if (owner === null) return { ...session, outcome: 'failed' };
  const outcome = await attempt(() => store.save(owner, change), log);
  if (outcome === null) return { ...session, outcome: 'failed' };
  if (outcome.kind === 'stale') return { ...session, outcome: 'stale' };
  return { ...session, ledger: withSaved(ledger, change, outcome.version), outcome: 'saved' };
}

async function attempt<T>(call: () => Promise<T>, log: Log): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    log({ level: 'error', code: 'store-unavailable', detail: { trouble: error.trouble } });
    return null;
  }
}
