import type { Directive, Response, SupportedInterfaces } from 'ask-sdk-model';
import { ASKS, breachesOfAnswer, CLOSES, toyHouse } from './toy-skill';

const say = (inside: string): Response => ({
  ...CLOSES,
  outputSpeech: { type: 'SSML', ssml: `<speak>${inside}</speak>` },
});
const ask = (inside: string): Response => ({
  ...ASKS,
  outputSpeech: { type: 'SSML', ssml: `<speak>${inside}</speak>` },
});
const written = (ssml: string): Response => ({ ...CLOSES, outputSpeech: { type: 'SSML', ssml } });
const again = (inside: string): Response => ({
  ...ASKS,
  reprompt: { outputSpeech: { type: 'SSML', ssml: `<speak>${inside}</speak>` } },
});
const card = (content: string): Response => ({ ...CLOSES, card: { type: 'Simple', title: 'Tea', content } });
const directs = (type: string): Response => ({ ...CLOSES, directives: [{ type } as Directive] });
const without = (response: Response, field: keyof Response): Response => {
  const { [field]: _, ...rest } = response;
  return rest;
};
const screen = { 'Alexa.Presentation.APL': {}, AudioPlayer: {} };
const clip = '<audio src="https://tea.example/a.mp3"/>';

/** Pads with letters of two bytes, as far as they go. */
const ofBytes = (bytes: number): Response => {
  const missing = bytes - Buffer.byteLength(JSON.stringify({ version: '1.0', response: card('') }));
  return card('é'.repeat(Math.floor(missing / 2)) + 'e'.repeat(missing % 2));
};

