import '../../support/seed';
import fc from 'fast-check';
import { addDays, isLocalDate, type LocalDate, localDate } from '../../../lambda/core/streak/local-date';
import { countDay, NO_RUN, type Pause, type Run, type RunStanding, standingOn } from '../../../lambda/core/streak/run';

/** November 2026, in which most of these stories happen. */
const nov = (day: number): LocalDate => localDate(`2026-11-${String(day).padStart(2, '0')}`);
const away = (from: number, through: number): Pause => ({ from: nov(from), through: nov(through) });
const runOf = (done: readonly LocalDate[], pauses: readonly Pause[] = []): Run =>
  done.reduce((run, date) => countDay(run, date, pauses), NO_RUN);

interface Story {
  readonly rule: string;
  readonly done: readonly number[];
  readonly pauses?: readonly Pause[];
  readonly today: number;
  readonly told: Partial<RunStanding>;
}

const STORIES: readonly Story[] = [
  {
    rule: 'is nothing yet for someone who has never done one',
    done: [],
    today: 22,
    told: { days: 0, longest: 0, total: 0, doneToday: false, forgiven: null },
  },
  {
    rule: 'begins with the first day',
    done: [22],
    today: 22,
    told: { days: 1, longest: 1, total: 1, doneToday: true, forgiven: null },
  },
  {
    rule: 'grows by one each day',
    done: [19, 20, 21, 22],
    today: 22,
    told: { days: 4, longest: 4, total: 4, doneToday: true, forgiven: null },
  },
  {
    rule: 'is not broken by today being undone',
    done: [19, 20, 21],
    today: 22,
    told: { days: 3, longest: 3, total: 3, doneToday: false, forgiven: null },
  },
  { rule: 'counts a day done twice once', done: [21, 22, 22, 22], today: 22, told: { days: 2, longest: 2, total: 2 } },
  { rule: 'does not go back for an earlier date', done: [21, 22, 20], today: 22, told: { days: 2, total: 2 } },
  {
    rule: 'waits out one missed day, named if asked',
    done: [18, 19, 20],
    today: 22,
    told: { days: 3, longest: 3, total: 3, doneToday: false, forgiven: nov(21) },
  },
  {
    rule: 'goes on over one missed day without adding it',
    done: [18, 19, 20, 22],
    today: 22,
    told: { days: 4, longest: 4, total: 4, doneToday: true, forgiven: nov(21) },
  },
  {
    rule: 'has ended after two missed days in a row, longest and total kept',
    done: [17, 18, 19],
    today: 22,
    told: { days: 0, longest: 3, total: 3, doneToday: false, forgiven: null },
  },
  {
    rule: 'starts at one after two missed days in a row',
    done: [16, 17, 18, 19, 22],
    today: 22,
    told: { days: 1, longest: 4, total: 5, doneToday: true, forgiven: null },
  },
  {
    rule: 'has ended when a second day is missed six days after a forgiven one',
    done: [9, 11, 12, 13, 14, 15],
    today: 17,
    told: { days: 0, longest: 6, total: 6, forgiven: null },
  },
  {
    rule: 'starts at one when a second day was missed six days after a forgiven one',
    done: [9, 11, 12, 13, 14, 15, 17],
    today: 17,
    told: { days: 1, longest: 6, total: 7, forgiven: null },
  },
  {
    rule: 'goes on when a second day is missed seven days after a forgiven one',
    done: [9, 11, 12, 13, 14, 15, 16, 18],
    today: 18,
    told: { days: 8, longest: 8, total: 8, forgiven: nov(17) },
  },
  {
    rule: 'names the day that doing today would forgive before the one forgiven earlier',
    done: [9, 11, 12, 13, 14, 15, 16],
    today: 18,
    told: { days: 7, doneToday: false, forgiven: nov(17) },
  },
  {
    rule: 'names a forgiven day as long as the run lasts',
    done: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    today: 16,
    told: { days: 14, forgiven: nov(2) },
  },
  {
    rule: 'is forgiven afresh once a new run has begun',
    done: [9, 11, 14, 16],
    today: 16,
    told: { days: 2, longest: 2, total: 4, forgiven: nov(15) },
  },
  {
    rule: 'stands still through a pause',
    done: [9, 10],
    pauses: [away(11, 20)],
    today: 15,
    told: { days: 2, longest: 2, total: 2, doneToday: false, forgiven: null },
  },
  {
    rule: 'goes on after a pause without adding it',
    done: [9, 10, 21],
    pauses: [away(11, 20)],
    today: 21,
    told: { days: 3, longest: 3, total: 3, forgiven: null },
  },
  {
    rule: 'forgives one missed day after a pause',
    done: [9, 10],
    pauses: [away(11, 20)],
    today: 22,
    told: { days: 2, forgiven: nov(21) },
  },
  {
    rule: 'has ended with one missed day on either side of a pause',
    done: [9, 10],
    pauses: [away(12, 20)],
    today: 22,
    told: { days: 0, longest: 2, forgiven: null },
  },
  {
    rule: 'counts a day done in the middle of a pause',
    done: [9, 10, 15],
    pauses: [away(11, 20)],
    today: 21,
    told: { days: 3, total: 3, forgiven: null },
  },
  {
    rule: 'takes pauses in any order, overlapping or next to each other',
    done: [9],
    pauses: [away(15, 20), away(10, 12), away(12, 14)],
    today: 21,
    told: { days: 1, forgiven: null },
  },
  {
    rule: 'is not helped by a pause that was over before, or is still to come',
    done: [9],
    pauses: [away(1, 9), away(12, 20)],
    today: 12,
    told: { days: 0, forgiven: null },
  },
  {
    rule: 'tells a day before the last one done as already in',
    done: [21, 22],
    today: 21,
    told: { days: 2, total: 2, doneToday: true, forgiven: null },
  },
];

