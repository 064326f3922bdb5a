import type { Stops } from '../../../lambda/core/routine/plan';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import type { Segment } from '../../../lambda/core/timeline/segment';
import { segmentsOf, wholePlan } from '../../support/plans';

const NINE_MINUTES_MS = 540_000;
const TEN_MINUTES_MS = 600_000;

/** Every mixture of equal phrases, and either leg first. */
const SESSIONS = [0, 1, 2, 3, 4, 5].flatMap((wording) =>
  (['right', 'left'] as const).map((leadSide) => ({ wording, leadSide })),
);

/** What is said from the first "let's begin" to the last "rest well", the time she takes to say "ready" aside. */
function lengthMs(segments: readonly Segment[]): number {
  const around = speechMs("All right, let's start.") + speechMs("Say done when you've caught your breath.");
  const prompts = (segments.length - 1) * speechMs("Say ready when you're in place.");
  const ending = speechMs("That's today done: four days in a row, eleven in all. Take care of yourself.");
  return around + prompts + ending + segments.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

describe('the whole routine at normal pace with full guidance', () => {
  it.each<Stops>(['each-exercise', 'straight-through'])('lasts between nine and ten minutes, %s', (stops) => {
    for (const session of SESSIONS) {
      const ms = lengthMs(segmentsOf({ ...wholePlan({ stops }), ...session }));
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
});
