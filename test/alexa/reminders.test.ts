import type { RequestEnvelope, services } from 'ask-sdk-model';
import { type DailyReminder, remindersOf } from '../../lambda/alexa/reminders';
import type { LogEntry } from '../../lambda/core/ports';

type Answer = Partial<services.ApiClientResponse> | 'nothing' | 'broken';

/** 18:00 on a Sunday in New York. */
const AT_MS = Date.parse('2026-11-22T23:00:00Z');
const SEVEN: DailyReminder = {
  time: { hour: 7, minute: 30 },
  replaces: null,
  atMs: AT_MS,
  zone: 'America/New_York',
  locale: 'en-GB',
  text: 'Your back routine is waiting.',
};
const CREATED = { statusCode: 200, body: JSON.stringify({ alertToken: 'new-token', status: 'ON' }) };

let asked: services.ApiClientRequest[];
let logged: LogEntry[];

beforeEach(() => {
  asked = [];
  logged = [];
});

describe('a reminder that is set', () => {
  it('is asked for once, as the service wants it', async () => {
    expect(await remindersThatAnswer(CREATED).set(SEVEN)).toEqual({
      kind: 'reminder-set',
      token: 'new-token',
      time: { hour: 7, minute: 30 },
    });
    expect(asked.map(({ method, url, headers }) => ({ method, url, headers }))).toEqual([
      {
        method: 'POST',
        url: 'https://api.eu.amazonalexa.com/v1/alerts/reminders',
        headers: [
          { key: 'Authorization', value: 'Bearer a-token' },
          { key: 'Content-Type', value: 'application/json' },
        ],
      },
    ]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      requestTime: '2026-11-22T23:00:00.000Z',
      trigger: {
        type: 'SCHEDULED_ABSOLUTE',
        scheduledTime: '2026-11-23T07:30:00.000',
        timeZoneId: 'America/New_York',
        recurrence: {
          startDateTime: '2026-11-23T07:30:00.000',
          recurrenceRules: ['FREQ=DAILY;BYHOUR=7;BYMINUTE=30;BYSECOND=0;INTERVAL=1;'],
        },
      },
      alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: 'Your back routine is waiting.' }] } },
      pushNotification: { status: 'ENABLED' },
    });
    expect(logged).toEqual([]);
  });

  it.each([
    {
      rule: 'later today',
      at: '2026-11-22T23:00:00Z',
      hour: 18,
      minute: 1,
      zone: 'America/New_York',
      first: '2026-11-22T18:01',
    },
    {
      rule: 'tomorrow when it is that time just now',
      at: '2026-11-22T23:00:00Z',
      hour: 18,
      minute: 0,
      zone: 'America/New_York',
      first: '2026-11-23T18:00',
    },
    {
      rule: 'tomorrow when that time has gone by',
      at: '2026-11-22T23:00:00Z',
      hour: 17,
      minute: 59,
      zone: 'America/New_York',
      first: '2026-11-23T17:59',
    },
    {
      rule: 'on her own date, which is a day ahead of ours',
      at: '2026-11-22T23:00:00Z',
      hour: 12,
      minute: 1,
      zone: 'Pacific/Auckland',
      first: '2026-11-23T12:01',
    },
    {
      rule: 'over the end of a year',
      at: '2026-12-31T23:30:00Z',
      hour: 6,
      minute: 0,
      zone: 'UTC',
      first: '2027-01-01T06:00',
    },
    {
      rule: 'after midnight, while her day is still the one before',
      at: '2026-11-23T06:30:00Z',
      hour: 2,
      minute: 0,
      zone: 'America/New_York',
      first: '2026-11-23T02:00',
    },
  ])('rings first $rule', async ({ at, hour, minute, zone, first }) => {
    const reminder = { ...SEVEN, time: { hour, minute }, atMs: Date.parse(at), zone };
    await remindersThatAnswer(CREATED).set(reminder);
    expect(JSON.parse(asked[0]?.body ?? '').trigger.scheduledTime).toBe(`${first}:00.000`);
  });

  it('takes the place of the one before, which keeps its token', async () => {
    const reminders = remindersThatAnswer({ statusCode: 200, body: '{}' });
    const outcome = await reminders.set({ ...SEVEN, replaces: 'old/token' });
    expect(outcome).toMatchObject({ kind: 'reminder-set', token: 'old/token' });
    expect(calls()).toEqual(['PUT /v1/alerts/reminders/old%2Ftoken']);
  });

  it('is made anew when she has cancelled the one before without us', async () => {
    const outcome = await remindersThatAnswer({ statusCode: 404 }, CREATED).set({ ...SEVEN, replaces: 'old' });
    expect(outcome).toMatchObject({ kind: 'reminder-set', token: 'new-token' });
    expect(calls()).toEqual(['PUT /v1/alerts/reminders/old', 'POST /v1/alerts/reminders']);
    expect(logged).toEqual([]);
  });
});