describe('her run of days', () => {
  it.each(STORIES)('$rule', ({ done, pauses = [], today, told }) =>
    expect(standingOn(runOf(done.map(nov), pauses), nov(today), pauses)).toMatchObject(told),
  );

  it('keeps the day it began and the day it got to', () => {
    expect(runOf([nov(9), nov(10), nov(20)])).toEqual({
      days: 1,
      longest: 2,
      total: 3,
      firstDone: '2026-11-09',
      lastDone: '2026-11-20',
      forgiven: null,
    });
  });

  it('goes on over the end of a month, of a year and of February', () => {
    expect(runOf(['2026-11-30', '2026-12-01'].map(localDate)).days).toBe(2);
    expect(runOf(['2026-12-30', '2027-01-01'].map(localDate))).toMatchObject({ days: 2, forgiven: '2026-12-31' });
    expect(runOf(['2028-02-28', '2028-03-01'].map(localDate))).toMatchObject({ days: 2, forgiven: '2028-02-29' });
    expect(runOf(['2027-02-28', '2027-03-01'].map(localDate))).toMatchObject({ days: 2, forgiven: null });
  });
});

describe('any run of days', () => {
  it('is what reading the calendar day by day says', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const run = runOf(life.done, life.pauses);
        expect(standingOn(run, life.today, life.pauses)).toEqual(readCalendar(life));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has as many days in all as different days were done', () => {
    fc.assert(fc.property(anyLife, ({ done, pauses }) => runOf(done, pauses).total === new Set(done).size));
  });

  it('is not changed by doing a day again, then or later', () => {
    fc.assert(
      fc.property(anyLife, fc.nat(), ({ done, pauses }, pick) => {
        const run = runOf(done, pauses);
        const again = done[pick % Math.max(1, done.length)];
        expect(again === undefined ? run : countDay(run, again, pauses)).toEqual(run);
        expect(
          runOf(
            done.flatMap((date) => [date, date]),
            pauses,
          ),
        ).toEqual(run);
      }),
    );
  });

  it('never loses from its longest or its total, and its days are never more than they', () => {
    fc.assert(
      fc.property(anyLife, ({ done, pauses }) => {
        let before = NO_RUN;
        for (const date of done) {
          const after = countDay(before, date, pauses);
          expect(after.longest).toBeGreaterThanOrEqual(before.longest);
          expect(after.total).toBe(before.total + 1);
          expect(after.days).toBeGreaterThanOrEqual(1);
          expect(after.days).toBeLessThanOrEqual(after.longest);
          expect(after.longest).toBeLessThanOrEqual(after.total);
          before = after;
        }
      }),
    );
  });

  it('holds at most one missed day in any seven, and never two in a row', () => {
    fc.assert(
      fc.property(anyLife, ({ done, pauses }) => {
        const marks = marksFrom(done.slice(-runOf(done, pauses).days), pauses);
        expect(
          marks.filter((_, index) => marks.slice(index, index + 7).filter((mark) => mark === 'missed').length > 1),
        ).toEqual([]);
      }),
    );
  });

  it('loses nothing by one more announced day away', () => {
    fc.assert(
      fc.property(anyLife, ({ done, pauses, today }) => {
        const run = runOf(done, pauses);
        const kinder = [...pauses, { from: addDays(today, -1), through: addDays(today, -1) }];
        expect(standingOn(run, today, kinder).days).toBeGreaterThanOrEqual(standingOn(run, today, pauses).days);
      }),
    );
  });

  it('can be told on any day, before or after, with any pauses', () => {
    const anyDay = fc.integer({ min: -800, max: 800 }).map((days) => addDays(nov(1), days));
    const anyPause = fc.record({ from: anyDay, through: anyDay });
    const anyRun: fc.Arbitrary<Run> = fc.record({
      days: fc.nat(),
      longest: fc.nat(),
      total: fc.nat(),
      firstDone: fc.option(anyDay),
      lastDone: fc.option(anyDay),
      forgiven: fc.option(anyDay),
    });
    fc.assert(
      fc.property(anyRun, anyDay, fc.array(anyPause), (run, today, pauses) => {
        const { days, forgiven } = standingOn(run, today, pauses);
        expect([0, run.days]).toContain(days);
        expect(forgiven === null || isLocalDate(forgiven)).toBe(true);
      }),
    );
  });
});

