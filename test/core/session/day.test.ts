import '../../support/seed';
import fc from 'fast-check';
import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import {
  continued,
  doneInWeekBefore,
  isBlank,
  isFinished,
  livePauses,
  mergeDays,
  newDay,
  newestUpTo,
  unfinished,
  withSetsDone,
} from '../../../lambda/core/session/day';
import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN } from '../../../lambda/core/streak/run';
import { arbitraryDay } from '../../support/arbitrary-progress';
import { IDS } from '../../support/converse';

const TODAY = localDate('2026-11-22');
const BLANK = newDay(TODAY, 'Europe/Berlin', null, []);

const ALL_BUT_ONE_PLANK = [
  { id: IDS.knees, set: 0 },
  { id: IDS.knees, set: 1 },
  { id: IDS.march, set: 1 },
  { id: IDS.march, set: 0 },
  { id: IDS.kicks, set: 0 },
  { id: IDS.kicks, set: 1 },
  { id: IDS.plank, set: 2 },
  { id: IDS.plank, set: 0 },
];

it('begins a day with nothing done and no run', () => {
  expect(BLANK).toMatchObject({ date: '2026-11-22', zone: 'Europe/Berlin', before: NO_RUN, nextLeadSide: 'right' });
  expect(isBlank(BLANK)).toBe(true);
  expect(unfinished(BLANK)).toEqual([...EXERCISE_IDS]);
});

it('counts a day with its very last set, and not before', () => {
  const almost = withSetsDone(BLANK, ALL_BUT_ONE_PLANK);
  expect(almost.counts).toBe(false);
  expect(almost.setsDone[IDS.march]).toEqual([0, 1]);
  expect(unfinished(almost)).toEqual([IDS.plank]);
  expect(isFinished(almost, IDS.march)).toBe(true);
  expect(withSetsDone(almost, [{ id: IDS.plank, set: 1 }]).counts).toBe(true);
});

it('carries the run of a day that counts into the next, and the run before a day that does not', () => {
  const counted = withSetsDone(BLANK, [...ALL_BUT_ONE_PLANK, { id: IDS.plank, set: 1 }]);
  expect(newDay(localDate('2026-11-23'), 'Europe/Berlin', counted, []).before).toMatchObject({ days: 1, total: 1 });
  expect(newDay(localDate('2026-11-23'), 'Europe/Berlin', BLANK, []).before).toEqual(NO_RUN);
});

it('keeps a day that only says what she left out', () => {
  expect(isBlank({ ...BLANK, skipped: [IDS.plank] })).toBe(false);
});

it('keeps a day that only says how she wants to be coached on it, or that it counts, or what she was told on it', () => {
  expect(isBlank({ ...BLANK, quiet: true })).toBe(false);
  expect(isBlank({ ...BLANK, counts: true })).toBe(false);
  const before = { ...NO_RUN, total: 3 };
  expect(isBlank({ ...BLANK, before, told: { total: 3, spanDays: 2 } })).toBe(false);
  expect(isBlank({ ...BLANK, before, told: { total: 0, spanDays: 0 } })).toBe(true);
});

it('begins loud, and knows what she was told before', () => {
  const told = { total: 14, spanDays: 20 };
  expect(newDay(localDate('2026-11-23'), 'Europe/Berlin', { ...BLANK, quiet: true, told }, [])).toMatchObject({
    quiet: false,
    told: { total: 14, spanDays: 20 },
  });
});

it('keeps of the days that count those of the week before, newest first', () => {
  const dates = ['2026-11-14', '2026-11-15', '2026-11-21', '2026-11-18', '2026-11-21', '2026-11-22', '2026-11-23'];
  expect(doneInWeekBefore(TODAY, dates.map(localDate))).toEqual(['2026-11-21', '2026-11-18', '2026-11-15']);
});

describe('days that follow one another', () => {
  const sunday = { ...BLANK, counts: true, told: { total: 3, spanDays: 2 } };
  const monday = newDay(localDate('2026-11-23'), 'Europe/Berlin', BLANK, []);
  const tuesday = newDay(localDate('2026-11-24'), 'Europe/Berlin', { ...monday, counts: true }, []);

  it('continue a day that was finished only after the next ones had begun, and know what was told on it', () => {
    const [third, second, first] = continued([tuesday, { ...monday, counts: true }, sunday], []);
    expect(first).toBe(sunday);
    expect(second).toMatchObject({ counts: true, before: { days: 1, total: 1, lastDone: '2026-11-22' } });
    expect(third).toMatchObject({ counts: false, before: { days: 2, total: 2, lastDone: '2026-11-23' } });
    expect(third?.told).toEqual({ total: 3, spanDays: 2 });
  });

  it('stay as they are where each was begun after the one before it was over', () => {
    const days = [tuesday, { ...monday, counts: true }, BLANK];
    expect(continued(days, []).every((day, at) => day === days[at])).toBe(true);
  });

  it('keep the days done before those that were read', () => {
    const long = { ...tuesday, before: { ...tuesday.before, days: 40, longest: 40, total: 40 } };
    expect(continued([long, monday], [])[0]).toBe(long);
  });
});

