import type { Rest } from '../routine/shorten-plan';
import { wordsFor } from '../speech/words-for';
import { packSegments } from '../timeline/segment';
import { stretchesFrom } from '../timeline/stretches';
import type { SessionState } from './state';

/** For each stop: the invitation, her "ready", and the time until the answer sounds. Our own estimate. */
const STOP_MS = 5_000;

/** How long the rest of a plan is spoken, in whole milliseconds; without the time that she takes to be ready. */
export function lengthMs(rest: Rest, state: SessionState): number {
  return segmentLengths(rest, state).reduce((sum, ms) => sum + ms, 0);
}

/** How long the rest of a plan takes her when she says ready at once, in whole milliseconds. */
export function lengthWithStopsMs(rest: Rest, state: SessionState): number {
  const lengths = segmentLengths(rest, state);
  return lengths.reduce((sum, ms) => sum + ms, 0) + lengths.length * STOP_MS;
}

/** A length as it is told. */
export function toldMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}

function segmentLengths({ plan, at }: Rest, { locale }: SessionState): readonly number[] {
  const words = wordsFor(locale);
  return [...packSegments(stretchesFrom(plan, at, words), words.speech)].map(({ durationMs }) => durationMs);
}
