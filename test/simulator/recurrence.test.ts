import { nextRecurrence, readRecurrence } from '../../simulator/recurrence';

const rings = (rule: string, from: string, zone: string, count: number): readonly string[] => {
  const recurrence = readRecurrence(rule);
  if (!recurrence) throw new Error(`${rule} is not understood`);
  const found: string[] = [];
  for (let atMs = Date.parse(from); found.length < count; found.push(new Date(atMs).toISOString()))
    atMs = nextRecurrence(recurrence, atMs, zone);
  return found;
};

it('recurs at its time on the wall when the clocks go back', () => {
  expect(rings('FREQ=DAILY;BYHOUR=7;BYMINUTE=0', '2026-10-31T00:00:00Z', 'America/New_York', 3)).toEqual([
    '2026-10-31T11:00:00.000Z',
    '2026-11-01T12:00:00.000Z',
    '2026-11-02T12:00:00.000Z',
  ]);
});

it('recurs once on a day that has its time twice, or not at all', () => {
  expect(rings('FREQ=DAILY;BYHOUR=1;BYMINUTE=30', '2026-11-01T00:00:00Z', 'America/New_York', 2)).toEqual([
    '2026-11-01T05:30:00.000Z',
    '2026-11-02T06:30:00.000Z',
  ]);
  // From two to three in the night there is no half past two on 14 March 2027.
  expect(rings('FREQ=DAILY;BYHOUR=2;BYMINUTE=30', '2027-03-13T12:00:00Z', 'America/New_York', 2)).toEqual([
    '2027-03-14T07:30:00.000Z',
    '2027-03-15T06:30:00.000Z',
  ]);
});

it('recurs on the weekdays that it names', () => {
  // 22 November 2026 is a Sunday.
  expect(rings('RRULE:FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18', '2026-11-22T00:00:00Z', 'Asia/Tokyo', 3)).toEqual([
    '2026-11-23T09:00:00.000Z',
    '2026-11-26T09:00:00.000Z',
    '2026-11-30T09:00:00.000Z',
  ]);
});

it.each([
  '',
  'FREQ=DAILY',
  'FREQ=DAILY;BYHOUR=7;BYHOUR=8',
  'FREQ=DAILY;BYHOUR=7;COUNT=3',
  'FREQ=WEEKLY;BYDAY=XX;BYHOUR=7',
  'FREQ=DAILY;BYHOUR=7;BYSECOND=30',
])('is not understood as "%s"', (rule) => expect(readRecurrence(rule)).toBeNull());