describe('pauses', () => {
  const pause = (from: string, through: string) => ({ from: localDate(from), through: localDate(through) });
  const long = pause('2026-07-01', '2026-07-31');
  const recent = pause('2026-08-20', '2026-08-31');

  it('of long before her last day done are over for good', () => {
    const day = { ...BLANK, before: { ...NO_RUN, lastDone: localDate('2026-11-20') } };
    expect(livePauses({ pauses: [long, recent] }, day)).toEqual([recent]);
  });

  it('are all kept while she has done no day', () => {
    expect(livePauses({ pauses: [long, recent] }, BLANK)).toEqual([long, recent]);
  });
});

it.each([
  { days: [], newest: null },
  { days: ['2026-11-22', '2026-11-21'], newest: '2026-11-22' },
  { days: ['2026-11-23', '2026-11-22'], newest: '2026-11-23' },
  { days: ['2026-11-24', '2026-11-21'], newest: '2026-11-21' },
  { days: ['2031-01-01'], newest: null },
])('takes up the newest day that may be hers on 22 November: $newest of $days', ({ days, newest }) => {
  expect(
    newestUpTo(
      days.map((date) => ({ date })),
      TODAY,
    )?.date ?? null,
  ).toBe(newest);
});

describe('two versions of a day', () => {
  const twoVersions = fc
    .tuple(arbitraryDay, arbitraryDay)
    .map(([mine, theirs]) => [mine, { ...theirs, date: mine.date }] as const);

  it('come to the same, whoever brings them together', () => {
    fc.assert(
      fc.property(twoVersions, ([mine, theirs]) => {
        fc.pre(mine.changedAtMs !== theirs.changedAtMs);
        expect(mergeDays(mine, theirs)).toEqual(mergeDays(theirs, mine));
      }),
    );
  });

  it('written in the same millisecond agree on what was done', () => {
    fc.assert(
      fc.property(twoVersions, ([mine, other]) => {
        const theirs = { ...other, changedAtMs: mine.changedAtMs };
        const [one, two] = [mergeDays(mine, theirs), mergeDays(theirs, mine)];
        for (const key of ['setsDone', 'skipped', 'activeMs', 'counts'] as const) expect(one[key]).toEqual(two[key]);
      }),
    );
  });

  it('lose nothing that was done in either', () => {
    fc.assert(
      fc.property(twoVersions, ([mine, theirs]) => {
        const merged = mergeDays(mine, theirs);
        for (const id of EXERCISE_IDS) {
          expect(merged.setsDone[id]).toEqual(expect.arrayContaining([...mine.setsDone[id], ...theirs.setsDone[id]]));
          expect(merged.setsDone[id]).toEqual([...new Set(merged.setsDone[id])].sort((a, b) => a - b));
        }
        expect(merged.counts).toBe(mine.counts || theirs.counts);
        expect(merged.activeMs).toBe(mine.activeMs > theirs.activeMs ? mine.activeMs : theirs.activeMs);
        expect(merged.told.total).toBeGreaterThanOrEqual(Math.max(mine.told.total, theirs.told.total));
        expect(merged.told.spanDays).toBeGreaterThanOrEqual(Math.max(mine.told.spanDays, theirs.told.spanDays));
        expect(merged.before.total).toBeGreaterThanOrEqual(Math.max(mine.before.total, theirs.before.total));
      }),
    );
  });

  it('brought together again change nothing', () => {
    fc.assert(
      fc.property(twoVersions, ([mine, theirs]) => {
        const merged = mergeDays(mine, theirs);
        expect(mergeDays(mine, mine)).toEqual(mine);
        expect(mergeDays(merged, theirs)).toEqual(merged);
        expect(mergeDays(mine, merged)).toEqual(merged);
      }),
    );
  });

  it('count together when each holds the half that the other lacks', () => {
    const planks = [0, 1, 2].map((set) => ({ id: IDS.plank, set }));
    const mine = withSetsDone(BLANK, ALL_BUT_ONE_PLANK.slice(0, 6));
    expect(mergeDays(mine, withSetsDone(BLANK, planks)).counts).toBe(true);
  });

  it('leave her where the later one knows her to be', () => {
    const checkpoint = { plan: { exercises: [] } } as never;
    const earlier = { ...BLANK, changedAtMs: 1_000, checkpoint };
    const later = { ...BLANK, changedAtMs: 2_000, checkpoint: null, nextLeadSide: 'left' as const };
    expect(mergeDays(earlier, later)).toMatchObject({ checkpoint: null, changedAtMs: 2_000, nextLeadSide: 'left' });
    expect(mergeDays({ ...earlier, changedAtMs: 3_000 }, later).checkpoint).toBe(checkpoint);
    expect(mergeDays({ ...earlier, quiet: true }, later).quiet).toBe(false);
  });
});
