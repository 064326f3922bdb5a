import '../../support/seed';
import fc from 'fast-check';
import type { ExerciseId } from '../../../lambda/core/routine/exercise';
import { DEFAULT_DELIVERY, type Plan } from '../../../lambda/core/routine/plan';
import {
  BEGINNING,
  inManner,
  type Manner,
  practiceOf,
  restOfRoutine,
  wholeRoutine,
  without,
} from '../../../lambda/core/routine/plan-routine';
import { anyPlanAndPoint, setup, wholePlan, work } from '../../support/plans';

const manner: Manner = {
  leadSide: 'left',
  wording: 7,
  delivery: { ...DEFAULT_DELIVERY, pace: 'slower' },
  quiet: true,
  difficulty: {
    'bridge-abduction-adduction': 'standard',
    'bridge-march': 'easier',
    'donkey-kicks': 'harder',
    'elevated-plank': 'standard',
  },
};

/** Sets still to do; exercises that are not named have none left. */
const restAfter = (left: Partial<Record<ExerciseId, readonly number[]>>, skipped: readonly ExerciseId[] = []): Plan =>
  restOfRoutine((id) => left[id] ?? [], skipped, manner);

const ALL = {
  'bridge-abduction-adduction': [0, 1],
  'bridge-march': [0, 1],
  'donkey-kicks': [0, 1],
  'elevated-plank': [0, 1, 2],
};

describe('the whole routine', () => {
  it('is all four exercises with all their sets, coached the way she likes', () => {
    expect(wholeRoutine(manner)).toEqual({
      exercises: [
        { id: 'bridge-abduction-adduction', sets: [0, 1], difficulty: 'standard' },
        { id: 'bridge-march', sets: [0, 1], difficulty: 'easier' },
        { id: 'donkey-kicks', sets: [0, 1], difficulty: 'harder' },
        { id: 'elevated-plank', sets: [0, 1, 2], difficulty: 'standard' },
      ],
      purpose: 'routine',
      leadSide: 'left',
      wording: 7,
      quiet: true,
      delivery: { stops: 'each-exercise', guidance: 'full', pace: 'slower', plankHoldMs: 15_000 },
    });
  });

  it('begins with the set-up of its first exercise', () => {
    expect(BEGINNING).toEqual({ exercise: 0, set: 0, part: 'setup' });
  });
});

describe('the rest of the routine', () => {
  it('is the whole routine for someone who has done nothing', () => {
    expect(restAfter(ALL)).toEqual(wholeRoutine(manner));
  });

  it('leaves out sets that were done, in the order of the routine', () => {
    expect(restAfter({ 'elevated-plank': [2], 'bridge-march': [1] }).exercises).toEqual([
      { id: 'bridge-march', sets: [1], difficulty: 'easier' },
      { id: 'elevated-plank', sets: [2], difficulty: 'standard' },
    ]);
  });

  it('leaves out what she skipped while something else remains', () => {
    const { exercises } = restAfter({ 'bridge-march': [0, 1], 'donkey-kicks': [0, 1] }, ['bridge-march']);
    expect(exercises).toEqual([{ id: 'donkey-kicks', sets: [0, 1], difficulty: 'harder' }]);
  });

  it('offers what she skipped once nothing else remains', () => {
    expect(restAfter({ 'bridge-march': [0, 1] }, ['bridge-march']).exercises).toEqual([
      { id: 'bridge-march', sets: [0, 1], difficulty: 'easier' },
    ]);
  });

  it('is the whole routine again when everything was done', () => {
    expect(restAfter({})).toEqual(wholeRoutine(manner));
  });

  it('is coached the way she likes', () => {
    const { leadSide, wording, delivery, quiet } = manner;
    expect(restAfter({ 'elevated-plank': [2] })).toMatchObject({ leadSide, wording, delivery, quiet });
  });
});

describe('practice', () => {
  it('is one exercise with all its sets', () => {
    expect(practiceOf('elevated-plank', manner)).toMatchObject({
      purpose: 'practice',
      exercises: [{ id: 'elevated-plank', sets: [0, 1, 2], difficulty: 'standard' }],
      leadSide: 'left',
    });
  });
});

describe('a plan in another manner', () => {
  it('consists of the same sets, with the same leg first and in the same words', () => {
    const changed = inManner(wholePlan(), manner);
    expect(changed).toEqual({
      ...wholeRoutine(manner),
      leadSide: 'right',
      wording: 0,
    });
  });
});

describe('a plan without one of its exercises', () => {
  const plan = wholePlan();

  it.each([
    { rule: 'goes on with the set-up of the one after it', id: 'bridge-march', at: work(1, 1), goesOnAt: setup(1) },
    {
      rule: 'stays where it is when a later one is left out',
      id: 'elevated-plank',
      at: work(1, 1),
      goesOnAt: work(1, 1),
    },
    {
      rule: 'stays where it is when an earlier one is left out',
      id: 'bridge-march',
      at: work(2, 1),
      goesOnAt: work(1, 1),
    },
    {
      rule: 'goes on with the second one when the first is left out',
      id: 'bridge-abduction-adduction',
      at: work(0, 1),
      goesOnAt: setup(0),
    },
  ] as const)('$rule', ({ id, at, goesOnAt }) => {
    const rest = without(plan, id, at);
    expect(rest?.at).toEqual(goesOnAt);
    expect(rest?.plan).toEqual({ ...plan, exercises: plan.exercises.filter((planned) => planned.id !== id) });
  });

  it('counts no day any more when it was a short one', () => {
    const short: Plan = { ...plan, purpose: 'short' };
    expect(without(short, 'bridge-march', work(0, 1))?.plan.purpose).toBe('practice');
    expect(without({ ...short, exercises: short.exercises.slice(2) }, 'bridge-march', work(0, 1))?.plan.purpose).toBe(
      'short',
    );
  });

  it('is over when it was the last one', () => {
    expect(without(plan, 'elevated-plank', work(3, 1))).toBeNull();
  });

  it('is the same plan when it is not in it', () => {
    const two = { ...plan, exercises: plan.exercises.slice(2) };
    expect(without(two, 'bridge-march', work(1, 2))).toEqual({ plan: two, at: work(1, 2) });
  });

  it('goes on with the same set, whichever other exercise is left out', () => {
    fc.assert(
      fc.property(anyPlanAndPoint, fc.nat(3), ({ plan: any, from }, pick) => {
        const left = any.exercises[pick % any.exercises.length]?.id ?? 'bridge-march';
        const here = any.exercises[from.exercise];
        fc.pre(left !== here?.id);
        const rest = without(any, left, from);
        expect(rest?.plan.exercises[rest.at.exercise]).toEqual(here);
        expect(rest?.at).toMatchObject({ set: from.set, part: from.part });
      }),
    );
  });
});
