import '../../support/seed';
import fc from 'fast-check';
import type { ExerciseId } from '../../../lambda/core/routine/exercise';
import { type Rest, restFrom, shortened } from '../../../lambda/core/routine/shorten-plan';
import { anyPlanAndPoint, planOf, setup, wholePlan, work } from '../../support/plans';

const SECOND_MS = 1_000;

const SET_SECONDS: Readonly<Record<ExerciseId, number>> = {
  'bridge-abduction-adduction': 80,
  'bridge-march': 60,
  'donkey-kicks': 50,
  'elevated-plank': 30,
};

/** An easy clock: each set takes its seconds, and each set-up ten. */
function lengthMs({ plan, at }: Rest): number {
  const sets = plan.exercises.flatMap(({ id, sets }) => sets.map(() => SET_SECONDS[id]));
  const setups = plan.exercises.length - (at.part === 'work' ? 1 : 0);
  return (sets.reduce((sum, seconds) => sum + seconds, 0) + setups * 10) * SECOND_MS;
}

const within = (seconds: number, rest: Rest = { plan: wholePlan(), at: setup(0) }): Rest =>
  shortened(rest, seconds * SECOND_MS, lengthMs);

/** `knees 2, plank 1`: how many sets of what. */
function told({ plan }: Rest): string {
  const shorts = {
    'bridge-abduction-adduction': 'knees',
    'bridge-march': 'march',
    'donkey-kicks': 'kicks',
    'elevated-plank': 'plank',
  };
  return plan.exercises.map(({ id, sets }) => `${shorts[id]} ${sets.map((set) => set + 1).join(' ')}`).join(', ');
}

describe('the best part of a routine that fits', () => {
  it.each([
    { seconds: 510, fits: 'knees 1 2, march 1 2, kicks 1 2, plank 1 2 3', why: 'all of it where all of it fits' },
    { seconds: 509, fits: 'knees 1 2, march 1 2, kicks 1 2, plank 1 2', why: 'most sets of all the exercises' },
    { seconds: 420, fits: 'knees 1 2, march 1, kicks 1 2, plank 1 2', why: 'the longest of as many sets' },
    { seconds: 310, fits: 'knees 1, march 1, kicks 1 2, plank 1', why: 'every exercise rather than more sets' },
    { seconds: 309, fits: 'knees 1, kicks 1 2, plank 1 2 3', why: 'never one leg without the other' },
    { seconds: 110, fits: 'march 1, plank 1', why: 'two exercises rather than two sets of one' },
    { seconds: 90, fits: 'plank 1 2', why: 'two sets rather than a longer one' },
    { seconds: 70, fits: 'plank 1 2', why: 'of one exercise the most sets' },
    { seconds: 40, fits: 'plank 1', why: 'one set' },
    { seconds: 1, fits: 'plank 1', why: 'the shortest set where nothing fits' },
  ])('of $seconds s is $why', ({ seconds, fits }) => expect(told(within(seconds))).toBe(fits));

  it('says that it is short, save where it is all there was', () => {
    expect(within(509).plan.purpose).toBe('short');
    expect(within(510).plan.purpose).toBe('routine');
  });

  it('takes one leg where nothing else is left', () => {
    const kicks = { plan: planOf([{ id: 'donkey-kicks', sets: [0, 1] }]), at: setup(0) };
    expect(told(within(109, kicks))).toBe('kicks 1');
    expect(told(within(110, kicks))).toBe('kicks 1 2');
  });

  it('is the first set of all where nothing fits and all are as long', () => {
    const minuteASet = ({ plan }: Rest): number => plan.exercises.flatMap(({ sets }) => sets).length * 60 * SECOND_MS;
    expect(told(shortened({ plan: wholePlan(), at: setup(0) }, SECOND_MS, minuteASet))).toBe('knees 1');
  });

  it('takes the leg that is left as a whole', () => {
    const rest = {
      plan: planOf([
        { id: 'donkey-kicks', sets: [1] },
        { id: 'elevated-plank', sets: [0] },
      ]),
      at: setup(0),
    };
    expect(told(within(99, rest))).toBe('kicks 2');
  });

  it('needs no second set-up in the exercise that she is at', () => {
    const rest = restFrom(wholePlan(), work(1, 1));
    expect(told(rest)).toBe('march 2, kicks 1 2, plank 1 2 3');
    const short = within(100, rest);
    expect(told(short)).toBe('march 2, plank 1');
    expect(short.at).toEqual(work(0, 0));
  });

  it('begins with a set-up where what she is at does not fit', () => {
    const rest = restFrom(wholePlan(), work(0, 1));
    const short = within(45, rest);
    expect(told(short)).toBe('plank 1');
    expect(short.at).toEqual(setup(0));
  });

  it('is never nothing, never more than was left, and lasts no longer than it may if anything can', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, fc.integer({ min: 0, max: 600 }), ({ plan, from }, seconds) => {
        const rest = restFrom(plan, from);
        const short = within(seconds, rest);
        expect(short.plan.exercises.length).toBeGreaterThan(0);
        for (const { id, sets } of short.plan.exercises) {
          expect(sets.length).toBeGreaterThan(0);
          const left = rest.plan.exercises.find((planned) => planned.id === id)?.sets ?? [];
          expect(left.slice(0, sets.length)).toEqual(sets);
        }
        const sets = short.plan.exercises.flatMap((planned) => planned.sets).length;
        expect(lengthMs(short) <= seconds * SECOND_MS || sets === 1).toBe(true);
      }),
    );
  });
});
