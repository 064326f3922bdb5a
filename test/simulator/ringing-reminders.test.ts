import { services } from 'ask-sdk-model';
import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { playPiped } from '../../simulator/piped';
import { ASKS, toyHouse } from './toy-skill';

/** A skill that has Alexa remind her every day at seven, on the device and in the zone that she asks from. */
function remindingHouse(zone = 'America/New_York') {
  const house = toyHouse({
    LaunchRequest: async ({ context: { System } }) => {
      const { apiEndpoint, apiAccessToken: authorizationValue = '' } = System;
      const client = new services.reminderManagement.ReminderManagementServiceClient({
        apiClient: house.apiClient,
        apiEndpoint,
        authorizationValue,
      });
      await client.createReminder({
        requestTime: '2026-11-22T04:00:00.000',
        trigger: {
          type: 'SCHEDULED_ABSOLUTE',
          timeZoneId: zone,
          recurrence: { recurrenceRules: ['FREQ=DAILY;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'] },
        },
        alertInfo: {
          spokenInfo: {
            content: [
              { locale: 'en-US', text: 'Tea time' },
              { locale: 'es-US', text: 'La hora del té.' },
            ],
          },
        },
      });
      return { version: '1.0', response: ASKS };
    },
  });
  house.account.decide(REMINDERS_SCOPE, 'granted');
  const rings = () => house.alexa.transcript.filter(({ kind }) => kind === 'reminder-rang');
  return { ...house, rings };
}

it('rings every day on the device where it was set, and is said twice', async () => {
  const { alexa, rings } = remindingHouse();
  await alexa.device('bedroom').say('open tea corner');
  await alexa.wait('50 hours');
  expect(rings()).toEqual([
    {
      kind: 'reminder-rang',
      device: 'bedroom',
      atMs: Date.parse('2026-11-22T12:00:00Z'),
      says: "Here's your reminder: Tea time. Tea time.",
    },
    {
      kind: 'reminder-rang',
      device: 'bedroom',
      atMs: Date.parse('2026-11-23T12:00:00Z'),
      says: "Here's your reminder: Tea time. Tea time.",
    },
  ]);
  expect(alexa.now()).toBe(Date.parse('2026-11-24T11:00:00Z'));
});

it('rings in its own zone, wherever the house is by then', async () => {
  const { alexa, rings } = remindingHouse('Europe/London');
  await alexa.say('open tea corner');
  alexa.travel('Asia/Tokyo');
  await alexa.wait('1 day');
  expect(rings()).toMatchObject([{ atMs: Date.parse('2026-11-23T07:00:00Z') }]);
});

it('rings in the language of the house', async () => {
  const { alexa, rings } = remindingHouse();
  await alexa.say('open tea corner');
  alexa.setLocale('es-US');
  await alexa.wait('1 day');
  expect(rings()).toMatchObject([{ says: 'Este es tu recordatorio: La hora del té. La hora del té.' }]);
});

it('is gone when the skill is disabled, and does not come back with it', async () => {
  const { alexa, rings, reminders } = remindingHouse();
  await alexa.say('open tea corner');
  await alexa.disableSkill();
  expect(reminders.kept).toEqual([]);
  await alexa.enableSkill();
  await alexa.wait('2 days');
  expect(rings()).toEqual([]);
});

it('interrupts nothing in an open session', async () => {
  const { alexa, rings, requests } = remindingHouse();
  await alexa.say('open tea corner');
  await alexa.wait('2 h 59 m 58 s');
  await alexa.say('open tea corner');
  await alexa.wait('3 s');
  // It was opened twice, so there are two.
  expect(rings()).toHaveLength(2);
  expect([alexa.doing().kind, alexa.sessionOpen]).toEqual(['speaking', true]);
  await alexa.say('help');
  expect(requests.at(-1)?.session?.new).toBe(false);
});

it('is seen by a script, and shown in its transcript', async () => {
  const lines: string[] = [];
  const database = { down: () => {}, up: () => {} };
  const house = remindingHouse();
  const script =
    "open tea corner\n[silence]\n[silence]\n[today 06:59]\n!> tea time\n[today 07:01]\n> here's your reminder: tea time";
  expect(await playPiped(script, { ...house, database }, (line) => lines.push(line))).toBe('good');
  expect(lines).toContain("[3:00:00] (a reminder rings) Here's your reminder: Tea time. Tea time.");
});
