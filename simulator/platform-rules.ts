import type { Response, ResponseEnvelope } from 'ask-sdk-model';
import { isInvitation } from './alexas-own-words';
import { connectionIn } from './permission-request';
import { layOut, readSpeech, type SpeechLength } from './playback';
import { spokenText } from './read-ssml';
import { type Breach, breachesOf, type Rule } from './rule';
import { type JudgedSpeech, SSML_RULES } from './ssml-rules';

/** What came back from a skill, and the circumstances it is judged by. */
export interface Answer {
  readonly requestType: string;
  readonly locale: string;
  /** Names of the interfaces that the device has. */
  readonly interfaces: readonly string[];
  /** Wall-clock time until the answer came. */
  readonly answeredInMs: number;
  readonly outcome: Outcome;
  readonly speechLength: SpeechLength;
}

/** How a call of the skill ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly envelope: ResponseEnvelope }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'never-answered' };

/** How long the platform waits for an answer. Source: "Send the user a progressive response". */
export const PATIENCE_MS = 8_000;

/** Hold an answer against every rule. */
export async function judge(answer: Answer): Promise<readonly Breach[]> {
  const ofAnswer = await breachesOf(ANSWER_RULES, answer);
  const response = responseIn(answer);
  if (!response || answer.requestType === 'SessionEndedRequest') return ofAnswer;
  const said = await breachesOf(RESPONSE_RULES, { response, answer, words: wordsOf(response.outputSpeech) });
  const speeches = [response.outputSpeech, response.reprompt?.outputSpeech];
  const spoken = await Promise.all(speeches.map((speech) => breachesOfSpeech(speech, answer.locale)));
  return [...ofAnswer, ...said, ...spoken.flat()];
}

interface JudgedResponse {
  readonly response: Response;
  readonly answer: Answer;
  /** Everything that is said at once, without tags. */
  readonly words: string;
}

const ANSWER_RULES: readonly Rule<Answer>[] = [
  {
    id: 'handler-threw',
    severity: 'refused',
    source: 'SessionEndedRequest error INTERNAL_SERVICE_ERROR',
    check: ({ outcome }) => (outcome.kind === 'threw' ? [String(outcome.error)] : []),
  },
  {
    id: 'answered-too-late',
    severity: 'refused',
    source: '"Send the user a progressive response": about 8 s, then ENDPOINT_TIMEOUT',
    check: ({ outcome, answeredInMs }) =>
      outcome.kind === 'never-answered' || answeredInMs > PATIENCE_MS ? [`no answer within ${PATIENCE_MS} ms`] : [],
  },
  {
    id: 'response-not-understood',
    severity: 'refused',
    source: 'JSON reference: a version and a response object',
    check: (answer) =>
      answer.outcome.kind === 'answered' && !responseIn(answer) ? [excerpt(answer.outcome.envelope)] : [],
  },
  {
    id: 'response-too-big',
    severity: 'refused',
    source: 'JSON reference: 24 kB in its older copies, 120 kB in newer ones; below 24 kB both hold',
    check: ({ outcome }) => {
      const bytes = outcome.kind === 'answered' ? Buffer.byteLength(JSON.stringify(outcome.envelope) ?? '') : 0;
      return bytes > 24_000 ? [`${bytes} bytes, at most 24000`] : [];
    },
  },
  {
    id: 'answered-a-session-end',
    severity: 'wrong',
    source: 'SessionEndedRequest: a response is not accepted',
    check: (answer) => {
      const response = answer.requestType === 'SessionEndedRequest' ? responseIn(answer) : null;
      const given = (['outputSpeech', 'reprompt', 'card', 'directives'] as const).filter((part) => response?.[part]);
      return given.map((part) => `it carries ${part}`);
    },
  },
];

