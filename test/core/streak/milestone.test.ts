import '../../support/seed';
import fc from 'fast-check';
import { addDays, localDate } from '../../../lambda/core/streak/local-date';
import { type Milestone, milestonesOf, reachedBy } from '../../../lambda/core/streak/milestone';
import { countDay, NO_RUN, type Run } from '../../../lambda/core/streak/run';

const FIRST = localDate('2026-01-01');

/** What each day brought, for those that brought something; days are counted from 1, the first one done. */
function milestonesWhenDone(days: readonly number[]): Record<number, readonly Milestone[]> {
  const brought: Record<number, readonly Milestone[]> = {};
  let run: Run = NO_RUN;
  for (const day of days) {
    const after = countDay(run, addDays(FIRST, day - 1), []);
    const milestones = milestonesOf(reachedBy(run), reachedBy(after));
    if (milestones.length > 0) brought[day] = milestones;
    run = after;
  }
  return brought;
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('milestones', () => {
  it('are 3, 7, 14, 30, 60 and 100 days done, and three months once, for someone who never misses', () => {
    expect(milestonesWhenDone(upTo(400))).toEqual({
      3: [{ kind: 'days-done', total: 3 }],
      7: [{ kind: 'days-done', total: 7 }],
      14: [{ kind: 'days-done', total: 14 }],
      30: [{ kind: 'days-done', total: 30 }],
      60: [{ kind: 'days-done', total: 60 }],
      91: [{ kind: 'three-months' }],
      100: [{ kind: 'days-done', total: 100 }],
    });
  });

  it('count days done in all, though the run was broken', () => {
    expect(milestonesWhenDone([1, 2, 20])).toEqual({ 20: [{ kind: 'days-done', total: 3 }] });
  });

  it.each([
    { rule: 'not on the 89th day after the first', days: [1, 90], brought: {} },
    { rule: 'on the 90th day after the first', days: [1, 91], brought: { 91: [{ kind: 'three-months' }] } },
    {
      rule: 'on the first day done after it, once',
      days: [1, 90, 130, 131],
      brought: {
        130: [{ kind: 'days-done', total: 3 }, { kind: 'three-months' }],
      },
    },
  ])('bring three months $rule', ({ days, brought }) => expect(milestonesWhenDone(days)).toEqual(brought));

  it('bring nothing when a day is done twice', () => {
    const three = [1, 2, 3].reduce((run, day) => countDay(run, addDays(FIRST, day - 1), []), NO_RUN);
    expect(milestonesOf(reachedBy(three), reachedBy(countDay(three, addDays(FIRST, 2), [])))).toEqual([]);
    expect(milestonesOf(reachedBy(NO_RUN), reachedBy(NO_RUN))).toEqual([]);
  });

  it('are told later when they were not told in time', () => {
    expect(milestonesOf({ total: 2, spanDays: 1 }, { total: 5, spanDays: 4 })).toEqual([
      { kind: 'days-done', total: 3 },
    ]);
    expect(milestonesOf({ total: 13, spanDays: 89 }, { total: 14, spanDays: 95 })).toEqual([
      { kind: 'days-done', total: 14 },
      { kind: 'three-months' },
    ]);
  });

  it('have nothing to go by before the first day is done, or where the first day was not kept', () => {
    const kept = { ...NO_RUN, days: 1, longest: 1, total: 1 };
    expect(reachedBy(NO_RUN)).toEqual({ total: 0, spanDays: 0 });
    expect(reachedBy({ ...kept, lastDone: FIRST })).toEqual({ total: 1, spanDays: 0 });
    expect(reachedBy({ ...kept, firstDone: FIRST })).toEqual({ total: 1, spanDays: 0 });
  });

  it('come at most once each, whatever days are done', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 150 }), (days) => {
        const all = Object.values(milestonesWhenDone([...days].sort((a, b) => a - b))).flat();
        expect(new Set(all.map((milestone) => JSON.stringify(milestone))).size).toBe(all.length);
        expect(all.some(({ kind }) => kind === 'three-months')).toBe(Math.max(...days) - Math.min(...days) >= 90);
      }),
    );
  });
});