/** Each rule with what breaks it and what, by a hair, does not. */
const CASES: readonly { rule: string; breaks: Response; holds: Response; on?: SupportedInterfaces }[] = [
  { rule: 'speech-too-long', breaks: say('tea '.repeat(2_000)), holds: say('a'.repeat(8_000 - 15)) },
  { rule: 'speech-nearly-too-long', breaks: say('a'.repeat(6_001 - 15)), holds: say('a'.repeat(6_000 - 15)) },
  { rule: 'response-too-big', breaks: ofBytes(24_001), holds: ofBytes(24_000) },
  { rule: 'raw-ampersand', breaks: say('Milk & tea.'), holds: say('Milk &amp; tea &#38; more.') },
  { rule: 'speech-not-well-formed', breaks: say('Tea <p>now.'), holds: say('Tea <p>now.</p>') },
  { rule: 'speech-not-well-formed', breaks: written('Just tea.'), holds: say('Just tea.') },
  {
    rule: 'speak-not-the-one-root',
    breaks: say('Tea <speak>and more.</speak>'),
    holds: say('Tea <s>and more.</s>'),
  },
  { rule: 'speak-not-the-one-root', breaks: written('<p>Tea.</p>'), holds: say('<p>Tea.</p>') },
  {
    rule: 'break-too-long',
    breaks: say('Tea <break time="10001ms"/> now.'),
    holds: say('Tea <break time="10s"/> now.'),
  },
  {
    rule: 'break-too-long',
    breaks: say('Tea <break time="10.9s"/> now.'),
    holds: say('Tea <break time="9.9s"/> now.'),
  },
  { rule: 'break-time-not-understood', breaks: say('Tea <break time="2"/> now.'), holds: say('Tea <break/> now.') },
  {
    rule: 'breaks-side-by-side',
    breaks: say('Steep <break time="10s"/> . <break time="5s"/> done.'),
    holds: say('Steep <break time="10s"/> still <break time="5s"/> done.'),
  },
  {
    rule: 'polly-only-tag',
    breaks: say('<amazon:breath/> Tea.'),
    holds: say('<amazon:effect name="whispered">Tea.</amazon:effect>'),
  },
  { rule: 'polly-only-tag', breaks: say('<amazon:effect name="soft">Tea.</amazon:effect>'), holds: say('Tea.') },
  { rule: 'polly-only-tag', breaks: say('Tea <mark name="here"/> now.'), holds: say('Tea now.') },
  {
    rule: 'prosody-out-of-range',
    breaks: say('<prosody rate="201%">Tea.</prosody>'),
    holds: say('<prosody rate="200%">Tea.</prosody>'),
  },
  {
    rule: 'prosody-out-of-range',
    breaks: say('<prosody rate="19%">Tea.</prosody>'),
    holds: say('<prosody rate="x-slow">Tea.</prosody>'),
  },
  {
    rule: 'prosody-out-of-range',
    breaks: say('<prosody pitch="+51%">Tea.</prosody>'),
    holds: say('<prosody pitch="-33.3%">Tea.</prosody>'),
  },
  {
    rule: 'prosody-out-of-range',
    breaks: say('<prosody volume="+9dB">Tea.</prosody>'),
    holds: say('<prosody volume="+4dB">Tea.</prosody>'),
  },
  { rule: 'too-many-audio-files', breaks: say(`Tea. ${clip.repeat(6)}`), holds: say(`Tea. ${clip.repeat(5)}`) },
  { rule: 'audio-not-secure', breaks: say('Tea. <audio src="http://tea.example/a.mp3"/>'), holds: say(`Tea. ${clip}`) },
  {
    rule: 'tag-or-attribute-unknown',
    breaks: say('<blink>Tea.</blink>'),
    holds: say('<emphasis level="strong">Tea.</emphasis>'),
  },
  {
    rule: 'tag-or-attribute-unknown',
    breaks: say('<emphasis level="none">Tea.</emphasis>'),
    holds: say('<s>Tea.</s>'),
  },
  {
    rule: 'tag-or-attribute-unknown',
    breaks: say('<amazon:emotion name="angry" intensity="low">Tea.</amazon:emotion>'),
    holds: say('<amazon:emotion name="excited" intensity="low">Tea.</amazon:emotion>'),
  },
  {
    rule: 'voice-unknown',
    breaks: say('<voice name="Gandalf">Tea.</voice>'),
    holds: say('<voice name="Joanna">Tea.</voice>'),
  },
  { rule: 'speech-empty', breaks: say(' <break time="1s"/> '), holds: say(clip) },
  { rule: 'nothing-said', breaks: { shouldEndSession: true }, holds: CLOSES },
  { rule: 'session-end-not-decided', breaks: without(CLOSES, 'shouldEndSession'), holds: CLOSES },
  {
    rule: 'session-end-not-decided',
    breaks: without(CLOSES, 'shouldEndSession'),
    holds: without(directs('Alexa.Presentation.APL.RenderDocument'), 'shouldEndSession'),
    on: screen,
  },
  {
    rule: 'open-without-invitation',
    breaks: ask('Here is your tea.'),
    holds: ask('Here is your tea. Say more when it is empty.'),
  },
  { rule: 'open-without-invitation', breaks: ask('More? No, this is enough.'), holds: ask('This is enough. More?') },
  { rule: 'open-without-reprompt', breaks: without(ASKS, 'reprompt'), holds: ASKS },
  { rule: 'closed-after-question', breaks: say('More tea?'), holds: say('More tea? Another time. Goodbye.') },
  {
    rule: 'reprompt-too-long',
    breaks: again('Which <break time="4001ms"/> tea?'),
    holds: again('Which <break time="4s"/> tea?'),
  },
  { rule: 'break-too-long', breaks: again('Which <break time="11s"/> tea?'), holds: ASKS },
  { rule: 'markup-in-card', breaks: card('Green <break time="1s"/> tea'), holds: card('Green < black tea') },
  { rule: 'card-too-long', breaks: card('e'.repeat(7_998)), holds: card('e'.repeat(7_997)) },
  {
    rule: 'interface-missing',
    breaks: directs('Alexa.Presentation.APLT.RenderDocument'),
    holds: directs('Alexa.Presentation.APL.RenderDocument'),
    on: screen,
  },
  {
    rule: 'interface-missing',
    breaks: directs('AudioPlayer.Play'),
    holds: directs('Alexa.Presentation.APLA.RenderDocument'),
  },
  { rule: 'response-not-understood', breaks: null as unknown as Response, holds: CLOSES },
];

