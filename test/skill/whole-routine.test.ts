import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse } from '../support/skill-house';

/** Longer than any segment, and than she takes to answer. */
const FOUR_MINUTES_MS = 240_000;

let table: EmbeddedTable;

beforeEach(async () => {
  table = await openEmbeddedTable();
});
afterEach(() => table.close());

it('leads from the first launch to the counted day, with one read, at most one write a turn and one call for the zone', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();

  const welcome = await echo.launch();
  expect(welcome.said).toContain('Welcome to My Back Routine.');
  expect(welcome.said).toContain('not medical advice');
  expect(table.wire.counted()).toEqual({ reads: 1, writes: 1 });

  const firstReady = await echo.say('ReadyIntent');
  expect(firstReady.said).toContain('First, the bridge with knees together and apart.');
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });

  const parts: string[] = [];
  for (let readies = 0; readies < 4; readies += 1) {
    house.wait(FOUR_MINUTES_MS);
    const { said, isOpen } = await echo.say('ReadyIntent');
    expect(isOpen).toBe(true);
    expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
    parts.push(said);
  }
  expect(parts[0]).toContain('Next comes the bridge march.');
  expect(parts[1]).toContain('Next comes the donkey kick.');
  expect(parts[2]).toContain('Last one, the elevated plank.');
  expect(parts[3]).toContain('relax down');

  house.wait(FOUR_MINUTES_MS);
  const end = await echo.say('ReadyIntent');
  expect(end.said).toMatch(/day one/);
  expect(end.isOpen).toBe(false);
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
  expect(house.settings.calls).toBe(1);
  expect(house.codes).toEqual([]);

  const items = await table.items();
  expect(Object.keys(items).sort()).toEqual(['DAY#2026-11-22', 'PROFILE']);
  expect(items['DAY#2026-11-22']).toMatchObject({
    zone: 'America/New_York',
    counts: true,
    checkpoint: null,
    setsDone: {
      'bridge-abduction-adduction': [0, 1],
      'bridge-march': [0, 1],
      'donkey-kicks': [0, 1],
      'elevated-plank': [0, 1, 2],
    },
  });
  expect(items.PROFILE).toMatchObject({ disclaimerHeardOn: '2026-11-22' });
  expect(JSON.stringify(items)).not.toMatch(/amzn1|HER-ACCOUNT/);
});
