import type { ListenerKey } from '../../lambda/core/ports';
import { EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import type { Day } from '../../lambda/core/session/progress';
import { localDate } from '../../lambda/core/streak/local-date';
import { filledSlots } from '../../simulator/filled-slots';
import { createPlay } from '../../simulator/play-script';
import { readScript } from '../../simulator/script';
import { EXAMPLE_DAY, EXAMPLE_PROFILE } from '../storage/example-progress';
import type { WireBody } from '../support/database-wire';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openMeteredHouse } from '../support/metered-house';
import { openSkillHouse } from '../support/skill-house';

let table: EmbeddedTable;

beforeEach(async () => {
  table = await openEmbeddedTable();
});
afterEach(() => table.close());

it('reads once and writes nothing for someone never seen who only asks', async () => {
  const echo = openSkillHouse(table.store).device();
  expect((await echo.say('StreakIntent')).said).toContain('Your first day is still ahead of you.');
  expect(table.wire.counted()).toEqual({ reads: 1, writes: 0 });
  expect((await echo.say('ListExercisesIntent')).said).toContain('There are four.');
  expect((await echo.say('AMAZON.HelpIntent')).said).toContain('I lead you through four exercises');
  expect((await echo.say('WhatsLeftIntent')).said).toContain("Today's routine is the bridge");
  expect((await echo.say('AMAZON.FallbackIntent')).said).toMatch(/catch that|missed that/);
  await echo.end('USER_INITIATED');
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 0 });
  expect(await table.items()).toEqual({});
});

it('asks for the zone once in a session, and once more in the next one', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  await echo.say('AMAZON.PauseIntent');
  expect(house.settings.calls).toBe(1);
  await echo.say('AMAZON.StopIntent');
  await echo.launch();
  expect(house.settings.calls).toBe(2);
});

it('writes nothing while she asks in a pause, and once when she goes on', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(20_000);
  await echo.say('AMAZON.PauseIntent');
  table.wire.counted();
  await echo.say('ExerciseInstructionsIntent');
  await echo.say('StreakIntent');
  await echo.say('AMAZON.RepeatIntent');
  await echo.say('AMAZON.PauseIntent');
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 0 });
  await echo.say('ReadyIntent');
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
});

it('writes the end of a session that she let run out, and reads nothing for it', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(90_000);
  table.wire.counted();
  const end = await echo.end('EXCEEDED_MAX_REPROMPTS');
  expect(end.envelope.response).toEqual({});
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
});

it('has where she will be in the store before the words that take her there are on their way', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  table.wire.state = { kind: 'slow', delayMs: 40 };
  for (let readies = 0; readies < 3; readies += 1) {
    const { state, said } = await echo.say('ReadyIntent');
    const stored = await table.items();
    expect(said).not.toBe('');
    expect(state.day.checkpoint?.speakingSinceMs).toBeGreaterThan(house.now());
    expect(stored['DAY#2026-11-22']).toMatchObject({ checkpoint: state.day.checkpoint });
    house.wait(240_000);
  }
});

it('goes on from the store where the platform lost the session', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(240_000);
  await echo.say('ReadyIntent');
  house.wait(60_000);
  echo.attributes = {};
  expect((await echo.say('ReadyIntent')).said).toMatch(/^Picking up at set one of the bridge with knees/);
});

it('has a setting that she changes in the middle of a set in the store at once, and her place with the next turn', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(240_000);
  await echo.say('ReadyIntent');
  house.wait(30_000);
  table.wire.counted();
  await echo.say('ChangePaceIntent', filledSlots({ pace: ['slower'] }));
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
  expect((await table.items()).PROFILE).toMatchObject({ delivery: { pace: 'slower' } });
  house.wait(30_000);
  const paused = await echo.say('AMAZON.PauseIntent');
  expect(table.wire.counted()).toEqual({ reads: 0, writes: 1 });
  expect((await table.items())['DAY#2026-11-22']).toMatchObject({ checkpoint: paused.state.day.checkpoint });
  expect(paused.ledger.unsaved).toEqual([]);
});

it('writes the day first, and then the setting that still waits, when the session ends', async () => {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(240_000);
  await echo.say('ReadyIntent');
  house.wait(30_000);
  table.wire.state = { kind: 'error', type: 'com.amazon.coral.service#AccessDeniedException' };
  await echo.say('ChangePaceIntent', filledSlots({ pace: ['slower'] }));
  table.wire.state = { kind: 'up' };
  table.wire.counted();
  house.wait(240_000);
  await echo.end('EXCEEDED_MAX_REPROMPTS');
  expect(table.wire.taken().map(({ body }) => sortKeyOf(body))).toEqual(['DAY#2026-11-22', 'PROFILE']);
  expect(house.codes).toEqual(['store-unavailable', 'saved-what-was-waiting']);
  expect((await table.items())['DAY#2026-11-22']).toMatchObject({
    setsDone: { 'bridge-abduction-adduction': [0, 1] },
  });
  expect((await table.items()).PROFILE).toMatchObject({ delivery: { pace: 'slower' } });
});

it('does not write a setting that she sets to what it is', async () => {
  const echo = openSkillHouse(table.store).device();
  await echo.launch();
  await echo.say('ReadyIntent');
  table.wire.counted();
  await echo.say('ChangePaceIntent', filledSlots({ pace: ['normal'] }));
  await echo.say('ChangePaceIntent', filledSlots({ pace: ['normal'] }));
  expect(table.wire.taken().filter(({ body }) => sortKeyOf(body) === 'PROFILE')).toEqual([]);
});

