import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { forgetEverything, LOCALES, type MyBackRoutine, openMyBackRoutine } from '../../simulator/my-back-routine';

const SEVEN = Date.parse('2026-11-22T07:00:00Z');
const dataFolder = mkdtempSync(join(tmpdir(), 'my-back-routine-'));
const open: MyBackRoutine[] = [];

async function house(options: { dataFolder?: string; locale?: string } = {}): Promise<MyBackRoutine> {
  const opened = await openMyBackRoutine({ startMs: SEVEN, zone: 'Europe/London', ...options });
  open.push(opened);
  return opened;
}

afterEach(() => Promise.all(open.splice(0).map((opened) => opened.close())));
afterAll(() => rmSync(dataFolder, { recursive: true }));

it('keeps what was done from one run to the next, until it is told to forget', async () => {
  const first = await house({ dataFolder });
  const welcome = await first.alexa.say('open my back routine');
  await open.pop()?.close();
  const second = await house({ dataFolder });
  expect((await second.alexa.say('open my back routine')).says).not.toBe(welcome.says);
  await open.pop()?.close();
  await forgetEverything(dataFolder);
  expect(await (await house({ dataFolder })).stored()).toEqual([]);
});

it('keeps nothing where no folder is named', async () => {
  const { alexa } = await house();
  await alexa.say('open my back routine');
  expect(await (await house()).stored()).toEqual([]);
});

it('shows what is kept, and how often the store was asked', async () => {
  const { alexa, stored, storeCalls } = await house();
  await alexa.say('open my back routine');
  expect((await stored()).map(({ sk }) => sk)).toEqual(['PROFILE']);
  expect(storeCalls).toEqual({ loads: 1, saves: 1, erasures: 0 });
});

it('can lose the database and get it back, while the skill goes on', async () => {
  const { alexa, database, stored, onLog } = await house();
  const codes: string[] = [];
  onLog(({ code }) => codes.push(code));
  database.down();
  expect((await alexa.say('open my back routine')).response).not.toBeNull();
  expect(codes).toContain('store-unavailable');
  expect(await stored()).toEqual([]);
  database.up();
  await alexa.say('yes');
  expect(await stored()).not.toEqual([]);
  expect(alexa.breaches).toEqual([]);
});

it('asks the settings service where the device is, with a token that it was given', async () => {
  const { alexa, settings } = await house();
  await alexa.say('open my back routine');
  await alexa.say('yes');
  expect(settings.calls).toBe(1);
});

describe('what Alexa knows of her', () => {
  const folder = mkdtempSync(join(tmpdir(), 'her-house-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept from one run to the next, reminders included, until it is told to forget', async () => {
    const first = await house({ dataFolder: folder });
    first.account.decide(REMINDERS_SCOPE, 'granted');
    await first.alexa.say('open my back routine');
    await first.alexa.say('remind me every day at nine in the morning');
    await first.alexa.say('yes');
    expect(first.reminders.kept).toHaveLength(1);
    await open.pop()?.close();

    const second = await house({ dataFolder: folder });
    expect(second.account.permission(REMINDERS_SCOPE)).toBe('granted');
    await second.alexa.wait('3 hours');
    expect(second.alexa.transcript).toMatchObject([
      { kind: 'reminder-rang', atMs: Date.parse('2026-11-22T09:00:00Z') },
    ]);
    await open.pop()?.close();

    await forgetEverything(folder);
    const third = await house({ dataFolder: folder });
    expect([third.reminders.kept, third.account.permission(REMINDERS_SCOPE)]).toEqual([[], 'unknown']);
  });

  it('cannot be used when its file is damaged, and the message says what to do', async () => {
    await open.pop()?.close();
    writeFileSync(join(folder, 'customer.json'), '{');
    await expect(house({ dataFolder: folder })).rejects.toThrow('forget everything with --fresh');
  });
});

it.each([
  ['en-US', 'start my back routine', 'My Back Routine'],
  ['es-US', 'abre mi rutina de espalda', 'Mi rutina de espalda'],
])('speaks %s, and is opened by "%s"', async (locale, opening, name) => {
  const { alexa, opening: words } = await house({ locale });
  expect(words).toBe(opening);
  const turn = await alexa.say(words);
  expect([turn.request?.request.type, turn.breaches]).toEqual(['LaunchRequest', []]);
  expect(turn.says).toContain(name);
});

it('knows every locale that there is a model for', () => {
  expect(LOCALES).toEqual(expect.arrayContaining(['en-US', 'en-GB', 'es-US']));
});
