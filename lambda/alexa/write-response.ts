import type { ResponseBuilder } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Act } from '../core/session/act';
import type { Line } from '../core/speech/line';
import { lineText } from '../core/speech/line-text';
import { type SpeechPiece, toSsml } from '../core/speech/ssml';
import type { Words } from '../core/speech/words';
import { piecesOf } from '../core/timeline/segment';
import { askForPermission } from './permission';

/** In what words, and how, a response is spoken. */
export interface Manner {
  readonly words: Words;
  /** Picks among equal wordings. */
  readonly wording: number;
  readonly whispered: boolean;
}

/**
 * Write acts as a response. The session is left open, ended or handed over on purpose, by the last act; no acts give the empty response that the
 * end of a session is answered with.
 * @throws RangeError when the last act is a task that nobody carried out: a fault of ours
 */
export function writeResponse(acts: readonly Act[], manner: Manner, builder: ResponseBuilder): Response {
  const last = acts.at(-1);
  if (last === undefined) return builder.getResponse();
  if (last.kind === 'attempt') throw new RangeError(`Nobody carried out ${last.task.kind}`);
  const ssml = (pieces: readonly SpeechPiece[]) => toSsml(pieces, { whispered: manner.whispered });
  builder.speak(ssml(acts.flatMap((act) => spoken(act, manner))));
  if (last.kind === 'ask') builder.reprompt(ssml([lineIn(last.reprompt, manner)]));
  // The platform asks its own question next: the session is neither open nor over until it is answered.
  if (last.kind === 'ask-permission') return builder.addDirective(askForPermission(last.time)).getResponse();
  return builder.withShouldEndSession(last.kind !== 'ask').getResponse();
}

function spoken(act: Act, manner: Manner): readonly SpeechPiece[] {
  switch (act.kind) {
    case 'say':
      return [lineIn(act.line, manner)];
    case 'coach':
      return piecesOf(act.segment.cues);
    case 'ask':
      return [lineIn(act.prompt, manner)];
    case 'ask-permission':
    case 'attempt':
    case 'close':
      return [];
  }
}

function lineIn(line: Line, { words, wording }: Manner): SpeechPiece {
  return { kind: 'say', text: lineText(line, words, wording) };
}
