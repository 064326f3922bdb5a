/** Chance that a seed decides: the same seed gives the same listeners, who do the same things. */
export interface Chance {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True in this share of the cases, 0 to 1. */
  happens(share: number): boolean;
  /** @throws RangeError when there is nothing to choose from */
  oneOf<T>(values: readonly T[]): T;
}

/** Make chance from a seed, any whole number. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (part) => share() < part,
    oneOf: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('There is nothing to choose from');
      return value;
    },
  };
}

/** The mixing of the generator known as Mulberry32. */
function mixed(state: number): number {
  const once = Math.imul(state ^ (state >>> 15), state | 1);
  const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
  return (twice ^ (twice >>> 14)) >>> 0;
}
