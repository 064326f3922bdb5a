import { newDay } from '../../../lambda/core/session/day';
import { forgivenLines, pausedLines, progressLine } from '../../../lambda/core/session/standing';
import type { SessionState } from '../../../lambda/core/session/state';
import { type LocalDate, localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN, type Pause } from '../../../lambda/core/streak/run';
import { converse, listener } from '../../support/converse';

/** On 22 November, a Sunday. */
const TODAY = converse().state;

const nov = (day: number): LocalDate => localDate(`2026-11-${day}`);
const away = (from: number, through: number): Pause => ({ from: nov(from), through: nov(through) });

describe('a pause of her days', () => {
  const paused = (...pauses: Pause[]): readonly unknown[] =>
    pausedLines({ ...TODAY, profile: { ...listener(), pauses } });

  it('is told from its first day to its last, with the days that are left of it', () => {
    expect(paused(away(22, 24))).toEqual([{ kind: 'streak-is-paused', days: 3 }]);
    expect(paused(away(20, 22))).toEqual([{ kind: 'streak-is-paused', days: 1 }]);
  });

  it('is not told before or after', () => {
    expect(paused(away(23, 24))).toEqual([]);
    expect(paused(away(20, 21))).toEqual([]);
  });

  it('is told by the longest where several run', () => {
    expect(paused(away(21, 23), away(20, 30), away(22, 25))).toEqual([{ kind: 'streak-is-paused', days: 9 }]);
  });
});

describe('her last seven days', () => {
  const told = (counts: boolean, ...doneBefore: LocalDate[]): unknown => {
    const state: SessionState = { ...TODAY, day: { ...TODAY.day, counts }, doneBefore };
    const line = progressLine(state);
    return line.kind === 'progress' ? line.inSevenDays : null;
  };

  it('end with today once today is in, and with yesterday before', () => {
    expect(told(false, nov(15), nov(16), nov(21))).toBe(3);
    expect(told(true, nov(15), nov(16), nov(21))).toBe(3);
    expect(told(false, nov(14))).toBe(0);
  });

  it('count today once, also after a flight over the date line', () => {
    expect(told(true, nov(22), nov(21))).toBe(2);
    expect(told(false, nov(22), nov(21))).toBe(1);
  });
});

it('names the weekday of the day that was forgiven', () => {
  const before = { ...NO_RUN, days: 2, longest: 2, total: 2, lastDone: nov(20) };
  const day = { ...newDay(nov(22), 'America/New_York', null, []), before };
  // 20 November 2026 is a Friday, so Saturday is what doing today would forgive.
  expect(forgivenLines({ ...TODAY, day })).toEqual([{ kind: 'forgiven', daysAgo: 1, weekday: 6 }]);
});