const RESPONSE_RULES: readonly Rule<JudgedResponse>[] = [
  {
    id: 'nothing-said',
    severity: 'wrong',
    source: 'certification: every turn gets an answer',
    check: ({ response, answer }) =>
      isTurn(answer) && !response.outputSpeech && !response.directives?.length ? ['neither speech nor directive'] : [],
  },
  {
    id: 'session-end-not-decided',
    severity: 'wrong',
    source: 'session lifecycle: without shouldEndSession it depends on the device',
    check: ({ response, answer }) =>
      isTurn(answer) && typeof response.shouldEndSession !== 'boolean' && !hasOwnReason(response, answer)
        ? ['shouldEndSession is absent']
        : [],
  },
  {
    id: 'open-without-invitation',
    severity: 'wrong',
    source: 'certification, session rule: a session stays open after a prompt only',
    check: ({ response, words, answer }) =>
      staysOpen(response) && !invites(words, answer.locale) ? [`it ends with "${lastSentence(words)}"`] : [],
  },
  {
    id: 'open-without-reprompt',
    severity: 'wrong',
    source: 'certification, session rule: a prompt is asked again when nobody answers',
    check: ({ response }) => (staysOpen(response) && !response.reprompt?.outputSpeech ? ['there is no reprompt'] : []),
  },
  {
    id: 'closed-after-question',
    severity: 'wrong',
    source: 'certification, session rule: a question leaves the session open',
    check: ({ response, words }) =>
      response.shouldEndSession === true && asks(words) ? [`it asks "${lastSentence(words)}"`] : [],
  },
  {
    id: 'connection-not-understood',
    severity: 'wrong',
    source:
      '"Voice-Forward Consent API Reference" (its opening) and ask-sdk-model: a wrong uri or input comes back as an error',
    check: ({ response }) => {
      const connection = connectionIn(response);
      return connection?.kind === 'faulty' ? connection.faults : [];
    },
  },
  {
    id: 'connection-decides-session-end',
    severity: 'wrong',
    source:
      'published skills, which all leave shouldEndSession out when Alexa is to ask (sure M): the microphone and the session are hers then',
    check: ({ response }) =>
      connectionIn(response) && response.shouldEndSession !== undefined
        ? [`shouldEndSession is ${response.shouldEndSession}`]
        : [],
  },
  {
    id: 'reprompt-too-long',
    severity: 'wrong',
    source: 'voice design guide: a reprompt is one short question',
    check: ({ response, answer }) => {
      const reading = readSpeech(response.reprompt?.outputSpeech);
      const lengthMs = reading ? layOut(reading, 0, answer.speechLength).durationMs : 0;
      return lengthMs > LONGEST_REPROMPT_MS ? [`it lasts ${lengthMs} ms, at most ${LONGEST_REPROMPT_MS}`] : [];
    },
  },
  {
    id: 'markup-in-card',
    severity: 'wrong',
    source: 'certification: a card shows tags as they are written',
    check: ({ response }) =>
      cardTexts(response)
        .filter((text) => /<[a-z/][^>]*>/i.test(text))
        .map((text) => `"${text}"`),
  },
  {
    id: 'card-too-long',
    severity: 'refused',
    source: 'JSON reference: a card has at most 8,000 characters',
    check: ({ response }) => {
      const length = cardTexts(response).join('').length;
      return length > 8_000 ? [`${length} characters, at most 8000`] : [];
    },
  },
  {
    id: 'interface-missing',
    severity: 'refused',
    source: 'interface references: no directive to a device without its interface',
    check: ({ response, answer }) =>
      (response.directives ?? [])
        .filter(({ type }) =>
          DIRECTIVE_NEEDS.some(([prefix, needed]) => type.startsWith(prefix) && !answer.interfaces.includes(needed)),
        )
        .map(({ type }) => `${type} to a device without it`),
  },
];

/** A few seconds: about fifteen words. */
const LONGEST_REPROMPT_MS = 6_000;

/** Directives by the beginning of their type, and the interface they need. APL for audio needs none. */
const DIRECTIVE_NEEDS: readonly (readonly [prefix: string, needed: string])[] = [
  ['Alexa.Presentation.APL.', 'Alexa.Presentation.APL'],
  ['Alexa.Presentation.APLT.', 'Alexa.Presentation.APLT'],
  ['Alexa.Presentation.HTML.', 'Alexa.Presentation.HTML'],
  ['AudioPlayer.', 'AudioPlayer'],
  ['VideoApp.', 'VideoApp'],
  ['Display.', 'Display'],
];

async function breachesOfSpeech(speech: Response['outputSpeech'], locale: string): Promise<readonly Breach[]> {
  const reading = readSpeech(speech);
  if (!reading) return [];
  return breachesOf<JudgedSpeech>(SSML_RULES, { reading, isSsml: speech?.type === 'SSML', locale });
}

/** The response, where there is one: a skill of somebody else's may give anything. */
function responseIn({ outcome }: Answer): Response | null {
  const envelope: Partial<ResponseEnvelope> | null = outcome.kind === 'answered' ? outcome.envelope : null;
  if (envelope === null || typeof envelope.version !== 'string') return null;
  return typeof envelope.response === 'object' ? envelope.response : null;
}

function isTurn({ requestType }: Answer): boolean {
  return ['LaunchRequest', 'IntentRequest', 'SessionResumedRequest'].includes(requestType);
}

/** A screen that was drawn keeps the session for a while; a film, and what is left to Alexa, need the field to be absent. */
function hasOwnReason(response: Response, { interfaces }: Answer): boolean {
  const { directives = [] } = response;
  if (connectionIn(response)) return true;
  return directives.some(
    ({ type }) =>
      type === 'VideoApp.Launch' ||
      (type.startsWith('Alexa.Presentation.APL.') && interfaces.includes('Alexa.Presentation.APL')),
  );
}

function staysOpen({ shouldEndSession }: Response): boolean {
  return shouldEndSession === false;
}

function wordsOf(speech: Response['outputSpeech']): string {
  return spokenText(readSpeech(speech)?.pieces ?? []);
}

function lastSentence(words: string): string {
  return words.split(/(?<=[.!?])\s+/).at(-1) ?? '';
}

function asks(words: string): boolean {
  return /\?["'”’)]*$/.test(words);
}

function invites(words: string, locale: string): boolean {
  return asks(words) || isInvitation(lastSentence(words), locale);
}

function cardTexts({ card }: Response): readonly string[] {
  if (!card) return [];
  const { title, content, text } = card as {
    readonly title?: string;
    readonly content?: string;
    readonly text?: string;
  };
  return [title, content, text].filter((each): each is string => typeof each === 'string');
}

function excerpt(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 100);
}
