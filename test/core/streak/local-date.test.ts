import '../../support/seed';
import fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  isLocalDate,
  isTimeZone,
  localDate,
} from '../../../lambda/core/streak/local-date';

const at = (instant: string): number => Date.parse(instant);

describe('a date', () => {
  it.each(['2026-11-22', '2026-12-31', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is real: %s', (text) =>
    expect(isLocalDate(text)).toBe(true),
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '2026-11-22T00:00:00Z',
    '2026-11-22\n',
    ' 2026-11-22',
    '20261122',
    '12026-11-22',
    '-2026-11-22',
    '+012026-11-22',
    '٢٠٢٦-١١-٢٢',
    'today',
    '',
  ])('is not real: %j', (text) => expect(isLocalDate(text)).toBe(false));

  it('is refused loudly where our own data is wrong', () => {
    expect(localDate('2026-11-22')).toBe('2026-11-22');
    expect(() => localDate('2026-02-30')).toThrow(RangeError);
  });

  it('is never taken from any other text', () => {
    fc.assert(fc.property(fc.string(), (text) => !isLocalDate(text)));
  });
});

describe('counting days', () => {
  it.each([
    { from: '2026-11-22', days: 1, to: '2026-11-23' },
    { from: '2026-11-22', days: 0, to: '2026-11-22' },
    { from: '2026-12-31', days: 1, to: '2027-01-01' },
    { from: '2027-01-01', days: -1, to: '2026-12-31' },
    { from: '2026-02-28', days: 1, to: '2026-03-01' },
    { from: '2028-02-28', days: 2, to: '2028-03-01' },
    { from: '2026-01-01', days: 365, to: '2027-01-01' },
    { from: '2028-01-01', days: 366, to: '2029-01-01' },
    { from: '2026-11-22', days: 90, to: '2027-02-20' },
    { from: '2026-03-01', days: 31, to: '2026-04-01' }, // summer time begins in between
    { from: '2026-10-01', days: 62, to: '2026-12-02' }, // and ends
    { from: '0050-03-01', days: -1, to: '0050-02-28' },
  ])('is $days from $from to $to', ({ from, days, to }) => {
    expect(addDays(localDate(from), days)).toBe(to);
    expect(daysBetween(localDate(from), localDate(to))).toBe(days);
  });

  it('refuses half days and years a date cannot be written with', () => {
    expect(() => addDays(localDate('2026-11-22'), 0.5)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-11-22'), Number.NaN)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-11-22'), 1.5)).toThrow('1.5');
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('0000-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-11-22'), 1e12)).toThrow(RangeError);
  });

  it('gives a later day for any later date, one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const start = localDate('2026-11-22');
        const day = addDays(start, days);
        expect(daysBetween(start, day)).toBe(days);
        expect(day < addDays(day, 1)).toBe(true);
      }),
    );
  });
});

describe('a time zone', () => {
  it.each([
    'America/New_York',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'US/Pacific',
    'UTC',
    'Etc/GMT+5',
    'Pacific/Kiritimati',
  ])('is known: %s', (zone) => expect(isTimeZone(zone)).toBe(true));

  it.each([
    'Mars/Olympus',
    '',
    '+05:30',
    '-08',
    'UTC+2',
    'New York',
    'America/',
    '../etc/localtime',
    '__proto__',
    'null',
  ])('is not known: %j', (zone) => expect(isTimeZone(zone)).toBe(false));

  it('is answered for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isTimeZone(text) === 'boolean'));
  });
});

