import '../../support/seed';
import fc from 'fast-check';
import { DIFFICULTIES } from '../../../lambda/core/routine/exercise';
import type { Plan, Point, Stops } from '../../../lambda/core/routine/plan';
import { english } from '../../../lambda/core/speech/english/english';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import { toSsml } from '../../../lambda/core/speech/ssml';
import { wordsFor } from '../../../lambda/core/speech/words-for';
import { type Cue, endOf } from '../../../lambda/core/timeline/cue';
import { packSegments, piecesOf, type Segment, segmentFrom } from '../../../lambda/core/timeline/segment';
import { type Beat, type Stretch, stretchesFrom } from '../../../lambda/core/timeline/stretches';
import {
  anyPlan,
  anyPlanAndPoint,
  cuesOf,
  inForm,
  planOf,
  planOfOne,
  saidIn,
  segmentsOf,
  setup,
  wholePlan,
  work,
} from '../../support/plans';

const EVERY_STOPS: readonly Stops[] = ['each-exercise', 'each-set', 'straight-through'];

const ssmlOf = (segment: Segment): string => toSsml(piecesOf(segment.cues));

/** The sets that are worked in a segment, as [exercise of the plan, set of the exercise], each where it first sounds. */
function worked(plan: Plan, { cues }: Segment): (readonly [number, number | null])[] {
  const sets = cues.flatMap(({ place }) =>
    place.part === 'work' ? [`${plan.exercises.findIndex(({ id }) => id === place.exercise)} ${place.set}`] : [],
  );
  return [...new Set(sets)].map((each) => each.split(' ').map(Number) as [number, number]);
}

/** The exercises whose set-up is spoken in a segment. */
const setUp = ({ cues }: Segment): string[] => [
  ...new Set(cues.filter(({ place }) => place.part === 'setup').map(({ place }) => place.exercise)),
];

describe('the cues of a segment', () => {
  it('follow each other without a gap, in whole milliseconds, each more than nothing', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        for (const { cues, durationMs } of segmentsOf(plan, from)) {
          let endsAtMs = 0;
          for (const cue of cues) {
            expect(cue.atMs).toBe(endsAtMs);
            expect(Number.isInteger(cue.durationMs) && cue.durationMs > 0).toBe(true);
            endsAtMs = endOf(cue);
          }
          expect(durationMs).toBe(endsAtMs);
        }
      }),
    );
  });

  it('have no two silences side by side, and none longer than eight seconds', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        for (const { cues } of segmentsOf(plan, from)) {
          for (const [at, cue] of cues.entries()) {
            if (cue.kind === 'speech') continue;
            expect(cues[at - 1]?.kind).toBe('speech');
            expect(cue.durationMs).toBeLessThanOrEqual(8_000);
          }
        }
      }),
    );
  });

  it('say something in every piece of speech', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => saidIn(cuesOf(plan, from)).every((text) => /[a-z]/.test(text))),
    );
  });

  it('take as long as the words of a phrase take together, pauses between them included', () => {
    const [, one, together] = segmentsOf(planOfOne('bridge-abduction-adduction'), work(0, 0)).flatMap(({ cues }) => {
      const at = cues.findIndex((cue) => cue.kind === 'speech' && cue.text === 'one,');
      return cues.slice(at - 1, at + 2);
    }) as [Cue, Cue, Cue];
    expect(one.durationMs).toBe(speechMs('one,', english.speech));
    expect(one.durationMs + together.durationMs).toBe(speechMs('one, together.', english.speech));
    expect(together.durationMs).toBeGreaterThan(speechMs('together.', english.speech) + 150);
  });
});

