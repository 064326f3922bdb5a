import { services } from 'ask-sdk-model';
import { createFakeCustomerServices } from '../../simulator/fake-customer-services';
import { REMINDERS_SCOPE, REMINDERS_TROUBLES } from '../../simulator/fake-reminders-service';

type Request = services.reminderManagement.ReminderRequest;

const ZONE = 'America/New_York';
/** Nine in the morning in New York, a Sunday. */
const NOW_MS = Date.parse('2026-11-22T14:00:00Z');

const EVERY_DAY_AT_SEVEN: Request = {
  requestTime: '2026-11-22T09:00:00.000',
  trigger: {
    type: 'SCHEDULED_ABSOLUTE',
    timeZoneId: ZONE,
    recurrence: {
      startDateTime: '2026-11-22T09:00:00.000',
      recurrenceRules: ['FREQ=DAILY;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'],
    },
  },
  alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: 'Tea time.' }] } },
  pushNotification: { status: 'ENABLED' },
};

/** A customer who has granted the permission, and the SDK's own client in a session of hers. */
function customer() {
  const clock = { nowMs: NOW_MS };
  const house = createFakeCustomerServices(ZONE, () => clock.nowMs);
  house.account.decide(REMINDERS_SCOPE, 'granted');
  const clientWith = (authorizationValue: string) =>
    new services.reminderManagement.ReminderManagementServiceClient({
      apiClient: house.apiClient,
      apiEndpoint: house.settings.apiEndpoint,
      authorizationValue,
    });
  const token = (deviceId = 'kitchen') =>
    house.settings.issueToken({ userId: house.account.userId, deviceId, locale: 'en-US' });
  const client = (deviceId?: string) => clientWith(token(deviceId));
  return { ...house, clock, client, clientWith };
}

const trigger = (changed: services.reminderManagement.Trigger): Request => ({
  ...EVERY_DAY_AT_SEVEN,
  trigger: { ...EVERY_DAY_AT_SEVEN.trigger, ...changed },
});
const saying = (...content: services.reminderManagement.SpokenText[]): Request => ({
  ...EVERY_DAY_AT_SEVEN,
  alertInfo: { spokenInfo: { content } },
});
const rule = (...recurrenceRules: string[]) => trigger({ recurrence: { recurrenceRules } });

describe('a reminder', () => {
  it('is created, listed, changed and deleted', async () => {
    const { client, reminders } = customer();
    const created = await client().createReminder(EVERY_DAY_AT_SEVEN);
    expect(created).toEqual({
      alertToken: expect.stringMatching(/^local-reminder-/),
      createdTime: '2026-11-22T14:00:00.000Z',
      updatedTime: '2026-11-22T14:00:00.000Z',
      status: 'ON',
      version: '1',
      href: `/v1/alerts/reminders/${created.alertToken}`,
    });
    const { alertToken = '' } = created;
    expect(await client().getReminders()).toMatchObject({
      totalCount: '1',
      alerts: [{ alertToken, trigger: EVERY_DAY_AT_SEVEN.trigger }],
    });
    const changed = await client().updateReminder(alertToken, rule('FREQ=DAILY;BYHOUR=20;BYMINUTE=30;'));
    expect(changed).toMatchObject({ alertToken, version: '2' });
    // Half past eight in the evening in New York
    expect(reminders.nextRing).toMatchObject({ atMs: Date.parse('2026-11-23T01:30:00Z'), deviceId: 'kitchen' });
    await client().deleteReminder(alertToken);
    expect(await client().getReminders()).toMatchObject({ totalCount: '0', alerts: [] });
    expect([reminders.nextRing, reminders.calls]).toEqual([null, 5]);
  });

  it('that does not exist cannot be shown, changed or deleted', async () => {
    const { client } = customer();
    for (const asked of [
      client().getReminder('x'),
      client().updateReminder('x', EVERY_DAY_AT_SEVEN),
      client().deleteReminder('x'),
    ])
      await expect(asked).rejects.toMatchObject({ statusCode: 404 });
  });

  it('needs a token of the account that it is for, and her permission', async () => {
    const { account, client, clientWith, settings } = customer();
    const refused = { statusCode: 401 };
    await expect(clientWith('stolen').createReminder(EVERY_DAY_AT_SEVEN)).rejects.toMatchObject(refused);
    await expect(clientWith(settings.issueToken()).getReminders()).rejects.toMatchObject(refused);
    for (const state of ['unknown', 'denied'] as const) {
      account.decide(REMINDERS_SCOPE, state);
      await expect(client().createReminder(EVERY_DAY_AT_SEVEN)).rejects.toMatchObject({
        statusCode: 401,
        response: { code: 'UNAUTHORIZED' },
      });
    }
  });

  it("is nobody else's, also when the same person comes back as a new customer", async () => {
    const { account, client, reminders } = customer();
    const { alertToken = '' } = await client().createReminder(EVERY_DAY_AT_SEVEN);
    const before = client();
    account.disableSkill();
    account.enableSkill();
    account.decide(REMINDERS_SCOPE, 'granted');
    await expect(before.getReminders()).rejects.toMatchObject({ statusCode: 401 });
    expect(await client().getReminders()).toMatchObject({ totalCount: '0' });
    await expect(client().getReminder(alertToken)).rejects.toMatchObject({ statusCode: 404 });
    expect(reminders.kept).toHaveLength(1);
    reminders.forget('amzn1.ask.account.LOCAL');
    expect(reminders.kept).toEqual([]);
  });
});

