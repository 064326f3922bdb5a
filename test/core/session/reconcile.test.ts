import { newDay, withSetsDone } from '../../../lambda/core/session/day';
import type { Day } from '../../../lambda/core/session/progress';
import { reconcile } from '../../../lambda/core/session/reconcile';
import { localDate } from '../../../lambda/core/streak/local-date';
import { converse, IDS, listener } from '../../support/converse';

const STATE = converse().state;

function done(date: string): Day {
  return { ...newDay(localDate(date), 'America/New_York', null, []), counts: true };
}

it('learns the days of the week before from a store that could be read at last', () => {
  const days = [done('2026-11-21'), done('2026-11-19'), done('2026-11-01')];
  expect(reconcile(STATE, null, days).doneBefore).toEqual(['2026-11-21', '2026-11-19']);
});

it('forgets none of those that it knew', () => {
  const knows = { ...STATE, doneBefore: [localDate('2026-11-20')] };
  expect(reconcile(knows, null, [done('2026-11-21')]).doneBefore).toEqual(['2026-11-21', '2026-11-20']);
  expect(reconcile(knows, null, []).doneBefore).toEqual(['2026-11-20']);
});

it('takes the profile that it is given, and keeps its own where there is none', () => {
  const theirs = listener({ pace: 'slower' });
  expect(reconcile(STATE, theirs, []).profile).toEqual(theirs);
  expect(reconcile(STATE, null, []).profile).toEqual(STATE.profile);
});

it('follows what it is speaking itself until another device has gone on later', () => {
  const coaching = { ...STATE, stage: { kind: 'coaching' as const }, day: { ...STATE.day, changedAtMs: 2_000 } };
  expect(reconcile(coaching, null, [{ ...STATE.day, changedAtMs: 1_000 }]).stage).toEqual({ kind: 'coaching' });
  expect(reconcile(coaching, null, [{ ...STATE.day, changedAtMs: 3_000 }]).stage).toEqual({ kind: 'halted' });
});

it('learns that yesterday was finished after today had begun', () => {
  const theirs = { ...STATE.day, changedAtMs: 1_000 };
  const { date, before } = reconcile(STATE, null, [theirs, done('2026-11-21')]).day;
  expect(date).toBe('2026-11-22');
  expect(before).toMatchObject({ days: 1, total: 1, lastDone: '2026-11-21' });
});

it('knows what was told on another device', () => {
  const theirs = withSetsDone({ ...STATE.day, told: { total: 7, spanDays: 8 } }, [{ id: IDS.plank, set: 0 }]);
  expect(reconcile(STATE, null, [theirs]).day).toMatchObject({
    told: { total: 7, spanDays: 8 },
    setsDone: { [IDS.plank]: [0] },
  });
});