describe('the stops', () => {
  const whole: Record<Stops, { readonly sets: readonly (readonly [number, number])[][]; readonly setUps: number[] }> = {
    'each-exercise': {
      sets: [
        [],
        [
          [0, 0],
          [0, 1],
        ],
        [
          [1, 0],
          [1, 1],
        ],
        [
          [2, 0],
          [2, 1],
        ],
        [
          [3, 0],
          [3, 1],
          [3, 2],
        ],
      ],
      setUps: [1, 1, 1, 1, 0],
    },
    'each-set': {
      sets: [[], [[0, 0]], [[0, 1]], [[1, 0]], [[1, 1]], [[2, 0]], [[2, 1]], [[3, 0]], [[3, 1]], [[3, 2]]],
      setUps: [1, 0, 1, 0, 1, 0, 1, 0, 0, 0],
    },
    'straight-through': {
      sets: [
        [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ],
        [
          [2, 0],
          [2, 1],
          [3, 0],
          [3, 1],
          [3, 2],
        ],
      ],
      setUps: [2, 2],
    },
  };

  it.each(EVERY_STOPS)('are where she wishes them: %s', (stops) => {
    const plan = wholePlan({ stops });
    const segments = segmentsOf(plan);
    expect(segments.map((segment) => worked(plan, segment))).toEqual(whole[stops].sets);
    expect(segments.map((segment) => setUp(segment).length)).toEqual(whole[stops].setUps);
  });

  it('of the default are four "ready"s for four exercises, before each one’s first set', () => {
    const waits = segmentsOf(wholePlan()).map(({ next }) => next);
    expect(waits).toEqual([work(0, 0), work(1, 0), work(2, 0), work(3, 0), null]);
  });

  it('let a segment speak the set-up of what comes next, once the set is over', () => {
    const [, first] = segmentsOf(wholePlan());
    expect(setUp(first as Segment)).toEqual(['bridge-march']);
    expect(first?.cues.at(-1)?.place).toMatchObject({ part: 'setup', exercise: 'bridge-march' });
  });

  it('come after the set she came back to as after any other', () => {
    const plan = wholePlan();
    expect(segmentsOf(plan, work(2, 1)).map((segment) => worked(plan, segment))).toEqual([
      [[2, 1]],
      [
        [3, 0],
        [3, 1],
        [3, 2],
      ],
    ]);
  });
});

describe('a response', () => {
  const anyLine = Math.max(
    ...(['bridge-abduction-adduction', 'bridge-march', 'donkey-kicks', 'elevated-plank'] as const).map(
      (exercise) => english.lines.instructions({ kind: 'instructions', exercise })[0].length,
    ),
  );

  it('speaks at most 5,000 characters of the routine, which leaves room for the longest answer before it and a prompt', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        for (const segment of segmentsOf(plan, from)) expect(ssmlOf(segment).length).toBeLessThanOrEqual(5_000);
      }),
    );
    expect(anyLine).toBeLessThan(800);
  });

  it('speaks no more than that in any language', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, fc.constantFrom('en-GB', 'en-IN', 'es-US'), ({ plan, from }, locale) => {
        for (const segment of segmentsOf(plan, from, wordsFor(locale)))
          expect(ssmlOf(segment).length).toBeLessThanOrEqual(5_000);
      }),
    );
  });

  it.each([
    { stops: 'straight-through', guidance: 'full', plankHoldMs: 60_000 },
    { stops: 'straight-through', guidance: 'brief', plankHoldMs: 60_000 },
    { stops: 'each-exercise', guidance: 'full', plankHoldMs: 60_000 },
  ] as const)('is never cut within an exercise: $stops, $guidance, in any form', (wishes) => {
    for (const difficulty of DIFFICULTIES)
      for (const { next } of segmentsOf(inForm(wholePlan(wishes), difficulty)))
        expect([0, undefined]).toContain(next?.set);
  });
});

describe('segments', () => {
  const content = ({ kind, place, ...rest }: Cue | Beat): unknown =>
    'text' in rest ? { kind, place, text: rest.text } : { kind, place, durationMs: rest.durationMs };

  it('joined give back every cue of the plan in order', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        const beats = [...stretchesFrom(plan, from, english)].flatMap((stretch) => stretch.beats);
        const cues = [...packSegments(stretchesFrom(plan, from, english), english.speech)].flatMap(
          (segment) => segment.cues,
        );
        expect(cues.map(content)).toEqual(beats.map(content));
      }),
    );
  });

  it('are the same when each is compiled from where the last one ended', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        expect(segmentsOf(plan, from)).toEqual([...packSegments(stretchesFrom(plan, from, english), english.speech)]);
      }),
    );
  });

  it('work each set that is left exactly once, in order, from any point to the end', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        const left = plan.exercises.flatMap(({ sets }, exercise) =>
          sets.flatMap((set, at) =>
            exercise > from.exercise || (exercise === from.exercise && at >= from.set) ? [[exercise, set]] : [],
          ),
        );
        expect(segmentsOf(plan, from).flatMap((segment) => worked(plan, segment))).toEqual(left);
      }),
    );
  });

  it('set up each exercise that is ahead exactly once', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(segmentsOf(plan).flatMap(setUp)).toEqual(plan.exercises.map(({ id }) => id));
      }),
    );
  });

  it.each([
    { where: 'after the last exercise', from: setup(4) },
    { where: 'after the last set of an exercise', from: work(0, 2) },
    { where: 'before the first', from: setup(-1) },
    { where: 'between two', from: { exercise: 0.5, set: 0, part: 'work' } as Point },
  ])('begin nowhere outside the plan: $where', ({ from }) => {
    expect(() => segmentFrom(wholePlan(), from, english)).toThrow(RangeError);
  });

  it('of an empty plan are a fault', () => {
    expect(() => segmentFrom(planOf([]), setup(0), english)).toThrow('Nothing is planned at exercise 0, set 0');
  });

  it('are compiled once for the latest hundred, and no more are kept', () => {
    // A language of its own, so that nothing is remembered from other tests.
    const words = { ...english };
    const nth = (wording: number): Segment => segmentFrom({ ...planOfOne('elevated-plank'), wording }, setup(0), words);
    const first = nth(0);
    for (let wording = 1; wording < 100; wording += 1) nth(wording);
    expect(nth(0)).toBe(first);
    expect(nth(100)).toEqual(nth(100));
    expect(nth(0)).not.toBe(first);
    expect(nth(0)).toEqual(first);
  });
});

