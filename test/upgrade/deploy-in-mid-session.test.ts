import { listenerKeyOf } from '../../lambda/alexa/listener-key';
import type { Attributes } from '../../lambda/storage/attribute-value';
import { stamped } from '../../simulator/request-envelope';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice, type Turn, USER_ID } from '../support/skill-house';
import recorded from './sessions-of-shape-1.json';

const FOUR_MINUTES_MS = 240_000;

/** What a session of a release to come might hand over. */
const FROM_THE_FUTURE = { shape: 99, state: { stage: 'elsewhere', day: 7 }, ledger: ['unknown'], extra: true };

let table: EmbeddedTable;
let house: SkillHouse;
let echo: TestDevice;

beforeEach(async () => {
  table = await openEmbeddedTable();
  house = openSkillHouse(table.store);
  echo = house.device();
});
afterEach(() => table.close());

/** A session as the first release had it at a turn, and the table as that left it. */
async function wentOnTo(moment: keyof typeof recorded, laterMs: number, intent: string): Promise<Turn> {
  const { atMs, attributes, items } = recorded[moment];
  const listener = listenerKeyOf({ context: { System: { user: { userId: USER_ID } } } } as never) ?? '';
  for (const item of items) await table.plant({ ...(item as unknown as Attributes), pk: { S: listener } });
  house.wait(atMs + laterMs - house.now());
  const stamp = stamped({ requestId: 'amzn1.request.deployed', atMs: house.now(), locale: 'en-US' });
  const asked = { type: 'IntentRequest', ...stamp, intent: { name: intent, confirmationStatus: 'NONE', slots: {} } };
  return echo.resume(asked as never, attributes);
}

describe('a session that began under the first release goes on under this one', () => {
  it('at the set that was being coached, by the clock', async () => {
    const { said, isOpen, state } = await wentOnTo('coached', 60_000, 'ReadyIntent');
    expect(said).toMatch(/^Picking up at set two of the bridge march\./);
    expect(isOpen).toBe(true);
    expect(state.day.setsDone['bridge-march']).toEqual([0]);
  });

  it('past what she says she finished, where it was spoken to its end', async () => {
    const asked = await wentOnTo('coached', FOUR_MINUTES_MS, 'ReadyIntent');
    expect(asked.said).toBe('Did you finish the bridge march last time?');
    const { said, state } = await echo.say('AMAZON.YesIntent');
    expect(said).toMatch(/^Next comes the donkey kick\./);
    expect(state.day.setsDone).toMatchObject({ 'bridge-march': [0, 1], 'donkey-kicks': [] });
  });

  it.each([
    { moment: 'paused', intent: 'ReadyIntent', says: /^Picking up at set one of the bridge march, with seven done\./ },
    { moment: 'offered', intent: 'AMAZON.YesIntent', says: /^Picking up at set one of the bridge march, with seven/ },
    { moment: 'welcomed', intent: 'ReadyIntent', says: /First, the bridge with knees together and apart\./ },
    {
      moment: 'coached',
      intent: 'WhatsLeftIntent',
      says: /^You're at set two of the bridge march\..*Say ready to go on/,
    },
    { moment: 'coached', intent: 'AMAZON.PauseIntent', says: /Say ready to go on at set two of the bridge march\.$/ },
    { moment: 'coached', intent: 'AMAZON.StopIntent', says: /^I've kept your place, at set two of the bridge march\./ },
    { moment: 'paused', intent: 'AMAZON.FallbackIntent', says: /Say ready to go on at set one of the bridge march\.$/ },
  ] as const)('where she was $moment and $intent comes', async ({ moment, intent, says }) => {
    expect((await wentOnTo(moment, 60_000, intent)).said).toMatch(says);
    expect(house.codes).toEqual([]);
  });

  it('and her day is counted as if nothing had been', async () => {
    await wentOnTo('coached', FOUR_MINUTES_MS, 'ReadyIntent');
    expect(await finished()).toBe('closed');
    expect((await table.items())['DAY#2026-11-22']).toMatchObject({ counts: true, setsDone: ALL_DONE });
  });
});

describe('while two releases take turns, as when one is rolled back', () => {
  it.each([2, 3])(
    'a whole routine is coached and counted where every turn in %i is handed over by the other',
    async (every) => {
      await echo.launch();
      expect(await finished(every)).toBe('closed');
      expect((await table.items())['DAY#2026-11-22']).toMatchObject({ counts: true, setsDone: ALL_DONE });
      expect(house.codes).toEqual([]);
    },
  );

  it('each turn of a session that is not its own is one read more, and still at most one write', async () => {
    await echo.launch();
    table.wire.counted();
    await echo.say('ReadyIntent');
    expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
    house.wait(FOUR_MINUTES_MS);
    echo.attributes = FROM_THE_FUTURE;
    await echo.say('ReadyIntent');
    expect(table.wire.counted()).toEqual({ reads: 1, writes: 1 });
  });

  it('a question of the other release is not answered: "yes" to deleting deletes nothing', async () => {
    await echo.launch();
    await echo.say('ReadyIntent');
    await echo.say('DeleteMyDataIntent');
    echo.attributes = { ...echo.attributes, shape: 99 };
    const { said } = await echo.say('AMAZON.YesIntent');
    expect(said).not.toMatch(/delet|gone/i);
    expect(Object.keys(await table.items()).sort()).toEqual(['DAY#2026-11-22', 'PROFILE']);
  });
});

const ALL_DONE = {
  'bridge-abduction-adduction': [0, 1],
  'bridge-march': [0, 1],
  'donkey-kicks': [0, 1],
  'elevated-plank': [0, 1, 2],
};

/** Let her hear out every segment and answer, until the session closes; before every so manieth answer the session becomes the other release's. */
async function finished(every = Number.POSITIVE_INFINITY): Promise<'closed' | 'still open'> {
  let intent = 'ReadyIntent';
  for (let turns = 1; turns < 20; turns += 1) {
    if (intent === 'ReadyIntent') house.wait(FOUR_MINUTES_MS);
    if (turns % every === 0) echo.attributes = FROM_THE_FUTURE;
    const { said, isOpen } = await echo.say(intent);
    if (!isOpen) return 'closed';
    intent = said.startsWith('Did you finish') ? 'AMAZON.YesIntent' : 'ReadyIntent';
  }
  return 'still open';
}
