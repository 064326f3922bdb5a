import type { Response } from 'ask-sdk-model';
import { endsAtMs, layOut, type Playback, readSpeech, type SpeechLength } from './playback';

/** What follows a response by itself, if nobody says anything. Moments are epoch milliseconds. */
export type Step =
  | { readonly kind: 'microphone-opens'; readonly atMs: number }
  | { readonly kind: 'reprompt'; readonly atMs: number; readonly playback: Playback }
  | { readonly kind: 'session-ends'; readonly atMs: number; readonly why: EndOfSession }
  /** What the skill left to Alexa is over, and the skill has its session back. */
  | { readonly kind: 'connection-completes'; readonly atMs: number; readonly outcome: ConnectionOutcome };

/** How she answered what Alexa asked for the skill; `INVALID` when Alexa could not make anything of what she was to ask. */
export type ConnectionOutcome = 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED' | 'INVALID';

/** `by-skill` and `screen-idle` are not reported to the skill; `unanswered` is. */
export type EndOfSession = 'by-skill' | 'unanswered' | 'screen-idle';

/** How long the microphone stays open for an answer. Source: Alexa Design Guide, "Be Available". */
export const MICROPHONE_MS = 8_000;

/** How long a screen keeps a session after speech, microphone closed. Source: "Manage the skill session and session attributes". */
const SCREEN_IDLE_MS = 30_000;

/** Lay out what Alexa says in answer to a response. `startsAtMs` is when the first word sounds. */
export function speechOf(response: Response, startsAtMs: number, speechLength: SpeechLength): Playback | null {
  const reading = readSpeech(response.outputSpeech);
  return reading && layOut(reading, startsAtMs, speechLength);
}

/**
 * Lay out a response's course, in order of time.
 * @param quietFromMs - when its speech has ended
 * @param hasScreen - whether the device can show what the response draws
 */
export function courseAfter(
  response: Response,
  quietFromMs: number,
  hasScreen: boolean,
  speechLength: SpeechLength,
): readonly Step[] {
  const { shouldEndSession, directives = [] } = response;
  if (shouldEndSession === false || shouldEndSession === null) return askedCourse(response, quietFromMs, speechLength);
  const draws = directives.some(({ type }) => type.startsWith('Alexa.Presentation.APL.'));
  if (shouldEndSession === undefined && hasScreen && draws) {
    return [{ kind: 'session-ends', atMs: quietFromMs + SCREEN_IDLE_MS, why: 'screen-idle' }];
  }
  return [{ kind: 'session-ends', atMs: Number.NEGATIVE_INFINITY, why: 'by-skill' }];
}

function askedCourse(response: Response, quietFromMs: number, speechLength: SpeechLength): readonly Step[] {
  const unansweredAtMs = quietFromMs + MICROPHONE_MS;
  const reading = readSpeech(response.reprompt?.outputSpeech);
  const opens: Step = { kind: 'microphone-opens', atMs: quietFromMs };
  if (!reading) return [opens, { kind: 'session-ends', atMs: unansweredAtMs, why: 'unanswered' }];
  const playback = layOut(reading, unansweredAtMs, speechLength);
  return [
    opens,
    { kind: 'reprompt', atMs: unansweredAtMs, playback },
    { kind: 'microphone-opens', atMs: endsAtMs(playback) },
    { kind: 'session-ends', atMs: endsAtMs(playback) + MICROPHONE_MS, why: 'unanswered' },
  ];
}
