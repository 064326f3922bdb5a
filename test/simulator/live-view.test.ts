import { createLiveView, statusOf, wordGroups } from '../../simulator/live-view';
import { layOut } from '../../simulator/playback';
import { readSsml } from '../../simulator/read-ssml';
import { ASKS_PERMISSION, toyHouse } from './toy-skill';

const millisecondPerLetter = (text: string) => text.length;

/** A view whose lines can be read, and the house it looks at. */
function viewOf(isFast = false, answers: Parameters<typeof toyHouse>[0] = {}) {
  const house = toyHouse(answers);
  const lines: string[] = [];
  const more = (text: string) => {
    lines.push(`${lines.pop() ?? ''} ${text}`);
  };
  const view = createLiveView({ line: (text) => lines.push(text), more }, isFast);
  house.alexa.onHappening(view.happened);
  return { ...house, view, lines };
}

it('divides speech where a speaker takes breath, each part at its own moment', () => {
  const speech = '<speak>Lie down, knees bent. Lift! <break time="2s"/> Then "rest" and say when you are done</speak>';
  expect(wordGroups(layOut(readSsml(speech), 1_000, millisecondPerLetter))).toEqual([
    { atMs: 1_000, text: '  Alexa: Lie down,', isFresh: true },
    { atMs: 1_010, text: 'knees bent.', isFresh: false },
    { atMs: 1_022, text: 'Lift!', isFresh: false },
    { atMs: 3_027, text: '         Then "rest" and say when you are done', isFresh: true },
  ]);
});

it('loses no word between the parts', () => {
  const text = 'One, two; three: four? Yes! 2.5 cm more. "Hold." And (slowly) let go, e.g. now — good';
  const groups = wordGroups(layOut(readSsml(`<speak>${text}</speak>`), 0, millisecondPerLetter));
  expect(groups.map((group) => group.text.replace('  Alexa: ', '')).join(' ')).toBe(text);
});

it('shows words when their moment has come, and none of those that were interrupted', async () => {
  const { alexa, view, lines } = viewOf();
  await alexa.say('open tea corner');
  const shown = [lines.length];
  for (let second = 0; second < 3; second += 1) {
    await alexa.wait('1 s');
    view.showUntil(alexa.now());
    shown.push(lines.length);
  }
  expect(shown).toEqual([0, 1, 1, 1]);
  await alexa.sayNow('help');
  await alexa.wait('10 minutes');
  expect(lines).toEqual([
    '  Alexa: Listen.',
    '  Alexa: Listen.',
    '         Which tea?',
    '  Alexa: Which tea?',
    '  (nobody answers; the session ends)',
  ]);
});

it('shows a speech whole when it need not wait', async () => {
  const { alexa, lines } = viewOf(true);
  await alexa.say('open tea corner');
  expect(lines).toEqual(['  Alexa: Listen. (2 s) Which tea?']);
});

it('shows nothing more of a speech once the power is cut', async () => {
  const { alexa, view, lines } = viewOf();
  await alexa.say('open tea corner');
  alexa.unplug();
  view.showUntil(Number.POSITIVE_INFINITY);
  expect(lines).toEqual(['  (the power is cut; the session is gone)']);
});

it('says so when her words were not for the skill', async () => {
  const { alexa, lines } = viewOf();
  await alexa.say('help');
  expect(lines).toEqual(['  (Alexa keeps this to herself: call the skill by its name)']);
});

it('tells at every moment what is going on', async () => {
  const { alexa } = toyHouse();
  const status = () => statusOf(alexa.doing(), alexa.now(), alexa.sessionOpen);
  const seen = [status()];
  await alexa.say('open tea corner');
  seen.push(status());
  for (const pause of ['1 s', '1 s', '500 ms', '1500 ms', '1 s', '7100 ms', '1 hour']) {
    await alexa.wait(pause);
    seen.push(status());
  }
  expect(seen).toEqual([
    'asleep',
    '...',
    'speaking',
    '[--------------------] 2.0 s',
    '[#####---------------] 1.5 s',
    'speaking',
    'listening 8 s',
    'listening 1 s',
    'asleep',
  ]);
});

it("shows Alexa's own question as hers, and what the skill says when she does not answer", async () => {
  const { alexa, view, lines } = viewOf(false, { LaunchRequest: ASKS_PERMISSION });
  await alexa.say('open tea corner');
  await alexa.wait('15 s');
  view.showUntil(alexa.now());
  expect(lines).toEqual([
    '  Alexa: I need your permission for that.',
    '         (Alexa herself) Do you give Tea Corner permission to set and change reminders? You can say "I approve" or "no".',
    '  Alexa: Listen.',
    '         Which tea?',
  ]);
});

it('shows a reminder that rings, and leaves what is being said alone', async () => {
  const { alexa, view, lines } = viewOf();
  await alexa.say('open tea corner');
  view.happened({ kind: 'reminder-rang', device: 'bedroom', atMs: alexa.now() + 2_000, says: "Here's your reminder." });
  view.showUntil(alexa.now() + 5_000);
  expect(lines).toEqual(['  Alexa: Listen.', "  (a reminder rings) Here's your reminder.", '         Which tea?']);
});
