import { DEFAULT_DELIVERY } from '../../../lambda/core/routine/plan';
import { doseOf } from '../../../lambda/core/timeline/dose';

const manner = { leadSide: 'left', delivery: { ...DEFAULT_DELIVERY, plankHoldMs: 25_000 } } as const;

it('is told in reps where there are reps', () => {
  expect(doseOf(manner, { id: 'bridge-march', difficulty: 'harder' })).toMatchObject({
    difficulty: 'harder',
    reps: 20,
    leadSide: 'left',
  });
});

it('is told in the seconds she wants to hold, and in no reps, where there is a hold', () => {
  expect(doseOf(manner, { id: 'elevated-plank', difficulty: 'standard' })).toMatchObject({
    reps: null,
    holdSeconds: 25,
  });
});
