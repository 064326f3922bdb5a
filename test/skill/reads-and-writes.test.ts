import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { filledSlots } from '../support/filled-slots';
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

it('writes the day first when the session ends with a setting still to be written', async () => {
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
  house.wait(240_000);
  await echo.end('EXCEEDED_MAX_REPROMPTS');
  expect((await table.items())['DAY#2026-11-22']).toMatchObject({
    setsDone: { 'bridge-abduction-adduction': [0, 1] },
  });
  expect((await table.items()).PROFILE).toMatchObject({ delivery: { pace: 'normal' } });
});
