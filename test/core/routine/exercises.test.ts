import { EXERCISES, everySetOf } from '../../../lambda/core/routine/exercises';
import { DEFAULT_DELIVERY } from '../../../lambda/core/routine/plan';

describe('the dose', () => {
  it.each([
    { id: 'bridge-abduction-adduction', sets: 2, reps: 10, sides: 'both' },
    { id: 'bridge-march', sets: 2, reps: 10, sides: 'alternating' },
    { id: 'donkey-kicks', sets: 2, reps: 10, sides: 'one-per-set' },
  ] as const)('of $id is $sets sets of $reps, sides: $sides', ({ id, sets, reps, sides }) => {
    expect(EXERCISES[id]).toMatchObject({ sets, sides, work: { kind: 'reps', reps } });
  });

  it('of the elevated plank is three holds, fifteen seconds each until she wishes otherwise', () => {
    expect(EXERCISES['elevated-plank']).toMatchObject({ sets: 3, sides: 'both', work: { kind: 'hold' } });
    expect(DEFAULT_DELIVERY.plankHoldMs).toBe(15_000);
  });

  it('of a knees-together-and-apart rep is two seconds together and two seconds apart', () => {
    expect(EXERCISES['bridge-abduction-adduction'].work).toMatchObject({
      movements: [
        { kind: 'hold', seconds: 2 },
        { kind: 'hold', seconds: 2 },
      ],
    });
  });

  it.each(['bridge-march', 'donkey-kicks'] as const)('of a %s rep is out on the effort, in on the way back', (id) => {
    expect(EXERCISES[id].work).toMatchObject({ movements: [{ phase: 'out' }, { phase: 'in' }] });
  });

  it.each([
    { id: 'bridge-march', sets: [0, 1] },
    { id: 'elevated-plank', sets: [0, 1, 2] },
  ] as const)('of a whole $id is sets $sets', ({ id, sets }) => expect(everySetOf(id)).toEqual(sets));
});
