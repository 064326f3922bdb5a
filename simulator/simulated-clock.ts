/** A clock that only moves when it is told to. */
export interface SimulatedClock {
  /** The moment, in epoch milliseconds. */
  readonly now: () => number;
  /**
   * Let time pass until a moment.
   * @throws RangeError when that moment has already passed: a fault of the caller, since time never runs backwards
   */
  readonly advanceTo: (atMs: number) => void;
}

/** Make a clock that stands at a moment given in epoch milliseconds. */
export function createSimulatedClock(startMs: number): SimulatedClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advanceTo: (atMs) => {
      if (!(atMs >= nowMs)) throw new RangeError(`Time cannot go back from ${nowMs} to ${atMs}`);
      nowMs = atMs;
    },
  };
}

/**
 * Read a length of time as a person writes it, in whole milliseconds; null when it is none.
 * A day is 24 hours here: where the calendar matters, name the moment instead.
 * @example readDurationMs('1m10s') // => 70_000
 * @example readDurationMs('3 hours') // => 10_800_000
 */
export function readDurationMs(text: string): number | null {
  const written = text.trim().toLowerCase();
  if (!DURATION.test(written)) return null;
  const parts = [...written.matchAll(new RegExp(PART, 'g'))];
  return Math.round(parts.reduce((sumMs, [, count, unit]) => sumMs + Number(count) * unitMs(unit ?? ''), 0));
}

const UNITS: readonly { readonly name: RegExp; readonly lengthMs: number }[] = [
  { name: /^(ms|milliseconds?)$/, lengthMs: 1 },
  { name: /^s(ec|ecs|econds?)?$/, lengthMs: 1_000 },
  { name: /^m(in|ins|inutes?)?$/, lengthMs: 60_000 },
  { name: /^h(ours?)?$/, lengthMs: 3_600_000 },
  { name: /^d(ays?)?$/, lengthMs: 86_400_000 },
];

const UNIT_NAMES = 'ms|milliseconds?|s(?:ecs?|econds?)?|m(?:ins?|inutes?)?|h(?:ours?)?|d(?:ays?)?';
const PART = `(\\d+(?:\\.\\d+)?)\\s*(${UNIT_NAMES})(?![a-z])`;
const DURATION = new RegExp(`^${PART}(?:,?\\s*(?:and\\s+)?${PART})*$`);

function unitMs(name: string): number {
  return UNITS.find((unit) => unit.name.test(name))?.lengthMs ?? 0;
}
