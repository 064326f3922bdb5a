import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { isLeaving, localeOf, requestIn } from './alexa/read-request';
import { fromAttributes } from './alexa/session-attributes';
import { writeResponse } from './alexa/write-response';
import type { Log } from './core/ports';
import type { Act } from './core/session/act';
import { wordsFor } from './core/speech/words-for';

/**
 * Answer a turn that failed inside: she hears one calm sentence and keeps her place, since the session's attributes go back as they came.
 * Whoever wants to leave can.
 */
export function apologise(
  { requestEnvelope, attributesManager, responseBuilder }: HandlerInput,
  error: Error,
  log: Log,
): Response {
  log({ level: 'error', code: 'turn-failed', detail: detailOf(error) });
  const { session } = requestEnvelope;
  const request = requestIn(requestEnvelope);
  if (!session || request?.type === 'SessionEndedRequest') return responseBuilder.getResponse();
  const prompt = { kind: 'still-here' } as const;
  const last: Act =
    request !== null && isLeaving(request) ? { kind: 'close' } : { kind: 'ask', prompt, reprompt: prompt };
  const acts: readonly Act[] = [{ kind: 'say', line: { kind: 'trouble' } }, last];
  const whispered = fromAttributes(attributesManager.getSessionAttributes())?.state.day?.quiet === true;
  return writeResponse(acts, { words: wordsFor(localeOf(requestEnvelope)), wording: 0, whispered }, responseBuilder);
}

/** Tell the operator which error, and where in our code. Its message stays out of the log: it might quote what she said. */
export function detailOf({ name, stack = '' }: Error): { readonly error: string; readonly at: string } {
  const calls = stack.slice(stack.indexOf('\n    at '));
  return { error: name, at: /([\w.-]+\.(?:ts|m?js):\d+:\d+)\)?$/m.exec(calls)?.[1] ?? 'unknown' };
}
