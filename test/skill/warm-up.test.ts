import { StoreUnavailableError } from '../../lambda/core/ports';
import * as localDates from '../../lambda/core/streak/local-date';
import { createMemoryProgressStore } from '../../lambda/storage/memory-progress-store';
import { warmUp } from '../../lambda/warm-up';

const never = () => new Promise<never>(() => {});

afterEach(() => jest.restoreAllMocks());

it('reads once, under nobody of ours, and writes nothing', async () => {
  const asked: string[] = [];
  const store = createMemoryProgressStore();
  await warmUp({
    ...store,
    load: async (listener, options) => {
      asked.push(listener);
      return store.load(listener, options);
    },
    save: never,
    erase: never,
  });
  expect(asked).toEqual(['warm-up']);
});

it('lets the function load where the table cannot be reached', async () => {
  const load = async () => {
    throw new StoreUnavailableError('unreachable', 'load');
  };
  await expect(warmUp({ load, save: never, erase: never })).resolves.toBeUndefined();
});

it('lets the function load where nothing can be computed', async () => {
  jest.spyOn(localDates, 'dayOf').mockImplementation(() => {
    throw new RangeError('no such zone');
  });
  const store = createMemoryProgressStore();
  await expect(warmUp(store)).resolves.toBeUndefined();
  expect(localDates.dayOf).toHaveBeenCalled();
});

it('waits a second at most for a table that never answers', async () => {
  const begunMs = performance.now();
  await warmUp({ load: never, save: never, erase: never });
  expect(performance.now() - begunMs).toBeLessThan(1_500);
});
