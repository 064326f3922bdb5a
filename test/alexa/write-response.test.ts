import { ResponseFactory } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { check } from 'ssml-check-core';
import { writeResponse } from '../../lambda/alexa/write-response';
import { EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import { BEGINNING } from '../../lambda/core/routine/plan-routine';
import type { Act } from '../../lambda/core/session/act';
import type { Words } from '../../lambda/core/speech/words';
import { wordsFor } from '../../lambda/core/speech/words-for';
import { packSegments, segmentFrom } from '../../lambda/core/timeline/segment';
import { stretchesFrom } from '../../lambda/core/timeline/stretches';
import { wholePlan } from '../support/plans';

const english = wordsFor('en-US');

/** Words that would break out of their sentence if they were let. */
const SHARP: Words = {
  ...english,
  lines: {
    ...english.lines,
    goodbye: () => ['Tea & <toast>, she said: "it\'s" &amp; bye.'],
    'ask-start': () => ['Tea & <toast>?'],
  },
};

it('says the lines in order and leaves the microphone open with a reprompt when something is asked', () => {
  const acts: readonly Act[] = [
    { kind: 'say', line: { kind: 'trouble' } },
    { kind: 'say', line: { kind: 'nothing-to-skip' } },
    { kind: 'ask', prompt: { kind: 'say-im-ready' }, reprompt: { kind: 'still-here' } },
  ];
  expect(write(acts)).toEqual({
    outputSpeech: {
      type: 'SSML',
      ssml: "<speak>Sorry, that didn't work on my side. Your place is safe. There's nothing to skip just now. Say I'm ready, when you'd like to begin.</speak>",
    },
    reprompt: { outputSpeech: { type: 'SSML', ssml: "<speak>I'm here. Say ready to go on.</speak>" } },
    shouldEndSession: false,
  });
});

it('says the lines and ends the session, without a reprompt, when it closes', () => {
  expect(write([{ kind: 'say', line: { kind: 'goodbye' } }, { kind: 'close' }])).toEqual({
    outputSpeech: { type: 'SSML', ssml: '<speak>Okay. Bye for now.</speak>' },
    shouldEndSession: true,
  });
});

it('whispers all that is said, the reprompt too, while a baby sleeps', async () => {
  const acts: readonly Act[] = [
    { kind: 'say', line: { kind: 'starting' } },
    { kind: 'coach', segment: segmentFrom(wholePlan(), BEGINNING, english) },
    { kind: 'ask', prompt: { kind: 'say-ready' }, reprompt: { kind: 'still-here' } },
  ];
  const response = writeResponse(acts, { words: english, wording: 0, whispered: true }, ResponseFactory.init());
  expect(ssmlOf(response)).toMatch(
    /^<speak><amazon:effect name="whispered">Let's begin\..*<\/amazon:effect><\/speak>$/s,
  );
  expect(repromptOf(response)).toMatch(/^<speak><amazon:effect name="whispered">.*<\/amazon:effect><\/speak>$/);
  expect(await faultsIn(response)).toEqual([]);
});

it('hands over to the question of the platform, and leaves open whether the session ends', () => {
  const response = write([
    { kind: 'say', line: { kind: 'needs-permission' } },
    { kind: 'ask-permission', time: { hour: 7, minute: 30 } },
  ]);
  expect(Object.keys(response).sort()).toEqual(['directives', 'outputSpeech']);
  expect(response.directives).toEqual([expect.objectContaining({ type: 'Connections.StartConnection' })]);
  expect(ssmlOf(response)).not.toBe('<speak></speak>');
});

it('refuses to speak of a task that nobody carried out', () => {
  const task = { kind: 'cancel-reminder', token: 't' } as const;
  expect(() => write([{ kind: 'attempt', task }])).toThrow(RangeError);
});

it('says nothing at all, and decides nothing, where nothing may be said', () => {
  expect(write([])).toEqual({});
});

it('takes another of the equal wordings with the next number', () => {
  const goodbye = (wording: number) =>
    write([{ kind: 'say', line: { kind: 'goodbye' } }, { kind: 'close' }], english, wording);
  expect([0, 1, 2].map((wording) => ssmlOf(goodbye(wording)))).toEqual([
    '<speak>Okay. Bye for now.</speak>',
    '<speak>Take care. Bye for now.</speak>',
    '<speak>Okay. Bye for now.</speak>',
  ]);
});

it('escapes words once, in what is said and in the reprompt', async () => {
  const response = write(
    [
      { kind: 'say', line: { kind: 'goodbye' } },
      { kind: 'ask', prompt: { kind: 'ask-start' }, reprompt: { kind: 'ask-start' } },
    ],
    SHARP,
  );
  expect(ssmlOf(response)).toBe(
    '<speak>Tea &amp; &lt;toast&gt;, she said: "it\'s" &amp;amp; bye. Tea &amp; &lt;toast&gt;?</speak>',
  );
  expect(repromptOf(response)).toBe('<speak>Tea &amp; &lt;toast&gt;?</speak>');
  expect(await faultsIn(response)).toEqual([]);
});

it('speaks a segment between the lines around it, its silences as breaks', () => {
  const segment = segmentFrom(wholePlan(), BEGINNING, english);
  const ssml = ssmlOf(
    write([
      { kind: 'say', line: { kind: 'starting' } },
      { kind: 'coach', segment },
      { kind: 'ask', prompt: { kind: 'say-ready' }, reprompt: { kind: 'still-here' } },
    ]),
  );
  expect(ssml).toMatch(/^<speak>Let's begin\. First, the bridge with knees together and apart\. /);
  expect(ssml).toMatch(/Say ready when you're in place\.<\/speak>$/);
});

it('writes every segment of the routine as speech that the platform takes, with 2 s holds as breaks of 2 s', async () => {
  const segments = [...packSegments(stretchesFrom(wholePlan(), BEGINNING, english), english.speech)];
  expect(segments).toHaveLength(5);
  for (const segment of segments) {
    const response = write([
      { kind: 'coach', segment },
      { kind: 'ask', prompt: { kind: 'say-ready' }, reprompt: { kind: 'still-here' } },
    ]);
    expect(await faultsIn(response)).toEqual([]);
    expect(ssmlOf(response).length).toBeLessThan(6_000);
  }
  const bridges = ssmlOf(write([{ kind: 'coach', segment: segments[1] as never }, { kind: 'close' }]));
  // Two sets of ten reps with two holds each.
  expect(bridges.match(/<break time="2000ms"\/>/g)?.length).toBeGreaterThanOrEqual(40);
});

it('writes every line about an exercise as speech that the platform takes', async () => {
  for (const exercise of EXERCISE_IDS) {
    expect(
      await faultsIn(write([{ kind: 'say', line: { kind: 'instructions', exercise } }, { kind: 'close' }])),
    ).toEqual([]);
  }
});

it('does not take the last line for an invitation: without one the session ends', () => {
  expect(write([{ kind: 'say', line: { kind: 'goodbye' } }]).shouldEndSession).toBe(true);
});

function write(acts: readonly Act[], words: Words = english, wording = 0): Response {
  return writeResponse(acts, { words, wording, whispered: false }, ResponseFactory.init());
}

function ssmlOf({ outputSpeech }: Response): string {
  return outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
}

function repromptOf({ reprompt }: Response): string {
  return reprompt?.outputSpeech?.type === 'SSML' ? reprompt.outputSpeech.ssml : '';
}

async function faultsIn(response: Response): Promise<readonly unknown[]> {
  const speeches = [ssmlOf(response), repromptOf(response)].filter((ssml) => ssml !== '');
  return (await Promise.all(speeches.map((ssml) => check(ssml, { platform: 'amazon' })))).flatMap(
    (found) => found ?? [],
  );
}
