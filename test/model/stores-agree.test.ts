import '../support/seed';
import fc from 'fast-check';
import type { ListenerKey } from '../../lambda/core/ports';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { HAPPENINGS } from './commands';
import type { OpenStore } from './household';
import { arbitraryBeginning, begin, openMemoryStore } from './live';
import { demandQuietEnd } from './promises';

const RUNS = Number(process.env.MODEL_DATABASE_RUNS ?? 6);

let table: EmbeddedTable;

beforeAll(async () => {
  table = await openEmbeddedTable();
});
afterAll(() => table.close());

it('keeps in the database what it keeps in memory, whatever happens in a household', async () => {
  let household = 0;
  await fc.assert(
    fc.asyncProperty(
      arbitraryBeginning,
      fc.commands(HAPPENINGS, { size: 'max', maxCommands: 20 }),
      async (beginning, happenings) => {
        household += 1;
        const kept: unknown[] = [];
        for (const store of [openMemoryStore(), databaseFor(`household-${household}`)]) {
          const begun = await begin(store, beginning);
          await fc.asyncModelRun(() => begun, happenings);
          await demandQuietEnd(begun.model, begun.real.house);
          const listeners = begun.real.house.devices.map((device) => begun.real.house.listenerOf(device));
          kept.push(await Promise.all(listeners.map(async (listener) => withoutVersions(await store.items(listener)))));
        }
        expect(kept[1]).toEqual(kept[0]);
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

/** The same table for all, so that opening one is not what takes the time. */
function databaseFor(prefix: string): OpenStore {
  const { store } = table;
  const own = (listener: ListenerKey) => `${prefix} ${listener}` as ListenerKey;
  return {
    store: {
      load: (listener, options) => store.load(own(listener), options),
      save: (listener, change, options) => store.save(own(listener), change, options),
      erase: (listener, options) => store.erase(own(listener), options),
    },
    items: async (listener) => {
      const hers = (await table.everything()).filter(
        ({ pk, sk }) => pk === own(listener) && !String(sk).startsWith('VOICE#'),
      );
      return Object.fromEntries(hers.map((item) => [String(item.sk), item]));
    },
  };
}

/** A write that comes twice is known as its own in the database, and written on top of itself in memory. */
function withoutVersions(items: Awaited<ReturnType<OpenStore['items']>>): unknown {
  return Object.fromEntries(Object.entries(items).map(([sortKey, item]) => [sortKey, { ...item, version: 0, pk: '' }]));
}
