import type { Slot } from 'ask-sdk-model';
import { isExerciseId } from '../core/routine/exercise';
import type { NamedExercise, PartOfDay, PauseWish, Said, TimeWish } from '../core/session/event';

/** A slot of a request; undefined where the intent came without it. */
type MaybeSlot = Slot | undefined;

/**
 * The number in an AMAZON.NUMBER slot, made whole by `rounded`. It may be negative. "?" is what the platform writes for what it did not
 * understand. Source: platform sheet section 4, "Built-in slot types"; that "?" arrives is commonly reported.
 */
export function numberIn(slot: MaybeSlot, rounded: (value: number) => number): Said<number> {
  return said(slot, (written) => {
    const value = /^-?\d+(\.\d+)?$/.test(written) ? rounded(Number(written)) : Number.NaN;
    return Number.isSafeInteger(value) ? value : null;
  });
}

/**
 * The pause in an AMAZON.DURATION slot, which is written as ISO 8601: P3D, P2W, P1M, PT8H. From a day on it is in days: a month is 30 and a year
 * 365, and a day begun is a day. A shorter one is in minutes, of which one begun is one. No time at all is unknown.
 */
export function pauseIn(slot: MaybeSlot): Said<PauseWish> {
  return said(slot, (written) => {
    const parts = DURATION.exec(written)?.slice(1) ?? [];
    const seconds = parts.reduce((sum, count, at) => sum + Number(count ?? 0) * (SECONDS_PER_PART[at] ?? 0), 0);
    if (seconds <= 0 || !Number.isSafeInteger(seconds)) return null;
    return seconds < SECONDS_PER_DAY
      ? { kind: 'minutes', minutes: Math.ceil(seconds / 60) }
      : { kind: 'days', days: Math.ceil(seconds / SECONDS_PER_DAY) };
  });
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const SECONDS_PER_DAY = 86_400;

/** Of years, months, weeks, days, hours, minutes and seconds. */
const SECONDS_PER_PART = [...[365, 30, 7, 1].map((days) => days * SECONDS_PER_DAY), 3_600, 60, 1];

/**
 * The time in an AMAZON.TIME slot: "07:30", or a part of the day by its two letters, which are the same in every language; and the part of the day
 * in a slot of its own, which a time may go with. Source: platform sheet section 4, "Built-in slot types".
 */
export function timeIn(slot: MaybeSlot, partSlot?: MaybeSlot): Said<TimeWish> {
  const named = valueIn(partSlot, PARTS);
  const part = named.kind === 'value' ? named.value : null;
  const time = said(slot, (written) => timeOf(written, part));
  return time.kind === 'value' || part === null ? time : { kind: 'value', value: { kind: 'part-of-day', part } };
}

function timeOf(written: string, part: PartOfDay | null): TimeWish | null {
  const letters = PARTS_OF_DAY.get(written);
  if (letters !== undefined) return { kind: 'part-of-day', part: letters };
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.exec(written) ?? [];
  return hour === undefined ? null : { kind: 'at', time: { hour: Number(hour), minute: Number(minute) }, part };
}

const PARTS: readonly PartOfDay[] = ['morning', 'afternoon', 'evening', 'night'];

const PARTS_OF_DAY: ReadonlyMap<string, PartOfDay> = new Map([
  ['MO', 'morning'],
  ['AF', 'afternoon'],
  ['EV', 'evening'],
  ['NI', 'night'],
]);

/** The value that a slot of ours names; unknown where it names none of `values`, or more than one. */
export function valueIn<T extends string>(slot: MaybeSlot, values: readonly T[]): Said<T> {
  return said(slot, () => {
    const [value, another] = namedIn(slot, values);
    return another === undefined ? (value ?? null) : null;
  });
}

/** The first of `values` that a slot names, where its word fits more than one. */
export function firstValueIn<T extends string>(slot: MaybeSlot, values: readonly T[]): Said<T> {
  return said(slot, () => {
    const named = namedIn(slot, values);
    return values.find((value) => named.includes(value)) ?? null;
  });
}

/** The exercise a slot names, or the several that its word fits, in the order that the platform gives. */
export function exerciseIn(slot: MaybeSlot): NamedExercise {
  if (!slot?.value) return { kind: 'none' };
  const ids = idsIn(slot).filter(isExerciseId);
  const [id] = ids;
  if (id === undefined) return { kind: 'unknown' };
  return ids.length === 1 ? { kind: 'one', id } : { kind: 'several', ids };
}

/** Tell whether a slot was filled, whatever with. */
export function isFilled(slot: MaybeSlot): boolean {
  return Boolean(slot?.value);
}

/** What a filled slot says: null from `read` is something that we cannot take. */
function said<T>(slot: MaybeSlot, read: (written: string) => T | null): Said<T> {
  if (!slot?.value) return { kind: 'nothing' };
  const value = read(slot.value);
  return value === null ? { kind: 'unknown' } : { kind: 'value', value };
}

function namedIn<T extends string>(slot: MaybeSlot, values: readonly T[]): readonly T[] {
  return idsIn(slot).flatMap((id) => values.filter((value) => value === id));
}

/** Ids that the platform found for a word, each once. The lists are open: a word that is on none arrives as well. */
function idsIn(slot: MaybeSlot): readonly string[] {
  const found = (slot?.resolutions?.resolutionsPerAuthority ?? [])
    .filter(({ status }) => status.code === 'ER_SUCCESS_MATCH')
    .flatMap(({ values }) => values.map(({ value }) => value.id));
  return [...new Set(found)];
}
