import { english } from '../../../lambda/core/speech/english/english';
import type { Line } from '../../../lambda/core/speech/line';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import type { Words } from '../../../lambda/core/speech/words';
import { wordsFor } from '../../../lambda/core/speech/words-for';
import type { Segment } from '../../../lambda/core/timeline/segment';
import { wordingsOf } from '../../../scripts/line-texts';
import { segmentsOf, wholePlan } from '../../support/plans';

const NINE_MINUTES_MS = 540_000;
const TEN_MINUTES_MS = 600_000;

/** Every mixture of equal phrases, and either leg first. */
const SESSIONS = [0, 1, 2, 3, 4, 5].flatMap((wording) =>
  (['right', 'left'] as const).map((leadSide) => ({ wording, leadSide })),
);

const STANDING = { days: 4, total: 11, longest: 11, doneToday: true };

/** How long it takes from the first "let's begin" to the last "rest well", the time she takes to say "ready" aside. */
function lengthMs(segments: readonly Segment[], words: Words = english): number {
  const saidMs = (line: Line): number =>
    Math.max(...wordingsOf(line, words).map((text) => speechMs(text, words.speech)));
  const around = saidMs({ kind: 'starting' }) + saidMs({ kind: 'say-done' });
  const prompts = (segments.length - 1) * saidMs({ kind: 'say-ready' });
  const ending = saidMs({ kind: 'finished', standing: STANDING });
  return around + prompts + ending + segments.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

describe('the whole routine at normal pace with full guidance', () => {
  const ways = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'es-US'].flatMap((locale) =>
    (['each-exercise', 'straight-through'] as const).map((stops) => ({ locale, stops })),
  );

  it.each(ways)('lasts between nine and ten minutes: $locale, $stops', ({ locale, stops }) => {
    const words = wordsFor(locale);
    for (const session of SESSIONS) {
      const ms = lengthMs(segmentsOf({ ...wholePlan({ stops }), ...session }, undefined, words), words);
      expect(ms).toBeGreaterThan(NINE_MINUTES_MS);
      expect(ms).toBeLessThanOrEqual(TEN_MINUTES_MS);
    }
  });

  it('leaves the rests to her with a stop after every set, and is shorter for it', () => {
    expect(lengthMs(segmentsOf(wholePlan({ stops: 'each-set' })))).toBeLessThan(NINE_MINUTES_MS);
  });

  it('holds still for two minutes, whatever is said in the meantime', () => {
    const holds = segmentsOf(wholePlan())
      .flatMap((segment) => segment.cues)
      .filter((cue) => cue.kind === 'hold');
    const ms = holds.reduce((sum, cue) => sum + cue.durationMs, 0);
    // 40 of 2 s and three of 15 s are 125 s, less the words inside the planks.
    expect(ms).toBeGreaterThan(115_000);
    expect(ms).toBeLessThan(125_000);
  });

  it('has hardly more than half the words to get set up where a baby sleeps, and everything to count by', () => {
    const wordsOf = (quiet: boolean, part: string): number =>
      segmentsOf({ ...wholePlan(), quiet })
        .flatMap((segment) => segment.cues)
        .filter((cue) => cue.place.part === part)
        .reduce((sum, cue) => sum + (cue.kind === 'speech' ? cue.text.split(' ').length : 0), 0);
    expect(wordsOf(true, 'setup') / wordsOf(false, 'setup')).toBeLessThan(0.65);
    expect(wordsOf(true, 'work') / wordsOf(false, 'work')).toBeGreaterThan(0.8);
  });
});
