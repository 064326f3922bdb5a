import { daysLater, localTimeAt, momentOf } from './local-time';

/** Every day, or on some days of the week, at a time on the wall. */
export interface Recurrence {
  /** `07:00`. */
  readonly time: string;
  /** From 0, Sunday, to 6. */
  readonly weekdays: readonly number[];
}

/**
 * Read a recurrence rule such as `FREQ=DAILY;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;`. Null when it is none that reminders know:
 * daily, or weekly on named days, every day or week, at one time.
 * Source: RFC 5545; that only daily and weekly patterns are taken, platform sheet section 5 (copies of the Reminders reference).
 */
export function readRecurrence(rule: string): Recurrence | null {
  const written = rule
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';')
    .map((part) => part.split('='));
  const parts = new Map(written.map(([name = '', value = '']) => [name, value]));
  if (parts.size < written.length || [...parts.keys()].some((name) => !PARTS.includes(name))) return null;
  const [hour, minute] = [wholeNumber(parts.get('BYHOUR'), 23), wholeNumber(parts.get('BYMINUTE') ?? '0', 59)];
  const weekdays = weekdaysIn(parts.get('FREQ'), parts.get('BYDAY'));
  const isPlain = Number(parts.get('BYSECOND') ?? 0) === 0 && Number(parts.get('INTERVAL') ?? 1) === 1;
  if (hour === null || minute === null || weekdays === null || !isPlain) return null;
  return { time: `${twoDigits(hour)}:${twoDigits(minute)}`, weekdays };
}

/** The first moment after another at which it recurs, in epoch milliseconds. Every date has it once, also where clocks change. */
export function nextRecurrence({ time, weekdays }: Recurrence, afterMs: number, zone: string): number {
  const today = localTimeAt(afterMs, zone).date;
  for (let ahead = 0; ; ahead += 1) {
    const date = daysLater(today, ahead);
    const atMs = weekdays.includes(weekdayOf(date)) ? momentOf({ date, time }, zone) : null;
    if (atMs !== null && atMs > afterMs) return atMs;
  }
}

const PARTS = ['FREQ', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND', 'INTERVAL'];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function weekdaysIn(frequency: string | undefined, byDay: string | undefined): readonly number[] | null {
  if (frequency === 'DAILY' && byDay === undefined) return WEEKDAYS.map((_, day) => day);
  if (frequency !== 'WEEKLY' || byDay === undefined) return null;
  const days = byDay.split(',').map((name) => WEEKDAYS.indexOf(name));
  return days.includes(-1) ? null : days;
}

function wholeNumber(written: string | undefined, most: number): number | null {
  return written !== undefined && /^\d{1,2}$/.test(written) && Number(written) <= most ? Number(written) : null;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
