import type { MemoryTable } from '../../lambda/storage/memory-progress-store';
import { filledSlots } from '../../simulator/filled-slots';
import { type Delivery, deliver, deliverAll } from './deliver';
import type { Diary } from './diary';
import type { Asking, Device, Household } from './household';
import { inEveryOrder, interleave } from './interleave';
import { listen, send } from './listen';
import { begin, openMemoryStore } from './live';
import { demandQuietEnd, Ledgers } from './promises';

const START_MS = Date.parse('2026-11-22T23:00:00Z');

const says = (intent: string, slots: Parameters<typeof filledSlots>[0] = {}): Asking => ({
  kind: 'says',
  intent,
  slots: filledSlots(slots),
});

const LAUNCHES: Asking = { kind: 'launch' };
const READY = says('ReadyIntent');
const YES = says('AMAZON.YesIntent');

/** What either device sends, in whatever session it is in. */
const ASKINGS: readonly Asking[] = [
  LAUNCHES,
  READY,
  YES,
  says('ChangePaceIntent', { pace: ['slower'] }),
  { kind: 'ends', how: 'left' },
];

/** A device says something after so much of what it speaks was heard, in hundredths. */
type Step = readonly [device: number, heard: number, asking: Asking];

const SITUATIONS: readonly { readonly situation: string; readonly steps: readonly Step[]; readonly heard: number }[] = [
  { situation: 'nobody has begun', steps: [], heard: 0 },
  { situation: 'one coaches', steps: [[0, 0, LAUNCHES]], heard: 70 },
  {
    situation: 'both are about to finish the third day',
    steps: [
      [0, 0, LAUNCHES],
      [0, 101, READY],
      [1, 0, LAUNCHES],
      [1, 0, YES],
      [0, 0, READY],
    ],
    heard: 101,
  },
  {
    situation: 'one coaches and the other is about to log the day',
    steps: [
      [0, 0, LAUNCHES],
      [1, 0, says('LogRoutineIntent')],
    ],
    heard: 60,
  },
];

it.each(SITUATIONS)('loses nothing in any order in which two turns reach the store, when $situation', async (how) => {
  const begun = await brought(how.steps, how.heard);
  let orders = 0;
  for (const kitchen of ASKINGS) {
    for (const bedroom of ASKINGS) orders += await inEveryOrder((choose) => liveOn(begun, [kitchen, bedroom], choose));
  }
  expect(orders).toBeGreaterThan(ASKINGS.length ** 2);
});

it('tries every order of two turns with three calls each, and no order twice', async () => {
  const seen = new Set<string>();
  const calls = (name: string, order: string[]) => async (gate: () => Promise<void>) => {
    for (let call = 0; call < 3; call += 1) {
      await gate();
      order.push(name);
    }
  };
  const orders = await inEveryOrder(async (choose) => {
    const order: string[] = [];
    await interleave([calls('a', order), calls('b', order)], choose);
    seen.add(order.join(''));
  });
  expect(orders).toBe(20);
  expect(seen.size).toBe(20);
});

interface Begun {
  readonly model: Diary;
  readonly house: Household;
  readonly table: MemoryTable;
}

/** A listener of two days who is just about to say something to both of her devices. */
async function brought(steps: readonly Step[], heard: number): Promise<Begun> {
  const table: MemoryTable = new Map();
  const beginning = { daysBefore: 2, stops: 'straight-through', hasVoice: false, startMs: START_MS } as const;
  const { model, real } = await begin(openMemoryStore(table), beginning);
  const { house } = real;
  for (const [at, heardBefore, asking] of steps) {
    const device = house.devices[at] as Device;
    await listen(model, house, device, heardBefore);
    await deliver(model, house, await send(model, house, device, asking), 'arrives');
  }
  await listen(model, house, house.devices[0] as Device, heard);
  return { model, house, table };
}

async function liveOn(begun: Begun, askings: readonly Asking[], choose: (waiting: number) => number): Promise<void> {
  const table: MemoryTable = new Map([...begun.table].map(([key, items]) => [key, new Map(items)]));
  const [model, house] = [begun.model.copy(), begun.house.copy(openMemoryStore(table))];
  const ledgers = new Ledgers();
  await ledgers.demandAll(model, house, null);
  const deliveries: Delivery[] = [];
  for (const [at, asking] of askings.entries()) {
    const device = house.devices[at] as Device;
    if (asking.kind === 'ends' && !device.isOpen) continue;
    deliveries.push({ sent: await send(model, house, device, asking), fate: 'arrives' });
  }
  await deliverAll(model, house, deliveries, (turns) => interleave(turns, choose));
  await ledgers.demandAll(model, house, null);
  await demandQuietEnd(model, house);
  await ledgers.demandAll(model, house, null);
}