it('asks for the zone once where another voice takes over her session, and knows it for both', async () => {
  const house = openSkillHouse(table.store);
  house.settings.moveTo('Europe/Berlin');
  const echo = house.device();
  house.as('ANNA');
  await echo.launch();
  house.as('BERTA');
  const berta = await echo.say('StreakIntent');
  expect(berta.said).toContain('Your first day is still ahead of you.');
  expect(berta.state.zone).toBe('Europe/Berlin');
  expect(house.settings.calls).toBe(1);
});

/** A long morning with everything in it: what happens, the reads it costs, and what is written. */
const LONG_MORNING: readonly (readonly [happens: string, reads: number, written: readonly ('PROFILE' | 'DAY')[]])[] = [
  ['start my back routine', 1, ['PROFILE']],
  ['how many days in a row', 0, []],
  ['fewer words', 0, ['PROFILE']],
  ["I'm ready", 0, ['DAY']],
  ['how do I do a donkey kick', 0, ['DAY']],
  ['ready', 0, ['DAY']],
  ['[at 40s] hang on, the baby is crying', 0, ['DAY']],
  ['how many days in a row', 0, []],
  ['say that again', 0, []],
  ['ready', 0, ['DAY']],
  // Her place follows with the next turn.
  ['[at 30s] slower', 0, ['PROFILE']],
  ["[at 20s] what's left", 0, ['DAY']],
  ['ready', 0, ['DAY']],
  ['ready', 0, ['DAY']],
  ['[at 20s] skip it', 0, ['DAY']],
  ['planks of twenty seconds', 0, ['PROFILE']],
  ['ready', 0, ['DAY']],
  ['[at 5s] pause', 0, ['DAY']],
  ['[silence]', 0, []],
  // The session ends, and nothing has changed since she paused.
  ['[silence]', 0, []],
  ['[wait 3 hours]', 0, []],
  ['start my back routine', 1, []],
  ['yes', 0, ['DAY']],
  ['ready', 0, ['DAY']],
  ['done', 0, ['DAY']],
  ['just the plank', 0, ['DAY']],
  ['stop', 0, ['DAY']],
  ['ask my back routine how many days in a row', 1, []],
];

it('costs a long morning no read but one a session, and no write but of what changed', async () => {
  const house = await openMeteredHouse({ startMs: Date.parse('2026-11-22T14:00:00Z'), zone: 'America/New_York' });
  const play = createPlay(house);
  const costs: [string, number, string[]][] = [];
  for (const [happens] of LONG_MORNING) {
    const before = house.costs.length;
    for (const step of readScript(happens)) await play.step(step);
    const turns = house.costs.slice(before);
    const written = turns.flatMap(({ writes }) => writes.map(({ body }) => sortKeyOf(body).replace(/#.*/, '')));
    costs.push([happens, turns.flatMap(({ reads }) => reads).length, written]);
  }
  await house.close();
  expect(costs).toEqual(LONG_MORNING);
  expect(house.settings.calls).toBe(3);
  expect(house.costs.flatMap(({ codes }) => codes)).toEqual([]);
});

describe('capacity', () => {
  const listener = 'account-0123456789012345678901234567890123456789012' as ListenerKey;
  /** As much as a day can hold: every list full, the longest names, the largest figures. */
  const fullest: Day = {
    ...EXAMPLE_DAY,
    zone: 'America/Argentina/ComodRivadavia',
    skipped: EXERCISE_IDS,
    setsDone: {
      'bridge-abduction-adduction': [0, 1],
      'bridge-march': [0, 1],
      'donkey-kicks': [0, 1],
      'elevated-plank': [0, 1, 2],
    },
    counts: true,
  };
  /** How nearly all days end: done, with no place to go on from. */
  const finished: Day = { ...fullest, zone: 'America/New_York', skipped: [], checkpoint: null };

  it.each([
    { rule: 'one write unit for the fullest day', change: { kind: 'day', value: fullest } },
    {
      rule: 'one write unit for a profile with twelve pauses in a hundred days',
      change: { kind: 'profile', value: { ...EXAMPLE_PROFILE, pauses: Array(12).fill(EXAMPLE_PROFILE.pauses[0]) } },
    },
  ] as const)('is $rule', async ({ change }) => {
    await table.store.save(listener, { ...change, basedOn: null });
    expect(table.wire.taken().map(({ units }) => units)).toEqual([1]);
  });

  it.each([
    { rule: 'half a read unit for her profile and a week of finished days', days: Array(7).fill(finished), units: 0.5 },
    { rule: 'one read unit for her profile and nine finished days', days: Array(9).fill(finished), units: 1 },
    { rule: 'one and a half for nine of the fullest days, once a session', days: Array(9).fill(fullest), units: 1.5 },
  ])('is $rule', async ({ days, units }) => {
    await table.store.save(listener, { kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null });
    for (const [index, day] of days.entries()) {
      const date = localDate(`2026-11-${10 + index}`);
      await table.store.save(listener, { kind: 'day', value: { ...day, date }, basedOn: null });
    }
    table.wire.taken();
    await table.store.load(listener);
    expect(table.wire.taken().map((call) => call.units)).toEqual([units]);
  });
});

function sortKeyOf({ Key: key }: WireBody): string {
  return (key?.sk as { readonly S: string } | undefined)?.S ?? '';
}