/** Days done in order without repeats, pauses, and the day it is asked, not before the last one done. */
interface Life {
  readonly done: readonly LocalDate[];
  readonly pauses: readonly Pause[];
  readonly today: LocalDate;
}

type Mark = 'done' | 'paused' | 'missed';

const anyLife: fc.Arbitrary<Life> = fc
  .record({
    did: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)), { maxLength: 60 }),
    pauses: fc.array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 3 }),
    waited: fc.nat(4),
  })
  .map(({ did, pauses, waited }) => ({
    done: did.flatMap((wasDone, index) => (wasDone ? [CALENDAR[index] ?? nov(1)] : [])),
    pauses: pauses.map(({ start, length }) => ({
      from: CALENDAR[start] ?? nov(1),
      through: CALENDAR[start + length - 1] ?? nov(1),
    })),
    today: CALENDAR[Math.max(0, did.length - 1 + waited)] ?? nov(1),
  }));

/** December 2026 to February 2027 written out, so that the model below needs no date arithmetic. */
const CALENDAR: readonly LocalDate[] = [
  ['2026-12', 31] as const,
  ['2027-01', 31] as const,
  ['2027-02', 28] as const,
].flatMap(([month, days]) =>
  Array.from({ length: days }, (_, index) => localDate(`${month}-${String(index + 1).padStart(2, '0')}`)),
);

/** The days from the first of `done` to the last, each with its mark. */
function marksFrom(done: readonly LocalDate[], pauses: readonly Pause[]): readonly Mark[] {
  const [first, last] = [done[0] ?? '', done.at(-1) ?? ''];
  return CALENDAR.filter((date) => first <= date && date <= last).map((date) => markOf(date, done, pauses));
}

function markOf(date: LocalDate, done: readonly LocalDate[], pauses: readonly Pause[]): Mark {
  if (done.includes(date)) return 'done';
  return pauses.some((pause) =>
    CALENDAR.slice(CALENDAR.indexOf(pause.from), CALENDAR.indexOf(pause.through) + 1).includes(date),
  )
    ? 'paused'
    : 'missed';
}

/** The rules of design section 6 over all dates at once: a run breaks on the very day that cannot be forgiven. */
function readCalendar({ done, pauses, today }: Life): RunStanding {
  let current: number[] = [];
  let longest = 0;
  let forgiven: number | null = null;
  let missedSince = 0;
  for (const [index, date] of CALENDAR.slice(0, CALENDAR.indexOf(today) + 1).entries()) {
    const mark = markOf(date, done, pauses);
    if (mark === 'done') {
      current = [...current, index];
      longest = Math.max(longest, current.length);
      missedSince = 0;
    } else if (mark === 'missed' && date !== today && current.length > 0) {
      missedSince += 1;
      const tooSoon: boolean = forgiven !== null && index - forgiven <= 6;
      const over: boolean = missedSince === 2 || tooSoon;
      forgiven = over ? null : index;
      if (over) current = [];
    }
  }
  return {
    days: current.length,
    longest,
    total: done.length,
    doneToday: done.includes(today),
    forgiven: forgiven === null ? null : (CALENDAR[forgiven] ?? null),
  };
}
