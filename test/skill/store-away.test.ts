import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { filledSlots } from '../../simulator/filled-slots';
import type { WireState } from '../support/database-wire';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice } from '../support/skill-house';

const UP: WireState = { kind: 'up' };
/** Fails at once, and is not tried again. */
const AWAY: WireState = { kind: 'error', type: 'com.amazon.coral.service#AccessDeniedException' };

const DAYS_UNSEEN = /(I can't see your days|Your days are out of my sight) just now\. They're safe\./;
const FOUR_MINUTES_MS = 240_000;

let table: EmbeddedTable;
let house: SkillHouse;
let echo: TestDevice;

beforeEach(async () => {
  table = await openEmbeddedTable();
  house = openSkillHouse(table.store);
  echo = house.device();
});
afterEach(() => table.close());

it('saves her routine with the first write once the store is back, in a session that only welcomed her once more', async () => {
  await intoASet();
  await echo.say('AMAZON.StopIntent');
  table.wire.state = AWAY;
  const bedroom = house.device('bedroom');
  await bedroom.launch();
  await bedroom.say('ReadyIntent');
  await bedroom.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  table.wire.state = UP;
  table.wire.counted();
  await bedroom.say('ReadyIntent');
  expect(table.wire.counted()).toEqual({ reads: 1, writes: 1 });
  expect((await table.items())['DAY#2026-11-22']).toMatchObject({
    setsDone: { 'bridge-abduction-adduction': [0, 1], 'bridge-march': [] },
  });
});

it('tells of every time that the store is away, and of each only once', async () => {
  await intoASet();
  const toldIn: string[] = [];
  for (const [when, state] of [
    ['first', AWAY],
    ['back', UP],
    ['again', AWAY],
    ['still', AWAY],
  ] as const) {
    table.wire.state = state;
    house.wait(FOUR_MINUTES_MS);
    if ((await echo.say('ReadyIntent')).said.includes('save just now')) toldIn.push(when);
  }
  expect(toldIn).toEqual(['first', 'again']);
});

describe('as a session ends and nothing can be written', () => {
  it('claims no place to be kept, and does not speak of carrying on', async () => {
    await intoASet();
    table.wire.state = AWAY;
    const { said } = await echo.say('AMAZON.StopIntent');
    expect(said).toMatch(/^I couldn't save just now, so I may not remember this next time\..* Bye for now\.$/);
    expect(said).not.toMatch(/kept|carry on/);
  });

  it('claims none either where she was told before', async () => {
    await intoASet();
    table.wire.state = AWAY;
    await echo.say('AMAZON.PauseIntent');
    expect((await echo.say('AMAZON.StopIntent')).said).toMatch(/^(Okay|Take care)\. Bye for now\.$/);
  });

  it('keeps her place, and says so, while the store is up', async () => {
    await intoASet();
    expect((await echo.say('AMAZON.StopIntent')).said).toMatch(/^I've kept your place, at set one/);
  });

  it('asks her to say again what could not be noted, and confirms nothing', async () => {
    table.wire.state = AWAY;
    table.wire.next(UP);
    const paused = await echo.say('PauseStreakIntent', filledSlots({ duration: 'P1W' }));
    expect(paused.said).toBe("I couldn't note that. Please ask me again later.");
    expect(paused.isOpen).toBe(false);
  });
});

it('sets no reminder while her progress cannot be read: nobody could cancel it', async () => {
  house.account.decide(REMINDERS_SCOPE, 'granted');
  table.wire.state = AWAY;
  await echo.launch();
  await echo.say('SetReminderIntent', filledSlots({ time: '07:30' }));
  const { said } = await echo.say('AMAZON.YesIntent');
  expect(said).toContain("I can't reach your reminders just now.");
  expect(house.reminders.kept).toEqual([]);
});

describe('"delete my data" while another session has set a reminder since', () => {
  beforeEach(async () => {
    house.account.decide(REMINDERS_SCOPE, 'granted');
    await intoASet();
    await echo.say('DeleteMyDataIntent');
    const bedroom = house.device('bedroom');
    await bedroom.say('SetReminderIntent', filledSlots({ time: '07:30' }));
    await bedroom.say('AMAZON.YesIntent');
    expect(house.reminders.kept).toHaveLength(1);
  });

  it('takes that reminder along', async () => {
    await echo.say('AMAZON.YesIntent');
    expect(house.reminders.kept).toEqual([]);
    expect(await table.items()).toEqual({});
  });

  it('keeps everything where it cannot read which one that is', async () => {
    table.wire.next(AWAY);
    expect((await echo.say('AMAZON.YesIntent')).said).toContain("I couldn't delete everything just now.");
    expect(house.reminders.kept).toHaveLength(1);
    expect(await table.items()).toHaveProperty('PROFILE');
  });
});

describe('in a session that could not read her days', () => {
  beforeEach(async () => {
    await intoASet();
    await echo.say('AMAZON.StopIntent');
    house.wait(24 * 3_600_000);
    table.wire.state = AWAY;
    echo = house.device('bedroom');
  });

  it('is welcomed with the rules for stopping, and told that her days are safe', async () => {
    const { said } = await echo.launch();
    expect(said).toMatch(/^I can't see your days just now\. They're safe, but today may not be kept\. Welcome to/);
    expect(said).toContain('Stop if anything hurts.');
  });

  it.each([
    ['StreakIntent', {}],
    ['ProgressIntent', {}],
    ['CancelReminderIntent', {}],
    ['PauseStreakIntent', { duration: 'P1W' }],
    ['PauseStreakIntent', {}],
    ['LogRoutineIntent', {}],
  ])('she is told nothing of days on %s but that they are safe, and asked as usual', async (intent, slots) => {
    const { said, isOpen } = await echo.say(intent, filledSlots(slots));
    expect(said).toMatch(DAYS_UNSEEN);
    expect(said).toMatch(/(Shall we start your routine|Would you like to start now)\?$/);
    expect(isOpen).toBe(true);
  });

  it('still takes a pause of minutes for one of the routine', async () => {
    await echo.launch();
    expect((await echo.say('PauseStreakIntent', filledSlots({ duration: 'PT10M' }))).said).not.toMatch(DAYS_UNSEEN);
  });

  it('speaks of her days again as soon as they can be read', async () => {
    await echo.say('StreakIntent');
    table.wire.state = UP;
    expect((await echo.say('StreakIntent')).said).toMatch(/day/);
    expect((await echo.say('StreakIntent')).said).not.toMatch(DAYS_UNSEEN);
  });
});

/** Forty seconds into the first set. */
async function intoASet(): Promise<void> {
  await echo.launch();
  await echo.say('ReadyIntent');
  await echo.say('ReadyIntent');
  house.wait(40_000);
}