describe.each(CASES)('$rule', ({ rule, breaks, holds, on }) => {
  it('is held against an answer that breaks it', async () => {
    const breaches = await breachesOfAnswer(breaks, on);
    expect(breaches.map((breach) => breach.rule)).toContain(rule);
    for (const breach of breaches) expect(breach.detail.length * breach.source.length).toBeGreaterThan(0);
  });

  it('is not held against an answer that just keeps it', async () => {
    const rules = (await breachesOfAnswer(holds, on)).map((breach) => breach.rule);
    expect(rules).not.toContain(rule);
  });
});

it.each([
  { what: 'a plain question', response: ASKS },
  { what: 'a plain goodbye', response: CLOSES },
  {
    what: 'plain text with an ampersand',
    response: { ...CLOSES, outputSpeech: { type: 'PlainText', text: 'Tea & milk' } },
  },
  { what: 'a conversational aside', response: say('<amazon:domain name="conversational">Tea.</amazon:domain>') },
] as readonly { what: string; response: Response }[])('nothing is held against $what', async ({ response }) => {
  expect(await breachesOfAnswer(response)).toEqual([]);
});

it.each([
  ['es-US', 'Di «lista» cuando quieras.', []],
  ['es-US', 'Cuando quieras, dime.', []],
  ['es-US', 'Aquí está tu té.', ['open-without-invitation']],
  ['es-US', 'El té del mediodía.', ['open-without-invitation']],
  ['en-US', 'Di «lista» cuando quieras.', ['open-without-invitation']],
])('in %s, "%s" invites her to speak or not', async (locale, words, rules) => {
  const { alexa } = toyHouse({ LaunchRequest: ask(words) }, { locale });
  const { breaches } = await alexa.say('open tea corner');
  expect(breaches.map(({ rule }) => rule)).toEqual(rules);
});

it('an answer to the end of a session is held against the skill', async () => {
  const { alexa } = toyHouse({ SessionEndedRequest: CLOSES });
  await alexa.say('open tea corner');
  await alexa.exit();
  expect(alexa.breaches).toMatchObject([{ rule: 'answered-a-session-end', detail: 'it carries outputSpeech' }]);
});

it("an answer that is refused ends the session with the platform's problem line", async () => {
  const { alexa, requests } = toyHouse({ LaunchRequest: ask('Tea <break time="15s"/> or what?') });
  const turn = await alexa.say('open tea corner');
  expect(turn.says).toBe("There was a problem with the requested skill's response.");
  expect(requests.at(-1)?.request).toMatchObject({
    reason: 'ERROR',
    error: { type: 'INVALID_RESPONSE', message: 'break-too-long: time="15s"' },
  });
});

it('an answer that is merely wrong is still spoken', async () => {
  const { alexa } = toyHouse({ LaunchRequest: ask('Here is your tea.') });
  expect(await alexa.say('open tea corner')).toMatchObject({ says: 'Here is your tea.', sessionOpen: true });
});

describe('a skill that takes its time', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance'] }));
  afterEach(() => jest.useRealTimers());

  it.each([
    { afterMs: 7_900, rules: [] },
    { afterMs: 8_100, rules: ['answered-too-late'] },
  ])('answering after $afterMs ms breaks $rules', async ({ afterMs, rules }) => {
    const { alexa } = toyHouse({
      LaunchRequest: () => new Promise((answer) => setTimeout(answer, afterMs, { version: '1.0', response: CLOSES })),
    });
    const turn = alexa.say('open tea corner');
    await jest.advanceTimersByTimeAsync(8_200);
    expect((await turn).breaches.map(({ rule }) => rule)).toEqual(rules);
  });
});
