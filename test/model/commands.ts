import fc from 'fast-check';
import type { ListenerKey } from '../../lambda/core/ports';
import { filledSlots } from '../../simulator/filled-slots';
import { deliver, deliverAll, type Fate } from './deliver';
import type { Diary } from './diary';
import { type Asking, type Device, type Household, type Sent, type StoreState, sessionOf } from './household';
import { interleave } from './interleave';
import { listen, type Patience, pass, send, vanish } from './listen';
import type { Ledgers } from './promises';

/** The real thing, and what is remembered to hold it to its promises. */
export interface Real {
  readonly house: Household;
  readonly ledgers: Ledgers;
  /** Sent, and not delivered yet. */
  readonly inTransit: Sent[];
}

export type HouseCommand = fc.AsyncCommand<Diary, Real>;

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

abstract class Happening implements fc.AsyncCommand<Diary, Real> {
  check(_diary: Readonly<Diary>): boolean {
    return true;
  }

  async run(diary: Diary, real: Real): Promise<void> {
    const erased = await this.happens(diary, real);
    // What was sent before everything was erased is not delivered after it: nothing is left by which it could be known as old.
    for (const sent of [real.house.sent, real.inTransit]) {
      sent.splice(0, sent.length, ...sent.filter(({ device }) => real.house.listenerOf(device) !== erased));
    }
    await real.ledgers.demandAll(diary, real.house, erased);
  }

  abstract happens(diary: Diary, real: Real): Promise<ListenerKey | null>;
  abstract toString(): string;
}

type Delivered = Fate | 'twice' | 'twice-at-once' | 'is-delayed';

class Says extends Happening {
  constructor(
    private readonly device: number,
    private readonly asking: Asking,
    private readonly patience: Patience,
    private readonly delivered: Delivered,
    private readonly order: readonly number[],
  ) {
    super();
  }

  async happens(diary: Diary, real: Real): Promise<ListenerKey | null> {
    const { house } = real;
    const device = house.devices[this.device] as Device;
    if (this.asking.kind === 'ends' && !device.isOpen) return null;
    await listen(diary, house, device, this.patience);
    if (this.asking.kind === 'ends' && !device.isOpen) return null;
    const sent = await send(diary, house, device, this.asking);
    switch (this.delivered) {
      case 'arrives':
      case 'is-lost':
        await deliver(diary, house, sent, this.delivered);
        break;
      case 'twice':
        await deliver(diary, house, sent, 'is-lost');
        await deliver(diary, house, sent, 'arrives');
        break;
      case 'twice-at-once':
        await atOnce(
          diary,
          house,
          [
            { sent, fate: 'arrives' },
            { sent, fate: 'is-lost' },
          ],
          this.order,
        );
        break;
      case 'is-delayed':
        real.inTransit.push(sent);
        return null;
    }
    if (this.delivered === 'is-lost' && this.asking.kind === 'ends') await vanish(diary, house, device);
    return null;
  }

  toString(): string {
    return `device ${this.device} ${askingIn(this.asking)} after ${this.patience} %: ${this.delivered}${this.delivered === 'twice-at-once' ? ` ${this.order}` : ''}`;
  }
}

/** Two devices have a request in flight at the same time. */
class SayAtOnce extends Happening {
  constructor(
    private readonly askings: readonly (readonly [number, Asking])[],
    private readonly order: readonly number[],
    private readonly fates: readonly Fate[],
  ) {
    super();
  }

  async happens(diary: Diary, { house }: Real): Promise<ListenerKey | null> {
    await pass(diary, house, house.nowMs + 2 * SECOND_MS);
    const deliveries: { sent: Sent; fate: Fate }[] = [];
    for (const [at, [index, asking]] of this.askings.entries()) {
      const device = house.devices[index] as Device;
      if (asking.kind === 'ends' && !device.isOpen) continue;
      deliveries.push({ sent: await send(diary, house, device, asking), fate: this.fates[at] as Fate });
    }
    await atOnce(diary, house, deliveries, this.order);
    for (const { sent, fate } of deliveries) {
      if (fate === 'is-lost' && sent.asking.kind === 'ends') await vanish(diary, house, sent.device);
    }
    return null;
  }

  toString(): string {
    const said = this.askings.map(([device, asking], at) => `device ${device} ${askingIn(asking)} (${this.fates[at]})`);
    return `at once in order ${this.order}: ${said.join(' and ')}`;
  }
}

