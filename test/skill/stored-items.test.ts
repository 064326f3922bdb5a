import { listenerKeyOf } from '../../lambda/alexa/listener-key';
import { type Attributes, toAttributes } from '../../lambda/storage/attribute-value';
import storedDay from '../fixtures/stored/day-schema-1.json';
import storedProfile from '../fixtures/stored/profile-schema-1.json';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, USER_ID } from '../support/skill-house';

const NOT_SAVED = "I can't save just now, so today may not be kept, but we can carry on.";
const FOUR_MINUTES_MS = 240_000;

const PROFILE: Attributes = hers(storedProfile);
const TODAY: Attributes = { ...hers(storedDay), sk: { S: 'DAY#2026-11-22' } };

let table: EmbeddedTable;
let house: SkillHouse;

beforeEach(async () => {
  table = await openEmbeddedTable();
  house = openSkillHouse(table.store);
});
afterEach(() => table.close());

const UNREADABLE = [
  { found: 'from the future', reason: 'from-the-future', change: { schema: { N: '2' }, news: { S: 'x' } } },
  { found: 'damaged', reason: 'damaged', change: { zone: { S: 'Mars/Olympus' }, delivery: { S: 'x' } } },
  { found: 'without a version', reason: 'damaged', change: { version: { NULL: true } } },
] as const;

describe.each(UNREADABLE)('a stored item that is $found', ({ reason, change }) => {
  it('of today is never written over: she is coached, told once, and the log says why', async () => {
    const planted = { ...TODAY, ...change };
    await table.plant(PROFILE);
    await table.plant(planted);
    const echo = house.device();
    const turns = [await echo.launch()];
    for (let readies = 0; readies < 2; readies += 1) {
      house.wait(FOUR_MINUTES_MS);
      turns.push(await echo.say('ReadyIntent'));
    }
    await echo.end('USER_INITIATED');
    expect(turns.map(({ said }) => said.includes(NOT_SAVED))).toEqual([true, false, false]);
    expect(turns[1]?.said).toContain('Set one of two');
    expect(house.logged).toEqual([{ level: 'error', code: 'stored-item-unreadable', detail: { item: 'day', reason } }]);
    expect(await table.items()).toEqual(plain(PROFILE, planted));
  });

  it('that is her profile is never written over, and her day is kept all the same', async () => {
    const planted = { ...PROFILE, ...change };
    await table.plant(planted);
    const echo = house.device();
    const welcome = await echo.launch();
    expect(welcome.said).toContain(NOT_SAVED);
    expect(welcome.said).toContain('Welcome to My Back Routine.');
    await echo.say('ReadyIntent');
    house.wait(FOUR_MINUTES_MS);
    const ready = await echo.say('ReadyIntent');
    expect(ready.said).not.toContain('save');
    expect(house.logged).toEqual([
      { level: 'error', code: 'stored-item-unreadable', detail: { item: 'profile', reason } },
    ]);
    const items = await table.items();
    expect(items.PROFILE).toEqual(plain(planted).PROFILE);
    expect(items['DAY#2026-11-22']).toMatchObject({ checkpoint: ready.state.day.checkpoint });
  });

  it('of an older day leaves today alone, and nothing is told', async () => {
    const planted = { ...TODAY, ...change, sk: { S: 'DAY#2026-11-20' } };
    await table.plant(PROFILE);
    await table.plant(planted);
    const { said } = await house.device().launch();
    expect(said).not.toContain('save');
    expect(house.codes).toEqual(['stored-item-unreadable']);
    const items = await table.items();
    expect(items['DAY#2026-11-20']).toEqual(plain(planted)['DAY#2026-11-20']);
    expect(items).toHaveProperty('DAY#2026-11-22');
  });
});

it('keeps what another release added to an item that this one can read', async () => {
  await table.plant({ ...TODAY, mood: { S: 'calm' } });
  await table.plant(PROFILE);
  const echo = house.device();
  const offer = await echo.launch();
  expect(offer.said).toMatch(/donkey kick/);
  await echo.say('AMAZON.YesIntent');
  expect((await table.items())['DAY#2026-11-22']).toMatchObject({ mood: 'calm', version: expect.any(Number) });
});

it('passes over what is not a day of hers', async () => {
  await table.plant({ ...TODAY, sk: { S: 'DAY#someday' } });
  await table.plant({ ...TODAY, sk: { S: 'CALENDAR' } });
  await table.plant(PROFILE);
  const { said } = await house.device().launch();
  expect(said).not.toContain('save');
  expect((await table.items())['DAY#2026-11-22']).toBeDefined();
});

/** A fixture as an item of the listener in these tests. */
function hers(item: object): Attributes {
  const listener = listenerKeyOf({ context: { System: { user: { userId: USER_ID } } } } as never);
  return { ...(item as Attributes), ...toAttributes({ pk: listener }) };
}

function plain(...items: readonly Attributes[]): Record<string, unknown> {
  return Object.fromEntries(items.map((item) => [item.sk?.S, plainValue({ M: item })]));
}

/** Written by hand here, so that the store's own reading is not what it is compared with. */
function plainValue(attribute: unknown): unknown {
  const [[type, value]] = Object.entries(attribute as object) as [[string, unknown]];
  if (type === 'N') return Number(value);
  if (type === 'NULL') return null;
  if (type === 'L') return (value as unknown[]).map(plainValue);
  if (type !== 'M') return value;
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, plainValue(inner)]));
}
