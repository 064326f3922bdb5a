import { playScript } from '../../simulator/play-script';
import { readScript, ScriptError } from '../../simulator/script';
import { toyHouse } from './toy-skill';

const stage = () => {
  const house = toyHouse();
  const isUp = { database: true };
  const database = {
    down: () => {
      isUp.database = false;
    },
    up: () => {
      isUp.database = true;
    },
  };
  return { ...house, database, isUp };
};

describe('a line', () => {
  it.each([
    ['pause', { kind: 'say', text: 'pause' }],
    ['[at 42s] pause', { kind: 'say-at', atMs: 42_000, text: 'pause' }],
    ['[at 1m10s]  hold on ', { kind: 'say-at', atMs: 70_000, text: 'hold on' }],
    ['[silence]', { kind: 'silence' }],
    ['  [Wait 3 hours]', { kind: 'wait', durationMs: 10_800_000 }],
    ['[today 19:30]', { kind: 'wait-until', daysAhead: 0, time: '19:30' }],
    ['[tomorrow 07:00]', { kind: 'wait-until', daysAhead: 1, time: '07:00' }],
    ['[exit]', { kind: 'exit' }],
    ['[unplug]', { kind: 'unplug' }],
    ['[zone Europe/London]', { kind: 'zone', zone: 'Europe/London' }],
    ['[person anna]', { kind: 'person', name: 'anna' }],
    ['[person nobody]', { kind: 'person', name: null }],
    ['[device bedroom]', { kind: 'device', name: 'bedroom' }],
    ['[database down]', { kind: 'database', up: false }],
    ['[database up]', { kind: 'database', up: true }],
    ['[settings hang]', { kind: 'settings', trouble: 'hang' }],
    ['[settings up]', { kind: 'settings', trouble: null }],
    ['[reminders 403]', { kind: 'reminders', trouble: '403' }],
    ['[reminders too-many]', { kind: 'reminders', trouble: 'too-many' }],
    ['[reminders up]', { kind: 'reminders', trouble: null }],
    ['[permission granted]', { kind: 'permission', state: 'granted' }],
    ['[permission unknown]', { kind: 'permission', state: 'unknown' }],
    ['[disable skill]', { kind: 'skill', enabled: false }],
    ['[enable skill]', { kind: 'skill', enabled: true }],
    ['> say ready', { kind: 'expect', text: 'say ready' }],
    ['!> hurry up', { kind: 'expect-absent', text: 'hurry up' }],
  ])('"%s" is understood', (line, action) => expect(readScript(line)).toEqual([{ line: 1, action }]));

  it.each([
    ['[at] pause', '[at 42s]'],
    ['[at soon] pause', '[at 42s]'],
    ['[at 42s]', '[at 42s] pause'],
    ['[nap]', '[silence], [wait 3 hours]'],
    ['[constructor]', '[silence], [wait 3 hours]'],
    ['[wait a bit]', 'write [wait 3 hours]'],
    ['[tomorrow 25:00]', 'write [tomorrow 07:00]'],
    ['[zone London]', 'write [zone Europe/London]'],
    ['[device]', 'write [device bedroom]'],
    ['[silence', 'write [silence]'],
    ['[silence] pause', 'put "pause" on a line of its own'],
    ['>', 'write > and the words'],
    ['!>', 'write !> and the words'],
    ['[reminders slow]', 'write [reminders hang|'],
    ['[permission maybe]', 'write [permission unknown|granted|denied]'],
    ['[disable]', 'write [disable skill]'],
  ])('"%s" is answered with what to write', (line, fix) => expect(() => readScript(line)).toThrow(fix));

  it('is passed over when it is empty or a remark', () => expect(readScript('\n# a remark\r\n\n')).toEqual([]));

  it('is named by its number, and so are all the others that are wrong', () => {
    const problems = (() => {
      try {
        return readScript('# tea\n[nap]\nhelp\n[wait]');
      } catch (error) {
        return error instanceof ScriptError && error.problems.map(({ line }) => line);
      }
    })();
    expect(problems).toEqual([2, 4]);
  });
});

