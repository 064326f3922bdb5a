import type { Measures } from '../../lambda/core/session/measures';
import { filledSlots } from '../../simulator/filled-slots';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice, type Turn } from '../support/skill-house';

const FOUR_MINUTES_MS = 240_000;
const DAY = 'DAY#2026-11-22';
const MILESTONE = /Three days done, and counting|You've reached three days|Three days are behind you now/;

let table: EmbeddedTable;
let house: SkillHouse;
let kitchen: TestDevice;
let bedroom: TestDevice;

beforeEach(async () => {
  table = await openEmbeddedTable();
  house = openSkillHouse(table.store);
  kitchen = house.device('kitchen');
  bedroom = house.device('bedroom');
});
afterEach(() => table.close());

it('lets her go on in another room, and the session she left there undoes nothing', async () => {
  await heardTheBridges(kitchen);
  await goOnWithTheMarch(bedroom);
  house.wait(FOUR_MINUTES_MS);
  const kicks = await bedroom.say('ReadyIntent');
  expect(doneIn(await table.items())).toMatchObject({ 'bridge-march': [0, 1], 'donkey-kicks': [] });

  // The kitchen only knows about the first exercise.
  house.wait(30_000);
  table.wire.counted();
  const late = await kitchen.say('ReadyIntent');
  expect(late.said).toContain('Set one of two');
  expect(table.wire.counted()).toEqual({ reads: 1, writes: 2 });
  expect(doneIn(await table.items())).toMatchObject({
    'bridge-abduction-adduction': [0, 1],
    'bridge-march': [0, 1],
    'donkey-kicks': [],
  });
  expect(late.state.day.setsDone['bridge-march']).toEqual([0, 1]);
  expect(house.codes).toEqual(['merged-with-another-device']);

  house.wait(FOUR_MINUTES_MS);
  expect(kicks.isOpen).toBe(true);
  expect((await bedroom.say('ReadyIntent')).said).not.toContain('save');
  expect(doneIn(await table.items())).toMatchObject({
    'bridge-abduction-adduction': [0, 1],
    'bridge-march': [0, 1],
    'donkey-kicks': [0, 1],
  });
});

it('counts the day once when two devices go through the same routine turn by turn', async () => {
  await heardTheBridges(kitchen);
  await goOnWithTheMarch(bedroom);
  await kitchen.say('ReadyIntent');
  const done: number[] = [];
  const open = new Set([kitchen, bedroom]);
  for (let turns = 0; turns < 6; turns += 1) {
    house.wait(FOUR_MINUTES_MS);
    for (const device of open) {
      if (!(await device.say('ReadyIntent')).isOpen) open.delete(device);
      done.push(Object.values(doneIn(await table.items())).flat().length);
    }
  }
  expect(open.size).toBe(0);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect((await table.items())[DAY]).toMatchObject({ counts: true, before: { total: 0 } });
  expect((await house.device('hall').say('StreakIntent')).said).toContain('Day one. Today is in.');
});

it.each(['EXCEEDED_MAX_REPROMPTS', 'USER_INITIATED', 'ERROR'] as const)(
  'keeps her place where she went on, when the session she left speaking ends by itself (%s)',
  async (reason) => {
    await heardTheBridges(kitchen);
    await kitchen.say('ReadyIntent');
    house.wait(20_000);
    await bedroom.launch();
    await bedroom.say('AMAZON.YesIntent');
    await bedroom.say('ReadyIntent');
    house.wait(FOUR_MINUTES_MS);
    const kicks = await bedroom.say('ReadyIntent');
    expect(kicks.state.day.checkpoint?.at).toMatchObject({ exercise: 2 });
    house.wait(5_000);
    await kitchen.end(reason);
    expect((await table.items())[DAY]).toMatchObject({ checkpoint: kicks.state.day.checkpoint });
  },
);