describe('packing', () => {
  /** A stretch whose one sentence takes that many characters, with the gap after it. */
  const stretch = (exercise: number, characters: number, stops = false): Stretch => ({
    exercise,
    beats: [
      {
        kind: 'speech',
        text: `${'a'.repeat(characters - 2)}.`,
        place: { exercise: 'bridge-march', part: 'work', set: 0, side: null, rep: null, resumeAt: null },
      },
    ],
    next: null,
    stops,
  });
  const sizes = (stretches: readonly Stretch[]): number[][] =>
    [...packSegments(stretches, english.speech)].map(({ cues }) => saidIn(cues).map((text) => text.length + 1));

  it.each([
    {
      rule: 'takes as many exercises as fit',
      stretches: [stretch(0, 1_000), stretch(1, 3_000), stretch(2, 1_000), stretch(3, 10)],
      packed: [[1_000, 3_000, 1_000], [10]],
    },
    {
      rule: 'rather leaves room than cuts an exercise',
      stretches: [stretch(0, 2_000), stretch(1, 2_000), stretch(1, 2_000), stretch(2, 900)],
      packed: [[2_000], [2_000, 2_000, 900]],
    },
    {
      rule: 'cuts an exercise between its sets when it fits in no segment',
      stretches: [stretch(0, 3_000), stretch(0, 3_000), stretch(0, 1_500), stretch(1, 600)],
      packed: [[3_000], [3_000, 1_500], [600]],
    },
    {
      rule: 'cuts where the plan stops, though there were room',
      stretches: [stretch(0, 100, true), stretch(0, 100), stretch(1, 100, true), stretch(1, 100)],
      packed: [[100], [100, 100], [100]],
    },
    { rule: 'makes nothing of nothing', stretches: [], packed: [] },
  ])('$rule', ({ stretches, packed }) => expect(sizes(stretches)).toEqual(packed));

  it('refuses a stretch that fits in no segment', () => {
    expect(sizes([stretch(0, 5_000)])).toEqual([[5_000]]);
    expect(sizes([stretch(0, 5_000), stretch(0, 100)])).toEqual([[5_000], [100]]);
    expect(() => sizes([stretch(0, 5_001)])).toThrow('A stretch of 5001 characters fits in no segment');
  });
});

describe('the spoken text', () => {
  it('has a capital letter after every silence and every full stop', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, ({ plan, from }) => {
        for (const segment of segmentsOf(plan, from)) {
          const ssml = ssmlOf(segment);
          expect(ssml).toMatch(/^[A-Z]/);
          expect(ssml).not.toMatch(/\/>[a-z]/);
          expect(ssml).not.toMatch(/[.?!] [a-z]/);
        }
      }),
    );
  });

  it('runs on from a count without one', () => {
    const [rep] = segmentsOf(planOfOne('bridge-march'), work(0, 0)).map(ssmlOf);
    expect(rep).toContain(
      '<break time="700ms"/>One, left, out.<break time="1000ms"/>In.<break time="700ms"/>Two, right, out.',
    );
    expect(rep).toContain('Eight, last two, right, out.<break');
  });

  it('names each silence in its own tag', () => {
    const [planks] = segmentsOf(planOfOne('elevated-plank'), work(0, 0)).map(ssmlOf);
    expect(planks).toContain('And hold.<break time="7500ms"/>Halfway.<break');
  });
});
