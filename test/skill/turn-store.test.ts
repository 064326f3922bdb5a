import { setTimeout as wait } from 'node:timers/promises';
import { type ListenerKey, type ProgressStore, StoreUnavailableError } from '../../lambda/core/ports';
import { createMemoryProgressStore } from '../../lambda/storage/memory-progress-store';
import { storeForTurn } from '../../lambda/turn-store';
import { EXAMPLE_PROFILE } from '../storage/example-progress';

const LISTENER = 'account-x' as ListenerKey;
const CHANGE = { kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null } as const;

/** A store whose calls take so long unless they are given up, as the port demands, and which counts them. */
function takingMs(callMs: number) {
  const calls: string[] = [];
  const memory = createMemoryProgressStore();
  const slowly = async <T>(name: string, until: AbortSignal | undefined, call: () => Promise<T>): Promise<T> => {
    calls.push(name);
    await wait(callMs, undefined, { ...(until && { signal: until }) }).catch((cause) => {
      throw new StoreUnavailableError('timeout', name, { cause });
    });
    return call();
  };
  const store: ProgressStore = {
    load: (listener, options) => slowly('load', options?.until, () => memory.load(listener, options)),
    save: (listener, change, options) => slowly('save', options?.until, () => memory.save(listener, change)),
    erase: (listener, options) => slowly('erase', options?.until, () => memory.erase(listener, options)),
  };
  return { store, calls };
}

it('lets calls through that fit into the turn, with all they ask for', async () => {
  const { store } = takingMs(1);
  const turn = storeForTurn(store, 1_000);
  expect(await turn.save(LISTENER, CHANGE)).toEqual({ kind: 'saved', version: 1 });
  expect((await turn.load(LISTENER, { consistent: true })).profile).toMatchObject({ kind: 'found', version: 1 });
  await turn.erase(LISTENER, { memberOf: null });
  expect((await turn.load(LISTENER)).profile).toEqual({ kind: 'none' });
});

it('gives up the call that would take longer than all of them may, and makes none after it', async () => {
  const { store, calls } = takingMs(150);
  const turn = storeForTurn(store, 200);
  const startedMs = performance.now();
  await turn.load(LISTENER);
  await expect(turn.save(LISTENER, CHANGE)).rejects.toMatchObject({ trouble: 'timeout' });
  expect(performance.now() - startedMs).toBeGreaterThan(190);
  await expect(turn.load(LISTENER)).rejects.toMatchObject({ name: 'StoreUnavailableError', trouble: 'timeout' });
  await expect(turn.erase(LISTENER)).rejects.toMatchObject({ trouble: 'timeout' });
  expect(calls).toEqual(['load', 'save']);
});

it('counts no time but that of the store', async () => {
  const turn = storeForTurn(takingMs(20).store, 100);
  await turn.load(LISTENER);
  await wait(150);
  await expect(turn.load(LISTENER)).resolves.toMatchObject({ days: [] });
});
