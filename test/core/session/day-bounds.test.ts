import { isBlank, livePauses, mergeDays, newDay, withPlanDone, withSetsDone } from '../../../lambda/core/session/day';
import type { Checkpoint, Day } from '../../../lambda/core/session/progress';
import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN } from '../../../lambda/core/streak/run';
import { IDS } from '../../support/converse';
import { wholePlan } from '../../support/plans';

const TODAY: Day = newDay(localDate('2026-11-22'), 'America/New_York', null, []);

it('is worth keeping only when it may have told of earlier days', () => {
  const before = { ...NO_RUN, days: 5, longest: 5, total: 5 };
  expect(isBlank({ ...TODAY, before, told: { total: 3, spanDays: 2 } })).toBe(true);
  expect(isBlank({ ...TODAY, before, told: { total: 5, spanDays: 4 } })).toBe(false);
});

it('counts by a short routine only when every set of it was done', () => {
  const whole = wholePlan();
  const short = { ...whole, purpose: 'short' as const, exercises: whole.exercises.slice(0, 1) };
  const oneSet = withSetsDone(TODAY, [{ id: IDS.knees, set: 0 }]);
  const bothSets = withSetsDone(oneSet, [{ id: IDS.knees, set: 1 }]);
  expect(withPlanDone(oneSet, short).counts).toBe(false);
  expect(withPlanDone(bothSets, short).counts).toBe(true);
});

describe('brought together with what another device did', () => {
  const inTheMarch: Checkpoint = {
    plan: wholePlan(),
    at: { exercise: 1, set: 0, part: 'work' },
    repsDone: 0,
    speakingSinceMs: null,
  };

  it.each([
    { who: 'the earlier one', mine: [IDS.kicks], theirs: [] },
    { who: 'the later one', mine: [], theirs: [IDS.kicks] },
  ])('leaves out what $who left out', ({ mine, theirs }) => {
    const merged = mergeDays(
      { ...TODAY, changedAtMs: 1, skipped: mine },
      { ...TODAY, changedAtMs: 2, skipped: theirs },
    );
    expect(merged.skipped).toEqual([IDS.kicks]);
  });

  it('is where this device has her when both changed it in the same millisecond', () => {
    const mine = { ...TODAY, changedAtMs: 7, checkpoint: inTheMarch };
    expect(mergeDays(mine, { ...TODAY, changedAtMs: 7 }).checkpoint).toEqual(inTheMarch);
  });
});

it('keeps a pause for a hundred days after its last one', () => {
  const through = (date: string) => ({ from: localDate('2026-08-01'), through: localDate(date) });
  // A hundred days before 22 November is 14 August.
  const kept = livePauses(
    { pauses: [through('2026-08-13'), through('2026-08-14')] },
    { ...TODAY, before: { ...NO_RUN, lastDone: localDate('2026-11-22') } },
  );
  expect(kept).toEqual([through('2026-08-14')]);
});