describe('a script', () => {
  it('happens line after line', async () => {
    const set = stage();
    const script = [
      'open tea corner',
      '[at 2s] pause',
      '[silence]',
      'help',
      '[exit]',
      '[tomorrow 07:00]',
      'open tea corner',
    ];
    expect(await playScript(readScript(script.join('\n')), set)).toEqual([]);
    expect(set.requests.map(({ request }) => request.type)).toEqual([
      'LaunchRequest',
      'IntentRequest',
      'IntentRequest',
      'SessionEndedRequest',
      'LaunchRequest',
    ]);
    expect(set.requests.at(-1)?.request.timestamp).toBe('2026-11-23T12:00:00Z');
  });

  it('speaks as the person, to the device and in the place that it names', async () => {
    const set = stage();
    await playScript(readScript('[person anna]\n[device bedroom]\n[zone Asia/Tokyo]\nopen tea corner'), set);
    const { person, device } = set.requests[0]?.context.System ?? {};
    expect([person?.personId, device?.deviceId]).toEqual(['amzn1.ask.person.ANNA', 'amzn1.ask.device.bedroom']);
    expect(set.settings.zone).toBe('Asia/Tokyo');
  });

  it('takes the database and the settings service down and up', async () => {
    const set = stage();
    await playScript(readScript('[database down]\n[settings 500]'), set);
    expect(set.isUp.database).toBe(false);
    await expect(set.settings.invoke({ url: 'x:', method: 'GET', headers: [] })).resolves.toMatchObject({
      statusCode: 500,
    });
    await playScript(readScript('[database up]'), set);
    expect(set.isUp.database).toBe(true);
  });

  it('tells which expectations were not met, by line', async () => {
    const script = 'open tea corner\n> LISTEN. which  Tea?\n> coffee\n[silence]\n> which tea\n> listen';
    expect(await playScript(readScript(script), stage())).toEqual([
      { line: 3, expected: 'coffee', said: 'Listen. Which tea?' },
      { line: 6, expected: 'listen', said: 'Which tea?' },
    ]);
  });

  it('tells which words were said that should not have been, by line', async () => {
    const script = 'open tea corner\n!> coffee\n!> which TEA\n[silence]\n!> listen';
    expect(await playScript(readScript(script), stage())).toEqual([
      { line: 3, unexpected: 'which TEA', said: 'Listen. Which tea?' },
    ]);
  });

  it('troubles the reminders service, decides about reminders, and disables and enables the skill', async () => {
    const set = stage();
    await playScript(readScript('[permission granted]\n[reminders 429]'), set);
    expect(set.account.permission('alexa::alerts:reminders:skill:readwrite')).toBe('granted');
    const url = 'https://api.amazonalexa.invalid/v1/alerts/reminders';
    await expect(set.apiClient.invoke({ url, method: 'GET', headers: [] })).resolves.toMatchObject({ statusCode: 429 });
    await playScript(readScript('[disable skill]'), set);
    expect(set.account.isSkillEnabled).toBe(false);
    await playScript(readScript('[enable skill]'), set);
    expect(set.requests.map(({ request }) => request.type)).toEqual([
      'AlexaSkillEvent.SkillDisabled',
      'AlexaSkillEvent.SkillEnabled',
    ]);
  });

  it.each([
    ['[enable skill]', 'line 1: The skill is enabled already'],
    ['[at 2s] pause', 'line 1: Alexa is not speaking'],
    ['open tea corner\n[at 9s] pause', 'line 2: Alexa speaks for 4 seconds only'],
    ['[silence]', 'line 1: No session is open'],
    ['[today 03:00]', 'line 1: It is 04:00 already'],
  ])('stops where it cannot go on: %s', async (script, problem) => {
    await expect(playScript(readScript(script), stage())).rejects.toThrow(problem);
  });

  it('lets time pass by the calendar of the place, not by 24 hours', async () => {
    const set = stage();
    set.settings.moveTo('Europe/London');
    await set.alexa.waitUntil(Date.parse('2027-03-27T09:00:00Z'));
    await playScript(readScript('[tomorrow 09:00]'), set);
    expect(set.alexa.now()).toBe(Date.parse('2027-03-28T08:00:00Z'));
  });
});
