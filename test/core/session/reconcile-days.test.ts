import { newDay } from '../../../lambda/core/session/day';
import type { Day } from '../../../lambda/core/session/progress';
import { reconcile } from '../../../lambda/core/session/reconcile';
import type { SessionState } from '../../../lambda/core/session/state';
import { localDate } from '../../../lambda/core/streak/local-date';
import { converse, inTheMarch } from '../../support/converse';

const dayAt = (date: string): Day => newDay(localDate(date), 'America/New_York', null, []);

describe('a session that is speaking', () => {
  const spoken = inTheMarch().state;
  const changedElsewhere = (laterMs: number): SessionState['stage'] =>
    reconcile(spoken, spoken.profile, [{ ...spoken.day, changedAtMs: spoken.day.changedAtMs + laterMs }]).stage;

  it('is followed on where another device had her earlier, or at the same moment', () => {
    expect(changedElsewhere(-1)).toEqual({ kind: 'coaching' });
    expect(changedElsewhere(0)).toEqual({ kind: 'coaching' });
  });

  it('waits for her where another device has her since', () => {
    expect(changedElsewhere(1)).toEqual({ kind: 'halted' });
  });
});

it('keeps the question that was asked here, whatever another device has done since', () => {
  const her = converse();
  her.says('streak');
  const { stage, day, profile } = her.state;
  const found = [{ ...day, changedAtMs: day.changedAtMs + 1 }];
  expect(stage.kind).toBe('offered');
  expect(reconcile(her.state, profile, found).stage).toEqual(stage);
});

it('learns which days counted, and no others', () => {
  const { state } = converse();
  const found = [dayAt('2026-11-21'), { ...dayAt('2026-11-20'), counts: true }];
  expect(reconcile(state, state.profile, found).doneBefore).toEqual(['2026-11-20']);
});

it('goes on with the run of the day before, not of one that another device began after it', () => {
  const { state } = converse();
  const tomorrow = { ...dayAt('2026-11-23'), nextLeadSide: 'left' as const, counts: true };
  const yesterday = { ...dayAt('2026-11-21'), counts: true };
  expect(reconcile(state, state.profile, [tomorrow, yesterday]).day.before.total).toBe(1);
});
