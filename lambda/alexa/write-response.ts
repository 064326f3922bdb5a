import type { ResponseBuilder } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Act } from '../core/session/act';
import { lineText } from '../core/speech/line-text';
import { type SpeechPiece, toSsml } from '../core/speech/ssml';
import type { Words } from '../core/speech/words';
import { piecesOf } from '../core/timeline/segment';

/**
 * Write acts as a response. The session is left open or ended on purpose, by the last act; no acts give the empty response that the end of a
 * session is answered with.
 */
export function writeResponse(acts: readonly Act[], words: Words, wording: number, builder: ResponseBuilder): Response {
  const last = acts.at(-1);
  if (last === undefined) return builder.getResponse();
  builder.speak(toSsml(acts.flatMap((act) => spoken(act, words, wording))));
  if (last.kind === 'ask') builder.reprompt(lineSsml(last.reprompt, words, wording));
  return builder.withShouldEndSession(last.kind !== 'ask').getResponse();
}

function spoken(act: Act, words: Words, wording: number): readonly SpeechPiece[] {
  switch (act.kind) {
    case 'say':
      return [{ kind: 'say', text: lineText(act.line, words, wording) }];
    case 'coach':
      return piecesOf(act.segment.cues);
    case 'ask':
      return [{ kind: 'say', text: lineText(act.prompt, words, wording) }];
    case 'close':
      return [];
  }
}

function lineSsml(line: Parameters<typeof lineText>[0], words: Words, wording: number): string {
  return toSsml([{ kind: 'say', text: lineText(line, words, wording) }]);
}
