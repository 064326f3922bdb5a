/** A moment on the wall of some place: `2026-11-22` and `07:00`. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

/** Tell whether this runtime knows an IANA time zone by that name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Read the wall at a moment given in epoch milliseconds. */
export function localTimeAt(atMs: number, zone: string): LocalTime {
  const [date = '', time = ''] = wallAt(atMs, zone).split('T');
  return { date, time: time.slice(0, 5) };
}

/**
 * Find the moment at which a wall shows a time, in epoch milliseconds: the earlier one where clocks are put back,
 * and as much after the gap as the time lies in it where they are put forward. Null when it is no date or time.
 */
export function momentOf({ date, time }: LocalTime, zone: string): number | null {
  const asIfUtcMs = Date.parse(`${date}T${time}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(`${date}T${time}`) || Number.isNaN(asIfUtcMs)) return null;
  if (new Date(asIfUtcMs).toISOString().slice(0, 10) !== date) return null;
  const guesses = [-DAY_MS, DAY_MS].map((aside) => asIfUtcMs - offsetMs(asIfUtcMs + aside, zone));
  const right = guesses.filter((atMs) => atMs + offsetMs(atMs, zone) === asIfUtcMs);
  return right.length > 0 ? Math.min(...right) : (guesses[0] ?? null);
}

/** The date so many calendar days later. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

function offsetMs(atMs: number, zone: string): number {
  const wholeSecondMs = Math.floor(atMs / 1_000) * 1_000;
  return Date.parse(`${wallAt(wholeSecondMs, zone)}Z`) - wholeSecondMs;
}

function wallAt(atMs: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
}
