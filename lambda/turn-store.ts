import { type ProgressStore, StoreUnavailableError } from './core/ports';

/** Longest that all calls of the store in one turn take together. See docs/decisions/0012. */
const STORE_BUDGET_MS = 2_000;

/**
 * Bound a store for one turn: all calls together have `budgetMs` of real time. The call that is out when it is spent is told so by `until`, which the
 * port demands of every store to heed; every later one is not made. Both reject as timed out. What other services take is not counted.
 */
export function storeForTurn(store: ProgressStore, budgetMs = STORE_BUDGET_MS): ProgressStore {
  let leftMs = budgetMs;
  const inTime = async <T>(doing: string, call: (until: AbortSignal) => Promise<T>): Promise<T> => {
    if (leftMs <= 0) throw new StoreUnavailableError('timeout', doing);
    const startedMs = performance.now();
    try {
      return await call(AbortSignal.timeout(Math.ceil(leftMs)));
    } finally {
      leftMs -= performance.now() - startedMs;
    }
  };
  return {
    load: (listener, options) => inTime('load', (until) => store.load(listener, { ...options, until })),
    save: (listener, change, options) =>
      inTime(`save the ${change.kind}`, (until) => store.save(listener, change, { ...options, until })),
    erase: (listener, options) => inTime('erase', (until) => store.erase(listener, { ...options, until })),
  };
}
