import { type NumberWords, readNumber, type SlotSaid } from './numbers';
import type { Phrasebook } from './phrasebook';

/** A part of a day as the platform names it: morning, afternoon, evening, night. Source: platform sheet section 4, sure L. */
export type PartOfDay = 'MO' | 'AF' | 'EV' | 'NI';

/** How a language says times of day. */
export interface ClockWords {
  /**
   * How an hour and its minutes are said, words and `{hour}`, `{minutes}` or `{two-digits}` (ten and more), and how many minutes are
   * meant: `past` and `to` are those that were said.
   */
  readonly patterns: readonly (readonly [pattern: string, minutes: number | 'past' | 'to'])[];
  /** The two moments that have a name. */
  readonly named: Phrasebook<'noon' | 'midnight'>;
  readonly parts: Phrasebook<PartOfDay>;
  /** Which half of the day an hour is in, said after it. */
  readonly halves: Phrasebook<'am' | 'pm'>;
  /** What leads to a part of the day or a time: "in the", "this", "at". */
  readonly leads: Phrasebook<true>;
}

/** The parts of a language that times of day are said with. */
interface TimeWords {
  readonly numbers: NumberWords;
  readonly clock: ClockWords;
}

/**
 * Read the time of day that begins at a place, as the platform delivers it: `19:30`, or a part of the day such as `EV`; null when none does.
 * An hour said without its half of the day is taken as on a clock of 24 hours; the platform may choose otherwise.
 * @example readTime(['half', 'past', 'seven', 'pm'], 0, english) // => { value: '19:30', to: 4 }
 */
export function readTime(words: readonly string[], from: number, language: TimeWords): SlotSaid | null {
  const { named, parts } = language.clock;
  const moment = named.at(words, from);
  if (moment !== null) return { value: moment.meaning === 'noon' ? '12:00' : '00:00', to: moment.to };
  const said = longestReading(words, from, language);
  if (said === null) {
    const part = parts.at(words, from);
    return part === null ? null : { value: part.meaning, to: part.to };
  }
  const half = halfAfter(words, said.to, language.clock);
  const hour = half === null ? atNoon(said) : inHalf(said.hour, half.meaning);
  return { value: clockOf(hour * 60 + said.minutes), to: half?.to ?? said.to };
}

/** An hour and what is added to it. */
interface HourSaid {
  readonly hour: number;
  readonly minutes: number;
  readonly to: number;
}

function longestReading(words: readonly string[], from: number, language: TimeWords): HourSaid | null {
  const digits = /^(\d{1,2})[:.](\d\d)$/.exec(words[from] ?? '');
  if (digits !== null) {
    const [hour, minutes] = [Number(digits[1]), Number(digits[2])];
    return hour < 24 && minutes < 60 ? { hour, minutes, to: from + 1 } : null;
  }
  let longest: HourSaid | null = null;
  for (const [pattern, minutes] of language.clock.patterns) {
    const said = readPattern(pattern.split(' '), words, from, language.numbers);
    if (said === null || said.to <= (longest?.to ?? from)) continue;
    const added = minutes === 'past' ? said.minutes : minutes === 'to' ? -said.minutes : minutes;
    longest = { ...said, minutes: added };
  }
  return longest;
}

function readPattern(
  pattern: readonly string[],
  words: readonly string[],
  from: number,
  numbers: NumberWords,
): HourSaid | null {
  let said: HourSaid = { hour: -1, minutes: 0, to: from };
  for (const item of pattern) {
    const range = RANGES[item];
    const number = range === undefined ? null : readNumber(words, said.to, numbers);
    if (range === undefined ? words[said.to] !== item : number === null || !isWithin(number.value, range)) return null;
    if (number === null) said = { ...said, to: said.to + 1 };
    else
      said =
        item === '{hour}'
          ? { ...said, hour: number.value, to: number.to }
          : { ...said, minutes: number.value, to: number.to };
  }
  return said;
}

type Range = readonly [least: number, most: number];

const RANGES: Readonly<Record<string, Range>> = { '{hour}': [0, 24], '{minutes}': [1, 59], '{two-digits}': [10, 59] };

function isWithin(value: number, [least, most]: Range): boolean {
  return value >= least && value <= most;
}

function halfAfter(words: readonly string[], at: number, { halves, parts, leads }: ClockWords) {
  const half = halves.at(words, at);
  return half ?? parts.at(words, leads.at(words, at)?.to ?? at);
}

function inHalf(hour: number, half: 'am' | 'pm' | PartOfDay): number {
  if (hour > 12) return hour;
  const hourOnDial = hour % 12;
  if (half === 'am' || half === 'MO') return hourOnDial;
  // "Two at night" is before dawn, and "twelve at night" is midnight.
  if (half === 'NI' && hourOnDial < 5) return hourOnDial;
  return hourOnDial + 12;
}

/** "Quarter to one" without its half of the day is in the middle of it. */
function atNoon({ hour, minutes }: HourSaid): number {
  return hour === 1 && minutes < 0 ? 13 : hour;
}

const DAY_MINUTES = 24 * 60;

function clockOf(minutes: number): string {
  const ofDay = (minutes + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
