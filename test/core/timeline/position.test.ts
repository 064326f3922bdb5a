import '../../support/seed';
import fc from 'fast-check';
import type { Difficulty, ExerciseId } from '../../../lambda/core/routine/exercise';
import type { Plan, Point } from '../../../lambda/core/routine/plan';
import type { Cue, Place } from '../../../lambda/core/timeline/cue';
import {
  activeMsWithin,
  heardAfter,
  type PlannedSet,
  resumePoint,
  setsBetween,
} from '../../../lambda/core/timeline/position';
import type { Segment } from '../../../lambda/core/timeline/segment';
import { anyPlanAndPoint, planOf, segmentsOf, setup, wholePlan, work } from '../../support/plans';

const [setUpOnly, bridge, , , planks] = segmentsOf(wholePlan()) as [Segment, Segment, Segment, Segment, Segment];

/** How many reps a set has, written down a second time. A plank has none. */
const LAST_REP: Partial<Record<ExerciseId, Record<Difficulty, number>>> = {
  'bridge-abduction-adduction': { easier: 6, standard: 10, harder: 12 },
  'bridge-march': { easier: 6, standard: 10, harder: 20 },
  'donkey-kicks': { easier: 6, standard: 10, harder: 10 },
};

/** Where she goes on when she is interrupted so many seconds into a segment. */
const goesOnAfter = (segment: Segment, seconds: number): Point | null =>
  resumePoint(segment, heardAfter(segment, seconds * 1_000));

describe('an interruption', () => {
  // About 3 s into the bridge she is led in, 6 s to 74 s are set one, to 97 s rest, to 162 s set two, then the march is set up.
  it.each([
    { during: 'before the first word', seconds: -1, at: work(0, 0), place: { part: 'lead-in', set: 0 } },
    { during: 'in the lead-in', seconds: 4, at: work(0, 0), place: { part: 'lead-in', set: 0 } },
    { during: 'in the first breaths', seconds: 7.5, at: work(0, 0), place: { part: 'work', rep: null } },
    { during: 'in the first rep', seconds: 17.5, at: work(0, 0), place: { part: 'work', rep: 1 } },
    { during: 'in the fifth rep', seconds: 42, at: work(0, 0), place: { part: 'work', rep: 5 } },
    { during: 'in the rest', seconds: 80, at: work(0, 1), place: { part: 'rest', set: 0 } },
    { during: 'in the second set', seconds: 120, at: work(0, 1), place: { part: 'work', set: 1 } },
    { during: 'in the next set-up', seconds: 170, at: setup(1), place: { part: 'setup', exercise: 'bridge-march' } },
  ])('of the bridge $during ($seconds s) leads back to where she was', ({ seconds, at, place }) => {
    const heard = heardAfter(bridge, seconds * 1_000);
    expect(heard).toMatchObject({ kind: 'part', place });
    expect(resumePoint(bridge, heard)).toEqual(at);
  });

  it('of a set in its last rep counts the set, for the moment is known to about a step', () => {
    const lastRep = bridge.cues.find((cue) => cue.place.rep === 10) as Cue;
    expect(resumePoint(bridge, heardAfter(bridge, lastRep.atMs - 1))).toEqual(work(0, 0));
    expect(resumePoint(bridge, heardAfter(bridge, lastRep.atMs))).toEqual(work(0, 1));
  });

  it('of a plank leads back to it, and of the last one in its countdown to nothing', () => {
    expect(goesOnAfter(planks, 14)).toEqual(work(3, 0));
    expect(goesOnAfter(planks, 32)).toEqual(work(3, 1));
    expect(goesOnAfter(planks, 100)).toEqual(work(3, 2));
    expect(goesOnAfter(planks, 112.5)).toBeNull();
  });

  it('of a set-up leads back to it', () => {
    expect(goesOnAfter(setUpOnly, 10)).toEqual(setup(0));
  });

  it('after the last word leads on: all was heard', () => {
    expect(heardAfter(bridge, bridge.durationMs - 1).kind).toBe('part');
    expect(heardAfter(bridge, bridge.durationMs)).toEqual({ kind: 'all' });
    expect(goesOnAfter(bridge, 3_600)).toEqual(work(1, 0));
    expect(goesOnAfter(planks, 3_600)).toBeNull();
  });

  const anyMoment = anyPlanAndPoint.chain(({ plan, from }) => {
    const segments = segmentsOf(plan, from);
    return fc.record({
      plan: fc.constant(plan),
      segmentAt: fc.nat(segments.length - 1),
      perMille: fc.integer({ min: -100, max: 1_200 }),
      from: fc.constant(from),
    });
  });

  /** Every set of a plan from a point on. */
  const setsFrom = (plan: Plan, from: Point | null): PlannedSet[] =>
    plan.exercises.flatMap(({ sets }, exercise) =>
      sets.flatMap((set, at) =>
        from !== null && (exercise > from.exercise || (exercise === from.exercise && at >= from.set))
          ? [{ exercise, set }]
          : [],
      ),
    );

  it('at any moment of any segment loses no set, repeats none that was finished, and gives none for nothing', () => {
    fc.assert(
      fc.property(anyMoment, ({ plan, from, segmentAt, perMille }) => {
        const segments = segmentsOf(plan, from);
        const segment = segments[segmentAt] as Segment;
        const began = segments[segmentAt - 1]?.next ?? from;
        const elapsedMs = Math.round((segment.durationMs * perMille) / 1_000);
        const goesOnAt = resumePoint(segment, heardAfter(segment, elapsedMs));
        const done = setsBetween(plan, began, goesOnAt);

        expect([...done, ...setsFrom(plan, goesOnAt)]).toEqual(setsFrom(plan, began));
        expect(done).toEqual(expect.arrayContaining(finishedBy(plan, segment, elapsedMs)));
        expect(begunLastRepBy(plan, segment, elapsedMs)).toEqual(expect.arrayContaining([...done]));
      }),
      { numRuns: 200 },
    );
  });

  /** Sets whose closing words were reached. */
  function finishedBy(plan: Plan, segment: Segment, elapsedMs: number): PlannedSet[] {
    return setsWith(plan, segment, (cue, at) => cue.atMs <= elapsedMs && isFinish(segment.cues, at));
  }

  /** Sets whose last rep, or the last three seconds of whose hold, had begun. */
  function begunLastRepBy(plan: Plan, segment: Segment, elapsedMs: number): PlannedSet[] {
    return setsWith(
      plan,
      segment,
      (cue) => cue.atMs <= elapsedMs && (isInLastRep(plan, cue) || (cue.kind === 'speech' && cue.text === 'Three.')),
    );
  }

  function isInLastRep(plan: Plan, { place }: Cue): boolean {
    const planned = plan.exercises.find(({ id }) => id === place.exercise);
    return planned !== undefined && place.rep === LAST_REP[planned.id]?.[planned.difficulty];
  }

  function isFinish(cues: readonly Cue[], at: number): boolean {
    const [before, here] = [cues[at - 1]?.place, cues[at]?.place];
    return here?.part === 'work' && here.rep === null && before?.part === 'work' && before.rep !== null;
  }

  function setsWith(plan: Plan, { cues }: Segment, fits: (cue: Cue, at: number) => boolean): PlannedSet[] {
    return cues.flatMap((cue, at) =>
      fits(cue, at)
        ? [{ exercise: plan.exercises.findIndex(({ id }) => id === cue.place.exercise), set: cue.place.set ?? -1 }]
        : [],
    );
  }
});