describe('her day', () => {
  it.each([
    { zone: 'UTC', lastMoment: '2026-11-22T02:59:59.999Z', ends: '2026-11-21', begins: '2026-11-22' },
    { zone: 'America/New_York', lastMoment: '2026-11-22T07:59:59.999Z', ends: '2026-11-21', begins: '2026-11-22' },
    { zone: 'America/Los_Angeles', lastMoment: '2026-07-01T09:59:59.999Z', ends: '2026-06-30', begins: '2026-07-01' },
    { zone: 'America/St_Johns', lastMoment: '2026-11-22T06:29:59.999Z', ends: '2026-11-21', begins: '2026-11-22' },
    { zone: 'Asia/Kolkata', lastMoment: '2026-12-31T21:29:59.999Z', ends: '2026-12-31', begins: '2027-01-01' },
    { zone: 'Asia/Kathmandu', lastMoment: '2026-11-21T21:14:59.999Z', ends: '2026-11-21', begins: '2026-11-22' },
    { zone: 'Pacific/Kiritimati', lastMoment: '2026-11-22T12:59:59.999Z', ends: '2026-11-22', begins: '2026-11-23' },
    { zone: 'Pacific/Pago_Pago', lastMoment: '2026-11-22T13:59:59.999Z', ends: '2026-11-21', begins: '2026-11-22' },
    { zone: 'Europe/London', lastMoment: '2028-02-29T02:59:59.999Z', ends: '2028-02-28', begins: '2028-02-29' },
  ])('ends at three in the morning in $zone', ({ zone, lastMoment, ends, begins }) => {
    expect(dayOf(at(lastMoment), zone)).toBe(ends);
    expect(dayOf(at(lastMoment) + 1, zone)).toBe(begins);
  });

  it.each([
    // forward: the night is an hour (Lord Howe: half an hour) short
    {
      night: 'Los Angeles forward, 2 to 3',
      zone: 'America/Los_Angeles',
      lastMoment: '2026-03-08T09:59:59Z',
      begins: '2026-03-08',
    },
    {
      night: 'Berlin forward, 2 to 3',
      zone: 'Europe/Berlin',
      lastMoment: '2026-03-29T00:59:59Z',
      begins: '2026-03-29',
    },
    {
      night: 'London forward, 1 to 2',
      zone: 'Europe/London',
      lastMoment: '2026-03-29T01:59:59Z',
      begins: '2026-03-29',
    },
    {
      night: 'Lord Howe forward, 2 to 2:30',
      zone: 'Australia/Lord_Howe',
      lastMoment: '2026-10-03T15:59:59Z',
      begins: '2026-10-04',
    },
    {
      night: 'Cairo forward, midnight to 1',
      zone: 'Africa/Cairo',
      lastMoment: '2026-04-23T23:59:59Z',
      begins: '2026-04-24',
    },
    {
      night: 'Simferopol forward two hours, 2 to 4',
      zone: 'Europe/Simferopol',
      lastMoment: '2014-03-29T23:59:59Z',
      begins: '2014-03-30',
    },
    // back: an hour of the night comes twice, and three o'clock is the second time round
    {
      night: 'Los Angeles back, 2 to 1',
      zone: 'America/Los_Angeles',
      lastMoment: '2026-11-01T10:59:59Z',
      begins: '2026-11-01',
    },
    { night: 'Berlin back, 3 to 2', zone: 'Europe/Berlin', lastMoment: '2026-10-25T01:59:59Z', begins: '2026-10-25' },
    { night: 'London back, 2 to 1', zone: 'Europe/London', lastMoment: '2026-10-25T02:59:59Z', begins: '2026-10-25' },
    {
      night: 'Lord Howe back, 2 to 1:30',
      zone: 'Australia/Lord_Howe',
      lastMoment: '2026-04-04T16:29:59Z',
      begins: '2026-04-05',
    },
    {
      night: 'Cairo back, midnight to 11',
      zone: 'Africa/Cairo',
      lastMoment: '2026-10-30T00:59:59Z',
      begins: '2026-10-30',
    },
    {
      night: 'Havana back, 1 to midnight',
      zone: 'America/Havana',
      lastMoment: '2026-11-01T07:59:59Z',
      begins: '2026-11-01',
    },
  ])('ends when her clock shows three though clocks move that night: $night', ({ zone, lastMoment, begins }) => {
    const before = addDays(localDate(begins), -1);
    expect(dayOf(at(lastMoment), zone)).toBe(before);
    expect(dayOf(at(lastMoment) - 3 * 3_600_000, zone)).toBe(before);
    expect(dayOf(at(lastMoment) + 1_000, zone)).toBe(begins);
    expect(dayOf(at(lastMoment) + 3 * 3_600_000, zone)).toBe(begins);
  });

  it.each([
    { zone: 'Pacific/Apia', lastMoment: '2011-12-30T12:59:59Z', ends: '2011-12-29', begins: '2011-12-31' },
    { zone: 'Pacific/Kwajalein', lastMoment: '1993-08-21T14:59:59Z', ends: '1993-08-20', begins: '1993-08-22' },
  ])('is never a date that her island left out: $zone', ({ zone, lastMoment, ends, begins }) => {
    expect(dayOf(at(lastMoment), zone)).toBe(ends);
    expect(dayOf(at(lastMoment) + 1_000, zone)).toBe(begins);
  });

  it('comes back for half an hour on Chatham, where the clock goes back across three', () => {
    expect(dayOf(at('2026-04-04T13:14:59Z'), 'Pacific/Chatham')).toBe('2026-04-04'); // 02:59:59
    expect(dayOf(at('2026-04-04T13:59:59Z'), 'Pacific/Chatham')).toBe('2026-04-05'); // 03:44:59
    expect(dayOf(at('2026-04-04T14:00:00Z'), 'Pacific/Chatham')).toBe('2026-04-04'); // 02:45:00 again
    expect(dayOf(at('2026-04-04T14:15:00Z'), 'Pacific/Chatham')).toBe('2026-04-05'); // 03:00:00 again
  });

  it.each([
    'UTC',
    'America/Los_Angeles',
    'America/St_Johns',
    'Europe/Berlin',
    'Africa/Cairo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Easter',
  ])('comes once, in order, and lasts 23 to 25 hours, all through the year in %s', (zone) => {
    const halfHours = new Map<string, number>();
    let previous = '';
    for (let atMs = at('2026-01-01T00:00:00Z'); atMs < at('2027-01-01T00:00:00Z'); atMs += 1_800_000) {
      const day = dayOf(atMs, zone);
      if (day < previous) throw new Error(`${day} after ${previous} in ${zone}`);
      halfHours.set(day, (halfHours.get(day) ?? 0) + 1);
      previous = day;
    }
    const whole = [...halfHours].slice(1, -1);
    expect(whole).toHaveLength(364);
    expect(whole.filter(([, count]) => count < 46 || count > 50)).toEqual([]);
  });

  it('is today or yesterday on the calendar of any zone, and never runs backwards', () => {
    const zone = fc.constantFrom(
      ...Intl.supportedValuesOf('timeZone').filter((name) => !GOES_BACK_ACROSS_THREE.has(name)),
    );
    const instant = fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') });
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 100_000_000 }), (name, atMs, laterMs) => {
        const day = dayOf(atMs, name);
        expect(isLocalDate(day)).toBe(true);
        // No zone is more than 14 hours from UTC, and three more are hers.
        expect(day >= new Date(atMs - 15 * 3_600_000).toISOString().slice(0, 10)).toBe(true);
        expect(day <= new Date(atMs + 11 * 3_600_000).toISOString().slice(0, 10)).toBe(true);
        expect(dayOf(atMs + laterMs, name) >= day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is written with four digits also long ago', () => {
    expect(dayOf(at('0050-03-01T12:00:00Z'), 'UTC')).toBe('0050-03-01');
  });

  it('is refused loudly for a zone nobody knows and an instant that is none', () => {
    expect(() => dayOf(0, 'Mars/Olympus')).toThrow(RangeError);
    expect(() => dayOf(Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => dayOf(at('2026-11-22T12:00:00Z') * 1_000, 'UTC')).toThrow(RangeError);
  });
});

/** Where clocks went from after three to before it, so that a day came back for a while. */
const GOES_BACK_ACROSS_THREE = new Set(['Pacific/Chatham', 'Antarctica/Casey']);