/** What was sent longest ago and not delivered yet comes at last. */
class ComesAtLast extends Happening {
  async happens(diary: Diary, { house, inTransit }: Real): Promise<ListenerKey | null> {
    const sent = inTransit.shift();
    if (sent === undefined) return null;
    const isStillThere =
      sent.session === sessionOf(sent.device) && house.sent.findLast(({ device }) => device === sent.device) === sent;
    await deliver(diary, house, sent, isStillThere ? 'arrives' : 'is-lost');
    return null;
  }

  toString(): string {
    return 'what is in transit arrives';
  }
}

/** A request that was delivered before is delivered again, as it was. */
class ComesAgain extends Happening {
  constructor(
    private readonly back: number,
    private readonly afterMs: number,
  ) {
    super();
  }

  async happens(diary: Diary, { house, inTransit }: Real): Promise<ListenerKey | null> {
    await pass(diary, house, house.nowMs + this.afterMs);
    const sent = house.sent.filter((each) => !inTransit.includes(each)).at(-1 - this.back);
    if (sent !== undefined) await deliver(diary, house, sent, 'is-lost');
    return null;
  }

  toString(): string {
    return `the request ${this.back} back comes again after ${this.afterMs / SECOND_MS} s`;
  }
}

class TimePasses extends Happening {
  constructor(private readonly ms: number) {
    super();
  }

  async happens(diary: Diary, { house }: Real): Promise<ListenerKey | null> {
    await pass(diary, house, house.nowMs + this.ms);
    return null;
  }

  toString(): string {
    return `${this.ms / SECOND_MS} s pass`;
  }
}

/** It is told of by nobody: the power goes. */
class LosesPower extends Happening {
  constructor(private readonly device: number) {
    super();
  }

  async happens(diary: Diary, { house }: Real): Promise<ListenerKey | null> {
    await vanish(diary, house, house.devices[this.device] as Device);
    return null;
  }

  toString(): string {
    return `device ${this.device} loses power`;
  }
}

/** She has everything of hers erased. No other session of hers is open: what one would bring back, no single write can tell. */
class Erases extends Happening {
  constructor(private readonly device: number) {
    super();
  }

  async happens(diary: Diary, { house }: Real): Promise<ListenerKey | null> {
    const device = house.devices[this.device] as Device;
    // Where the answer is lost she is told that it failed, and may go on: whatever she does then is as good as erased.
    if (house.storeState !== 'up') return null;
    const hers = house.devices.filter((each) => house.listenerOf(each) === house.listenerOf(device));
    for (const other of hers) if (other !== device) await vanish(diary, house, other);
    for (const intent of ['DeleteMyDataIntent', 'AMAZON.YesIntent']) {
      await pass(diary, house, house.nowMs + 2 * SECOND_MS);
      await deliver(diary, house, await send(diary, house, device, { kind: 'says', intent }), 'arrives');
    }
    return house.listenerOf(device);
  }

  toString(): string {
    return `device ${this.device} erases everything`;
  }
}

class StoreChanges extends Happening {
  constructor(private readonly state: StoreState) {
    super();
  }

  async happens(_diary: Diary, { house }: Real): Promise<ListenerKey | null> {
    house.storeState = this.state;
    return null;
  }

  toString(): string {
    return `the store is ${this.state}`;
  }
}

async function atOnce(
  diary: Diary,
  house: Household,
  deliveries: readonly { readonly sent: Sent; readonly fate: Fate }[],
  order: readonly number[],
): Promise<void> {
  let at = 0;
  await deliverAll(diary, house, deliveries, (turns) =>
    interleave(turns, (waiting) => (order[at++ % order.length] ?? 0) % waiting),
  );
}

function askingIn(asking: Asking): string {
  if (asking.kind === 'launch') return 'launches';
  return asking.kind === 'ends'
    ? `ends (${asking.how})`
    : asking.intent +
        (asking.slots
          ? ` ${Object.values(asking.slots).map(({ value, resolutions }) => resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id ?? value)}`
          : '');
}

const says = (intent: string, slots?: Parameters<typeof filledSlots>[0]): Asking => ({
  kind: 'says',
  intent,
  ...(slots && { slots: filledSlots(slots) }),
});

