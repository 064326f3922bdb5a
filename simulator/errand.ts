import { readAnswer } from './alexas-own-words';
import type { Connection } from './permission-request';
import type { Playback } from './playback';
import type { ConnectionResult } from './request-envelope';
import type { ConnectionOutcome } from './session-course';

/** What a skill left to Alexa, while it is under way. */
export interface Errand {
  readonly connection: Connection;
  /** How often she was asked; 0 when she need not be. */
  readonly asked: number;
}

/** How an errand ends by what she says while the session is Alexa's. Null when Alexa asks once more, which she does only once. */
export function outcomeOf(
  { connection, asked }: Errand,
  utterance: string,
  wasAsked: boolean,
  locale: string,
): ConnectionOutcome | null {
  if (connection.kind === 'faulty') return 'INVALID';
  if (asked === 0) return 'ACCEPTED';
  const answer = wasAsked ? readAnswer(utterance, locale) : null;
  if (answer === null) return asked === 1 ? null : 'NOT_ANSWERED';
  return answer === 'yes' ? 'ACCEPTED' : 'DENIED';
}

/** Whether Alexa's own words have begun in a speech, or there is nothing before them. */
export function hasAsked(sounding: Playback | null, nowMs: number): boolean {
  const question = sounding?.pieces.find((piece) => piece.kind === 'words' && piece.byAlexa);
  return !sounding || !question || question.atMs === 0 || nowMs >= sounding.startsAtMs + question.atMs;
}

/** What the skill is told of an errand that is over. */
export function resultOf({ connection: { token } }: Errand, outcome: ConnectionOutcome): ConnectionResult {
  const echoed = token === undefined ? {} : { token };
  return outcome === 'INVALID'
    ? { ...echoed, status: { code: '400', message: 'Bad Request' } }
    : { ...echoed, status: { code: '200', message: 'OK' }, result: { status: outcome } };
}
