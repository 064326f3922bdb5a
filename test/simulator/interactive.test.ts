import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type ConversationOptions, converse } from '../../simulator/interactive';
import { ASKS_PERMISSION, toyHouse } from './toy-skill';

/** Sit down at a desk that is not a screen, so that only whole lines are written. */
function sitDown(options: Partial<ConversationOptions> = {}, answers: Parameters<typeof toyHouse>[0] = {}) {
  const house = toyHouse(answers);
  const input = new PassThrough();
  const output = new PassThrough();
  const seen: string[] = [];
  output.on('data', (chunk) => seen.push(String(chunk)));
  const stage = { ...house, database: { down: () => {}, up: () => {} } };
  const desk = { input, output, isScreen: false };
  const ended = converse(stage, desk, { fast: true, loudspeaker: null, stored: async () => ['cups: 2'], ...options });
  const type = (...lines: readonly string[]) => input.write(lines.map((line) => `${line}\n`).join(''));
  return { ...house, type, leave: () => input.end(), ended, seen: () => seen.join('') };
}

it('answers what is typed, at once when it need not wait', async () => {
  const { type, ended, seen, requests } = sitDown();
  type('open tea corner', 'help', ':quit');
  expect(await ended).toBe('left');
  expect(seen()).toBe('  Alexa: Listen. (2 s) Which tea?\n'.repeat(2));
  expect(requests.map(({ request }) => request.timestamp)).toEqual(['2026-11-22T09:00:00Z', '2026-11-22T09:00:06Z']);
});

it('does what colons and brackets ask for', async () => {
  const { type, leave, ended, seen, requests } = sitDown();
  type('open tea corner', '[at 1s] help', ':silence', ':wait 3 hours', ':stored', ':why');
  leave();
  await ended;
  expect(seen()).toContain('cups: 2');
  expect(seen()).toContain('"help" was understood as');
  expect(requests.map(({ request }) => request.type)).toEqual([
    'LaunchRequest',
    'IntentRequest',
    'SessionEndedRequest',
  ]);
});

it("lets Alexa's own question be answered, and tells that it was hers", async () => {
  const { type, leave, ended, seen, account } = sitDown({}, { LaunchRequest: ASKS_PERMISSION });
  type('open tea corner', 'hm', ':why', 'yes', ':reminders 429', ':disable skill', ':enable skill');
  leave();
  await ended;
  expect(seen()).toContain('(Alexa herself) Do you give Tea Corner permission');
  expect(seen()).toContain('"hm" was taken for an answer to Alexa herself');
  expect(seen()).not.toContain('call the skill by its name');
  expect(seen()).toContain('(the skill is disabled; the session is gone)');
  expect(account.userId).toBe('amzn1.ask.account.LOCAL-2');
});

it('explains a mistake and goes on', async () => {
  const { type, leave, ended, seen } = sitDown();
  type(':nap', '[wait', ':silence', 'open tea corner');
  leave();
  await ended;
  expect(seen()).toContain(':nap is not understood; :help shows what is.');
  expect(seen()).toContain('write [wait]');
  expect(seen()).toContain('No session is open');
  expect(seen()).toContain('Which tea?');
});

it('finishes the turn that is under way before it ends', async () => {
  const { type, leave, ended, requests } = sitDown();
  type('open tea corner', 'help', 'help');
  leave();
  await ended;
  expect(requests).toHaveLength(3);
});

it('lets time pass as at the desk, and interrupts at the moment of typing', async () => {
  const { type, leave, ended, alexa, seen } = sitDown({ fast: false });
  type('open tea corner');
  await pause(1_250);
  expect(seen()).toBe('  Alexa: Listen.\n');
  type('help');
  await pause(20);
  leave();
  await ended;
  const turns = alexa.transcript.filter((happening) => happening.kind === 'turn');
  expect(turns[1]?.bargedInAtMs).toBeGreaterThan(100);
  expect(turns[1]?.bargedInAtMs).toBeLessThan(900);
});
