import '../../support/seed';
import fc from 'fast-check';
import { english } from '../../../lambda/core/speech/english/english';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import { dividedHold, dividedRest, HOLD_RANGE_MS, type Moment } from '../../../lambda/core/timeline/divided-silence';

const lengthOf = (moment: Moment): number =>
  moment.kind === 'say' ? speechMs(moment.text, english.speech) : moment.durationMs;

/** When each word begins, and the end of it all. */
function heard(moments: readonly Moment[]): (readonly [number, string])[] {
  let atMs = 0;
  const words: [number, string][] = [];
  for (const moment of moments) {
    if (moment.kind === 'say') words.push([atMs, moment.text]);
    atMs += lengthOf(moment);
  }
  return [...words, [atMs, 'end']];
}

const HOLDS = [
  {
    holdMs: 5_000,
    words: [
      [2_000, 'Three.'],
      [3_000, 'Two.'],
      [4_000, 'One.'],
      [5_000, 'end'],
    ],
  },
  {
    holdMs: 9_999,
    words: [
      [6_999, 'Three.'],
      [7_999, 'Two.'],
      [8_999, 'One.'],
      [9_999, 'end'],
    ],
  },
  {
    holdMs: 10_000,
    words: [
      [5_000, 'Halfway.'],
      [7_000, 'Three.'],
      [8_000, 'Two.'],
      [9_000, 'One.'],
      [10_000, 'end'],
    ],
  },
  {
    holdMs: 15_000,
    words: [
      [7_500, 'Halfway.'],
      [12_000, 'Three.'],
      [13_000, 'Two.'],
      [14_000, 'One.'],
      [15_000, 'end'],
    ],
  },
  {
    holdMs: 20_000,
    words: [
      [5_000, 'Keep breathing.'],
      [10_000, 'Halfway.'],
      [17_000, 'Three.'],
      [18_000, 'Two.'],
      [19_000, 'One.'],
      [20_000, 'end'],
    ],
  },
  {
    holdMs: 30_000,
    words: [
      [7_500, 'Keep breathing.'],
      [15_000, 'Halfway.'],
      [21_000, 'Breathe quietly.'],
      [27_000, 'Three.'],
      [28_000, 'Two.'],
      [29_000, 'One.'],
      [30_000, 'end'],
    ],
  },
  {
    holdMs: 60_000,
    words: [
      [7_500, 'Keep breathing.'],
      [15_000, 'Breathe quietly.'],
      [22_500, 'Nice and long.'],
      [30_000, 'Halfway.'],
      [36_750, 'Keep breathing.'],
      [43_500, 'Breathe quietly.'],
      [50_250, 'Nice and long.'],
      [57_000, 'Three.'],
      [58_000, 'Two.'],
      [59_000, 'One.'],
      [60_000, 'end'],
    ],
  },
];

describe('a hold', () => {
  it.each(HOLDS)('of $holdMs ms has its words at their seconds', ({ holdMs, words }) => {
    expect(heard(dividedHold(holdMs, english, 0))).toEqual(words);
  });

  it('is not filled where eight seconds of silence are enough', () => {
    expect(heard(dividedHold(16_000, english, 0))[0]).toEqual([8_000, 'Halfway.']);
    expect(heard(dividedHold(16_001, english, 0))[0]).toEqual([4_001, 'Keep breathing.']);
  });

  it('has other words between, but no other seconds, with another wording', () => {
    expect(heard(dividedHold(20_000, english, 1))[0]).toEqual([5_000, 'Breathe quietly.']);
  });

  it.each([4_999, 60_001, 15_000.5, 0, -15_000, Number.NaN])('of %d ms is nobody’s wish', (holdMs) => {
    expect(() => dividedHold(holdMs, english, 0)).toThrow(/^A hold lasts 5000 to 60000 whole milliseconds, not /);
  });

  it('lasts exactly as long as asked, whatever its length and its words', () => {
    const anyHold = fc.integer(HOLD_RANGE_MS);
    fc.assert(
      fc.property(anyHold, fc.nat(), (holdMs, wording) => {
        const moments = dividedHold(holdMs, english, wording);
        expect(moments.reduce((sum, moment) => sum + lengthOf(moment), 0)).toBe(holdMs);
      }),
    );
  });

  it('is silence and words in turn, from silence to silence, none of it longer than eight seconds', () => {
    fc.assert(
      fc.property(fc.integer(HOLD_RANGE_MS), fc.nat(), (holdMs, wording) => {
        for (const [at, moment] of dividedHold(holdMs, english, wording).entries()) {
          expect(moment.kind).toBe(at % 2 === 0 ? 'silence' : 'say');
          expect(lengthOf(moment)).toBeGreaterThan(0);
          expect(lengthOf(moment)).toBeLessThanOrEqual(8_000);
        }
      }),
    );
  });
});

const RESTS = [
  { restMs: 5_000, words: [[5_000, 'end']] },
  {
    restMs: 10_000,
    words: [
      [5_000, 'Five seconds.'],
      [10_000, 'end'],
    ],
  },
  {
    restMs: 20_000,
    words: [
      [7_500, 'Easy breaths.'],
      [15_000, 'Five seconds.'],
      [20_000, 'end'],
    ],
  },
  {
    restMs: 45_000,
    words: [
      [8_000, 'Easy breaths.'],
      [16_000, 'Let everything soften.'],
      [24_000, 'Shoulders loose.'],
      [32_000, 'Easy breaths.'],
      [40_000, 'Five seconds.'],
      [45_000, 'end'],
    ],
  },
];

describe('a rest', () => {
  it.each(RESTS)('of $restMs ms is announced to end five seconds before it does', ({ restMs, words }) => {
    expect(heard(dividedRest(restMs, english, 0))).toEqual(words);
  });
});
