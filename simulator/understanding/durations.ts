import { type NumberWords, readNumber, type SlotSaid } from './numbers';
import type { Phrasebook } from './phrasebook';

/** Units of an ISO 8601 duration. */
export type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** How a language says lengths of time. */
export interface DurationWords {
  readonly units: Phrasebook<DurationUnit | 'fortnight'>;
  /** "A" in "a week". */
  readonly one: Phrasebook<true>;
  /** "Half an" in "half an hour". */
  readonly half: Phrasebook<true>;
  /** "For" in "for a week". */
  readonly leads: Phrasebook<true>;
  /** "And" in "one hour and ten minutes". */
  readonly and: string;
}

/**
 * Read the duration that begins at a place, in ISO 8601 as the platform delivers it; null when none does.
 * @example readDuration(['two', 'weeks'], 0, english) // => { value: 'P2W', to: 2 }
 */
export function readDuration(words: readonly string[], from: number, language: TimeWords): SlotSaid | null {
  const amounts = new Map<DurationUnit, number>();
  let to = from;
  for (let part = readPart(words, to, language); part !== null; part = readPart(words, afterAnd(part.to), language)) {
    for (const [unit, amount] of part.amounts) amounts.set(unit, (amounts.get(unit) ?? 0) + amount);
    to = part.to;
  }
  return amounts.size === 0 ? null : { value: isoOf(amounts), to };

  function afterAnd(at: number): number {
    return words[at] === language.durations.and ? at + 1 : at;
  }
}

/** The parts of a language that lengths of time are said with. */
interface TimeWords {
  readonly numbers: NumberWords;
  readonly durations: DurationWords;
}

type Amount = readonly [unit: DurationUnit, amount: number];

interface Part {
  readonly amounts: readonly Amount[];
  readonly to: number;
}

/** Half of each, in a smaller whole one; a week's half is rounded up. What the platform makes of halves is unknown, sure L. */
const HALVES: Readonly<Record<DurationUnit, Amount | null>> = {
  year: ['month', 6],
  month: ['day', 15],
  week: ['day', 4],
  day: ['hour', 12],
  hour: ['minute', 30],
  minute: ['second', 30],
  second: null,
};

function readPart(words: readonly string[], from: number, { numbers, durations }: TimeWords): Part | null {
  const half = durations.half.at(words, from);
  const number = half === null ? readNumber(words, from, numbers) : null;
  const one = half === null ? durations.one.at(words, from) : null;
  const count = half === null ? (number?.value ?? (one === null ? null : 1)) : 0;
  const counted = half ?? number ?? one;
  if (counted === null || count === null || count < 0) return null;
  const halfBefore = number === null ? null : numbers.andAHalf.at(words, number.to);
  const unit = durations.units.at(words, halfBefore?.to ?? counted.to);
  if (unit === null) return null;
  const halfAfter = half === null && halfBefore === null ? numbers.andAHalf.at(words, unit.to) : null;
  const whole: Amount = unit.meaning === 'fortnight' ? ['week', 2 * count] : [unit.meaning, count];
  const extra = (half ?? halfBefore ?? halfAfter) === null ? null : halfOf(unit.meaning);
  const amounts = [...(count > 0 || half === null ? [whole] : []), ...(extra === null ? [] : [extra])];
  return { amounts, to: halfAfter?.to ?? unit.to };
}

function halfOf(unit: DurationUnit | 'fortnight'): Amount | null {
  return unit === 'fortnight' ? ['week', 1] : HALVES[unit];
}

function isoOf(amounts: ReadonlyMap<DurationUnit, number>): string {
  const written = (units: readonly DurationUnit[]) =>
    units.map((unit) => (amounts.has(unit) ? `${amounts.get(unit)}${unit.charAt(0).toUpperCase()}` : '')).join('');
  const time = written(['hour', 'minute', 'second']);
  return `P${written(['year', 'month', 'week', 'day'])}${time === '' ? '' : `T${time}`}`;
}
