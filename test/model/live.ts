import fc from 'fast-check';
import { type Attributes, fromAttributes } from '../../lambda/storage/attribute-value';
import { createMemoryProgressStore, type MemoryTable } from '../../lambda/storage/memory-progress-store';
import { filledSlots } from '../../simulator/filled-slots';
import type { Real } from './commands';
import { deliver } from './deliver';
import { Diary } from './diary';
import { type Asking, type Device, Household, type OpenStore } from './household';
import { Ledgers } from './promises';

/** How a household is when it begins. */
export interface Beginning {
  /** Days in a row that she did before, by herself. */
  readonly daysBefore: number;
  readonly stops: 'each-exercise' | 'each-set' | 'straight-through';
  /** Whether the third device hears another voice. */
  readonly hasVoice: boolean;
  readonly startMs: number;
}

export const arbitraryBeginning: fc.Arbitrary<Beginning> = fc.record({
  daysBefore: fc.constantFrom(0, 1, 2, 2, 6),
  stops: fc.constantFrom('each-exercise', 'straight-through', 'straight-through', 'each-set'),
  hasVoice: fc.nat(3).map((n) => n === 0),
  // Early evening, and a quarter to three in the morning in New York.
  startMs: fc.constantFrom(Date.parse('2026-11-22T23:00:00Z'), Date.parse('2026-11-22T07:45:00Z')),
});

const DAY_MS = 86_400_000;

export function openMemoryStore(table: MemoryTable = new Map()): OpenStore {
  return {
    store: createMemoryProgressStore(table),
    items: async (listener) => {
      const items = [...(table.get(listener) ?? [])].filter(([sortKey]) => !sortKey.startsWith('VOICE#'));
      return Object.fromEntries(items.map(([sortKey, item]) => [sortKey, readOnce(item)]));
    },
  };
}

/** An item is never changed, only written anew. */
const read = new WeakMap<Attributes, Readonly<Record<string, unknown>>>();

function readOnce(item: Attributes): Readonly<Record<string, unknown>> {
  const known = read.get(item) ?? fromAttributes(item);
  read.set(item, known);
  return known;
}

/** Begin: she was welcomed, did her days, and said where the routine stops. */
export async function begin(
  kept: OpenStore,
  { daysBefore, stops, hasVoice, startMs }: Beginning,
): Promise<{ readonly model: Diary; readonly real: Real }> {
  const persons = [null, null, hasVoice ? 'amzn1.ask.person.BERTA' : null];
  const house = new Household(kept, { startMs: startMs - daysBefore * DAY_MS, persons });
  const model = new Diary();
  const real = { house, ledgers: new Ledgers(), inTransit: [] };
  const echo = house.devices[0] as Device;
  const tell = async (asking: Asking) => void (await deliver(model, house, house.send(echo, asking), 'arrives'));
  const say = (intent: string) => tell({ kind: 'says', intent });
  for (let day = 0; day < daysBefore; day += 1) {
    await say('LogRoutineIntent');
    await say('AMAZON.YesIntent');
    house.nowMs += DAY_MS;
  }
  await tell({ kind: 'says', intent: 'SetStopsIntent', slots: filledSlots({ stops: [stops] }) });
  await tell({ kind: 'launch' });
  await say('AMAZON.StopIntent');
  house.sent.length = 0;
  await real.ledgers.demandAll(model, house, null);
  return { model, real };
}
