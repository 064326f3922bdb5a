import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import type { WireState } from '../support/database-wire';
import { createImpatientClient } from '../support/database-wire';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice, type Turn } from '../support/skill-house';

const NOT_SAVED = "I can't save just now, so today may not be kept, but we can carry on.";
const NOT_READ = "I can't see your days just now. They're safe, but today may not be kept.";
const FOUR_MINUTES_MS = 240_000;

const TROUBLES: readonly { readonly store: string; readonly state: WireState; readonly trouble: string | null }[] = [
  {
    store: 'denies access',
    state: { kind: 'error', type: 'com.amazon.coral.service#AccessDeniedException' },
    trouble: 'access-denied',
  },
  {
    store: 'is throttled',
    state: { kind: 'error', type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException' },
    trouble: 'throttled',
  },
  {
    store: 'breaks inside',
    state: { kind: 'error', type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' },
    trouble: 'refused',
  },
  { store: 'never answers', state: { kind: 'hung' }, trouble: 'timeout' },
  // How a broken socket is named differs inside Jest; the store's own tests hold it.
  { store: 'cuts every connection', state: { kind: 'cut' }, trouble: null },
];

let table: EmbeddedTable;
const closing: (() => Promise<void> | void)[] = [];

beforeEach(async () => {
  table = await openEmbeddedTable(createImpatientClient);
  closing.push(table.close);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe.each(TROUBLES)('while the store $store', ({ state, trouble }) => {
  it('she is coached from the first launch to the end and told once', async () => {
    const house = openSkillHouse(table.store);
    table.wire.state = state;
    const turns = await wholeRoutine(house, house.device());
    expect(turns.map(({ said }) => said.split('may not be kept').length - 1)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(turns[0]?.said.startsWith(NOT_READ)).toBe(true);
    expect(turns.at(-1)?.said).toBe("Well done. I can't see your days just now, but they're safe.");
    expect(new Set(house.codes)).toEqual(new Set(['store-unavailable']));
    if (trouble !== null) expect(house.logged[0]).toMatchObject({ level: 'error', detail: { trouble } });
    expect(await table.items()).toEqual({});
  });

  it('nothing of a routine begun before is lost: it is saved as soon as the store is back', async () => {
    const house = openSkillHouse(table.store);
    const echo = house.device();
    await echo.launch();
    await echo.say('ReadyIntent');
    house.wait(FOUR_MINUTES_MS);
    table.wire.state = state;
    const bridges = await echo.say('ReadyIntent');
    expect(bridges.said).toContain(NOT_SAVED);
    house.wait(FOUR_MINUTES_MS);
    const march = await echo.say('ReadyIntent');
    expect(march.said).not.toContain(NOT_SAVED);
    house.wait(FOUR_MINUTES_MS);

    table.wire.state = { kind: 'up' };
    const kicks = await echo.say('ReadyIntent');
    expect(kicks.said).not.toContain('save');
    expect(kicks.ledger.unsaved).toEqual([]);
    expect((await table.items())['DAY#2026-11-22']).toMatchObject({
      setsDone: {
        'bridge-abduction-adduction': [0, 1],
        'bridge-march': [0, 1],
        'donkey-kicks': [],
        'elevated-plank': [],
      },
      checkpoint: kicks.state.day.checkpoint,
    });
  });
});

it('saves what she did before the store could ever be read once it is back, together with what it holds', async () => {
  const house = openSkillHouse(table.store);
  await wholeRoutine(house, house.device());
  house.wait(24 * 3_600_000);

  table.wire.state = { kind: 'hung' };
  const echo = house.device();
  const [welcome] = await wholeRoutine(house, echo, 3);
  expect(welcome?.said).toContain('Welcome to My Back Routine.');
  table.wire.state = { kind: 'up' };
  table.wire.counted();
  house.wait(FOUR_MINUTES_MS);
  const back = await echo.say('ReadyIntent');
  expect(table.wire.counted()).toEqual({ reads: 1, writes: 1 });
  expect(back.said).not.toContain('save');
  for (let readies = 0; readies < 2; readies += 1) {
    house.wait(FOUR_MINUTES_MS);
    await echo.say('ReadyIntent');
  }
  house.wait(FOUR_MINUTES_MS);
  expect((await echo.say('ReadyIntent')).said).toMatch(/two days in a row/i);

  const items = await table.items();
  expect(items['DAY#2026-11-22']).toMatchObject({ counts: true });
  expect(items['DAY#2026-11-23']).toMatchObject({
    counts: true,
    before: { days: 1, total: 1, firstDone: '2026-11-22', lastDone: '2026-11-22' },
  });
  expect(items.PROFILE).toMatchObject({ disclaimerHeardOn: '2026-11-22' });
});

it('saves at the end of the session what could not be saved before', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  table.wire.state = { kind: 'cut' };
  await echo.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  await echo.say('ReadyIntent');
  expect(await table.items()).not.toHaveProperty('DAY#2026-11-22');
  table.wire.state = { kind: 'up' };
  house.wait(FOUR_MINUTES_MS);
  await echo.end('EXCEEDED_MAX_REPROMPTS');
  expect((await table.items())['DAY#2026-11-22']).toMatchObject({
    setsDone: { 'bridge-abduction-adduction': [0, 1], 'bridge-march': [] },
  });
});

it('tells a missing table by its name in the log, and coaches all the same', async () => {
  const client = createImpatientClient(table.wire.endpoint);
  closing.push(() => client.destroy());
  const house = openSkillHouse(createDynamoProgressStore({ client, tableName: 'no-such-table' }));
  const echo = house.device();
  expect((await echo.launch()).said).toContain(NOT_READ);
  expect((await echo.say('ReadyIntent')).said).toContain('First, the bridge');
  expect(house.logged[0]).toEqual({
    level: 'error',
    code: 'store-unavailable',
    detail: { trouble: 'missing-table' },
  });
});

it('answers well inside the time that Alexa waits, with the real time-outs, whether or not the store was ever read', async () => {
  const real = await openEmbeddedTable();
  closing.push(real.close);
  const house = openSkillHouse(real.store);
  const echo = house.device();
  await echo.launch();
  real.wire.state = { kind: 'hung' };
  house.settings.trouble('hang');
  const startedMs = performance.now();
  const [ready, launch] = await Promise.all([echo.say('ReadyIntent'), house.device('bedroom').launch()]);
  expect(performance.now() - startedMs).toBeLessThan(2_500);
  expect(ready.said).toContain(NOT_SAVED);
  expect(launch.said).toContain(NOT_READ);
});

it('knows that she hears a segment later by the sentence that she is told before it', async () => {
  const startsAfterMs = async (state: WireState) => {
    const house = openSkillHouse(table.store);
    const echo = house.device();
    house.as(state.kind);
    table.wire.state = { kind: 'up' };
    await echo.launch();
    table.wire.state = state;
    const { state: session } = await echo.say('ReadyIntent');
    return (session.day.checkpoint?.speakingSinceMs ?? 0) - house.now();
  };
  const told = (await startsAfterMs({ kind: 'cut' })) - (await startsAfterMs({ kind: 'up' }));
  // Fourteen words and two pauses.
  expect(told).toBeGreaterThan(3_000);
  expect(told).toBeLessThan(6_500);
});

it('says nothing about saving to someone who only asks while the store is away', async () => {
  table.wire.state = { kind: 'cut' };
  const { said } = await openSkillHouse(table.store).device().say('ListExercisesIntent');
  expect(said).toMatch(/^There are four\./);
});

/** From the first launch on; seven turns unless fewer are wanted. */
async function wholeRoutine(house: SkillHouse, echo: TestDevice, turns = 7): Promise<readonly Turn[]> {
  const taken = [await echo.launch()];
  while (taken.length < turns && taken.at(-1)?.isOpen) {
    taken.push(await echo.say('ReadyIntent'));
    house.wait(FOUR_MINUTES_MS);
  }
  return taken;
}