describe('a reminder that is cancelled', () => {
  it.each([200, 204, 404])('is gone when the service answers %d', async (statusCode) => {
    expect(await remindersThatAnswer({ statusCode }).cancel('a token')).toEqual({ kind: 'reminder-cancelled' });
    expect(calls()).toEqual(['DELETE /v1/alerts/reminders/a%20token']);
    expect(asked[0]?.body).toBeUndefined();
    expect(logged).toEqual([]);
  });
});

describe('a service in trouble', () => {
  const TROUBLES: readonly { answer: Answer; trouble: string; reason: number | string; level?: string }[] = [
    { answer: { statusCode: 401, body: '{"code":"UNAUTHORIZED"}' }, trouble: 'not-permitted', reason: 401 },
    { answer: { statusCode: 403, body: '{"code":"UNAUTHORIZED"}' }, trouble: 'not-permitted', reason: 403 },
    { answer: { statusCode: 403, body: '' }, trouble: 'not-permitted', reason: 403 },
    {
      answer: { statusCode: 403, body: '{"code":"DEVICE_NOT_SUPPORTED"}' },
      trouble: 'not-on-this-device',
      reason: 403,
    },
    { answer: { statusCode: 403, body: '{"code":"MAX_REMINDERS_EXCEEDED"}' }, trouble: 'too-many', reason: 403 },
    { answer: { statusCode: 429 }, trouble: 'unavailable', reason: 429 },
    { answer: { statusCode: 500 }, trouble: 'unavailable', reason: 500 },
    { answer: { statusCode: 503, body: '<html>' }, trouble: 'unavailable', reason: 503 },
    { answer: { statusCode: 400, body: '{"code":"INVALID"}' }, trouble: 'unavailable', reason: 400, level: 'error' },
    { answer: 'nothing', trouble: 'unavailable', reason: 'timeout' },
    { answer: 'broken', trouble: 'unavailable', reason: 'unreachable' },
  ];

  it.each(TROUBLES)(
    '($answer) is told as $trouble, and the log says why',
    async ({ answer, trouble, reason, level }) => {
      const startedMs = performance.now();
      expect(await remindersThatAnswer(answer).set(SEVEN)).toEqual({
        kind: 'reminder-failed',
        trouble,
        time: SEVEN.time,
      });
      expect(await remindersThatAnswer(answer).cancel('t')).toEqual({ kind: 'reminder-failed', trouble, time: null });
      expect(performance.now() - startedMs).toBeLessThan(500);
      expect(logged).toEqual(
        ['set', 'cancel'].map((doing) => ({
          level: level ?? 'warn',
          code: 'reminder-failed',
          detail: { doing, trouble, reason },
        })),
      );
    },
  );

  it('is not believed when it answers without a token', async () => {
    for (const body of ['', 'null', '[]', '{"alertToken":""}', '{"alertToken":7}', '<html>']) {
      expect(await remindersThatAnswer({ statusCode: 200, body }).set(SEVEN)).toMatchObject({
        kind: 'reminder-failed',
        trouble: 'unavailable',
      });
    }
  });

  it('is unavailable to a request that says nothing of where it is', async () => {
    const client = { invoke: jest.fn() };
    const reminders = remindersOf({ context: {} } as RequestEnvelope, client, (entry) => logged.push(entry));
    expect(await reminders.cancel('t')).toMatchObject({ trouble: 'unavailable' });
    expect(client.invoke).not.toHaveBeenCalled();
    expect(logged[0]?.detail).toMatchObject({ reason: 'no-address' });
  });

  it('holds her up for a second and a half at most, by itself', async () => {
    const startedMs = performance.now();
    await remindersOf(ENVELOPE, { invoke: () => new Promise(() => {}) }, () => {}).cancel('t');
    expect(performance.now() - startedMs).toBeLessThan(1_800);
  });
});

const ENVELOPE = {
  context: { System: { apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: 'a-token' } },
} as RequestEnvelope;

/** Reminders over a service that gives these answers, one after the other. */
function remindersThatAnswer(...answers: Answer[]) {
  const client: services.ApiClient = {
    invoke: async (request) => {
      asked.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === 'broken') throw new Error('connect ECONNREFUSED');
      if (answer === 'nothing' || answer === undefined) return new Promise(() => {});
      return { statusCode: 200, headers: [], body: '', ...answer };
    },
  };
  return remindersOf(ENVELOPE, client, (entry) => logged.push(entry), 60);
}

function calls(): string[] {
  return asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}
