import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { filledSlots } from '../../simulator/filled-slots';
import { sessionResumedRequest } from '../../simulator/request-envelope';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice, type Turn } from '../support/skill-house';

const HALF_PAST_SEVEN = filledSlots({ time: '07:30' });

let table: EmbeddedTable;
let house: SkillHouse;
let echo: TestDevice;

beforeEach(async () => {
  table = await openEmbeddedTable();
  house = openSkillHouse(table.store);
  echo = house.device();
});
afterEach(() => table.close());

describe('a daily reminder', () => {
  it('is set once she has said yes to what is read back, and its token is kept', async () => {
    house.account.decide(REMINDERS_SCOPE, 'granted');
    const asked = await echo.say('SetReminderIntent', HALF_PAST_SEVEN);
    expect(asked.isOpen).toBe(true);
    expect(house.reminders.kept).toEqual([]);
    await echo.say('AMAZON.YesIntent');
    expect(house.reminders.kept).toHaveLength(1);
    expect(house.reminders.kept[0]?.request.trigger).toMatchObject({
      scheduledTime: '2026-11-23T07:30:00.000',
      timeZoneId: 'America/New_York',
    });
    expect((await table.items()).PROFILE).toMatchObject({
      reminder: { token: house.reminders.kept[0]?.alertToken, time: { hour: 7, minute: 30 } },
    });
    expect(house.codes).toEqual([]);
  });

  it('is replaced when it is changed, also in a later session', async () => {
    await setFor('07:30');
    await echo.end('USER_INITIATED');
    house.wait(3_600_000);
    await setFor('09:15', house.device('bedroom'));
    expect(house.reminders.kept.map(({ request }) => request.trigger?.scheduledTime)).toEqual([
      '2026-11-23T09:15:00.000',
    ]);
    expect((await table.items()).PROFILE).toMatchObject({ reminder: { time: { hour: 9, minute: 15 } } });
  });

  it('is cancelled by voice', async () => {
    await setFor('07:30');
    await echo.say('CancelReminderIntent');
    expect(house.reminders.kept).toEqual([]);
    expect((await table.items()).PROFILE).toMatchObject({ reminder: null });
  });

  it('that she cancelled herself can be cancelled once more', async () => {
    await setFor('07:30');
    house.reminders.forget(house.account.userId);
    await echo.say('CancelReminderIntent');
    expect((await table.items()).PROFILE).toMatchObject({ reminder: null });
    expect(house.codes).toEqual([]);
  });

  it('is not lost while the store cannot be written: the next turn writes it', async () => {
    house.account.decide(REMINDERS_SCOPE, 'granted');
    await echo.launch();
    await echo.say('SetReminderIntent', HALF_PAST_SEVEN);
    table.wire.state = { kind: 'error', type: 'com.amazon.coral.service#AccessDeniedException' };
    const told = await echo.say('AMAZON.YesIntent');
    expect(told.said).toContain("I can't save just now");
    table.wire.state = { kind: 'up' };
    await echo.say('ListExercisesIntent');
    expect((await table.items()).PROFILE).toMatchObject({ reminder: { time: { hour: 7, minute: 30 } } });
  });
});

describe('the permission for it', () => {
  it('is asked for by Alexa, and her yes leads on to ours, in the same session', async () => {
    await echo.launch();
    const handed = await echo.say('SetReminderIntent', HALF_PAST_SEVEN);
    expect(handed.envelope.response).not.toHaveProperty('shouldEndSession');
    house.account.decide(REMINDERS_SCOPE, 'granted');
    const asked = await resume(handed, 'ACCEPTED', handed.envelope.sessionAttributes ?? {});
    expect(asked.isOpen).toBe(true);
    await echo.say('AMAZON.YesIntent');
    expect(house.reminders.kept).toHaveLength(1);
  });

  it('leads on also where the session was forgotten, by the time in the token', async () => {
    const handed = await echo.say('SetReminderIntent', HALF_PAST_SEVEN);
    house.account.decide(REMINDERS_SCOPE, 'granted');
    expect((await resume(handed, 'ACCEPTED', {})).isOpen).toBe(true);
    await echo.say('AMAZON.YesIntent');
    expect((await table.items()).PROFILE).toMatchObject({ reminder: { time: { hour: 7, minute: 30 } } });
  });

  it.each(['DENIED', 'NOT_ANSWERED'])('that is %s sets nothing, and gets an answer', async (status) => {
    const handed = await echo.say('SetReminderIntent', HALF_PAST_SEVEN);
    expect((await resume(handed, status, handed.envelope.sessionAttributes ?? {})).said).not.toBe('');
    expect(house.reminders.calls).toBe(0);
  });
});

describe('a reminders service in trouble', () => {
  it.each(['403', 'too-many', '429', '500', 'garbage', 'unreachable', 'hang'] as const)(
    '(%s) is told in a sentence, within the time that Alexa waits, and nothing is kept of a reminder',
    async (trouble) => {
      house.account.decide(REMINDERS_SCOPE, 'granted');
      await echo.launch();
      await echo.say('SetReminderIntent', HALF_PAST_SEVEN);
      house.reminders.trouble(trouble);
      const startedMs = performance.now();
      expect((await echo.say('AMAZON.YesIntent')).said).not.toBe('');
      expect(performance.now() - startedMs).toBeLessThan(2_500);
      expect(house.codes).toEqual(['reminder-failed']);
      expect((await table.items()).PROFILE).toMatchObject({ reminder: null });
    },
  );

  it('leaves a reminder that could not be cancelled where it is', async () => {
    await setFor('07:30');
    house.reminders.trouble('500');
    await echo.say('CancelReminderIntent');
    expect((await table.items()).PROFILE).toMatchObject({ reminder: { time: { hour: 7, minute: 30 } } });
  });

  it('takes two slow calls and a slow store for one turn', async () => {
    await setFor('07:30');
    await echo.say('SetReminderIntent', filledSlots({ time: '08:00' }));
    house.reminders.trouble('hang');
    table.wire.state = { kind: 'hung' };
    const startedMs = performance.now();
    await echo.say('AMAZON.YesIntent');
    expect(performance.now() - startedMs).toBeLessThan(4_500);
  });
});

async function setFor(time: string, device = echo): Promise<void> {
  house.account.decide(REMINDERS_SCOPE, 'granted');
  await device.say('SetReminderIntent', filledSlots({ time }));
  await device.say('AMAZON.YesIntent');
}

/** Alexa gives the session back with her answer. */
async function resume(handed: Turn, status: string, attributes: Readonly<Record<string, unknown>>): Promise<Turn> {
  const [directive] = handed.envelope.response.directives ?? [];
  const { token } = directive as { readonly token: string };
  const stamp = { requestId: 'amzn1.request.resumed', atMs: house.now(), locale: 'en-US' };
  const completed = { token, status: { code: '200', message: 'OK' }, result: { status } };
  return echo.resume(sessionResumedRequest(stamp, completed), attributes);
}