it('keeps what she changed on each of two devices, in the same setting the later one', async () => {
  await heardTheBridges(kitchen);
  await bedroom.launch();
  await bedroom.say('ChangePaceIntent', filledSlots({ pace: ['slower'] }));
  await bedroom.say('SetGuidanceIntent', filledSlots({ guidance: ['brief'] }));
  house.wait(30_000);
  const faster = await kitchen.say('ChangePaceIntent', filledSlots({ pace: ['faster'] }));
  expect(faster.state.profile.delivery).toMatchObject({ pace: 'faster', guidance: 'brief' });
  expect((await table.items()).PROFILE).toMatchObject({ delivery: { pace: 'faster', guidance: 'brief' } });
});

it('takes a request that comes twice for one', async () => {
  await heardTheBridges(kitchen);
  const first = await kitchen.say('ReadyIntent');
  const stored = (await table.items())[DAY];
  const second = await kitchen.deliverAgain();
  expect(second.said).toBe(first.said);
  expect(second.state).toEqual(first.state);
  expect({ ...(await table.items())[DAY], version: 0 }).toEqual({ ...stored, version: 0 });
  house.wait(FOUR_MINUTES_MS);
  expect((await kitchen.say('ReadyIntent')).said).not.toContain('save');
  expect(doneIn(await table.items())).toMatchObject({ 'bridge-march': [0, 1], 'donkey-kicks': [] });
});

it('answers a request that comes late, and leaves her where what she said after it put her', async () => {
  await heardTheBridges(kitchen);
  await kitchen.end('USER_INITIATED');
  house.wait(60_000);
  await kitchen.say('StartRoutineIntent');
  await bedroom.launch();
  await bedroom.say('AMAZON.YesIntent');
  house.wait(60_000);
  const { state } = await bedroom.say('ReadyIntent');
  expect((await kitchen.deliverAgain()).isOpen).toBe(true);
  expect((await table.items())[DAY]).toMatchObject({
    checkpoint: state.day.checkpoint,
    changedAtMs: state.day.changedAtMs,
  });
});

it('counts the day that is coached to its end after three, where another device has begun the new one', async () => {
  house.wait(8 * 3_600_000 + 50 * 60_000);
  await heardTheBridges(kitchen);
  await goOnWithTheRest(kitchen, 1);
  const morning = await bedroom.launch();
  expect(morning.state.day).toMatchObject({ date: '2026-11-23', before: { total: 0 } });
  await bedroom.say('ReadyIntent');
  await bedroom.say('AMAZON.StopIntent');
  expect((await goOnWithTheRest(kitchen, 2)).said).toContain('day one');
  expect((await table.items())[DAY]).toMatchObject({ counts: true });
  expect((await house.device('hall').say('StreakIntent')).said).toContain("Day one. Today isn't in yet");
});

it('keeps what it coached while the store could not be read, where another device was heard last', async () => {
  await kitchen.launch();
  await kitchen.say('ReadyIntent');
  table.wire.state = { kind: 'error', type: 'com.amazon.coral.service#AccessDeniedException' };
  await bedroom.launch();
  await bedroom.say('ReadyIntent');
  await bedroom.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  table.wire.state = { kind: 'up' };
  await kitchen.say('AMAZON.PauseIntent');
  expect(doneIn(await table.items())).toMatchObject({ 'bridge-abduction-adduction': [] });
  await bedroom.say('ListExercisesIntent');
  await bedroom.say('ListExercisesIntent');
  expect(doneIn(await table.items())).toMatchObject({ 'bridge-abduction-adduction': [0, 1] });
});

it('keeps two voices of one account apart', async () => {
  house.as('ANNA');
  await heardTheBridges(kitchen);
  house.as('BERTA');
  const berta = await bedroom.launch();
  expect(berta.said).toContain('Welcome to My Back Routine.');
  expect((await bedroom.say('StreakIntent')).said).toContain('four exercises to go');
});

