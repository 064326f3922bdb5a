import { daysLater, isZone, localTimeAt, momentOf } from '../../simulator/local-time';

const utc = (text: string) => Date.parse(text);

it.each([
  ['2026-11-22', '07:00', 'America/New_York', '2026-11-22T12:00:00Z'],
  ['2026-07-01', '00:00', 'Europe/London', '2026-06-30T23:00:00Z'],
  ['2026-01-01', '05:30', 'Asia/Kolkata', '2026-01-01T00:00:00Z'],
  // 01:30 comes twice: the first is still summer time
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  // 02:30 does not come: half an hour after the clocks were put forward at 07:00 UTC
  ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
])('%s %s in %s is %s', (date, time, zone, moment) => {
  expect(momentOf({ date, time }, zone)).toBe(utc(moment));
});

it.each([
  ['2026-02-30', '07:00'],
  ['2026-11-22', '24:30'],
  ['2026-11-22', ''],
  ['tomorrow', '07:00'],
])('%s %s is no moment anywhere', (date, time) => expect(momentOf({ date, time }, 'Europe/London')).toBeNull());

it('reads the wall of another place', () => {
  expect(localTimeAt(utc('2026-11-22T23:30:00Z'), 'Asia/Tokyo')).toEqual({ date: '2026-11-23', time: '08:30' });
  expect(localTimeAt(utc('2026-11-22T05:00:00Z'), 'America/New_York')).toEqual({ date: '2026-11-22', time: '00:00' });
});

it('counts days by the calendar', () => {
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
});

it('knows time zones by name', () => {
  expect(['Europe/London', 'UTC', 'Mars/Base', '+02:00', ''].filter(isZone)).toEqual(['Europe/London', 'UTC']);
});