describe('a request for a reminder', () => {
  it.each<[string, Request]>([
    ['every day', EVERY_DAY_AT_SEVEN],
    ['with a scheduled time ahead besides its rule', trigger({ scheduledTime: '2026-11-23T07:00:00.000' })],
    ['on some weekdays', rule('FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=7;BYMINUTE=15')],
    [
      'once, at a time',
      {
        ...EVERY_DAY_AT_SEVEN,
        trigger: { type: 'SCHEDULED_ABSOLUTE', timeZoneId: ZONE, scheduledTime: '2026-11-22T09:01:00' },
      },
    ],
    ['once, after a while', { ...EVERY_DAY_AT_SEVEN, trigger: { type: 'SCHEDULED_RELATIVE', offsetInSeconds: 60 } }],
    ['asked for at a moment in UTC', { ...EVERY_DAY_AT_SEVEN, requestTime: '2026-11-22T14:00:00.000Z' }],
    ['spoken as SSML', saying({ locale: 'en-US', ssml: '<speak>Tea time.</speak>' })],
    ['in several languages', saying({ locale: 'es-US', text: 'El té.' }, { locale: 'en-US', text: 'Tea.' })],
  ])('is taken %s', async (_, request) => {
    await expect(customer().client().createReminder(request)).resolves.toMatchObject({ status: 'ON' });
  });

  it.each<[string, Request, string]>([
    ['of an unknown kind', trigger({ type: 'SOMETIMES' as never }), 'INVALID_TRIGGER_TYPE'],
    ['in no time zone', trigger({ timeZoneId: 'Mars/Olympus' }), 'INVALID_TIME_ZONE_ID'],
    [
      'at a time that has passed',
      trigger({ scheduledTime: '2026-11-22T08:59:59.000' }),
      'TRIGGER_SCHEDULED_TIME_IN_PAST',
    ],
    [
      'at a time with a zone',
      trigger({ scheduledTime: '2026-11-23T07:00:00Z' }),
      'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT',
    ],
    [
      'at no time',
      { ...EVERY_DAY_AT_SEVEN, trigger: { type: 'SCHEDULED_ABSOLUTE', timeZoneId: ZONE } },
      'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT',
    ],
    [
      'after no time',
      { ...EVERY_DAY_AT_SEVEN, trigger: { type: 'SCHEDULED_RELATIVE', offsetInSeconds: 0 } },
      'INVALID_TRIGGER_OFFSET',
    ],
    [
      'by the deprecated fields',
      trigger({ scheduledTime: '2026-11-23T07:00:00', recurrence: { freq: 'DAILY' } }),
      'UNSUPPORTED_TRIGGER_RECURRENCE',
    ],
    ['every hour', rule('FREQ=HOURLY;BYMINUTE=0'), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
    ['every other day', rule('FREQ=DAILY;BYHOUR=7;INTERVAL=2'), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
    ['every day at no hour', rule('FREQ=DAILY;BYMINUTE=0'), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
    ["every day at 25 o'clock", rule('FREQ=DAILY;BYHOUR=25;BYMINUTE=0'), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
    ['every week on no day', rule('FREQ=WEEKLY;BYHOUR=7;BYMINUTE=0'), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
    ['by one good rule and one bad one', rule('FREQ=DAILY;BYHOUR=7', 'FREQ=YEARLY'), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
    [
      'that ended before it began',
      trigger({ recurrence: { endDateTime: '2026-11-22T10:00:00', recurrenceRules: ['FREQ=DAILY;BYHOUR=7'] } }),
      'TRIGGER_SCHEDULED_TIME_IN_PAST',
    ],
    ['without words', saying(), 'INVALID_ALERT_INFO'],
    ['with empty words', saying({ locale: 'en-US', text: ' ' }), 'INVALID_ALERT_INFO'],
    ['with broken SSML', saying({ locale: 'en-US', ssml: '<speak>Tea' }), 'INVALID_ALERT_INFO'],
    ['in another language only', saying({ locale: 'en-GB', text: 'Tea.' }), 'UNSUPPORTED_LOCALE'],
    ['made at no time', { ...EVERY_DAY_AT_SEVEN, requestTime: 'now' }, 'INVALID_REQUEST_TIME_FORMAT'],
    [
      'with half a push',
      { ...EVERY_DAY_AT_SEVEN, pushNotification: { status: 'MAYBE' as never } },
      'INVALID_PUSH_NOTIFICATION',
    ],
  ])('is refused %s', async (_, request, code) => {
    await expect(customer().client().createReminder(request)).rejects.toMatchObject({
      statusCode: 400,
      response: { code },
    });
  });

  it('is refused when it is no JSON', async () => {
    const { apiClient, account, settings } = customer();
    const token = settings.issueToken({ userId: account.userId, deviceId: 'kitchen', locale: 'en-US' });
    const url = `${settings.apiEndpoint}/v1/alerts/reminders`;
    const headers = [{ key: 'Authorization', value: `Bearer ${token}` }];
    expect(await apiClient.invoke({ method: 'POST', url, headers, body: '{' })).toMatchObject({ statusCode: 400 });
    expect(await apiClient.invoke({ method: 'PATCH', url, headers })).toMatchObject({ statusCode: 405 });
  });
});

describe('the service', () => {
  it.each([
    ['401', 401, 'UNAUTHORIZED'],
    ['403', 403, 'DEVICE_NOT_SUPPORTED'],
    ['too-many', 403, 'MAX_REMINDERS_EXCEEDED'],
    ['429', 429, 'RATE_EXCEEDED'],
    ['500', 500, 'INTERNAL_SERVER_ERROR'],
  ] as const)('can refuse as %s, and recover', async (trouble, statusCode, code) => {
    const { client, reminders } = customer();
    reminders.trouble(trouble);
    await expect(client().createReminder(EVERY_DAY_AT_SEVEN)).rejects.toMatchObject({ statusCode, response: { code } });
    reminders.trouble(null);
    await expect(client().createReminder(EVERY_DAY_AT_SEVEN)).resolves.toMatchObject({ status: 'ON' });
  });

  it('can tell nonsense, not be there, or keep a skill waiting for ever', async () => {
    const { client, reminders } = customer();
    reminders.trouble('garbage');
    await expect(client().getReminders()).rejects.toThrow('parse');
    reminders.trouble('unreachable');
    await expect(client().getReminders()).rejects.toThrow('ECONNREFUSED');
    reminders.trouble('hang');
    const later = new Promise((resolve) => setTimeout(resolve, 20, 'still waiting'));
    expect(await Promise.race([client().getReminders(), later])).toBe('still waiting');
  });

  it('leaves the zone of the device to the settings service, whatever its own trouble', async () => {
    const { apiClient, reminders, settings } = customer();
    for (const trouble of REMINDERS_TROUBLES) {
      reminders.trouble(trouble);
      const url = `${settings.apiEndpoint}/v2/devices/d1/settings/System.timeZone`;
      const headers = [{ key: 'Authorization', value: `Bearer ${settings.issueToken()}` }];
      expect(await apiClient.invoke({ method: 'GET', url, headers })).toMatchObject({ body: '"America/New_York"' });
    }
    expect(reminders.calls).toBe(0);
  });

  it('rings what is due first, again and again, and what rings once only once', async () => {
    const { client, reminders } = customer();
    await client('kitchen').createReminder(EVERY_DAY_AT_SEVEN);
    await client('bedroom').createReminder({
      ...EVERY_DAY_AT_SEVEN,
      trigger: { type: 'SCHEDULED_RELATIVE', offsetInSeconds: 90 },
    });
    const rings: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      rings.push([reminders.nextRing?.deviceId, new Date(reminders.nextRing?.atMs ?? 0).toISOString()]);
      reminders.ringNext();
    }
    expect(rings).toEqual([
      ['bedroom', '2026-11-22T14:01:30.000Z'],
      ['kitchen', '2026-11-23T12:00:00.000Z'],
      ['kitchen', '2026-11-24T12:00:00.000Z'],
    ]);
    expect(reminders.kept.map(({ deviceId, status }) => [deviceId, status])).toEqual([
      ['bedroom', 'COMPLETED'],
      ['kitchen', 'ON'],
    ]);
  });
});
