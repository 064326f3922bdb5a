import { toAttributes } from '../../lambda/storage/attribute-value';
import { admittance, undisturbed } from '../support/admittance';
import { DATABASE_FAULTS, type Fault } from '../support/database-faults';
import type { DatabaseWire, WireState } from '../support/database-wire';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice } from '../support/skill-house';
import { takeErrorsOfSocketsForErrors } from '../support/socket-errors';

const NOT_SAVED = "I can't save just now, so today may not be kept, but we can carry on.";
const NOT_ERASED = "I couldn't delete everything just now. Please ask me again a little later.";
const FOUR_MINUTES_MS = 240_000;
const DAY = 'DAY#2026-11-22';

const UP: WireState = { kind: 'up' };
const NEAR_THE_TIME_OUT: WireState = { kind: 'late', delayMs: 850 };
const FAULTS = DATABASE_FAULTS.filter(({ trouble }) => trouble !== null);

/** What the SDK does not try again, or too late for the turn. */
const NOT_RETRIED: ReadonlySet<string> = new Set([
  'it answers with a web page',
  'its answer is cut short',
  'it is unavailable and asks for three seconds',
  'the answer comes a letter at a time',
]);

type Item = Readonly<Record<string, unknown>>;

/** A device of a listener of her own, as far as she got, with the wire to what is stored of her. */
interface Scene {
  readonly house: SkillHouse;
  readonly echo: Pick<TestDevice, 'launch' | 'say' | 'end'>;
  readonly wire: DatabaseWire;
  stored(): Promise<Readonly<Record<string, Item>>>;
}

/** A place that scenes begin at: what is stored, what travels with her session, and how long after the beginning it is. */
interface Place {
  readonly items: readonly Item[];
  readonly attributes: TestDevice['attributes'];
  readonly afterMs: number;
}

interface Case {
  readonly rule: string;
  readonly from: () => Place;
  readonly play: (scene: Scene) => Promise<void>;
}

let table: EmbeddedTable;
/** She did the march in the bedroom, and the kitchen knows only of the bridge. */
let behind: Place;
/** She is forty seconds into the first set. */
let inASet: Place;

const CASES: readonly Case[] = [
  ...FAULTS.flatMap(({ fault, state }) => [
    merging(`while it reads what another device wrote ${fault}`, UP, state, state),
    merging(`while it writes what two devices did ${fault}`, UP, UP, state, state),
    erasing(`while it reads which reminder goes along ${fault}`, state, state),
    erasing(fault, UP, state, state),
  ]),
  ...FAULTS.filter(({ isDone }) => !isDone).map(({ fault, state }) =>
    erasing(`it knows what there is and ${fault}`, UP, UP, state, state),
  ),
  ...FAULTS.map(ending),
  ...FAULTS.filter(({ fault }) => !NOT_RETRIED.has(fault)).map(retrying),
  merging('near the time-out with every answer', NEAR_THE_TIME_OUT, NEAR_THE_TIME_OUT, NEAR_THE_TIME_OUT),
];

/** Rules that were played, with what went wrong, if anything did. */
const played = new Map<string, { readonly error: unknown } | 'as it should'>();

beforeAll(async () => {
  takeErrorsOfSocketsForErrors();
  table = await openEmbeddedTable();
  behind = await getBehind();
  inASet = await getIntoASet();
  // Most of them is waiting.
  const left = [...CASES];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { rule, from, play } = next;
      const outcome = undisturbed(async (attempt) => play(await openScene(`${rule}, attempt ${attempt}`, from()))).then(
        () => 'as it should' as const,
        (error: unknown) => ({ error }),
      );
      played.set(rule, await outcome);
    }
  };
  await Promise.all(Array.from({ length: 12 }, lane));
}, 120_000);
afterAll(() => table.close());

it.each(CASES)('$rule', ({ rule }) => {
  const outcome = played.get(rule);
  if (typeof outcome === 'object') throw outcome.error;
  expect(outcome).toBe('as it should');
});

/** The kitchen's write is stale: it reads, brings together, and writes again. */
function merging(what: string, ...states: readonly WireState[]): Case {
  return {
    rule: `loses nothing of two devices when ${what}`,
    from: () => behind,
    play: async ({ house, echo, wire, stored }) => {
      wire.next(...states);
      const late = await echo.say('ReadyIntent');
      expect(late.said).toContain('Set one of two');
      expect(house.codes).toContain('merged-with-another-device');
      const wasTold = late.said.includes(NOT_SAVED);
      expect(wasTold).toBe(house.codes.includes('store-unavailable'));
      if (!states.includes(NEAR_THE_TIME_OUT)) expect(wasTold).toBe(true);
      wire.state = UP;
      house.wait(FOUR_MINUTES_MS);
      expect((await echo.say('ReadyIntent')).said).not.toContain(NOT_SAVED);
      expect((await stored())[DAY]).toMatchObject({
        setsDone: { 'bridge-abduction-adduction': [0, 1], 'bridge-march': [0, 1], 'donkey-kicks': [] },
      });
    },
  };
}