describe('the sets between two points', () => {
  const plan = planOf([
    { id: 'donkey-kicks', sets: [1] },
    { id: 'elevated-plank', sets: [0, 2] },
  ]);

  it.each([
    { from: setup(0), to: work(0, 0), sets: [] },
    { from: work(0, 0), to: setup(1), sets: [{ exercise: 0, set: 1 }] },
    { from: work(0, 0), to: work(1, 0), sets: [{ exercise: 0, set: 1 }] },
    {
      from: work(0, 0),
      to: work(1, 1),
      sets: [
        { exercise: 0, set: 1 },
        { exercise: 1, set: 0 },
      ],
    },
    { from: work(1, 1), to: null, sets: [{ exercise: 1, set: 2 }] },
    { from: work(1, 1), to: setup(0), sets: [] },
  ])('$from and $to are those done on the way', ({ from, to, sets }) =>
    expect(setsBetween(plan, from, to)).toEqual(sets),
  );
});

describe('active time', () => {
  const cue = (part: Place['part'], atMs: number, durationMs: number): Cue => ({
    kind: 'hold',
    atMs,
    durationMs,
    place: { exercise: 'elevated-plank', part, set: 0, side: null, rep: null, resumeAt: null },
  });
  const segment: Segment = {
    cues: [cue('lead-in', 0, 4_000), cue('work', 4_000, 2_000), cue('rest', 6_000, 10_000), cue('work', 16_000, 1_000)],
    durationMs: 17_000,
    next: null,
  };

  it.each([
    { elapsedMs: -500, activeMs: 0 },
    { elapsedMs: 4_000, activeMs: 0 },
    { elapsedMs: 5_250, activeMs: 1_250 },
    { elapsedMs: 9_000, activeMs: 2_000 },
    { elapsedMs: 16_001, activeMs: 2_001 },
    { elapsedMs: 3_600_000, activeMs: 3_000 },
  ])('within the first $elapsedMs ms is $activeMs ms: work, not rest', ({ elapsedMs, activeMs }) => {
    expect(activeMsWithin(segment, elapsedMs)).toBe(activeMs);
  });
});
