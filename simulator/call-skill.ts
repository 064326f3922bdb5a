import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Outcome } from './platform-rules';

/** A skill, as the platform sees it: a request in, a response out. */
export type SkillHandler = (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;

/** How a call ended, and how long it took by the clock on the wall. */
export interface Call {
  readonly outcome: Outcome;
  readonly answeredInMs: number;
}

/**
 * Call a skill as over the wire: both ways through JSON, and no longer than the platform would wait.
 * A skill that throws or never answers is an outcome, not an error.
 */
export async function callSkill(handler: SkillHandler, envelope: RequestEnvelope, patienceMs: number): Promise<Call> {
  const startedMs = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'never-answered' }), patienceMs);
  });
  const outcome = await Promise.race([answerOf(handler, envelope), tooLate]);
  clearTimeout(timer);
  return { outcome, answeredInMs: performance.now() - startedMs };
}

async function answerOf(handler: SkillHandler, envelope: RequestEnvelope): Promise<Outcome> {
  try {
    return { kind: 'answered', envelope: throughJson(await handler(throughJson(envelope))) };
  } catch (error) {
    return { kind: 'threw', error };
  }
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value ?? null)) as T;
}
