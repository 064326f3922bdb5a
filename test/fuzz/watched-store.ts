import { type ProgressStore, StoreUnavailableError } from '../../lambda/core/ports';
import { EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import type { Day } from '../../lambda/core/session/progress';
import { createMemoryProgressStore, type MemoryTable } from '../../lambda/storage/memory-progress-store';
import type { Troubles } from './arbitrary-household';

/** A store in memory that fails when it is told to, and sees to it that nothing that was done is lost. */
export interface WatchedStore extends ProgressStore {
  readonly table: MemoryTable;
  trouble(kind: Troubles['store']): void;
  /** How often anything was written or erased. */
  readonly writes: number;
  /** How often anything was erased. */
  readonly erasures: number;
  /** The first thing that was lost by a change; null when nothing ever was. */
  readonly loss: string | null;
}

export function createWatchedStore(table: MemoryTable = new Map()): WatchedStore {
  const inner = createMemoryProgressStore(table);
  /** As they were written last. */
  const days = new Map<string, Day>();
  let trouble: Troubles['store'] = null;
  let writes = 0;
  let erasures = 0;
  let loss: string | null = null;
  const fails = (doing: 'load' | 'save' | 'erase') => {
    if (trouble === doing || trouble === 'all') throw new StoreUnavailableError('timeout', doing);
  };
  return {
    table,
    get writes() {
      return writes;
    },
    get erasures() {
      return erasures;
    },
    get loss() {
      return loss;
    },
    trouble: (kind) => {
      trouble = kind;
    },
    async load(listener, options) {
      fails('load');
      return inner.load(listener, options);
    },
    async save(listener, change) {
      fails('save');
      const before = change.kind === 'day' ? days.get(`${listener} ${change.value.date}`) : undefined;
      const outcome = await inner.save(listener, change);
      if (outcome.kind === 'saved') writes += 1;
      // Not thrown here: the skill would take it for the store's trouble, or apologise.
      if (outcome.kind === 'saved' && change.kind === 'day') {
        days.set(`${listener} ${change.value.date}`, change.value);
        if (before !== undefined) loss ??= lossIn(before, change.value);
      }
      if (trouble === 'lost-answer') throw new StoreUnavailableError('timeout', 'save');
      return outcome;
    },
    async erase(listener, options) {
      fails('erase');
      writes += 1;
      erasures += 1;
      days.clear();
      await inner.erase(listener, options);
      if (trouble === 'lost-answer') throw new StoreUnavailableError('timeout', 'erase');
    },
  };
}

/** What was done on a day, and lost when it was written again; null when nothing was. */
function lossIn(before: Day, after: Day): string | null {
  const lost = EXERCISE_IDS.filter((id) => before.setsDone[id].some((set) => !after.setsDone[id].includes(set)));
  const losses = [
    ...lost.map((id) => `sets of ${id} were ${before.setsDone[id]} and are ${after.setsDone[id]}`),
    ...(before.counts && !after.counts ? ['it counts no more'] : []),
    ...(after.activeMs < before.activeMs ? [`her time was ${before.activeMs} and is ${after.activeMs}`] : []),
    ...(totalOf(after) < totalOf(before) ? [`her days were ${totalOf(before)} and are ${totalOf(after)}`] : []),
  ];
  return losses.length > 0 ? `${before.date}: ${losses.join(', ')}` : null;
}

/** Her days done in all, with this one. */
function totalOf({ before, counts }: Day): number {
  return before.total + (counts ? 1 : 0);
}
