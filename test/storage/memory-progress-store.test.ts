import { createMemoryProgressStore, type MemoryTable } from '../../lambda/storage/memory-progress-store';
import { describeProgressStore } from './progress-store-contract';

describeProgressStore('memory', async () => {
  const table: MemoryTable = new Map();
  return {
    store: createMemoryProgressStore(table),
    async plant(item) {
      const [pk, sk] = [item.pk?.S ?? '', item.sk?.S ?? ''];
      table.set(pk, (table.get(pk) ?? new Map()).set(sk, item));
    },
    dig: async (listener, sortKey) => table.get(listener)?.get(sortKey),
    close: async () => {},
  };
});