const EXERCISES = ['bridge-abduction-adduction', 'bridge-march', 'donkey-kicks', 'elevated-plank'];

const arbitraryAsking: fc.Arbitrary<Asking> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(says('ReadyIntent')) },
  { weight: 5, arbitrary: fc.constant<Asking>({ kind: 'launch' }) },
  { weight: 5, arbitrary: fc.constant(says('StartRoutineIntent')) },
  { weight: 5, arbitrary: fc.constant(says('AMAZON.YesIntent')) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...['No', 'Next', 'Previous', 'StartOver', 'Pause', 'Resume', 'Repeat', 'Stop'].map((name) =>
        says(`AMAZON.${name}Intent`),
      ),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(says('StreakIntent'), says('WhatsLeftIntent'), says('LogRoutineIntent')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      says('ChangePaceIntent', { pace: ['slower'] }),
      says('ChangePaceIntent', { pace: ['faster'] }),
      says('SetStopsIntent', { stops: ['each-set'] }),
      says('SetStopsIntent', { stops: ['straight-through'] }),
      says('QuietModeIntent', { switch: ['on'] }),
      says('PauseStreakIntent', { duration: 'P3D' }),
      says('PauseStreakIntent', { ending: 'over' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constantFrom('3', '5').map((minutes) => says('StartRoutineIntent', { minutes })),
      fc.constantFrom(...EXERCISES).map((exercise) => says('PracticeExerciseIntent', { exercise: [exercise] })),
      fc.constantFrom(...EXERCISES).map((exercise) => says('SkipExerciseIntent', { exercise: [exercise] })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('left' as const, 'fault' as const, 'unreachable' as const)
      .map((how) => ({ kind: 'ends' as const, how })),
  },
);

const arbitraryDevice = fc.constantFrom(0, 0, 0, 1, 1, 2);

const arbitraryPatience: fc.Arbitrary<Patience> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(101) },
  { weight: 2, arbitrary: fc.nat(100) },
);

const arbitraryOrder = fc.array(fc.nat(1), { minLength: 6, maxLength: 6 });

const arbitraryFate = fc.constantFrom<Fate>('arrives', 'arrives', 'arrives', 'is-lost');

const arbitraryDelivered = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Delivered>('arrives') },
  { weight: 4, arbitrary: fc.constantFrom<Delivered>('is-lost', 'twice', 'twice-at-once', 'is-delayed') },
);

/** Everything that can happen in a household, in any order. */
export const HAPPENINGS: fc.Arbitrary<HouseCommand>[] = [
  fc
    .tuple(arbitraryDevice, arbitraryAsking, arbitraryPatience, arbitraryDelivered, arbitraryOrder)
    .map((said) => new Says(...said)),
  fc
    .tuple(arbitraryDevice, arbitraryAsking, arbitraryPatience, fc.constant<Delivered>('arrives'), fc.constant([0]))
    .map((said) => new Says(...said)),
  fc
    .tuple(
      arbitraryDevice,
      fc.constantFrom(1, 2),
      arbitraryAsking,
      arbitraryAsking,
      arbitraryOrder,
      arbitraryFate,
      arbitraryFate,
    )
    .map(
      ([device, next, one, other, order, ...fates]) =>
        new SayAtOnce(
          [
            [device, one],
            [(device + next) % 3, other],
          ],
          order,
          fates,
        ),
    ),
  fc
    .tuple(fc.nat(5), fc.constantFrom(1, 20, 240, 8 * 3_600))
    .map(([back, seconds]) => new ComesAgain(back, seconds * SECOND_MS)),
  fc.oneof(
    fc.constantFrom(1, 20, 60).map((seconds) => new TimePasses(seconds * SECOND_MS)),
    fc.constantFrom(3, 8, 11, 24).map((hours) => new TimePasses(hours * HOUR_MS)),
    fc.constantFrom(24, 48).map((hours) => new TimePasses(hours * HOUR_MS)),
    fc.nat(2).map((device) => new LosesPower(device)),
    fc.constant(new ComesAtLast()),
    fc.constant(new ComesAtLast()),
    fc.nat(2).map((device) => new Erases(device)),
    fc
      .constantFrom<StoreState>('up', 'up', 'no-reads', 'no-writes', 'down', 'lost-answer')
      .map((state) => new StoreChanges(state)),
  ),
];
