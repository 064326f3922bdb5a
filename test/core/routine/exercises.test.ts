import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import { EXERCISES, everySetOf, PLANK_HOLD_MS } from '../../../lambda/core/routine/exercises';
import { DEFAULT_DELIVERY } from '../../../lambda/core/routine/plan';

describe('the dose', () => {
  it.each([
    { id: 'bridge-abduction-adduction', sets: 2, reps: 10, sides: 'both' },
    { id: 'bridge-march', sets: 2, reps: 10, sides: 'alternating' },
    { id: 'donkey-kicks', sets: 2, reps: 10, sides: 'one-per-set' },
  ] as const)('of $id is $sets sets of $reps, sides: $sides', ({ id, sets, reps, sides }) => {
    expect(EXERCISES[id]).toMatchObject({ sets, sides, work: { standard: { kind: 'reps', reps } } });
  });

  it('of the elevated plank is three holds, fifteen seconds each until she wishes otherwise', () => {
    expect(EXERCISES['elevated-plank']).toMatchObject({ sets: 3, sides: 'both', work: { standard: { kind: 'hold' } } });
    expect(DEFAULT_DELIVERY.plankHoldMs).toBe(15_000);
  });

  it('of a knees-together-and-apart rep is two seconds together and two seconds apart', () => {
    expect(EXERCISES['bridge-abduction-adduction'].work.standard).toMatchObject({
      movements: [
        { kind: 'hold', seconds: 2 },
        { kind: 'hold', seconds: 2 },
      ],
    });
  });

  it.each(['bridge-march', 'donkey-kicks'] as const)('of a %s rep is out on the effort, in on the way back', (id) => {
    expect(EXERCISES[id].work.standard).toMatchObject({
      movements: [
        { kind: 'breath', phase: 'out' },
        { kind: 'breath', phase: 'in' },
      ],
    });
  });

  it.each(['bridge-abduction-adduction', 'bridge-march', 'donkey-kicks'] as const)(
    'of %s begins with a breath in to prepare and one out into the position',
    (id) => {
      expect(EXERCISES[id].start).toEqual([
        { kind: 'breath', phase: 'in', seconds: 1.5 },
        { kind: 'breath', phase: 'out', seconds: 1 },
      ]);
    },
  );

  it('of the elevated plank begins with a breath out into the position', () => {
    expect(EXERCISES['elevated-plank'].start).toEqual([{ kind: 'breath', phase: 'out', seconds: 1 }]);
  });

  it.each([
    { id: 'bridge-abduction-adduction', easier: 6, harder: 12 },
    { id: 'bridge-march', easier: 6, harder: 20 },
    { id: 'donkey-kicks', easier: 6, harder: 10 },
  ] as const)('of an easier $id is $easier, of a harder one $harder', ({ id, easier, harder }) => {
    expect(EXERCISES[id].work).toMatchObject({ easier: { reps: easier }, harder: { reps: harder } });
  });

  it('of a harder donkey kick is two seconds at the top', () => {
    expect(EXERCISES['donkey-kicks'].work.harder).toMatchObject({
      movements: [
        { kind: 'hold', seconds: 2 },
        { kind: 'breath', phase: 'in' },
      ],
    });
  });

  it('of an easier or harder plank is its seconds', () => {
    expect(PLANK_HOLD_MS).toEqual({ easier: 10_000, standard: 15_000, harder: 20_000 });
  });

  it.each(EXERCISE_IDS)('has as many movements in every form, so that each has its words: %s', (id) => {
    const counts = Object.values(EXERCISES[id].work).map((work) => (work.kind === 'reps' ? work.movements.length : 0));
    expect(new Set(counts).size).toBe(1);
  });

  it.each([
    { id: 'bridge-march', sets: [0, 1] },
    { id: 'elevated-plank', sets: [0, 1, 2] },
  ] as const)('of a whole $id is sets $sets', ({ id, sets }) => expect(everySetOf(id)).toEqual(sets));
});
