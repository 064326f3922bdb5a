import { playPiped } from '../../simulator/piped';
import { ASKS, ASKS_PERMISSION, CLOSES, toyHouse } from './toy-skill';

const nothing = { down: () => {}, up: () => {} };

async function played(script: string, answers: Parameters<typeof toyHouse>[0] = {}) {
  const lines: string[] = [];
  const outcome = await playPiped(script, { ...toyHouse(answers), database: nothing }, (line) => lines.push(line));
  return { outcome, transcript: lines.join('\n') };
}

it('prints a conversation as one would read it', async () => {
  const script =
    'open tea corner\n[at 2s] pause\n[silence]\n[silence]\n[wait 3 hours]\nhelp\n[device bedroom]\nopen tea corner\n[unplug]';
  expect(await played(script)).toEqual({
    outcome: 'good',
    transcript: `2026-11-22 04:00, America/New_York
[0:00] She: open tea corner
  Alexa: Listen. (2 s) Which tea?
[0:03] She, 0:02 into her speech: pause
  Alexa: Listen. (2 s) Which tea?
[0:16] (nobody answers)
  Alexa: Which tea?
[0:25] (nobody answers; the session ends)
[3:00:25] She: help
  (this was not for the skill)
[3:00:25] (bedroom) She: open tea corner
  Alexa: Listen. (2 s) Which tea?
[3:00:25] (bedroom) (the power is cut; the session is gone)
4 turns, 0 breaches`,
  });
});

it('shows a breach where it happens, and is not content', async () => {
  const { outcome, transcript } = await played('open tea corner', {
    LaunchRequest: { ...ASKS, shouldEndSession: true },
  });
  expect(outcome).toBe('broken');
  expect(transcript.split('\n').slice(2)).toEqual([
    '  Alexa: Listen. (2 s) Which tea?',
    '  ! wrong: closed-after-question: it asks "Which tea?" (certification, session rule: a question leaves the session open)',
    '[0:00] (the session is closed)',
    '1 turn, 1 breach',
  ]);
});

it('shows a caution, and is content all the same', async () => {
  const ssml = `<speak>${'tea '.repeat(1_600)}</speak>`;
  const { outcome, transcript } = await played('open tea corner', {
    LaunchRequest: { ...CLOSES, outputSpeech: { type: 'SSML', ssml } },
  });
  expect(outcome).toBe('good');
  expect(transcript).toContain('! caution: speech-nearly-too-long');
  expect(transcript).toMatch(/1 turn, 0 breaches, 1 caution$/);
});

it('tells which expectation was not met, and is not content', async () => {
  const { outcome, transcript } = await played('open tea corner\n> coffee');
  expect(outcome).toBe('broken');
  expect(transcript).toMatch(
    /! line 2: expected "coffee", but Alexa said "Listen. Which tea\?"\n1 turn, 0 breaches, 1 failed expectation$/,
  );
});

it('tells which words should not have been said, and is not content', async () => {
  const { outcome, transcript } = await played('open tea corner\n!> which tea');
  expect(outcome).toBe('broken');
  expect(transcript).toContain('! line 2: did not expect "which tea", but Alexa said "Listen. Which tea?"');
});

it('shows what Alexa asks on her own account as hers', async () => {
  const { transcript } = await played('open tea corner\nhm\nyes', { LaunchRequest: ASKS_PERMISSION });
  expect(transcript.split('\n').slice(1)).toEqual([
    '[0:00] She: open tea corner',
    '  Alexa: I need your permission for that. (Alexa herself) Do you give Tea Corner permission to set and change',
    '         reminders? You can say "I approve" or "no".',
    '[0:04] She: hm',
    '  (this was not for the skill)',
    '  Alexa: (Alexa herself) Do you give Tea Corner permission to set and change reminders? You can say "I',
    '         approve" or "no".',
    '[0:07] She: yes',
    '  Alexa: Listen. (2 s) Which tea?',
    '3 turns, 0 breaches',
  ]);
});

it('shows what is whispered as whispered', async () => {
  const ssml =
    '<speak>Hush. <amazon:effect name="whispered">Lift, <break time="2s"/> and rest. <break time="2s"/></amazon:effect> Good night.</speak>';
  const { transcript } = await played('open tea corner', {
    LaunchRequest: { ...CLOSES, outputSpeech: { type: 'SSML', ssml } },
  });
  expect(transcript).toContain('  Alexa: Hush. (whispering) Lift, (2 s) and rest. (2 s) (aloud) Good night.');
  expect(transcript).toContain('1 turn, 0 breaches');
});

it('says nothing at all when the script has a mistake', async () => {
  const lines: string[] = [];
  const stage = { ...toyHouse(), database: nothing };
  await expect(playPiped('open tea corner\n[nap]', stage, (line) => lines.push(line))).rejects.toThrow('line 2');
  expect([lines, stage.requests]).toEqual([[], []]);
});

it('keeps its lines short enough to be read, and says until when a long speech lasts', async () => {
  const ssml = `<speak>${'steep it well <break time="9s"/> '.repeat(8)}</speak>`;
  const { transcript } = await played('open tea corner', {
    LaunchRequest: { ...CLOSES, outputSpeech: { type: 'SSML', ssml } },
  });
  const speech = transcript.split('\n').slice(2, -2);
  expect(speech.length).toBeGreaterThan(1);
  for (const line of speech) expect(line.length).toBeLessThanOrEqual(110);
  expect(speech.at(-1)).toMatch(/\[until 1:21\]$/);
});
