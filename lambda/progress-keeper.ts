import type { EraseOptions, ListenerKey, Log, ProgressStore, StoredProgress } from './core/ports';
import { StoreUnavailableError } from './core/ports';
import { caughtUp, isHindered, type Ledger, nextChange, withChanges, withSaved } from './core/session/ledger';
import type { Reply, SessionState } from './core/session/state';

/** A session and what is known about its storage, after something was read or written. */
export interface Kept {
  readonly state: SessionState;
  readonly ledger: Ledger;
  /** Whether everything that should be in the store is there or can still get there in time. */
  readonly safe: boolean;
}

/** Read a listener's progress at the start of a session; null when the store cannot be used. Never rejects. */
export async function readProgress(store: ProgressStore, ledger: Ledger, log: Log): Promise<StoredProgress | null> {
  if (ledger.listener === null) {
    log({ level: 'warn', code: 'no-listener' });
    return null;
  }
  const { listener } = ledger;
  return attempt(() => store.load(listener), log);
}

/**
 * Save what a turn changed: at most one write, and none when nothing changed. What cannot be saved is tried again on the next turn; a turn without
 * a next one writes also what earlier turns left waiting. When another device wrote first, both are brought together and written once more. Never
 * rejects: the coaching goes on whatever the store does.
 */
export async function keepProgress(
  store: ProgressStore,
  ledger: Ledger,
  before: Pick<SessionState, 'profile' | 'day'>,
  [state, acts]: Reply,
  log: Log,
): Promise<Kept> {
  const noted = withChanges(ledger, before, state);
  if (noted.unsaved.length === 0) return { state, ledger: noted, safe: true };
  // What was never read must not be written: it could undo what is there. The next turn tries to read it first.
  if (!noted.loaded) return { state, ledger: noted, safe: false };
  // Only an open microphone promises another turn.
  const turn: Turn = acts.at(-1)?.kind === 'ask' ? 'one-of-many' : 'last';
  let step = await saveOne(store, { state, ledger: noted }, turn, log);
  while (turn === 'last' && step.outcome === 'saved' && nextChange(step.ledger) !== null) {
    log({ level: 'info', code: 'saved-what-was-waiting' });
    step = await saveOne(store, step, turn, log);
  }
  const isAllThere = step.ledger.unsaved.length === 0;
  const canStillGetThere = turn === 'one-of-many' && step.outcome !== 'failed' && !isHindered(step.ledger);
  return { state: step.state, ledger: step.ledger, safe: isAllThere || canStillGetThere };
}

/** Remove everything that is kept of a listener, and tell whether it is gone. Never rejects. */
export async function eraseProgress(
  store: ProgressStore,
  listener: ListenerKey,
  options: EraseOptions,
  log: Log,
): Promise<boolean> {
  return (await attempt(() => store.erase(listener, options).then(() => true), log)) ?? false;
}

type Turn = 'last' | 'one-of-many';

type Session = { readonly state: SessionState; readonly ledger: Ledger };

type Step = Session & { readonly outcome: 'saved' | 'stale' | 'failed' };

async function saveOne(store: ProgressStore, session: Session, turn: Turn, log: Log): Promise<Step> {
  const step = await saveNext(store, session, turn, log);
  return step.outcome === 'stale' ? mergeAndSave(store, step, turn, log) : step;
}

async function mergeAndSave(store: ProgressStore, { ledger, state }: Session, turn: Turn, log: Log): Promise<Step> {
  log({ level: 'info', code: 'merged-with-another-device' });
  const { listener } = ledger;
  const stored = listener && (await attempt(() => store.load(listener, { consistent: true }), log));
  if (!stored) return { state, ledger, outcome: 'failed' };
  const [known, merged] = caughtUp(ledger, state, stored);
  return saveNext(store, { state: merged, ledger: known }, turn, log);
}

async function saveNext(store: ProgressStore, { state, ledger }: Session, turn: Turn, log: Log): Promise<Step> {
  const change = nextChange(ledger, turn);
  const owner = change?.kind === 'member' ? ledger.account : ledger.listener;
  if (change === null) return { state, ledger, outcome: 'saved' };
  if (owner === null) return { state, ledger, outcome: 'failed' };
  const outcome = await attempt(() => store.save(owner, change), log);
  if (outcome === null) return { state, ledger, outcome: 'failed' };
  if (outcome.kind === 'stale') return { state, ledger, outcome: 'stale' };
  return { state, ledger: withSaved(ledger, change, outcome.version), outcome: 'saved' };
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
