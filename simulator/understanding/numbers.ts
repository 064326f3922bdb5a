import type { Phrasebook } from './phrasebook';

/** How a language says whole numbers. */
export interface NumberWords {
  /** What is added up, as "twenty" and "five". */
  readonly values: Phrasebook<number>;
  /** What multiplies the number before it, or counts once by itself, as "hundred". */
  readonly multipliers: Phrasebook<number>;
  /** What may stand between two words of a number, and after which: those that leave room for so much more. */
  readonly and: { readonly word: string; readonly afterRoomFor: readonly number[] };
  readonly minus: Phrasebook<true>;
  /** What makes a number one and a half more, "and a half". */
  readonly andAHalf: Phrasebook<true>;
  /** What sounds like a number and is none, as "umpteen". */
  readonly vague: Phrasebook<true>;
}

/** A number in a sentence, up to where what follows it begins. */
export interface NumberSaid {
  readonly value: number;
  readonly to: number;
}

/**
 * Read the whole number that begins at a place, in words or digits; null when none does.
 * @example readNumber(['twenty', 'five', 'minutes'], 0, english) // => { value: 25, to: 2 }
 */
export function readNumber(words: readonly string[], from: number, language: NumberWords): NumberSaid | null {
  const minus = language.minus.at(words, from);
  const first = minus?.to ?? from;
  let sum: Sum = { thousands: 0, group: 0, roomFor: Number.POSITIVE_INFINITY, to: first };
  for (let next = added(sum, words, language); next !== null; next = added(sum, words, language)) sum = next;
  if (sum.to === first) return null;
  const value = sum.thousands + sum.group;
  return { value: minus === null || value === 0 ? value : -value, to: sum.to };
}

/**
 * Read what the platform would deliver for the number slot that begins at a place: the number in digits, or "?" for what only sounds
 * like one ("umpteen", "seven thirty", "two and a half"); null when nothing of the kind begins there.
 */
export function readNumberSlot(words: readonly string[], from: number, language: NumberWords): SlotSaid | null {
  const number = readNumber(words, from, language);
  let to = number?.to ?? from;
  for (let more = numberLike(words, to, language); more !== null; more = numberLike(words, to, language)) to = more;
  if (to === from) return null;
  return { value: number?.to === to ? String(number.value) : NOT_UNDERSTOOD, to };
}

/** What the platform puts into a slot for words that it cannot make a value of. Source: platform sheet section 4, sure L. */
export const NOT_UNDERSTOOD = '?';

/** The value of a built-in slot type in a sentence, as the platform delivers it. */
export interface SlotSaid {
  readonly value: string;
  readonly to: number;
}

/** A number so far. `roomFor`: what is added next must be smaller, as "five" after "twenty" but not after "ten". */
interface Sum {
  readonly thousands: number;
  readonly group: number;
  readonly roomFor: number;
  readonly to: number;
}

function added(sum: Sum, words: readonly string[], { values, multipliers, and }: NumberWords): Sum | null {
  const { thousands, group, roomFor, to } = sum;
  const linked = words[to] === and.word && and.afterRoomFor.includes(roomFor);
  const at = linked ? to + 1 : to;
  const digits = /^\d+$/.test(words[at] ?? '') ? { meaning: Number(words[at]), to: at + 1 } : null;
  const value = digits ?? values.at(words, at);
  if (value !== null && value.meaning < roomFor && (value.meaning > 0 || group + thousands === 0)) {
    const roomLeft = digits === null ? roomAfter(value.meaning) : 1;
    return { thousands, group: group + value.meaning, roomFor: roomLeft, to: value.to };
  }
  const multiplier = linked ? null : multipliers.at(words, at);
  if (multiplier === null || (thousands > 0 && multiplier.meaning >= 1_000)) return null;
  if (multiplier.meaning < 1_000 && group > 9) return null;
  const multiplied = Math.max(group, 1) * multiplier.meaning;
  return multiplier.meaning < 1_000
    ? { thousands, group: multiplied, roomFor: multiplier.meaning, to: multiplier.to }
    : { thousands: multiplied, group: 0, roomFor: multiplier.meaning, to: multiplier.to };
}

function roomAfter(value: number): number {
  if (value >= 100) return 100;
  return value >= 20 && value % 10 === 0 ? 10 : 1;
}

/** Where something like a number ends that begins here. */
function numberLike(words: readonly string[], from: number, language: NumberWords): number | null {
  const decimal = /^\d+(?:[.,:]\d+)+$/.test(words[from] ?? '') ? from + 1 : undefined;
  const said = language.vague.at(words, from) ?? language.andAHalf.at(words, from) ?? readNumber(words, from, language);
  return decimal ?? said?.to ?? null;
}
