import {
  type Change,
  type ListenerKey,
  type ProgressStore,
  type SaveOutcome,
  StoreUnavailableError,
} from '../core/ports';
import type { Attributes } from './attribute-value';
import { fromItems, toItem } from './progress-item';
import { DAYS_PER_READ, PROFILE_SORT_KEY, SORT_KEY, voiceInSortKey, voiceSortKey } from './table-shape';

/** Items by listener key, then by sort key: what the DynamoDB table would hold. */
export type MemoryTable = Map<string, Map<string, Attributes>>;

/** Keeps progress in memory, item for item as the DynamoDB store would. Hand in a table to look into it or to share it. */
export function createMemoryProgressStore(table: MemoryTable = new Map()): ProgressStore {
  return {
    async load(listener) {
      const items = [...(table.get(listener) ?? [])];
      const newestFirst = items.filter(([sortKey]) => sortKey <= PROFILE_SORT_KEY).sort(([a], [b]) => (a < b ? 1 : -1));
      return fromItems(newestFirst.slice(0, 1 + DAYS_PER_READ).map(([, item]) => item));
    },

    async save(listener, change) {
      try {
        return write(table, listener, change);
      } catch (error) {
        throw new StoreUnavailableError('refused', `save the ${change.kind}`, { cause: error });
      }
    },

    async erase(listener, { withMembers = false, memberOf = null } = {}) {
      for (const sortKey of [...(table.get(listener)?.keys() ?? [])]) {
        const voice = voiceInSortKey(sortKey);
        if (voice !== null && withMembers) table.delete(voice);
        if (voice === null || withMembers) table.get(listener)?.delete(sortKey);
      }
      if (memberOf !== null) table.get(memberOf)?.delete(voiceSortKey(listener));
    },
  };
}

function write(table: MemoryTable, listener: ListenerKey, change: Change): SaveOutcome {
  const version = (change.basedOn ?? 0) + 1;
  const item = toItem(listener, change, version);
  const items = table.get(listener) ?? new Map<string, Attributes>();
  const sortKey = item[SORT_KEY]?.S ?? '';
  const there = items.get(sortKey);
  if (change.kind !== 'member' && !isBasedOn(there, change.basedOn)) return { kind: 'stale' };
  table.set(listener, items.set(sortKey, { ...there, ...item }));
  return { kind: 'saved', version };
}

function isBasedOn(there: Attributes | undefined, version: number | null): boolean {
  return version === null ? there === undefined : there?.version?.N === String(version);
}