it('opens her own session for another voice in the open one, and keeps the place of whose it was', async () => {
  house.as('ANNA');
  await heardTheBridges(kitchen);
  await kitchen.say('ReadyIntent');
  house.wait(20_000);
  house.as('BERTA');
  expect((await kitchen.say('AMAZON.ResumeIntent')).said).toContain('Welcome to My Back Routine.');
  house.wait(3_600_000);
  house.as('ANNA');
  const anna = await bedroom.launch();
  expect(anna.said).toMatch(/set one of the bridge march/);
  expect(anna.state.day.checkpoint?.speakingSinceMs).toBeNull();
});

it('measures what was done before another voice cut in', async () => {
  const measured: Measures[] = [];
  house = openSkillHouse(table.store, { measure: (measures) => measured.push(measures) });
  kitchen = house.device('kitchen');
  house.as('ANNA');
  await heardTheBridges(kitchen);
  await kitchen.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  measured.length = 0;
  house.as('BERTA');
  await kitchen.say('AMAZON.ResumeIntent');
  expect(measured.map(({ setsDone }) => setsDone)).toEqual([2, 0]);
});

it('stays with the voice that opened it while nobody is recognised', async () => {
  house.as('ANNA');
  await heardTheBridges(kitchen);
  house.as(null);
  expect((await kitchen.say('ReadyIntent')).said).toContain('Set one of two');
  house.as('ANNA');
  expect((await kitchen.say('WhatsLeftIntent')).said).toContain('bridge march');
});

it("stays the account's when a voice is recognised later in the session", async () => {
  await heardTheBridges(kitchen);
  house.as('BERTA');
  expect((await kitchen.say('ReadyIntent')).said).toContain('Set one of two');
});

describe('a milestone that two devices reach together', () => {
  beforeEach(async () => {
    for (let days = 0; days < 2; days += 1) {
      await kitchen.launch();
      await kitchen.say('LogRoutineIntent');
      await kitchen.say('AMAZON.YesIntent');
      house.wait(24 * 3_600_000);
    }
    await kitchen.launch();
    await kitchen.say('ReadyIntent');
    await goOnWithTheRest(kitchen, 3);
    house.wait(20_000);
    await bedroom.launch();
    await bedroom.say('AMAZON.YesIntent');
    await bedroom.say('ReadyIntent');
    house.wait(FOUR_MINUTES_MS);
    expect((await kitchen.say('ReadyIntent')).said).toMatch(MILESTONE);
  });

  it('is told by the one that gets there first', async () => {
    house.wait(1_000);
    const late = await bedroom.say('ReadyIntent');
    expect(late.said).toContain('three days');
    expect(late.said).not.toMatch(MILESTONE);
  });

  it('is told again in answer to the same request', async () => {
    expect((await kitchen.deliverAgain()).said).toMatch(MILESTONE);
  });
});

/** She heard the first exercise to its end and how the second one goes. */
async function heardTheBridges(device: TestDevice): Promise<void> {
  await device.launch();
  await device.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  await device.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  await device.say('AMAZON.PauseIntent');
}

/** In another session she is told where she was, set up anew, and coached. */
async function goOnWithTheMarch(device: TestDevice): Promise<void> {
  expect((await device.launch()).said).toContain('bridge march');
  expect((await device.say('AMAZON.YesIntent')).said).toContain('bridge march');
  house.wait(60_000);
  expect((await device.say('ReadyIntent')).said).toContain('Set one of two');
}

/** She hears exercises out, one after the other, and says that she is ready for what follows. */
async function goOnWithTheRest(device: TestDevice, exercises: number): Promise<Turn> {
  let turn = await device.say('ReadyIntent');
  for (let heard = 0; heard < exercises; heard += 1) {
    house.wait(FOUR_MINUTES_MS);
    turn = await device.say('ReadyIntent');
  }
  return turn;
}

function doneIn(items: Readonly<Record<string, unknown>>): Readonly<Record<string, readonly number[]>> {
  return (items[DAY] as { readonly setsDone: Readonly<Record<string, readonly number[]>> }).setsDone;
}