function erasing(what: string, ...states: readonly WireState[]): Case {
  return {
    rule: `tells her that not everything is deleted, and deletes it when she asks again, when ${what}`,
    from: () => inASet,
    play: async ({ house, echo, wire, stored }) => {
      await echo.say('DeleteMyDataIntent');
      wire.next(...states);
      expect((await echo.say('AMAZON.YesIntent')).said).toContain(NOT_ERASED);
      expect(house.codes).toEqual(['store-unavailable']);
      wire.state = UP;
      await echo.say('DeleteMyDataIntent');
      expect((await echo.say('AMAZON.YesIntent')).said).toContain('Everything I kept about you is gone.');
      expect(await stored()).toEqual({});
    },
  };
}

/** She falls silent in the first set: the session is over, and nothing can be said. */
function ending({ fault, state, isDone, trouble }: Fault): Case {
  const [next, said] = isDone ? ['knows where she was', /You were at set one/] : ['asks how it went', /Did you finish/];
  return {
    rule: `${next} in the next session when at the end of one ${fault}`,
    from: () => inASet,
    play: async ({ house, echo, wire }) => {
      wire.state = state;
      const end = await echo.end('USER_INITIATED');
      expect(end.envelope.response).toEqual({});
      expect(house.logged).toMatchObject([{ code: 'store-unavailable', detail: { trouble } }]);
      wire.state = UP;
      house.wait(3_600_000);
      expect((await echo.launch()).said).toMatch(said);
    },
  };
}

function retrying({ fault, state, isDone }: Fault): Case {
  return {
    rule: `tries again, unnoticed, when once ${fault}`,
    from: () => inASet,
    play: async ({ house, echo, wire, stored }) => {
      wire.next(state);
      const paused = await echo.say('AMAZON.PauseIntent');
      expect(paused.said).not.toContain(NOT_SAVED);
      expect((await stored())[DAY]).toMatchObject({ checkpoint: paused.state.day.checkpoint });
      // What was done unheard looks as if another device did it: unlike DynamoDB the embedded database does not show what it found.
      expect(house.codes).toEqual(isDone ? ['merged-with-another-device'] : []);
    },
  };
}

async function openScene(listener: string, { items, attributes, afterMs }: Place): Promise<Scene> {
  await admittance();
  const { wire, store } = await table.tap(listener);
  await table.plant(...items.map((item) => toAttributes({ ...item, pk: listener })));
  const house = openSkillHouse(store);
  house.wait(afterMs);
  const echo = house.device();
  echo.join(attributes);
  return { house, echo: admitted(echo), wire, stored: () => storedOf(listener) };
}

function admitted(echo: TestDevice): Pick<TestDevice, 'launch' | 'say' | 'end'> {
  return {
    launch: () => admittance().then(() => echo.launch()),
    say: (intent) => admittance().then(() => echo.say(intent)),
    end: (reason) => admittance().then(() => echo.end(reason)),
  };
}

async function storedOf(listener: string): Promise<Readonly<Record<string, Item>>> {
  const hers = (await table.everything()).filter(({ pk }) => pk === listener);
  return Object.fromEntries(hers.map((item) => [item.sk, item]));
}

async function getBehind(): Promise<Place> {
  const listener = 'in two rooms';
  const house = openSkillHouse((await table.tap(listener)).store);
  const startMs = house.now();
  const [kitchen, bedroom] = [house.device('kitchen'), house.device('bedroom')];
  await kitchen.launch();
  for (const intent of ['ReadyIntent', 'ReadyIntent', 'AMAZON.PauseIntent']) {
    await kitchen.say(intent);
    house.wait(FOUR_MINUTES_MS);
  }
  await bedroom.launch();
  for (const intent of ['AMAZON.YesIntent', 'ReadyIntent', 'ReadyIntent']) {
    await bedroom.say(intent);
    house.wait(FOUR_MINUTES_MS);
  }
  const items = Object.values(await storedOf(listener));
  return { items, attributes: kitchen.attributes, afterMs: house.now() - startMs };
}

async function getIntoASet(): Promise<Place> {
  const listener = 'in a set';
  const house = openSkillHouse((await table.tap(listener)).store);
  const startMs = house.now();
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(60_000);
  expect((await echo.say('ReadyIntent')).said).toContain('Set one of two.');
  house.wait(40_000);
  return {
    items: Object.values(await storedOf(listener)),
    attributes: echo.attributes,
    afterMs: house.now() - startMs,
  };
}
