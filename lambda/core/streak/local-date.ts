/** A day on the listener's own calendar, `YYYY-MM-DD`. Never a `Date`: some local days have no midnight. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/**
 * Her day ends at this hour of her clock, so that a routine after the night feed still belongs to the day before.
 * Source: design section 6; domain sheet section 9 (our own rule).
 */
const DAY_ENDS_AT_HOUR = 3;

/**
 * Takes text as a date.
 * @throws RangeError if it is not a real calendar date written `YYYY-MM-DD`: our fault, text from outside is asked {@link isLocalDate} first
 * @example localDate('2026-11-22')
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

/** Answers whether text is a real calendar date written `YYYY-MM-DD`: 2028-02-29 is, 2026-02-29 is not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const startMs = Date.parse(`${text}T00:00:00Z`);
  // A 30th of February is read as the 2nd of March, so a real date is one that comes back as it went in.
  return !Number.isNaN(startMs) && writtenDate(startMs) === text;
}

/**
 * Tells which of her days an instant belongs to: the date on her calendar, or before 03:00 on her clock the date before that.
 * A date her zone left out (Apia had no 2011-12-30) is never given. Days follow one another in time, save where clocks go back
 * from after 03:00 to before it (yearly in Pacific/Chatham, 03:45 to 02:45): there the day before returns for those minutes.
 * @param atMs - epoch milliseconds
 * @param zone - a name for which {@link isTimeZone} is true
 * @throws RangeError on any other zone, an instant that is not a number, or a year past 9999: our fault
 */
export function dayOf(atMs: number, zone: string): LocalDate {
  const clock = wallClock(atMs, zone);
  if (clock.hour >= DAY_ENDS_AT_HOUR) return clock.date;
  // Half a day back is well inside the day before, however the clocks were moved that night (by up to 3 h so far).
  return wallClock(atMs - HALF_DAY_MS, zone).date;
}

/**
 * Gives the date a number of calendar days later, or earlier when `days` is negative.
 * @throws RangeError if `days` is not whole or the year leaves 0000 to 9999: our fault
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  return localDate(writtenDate((dayNumber(date) + days) * DAY_MS));
}

/** Counts the calendar days from `from` to `to`: 1 for the day after, negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Answers whether text is the IANA name of a time zone this runtime knows, old names included. A bare offset (`+05:30`) is not. */
export function isTimeZone(text: string): boolean {
  // Newer runtimes take bare offsets too; they would lose her clock changes.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    formatterFor(text);
    return true;
  } catch {
    // Asking for a formatter is the only test there is: the runtime's list of zones leaves out UTC and old names.
    return false;
  }
}

const HALF_DAY_MS = 43_200_000;

/** A calendar date has no clock, so the days between dates always have 24 h. */
const DAY_MS = 86_400_000;

function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date of an instant in UTC, as text that is not a `LocalDate` yet: the instant may lie outside the years 0000 to 9999. */
function writtenDate(atMs: number): string {
  return new Date(atMs).toISOString().split('T')[0] ?? '';
}

/** What a wall clock with a calendar shows in a zone. */
function wallClock(atMs: number, zone: string): { readonly date: LocalDate; readonly hour: number } {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatterFor(zone).formatToParts(atMs)) shown[part.type] = part.value;
  return { date: localDate(`${shown.year?.padStart(4, '0')}-${shown.month}-${shown.day}`), hour: Number(shown.hour) };
}

/** Kept, one per zone: making a formatter takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}
