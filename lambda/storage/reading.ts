/**
 * Reads a value of unknown origin as a `T`, copying only what belongs to a `T`.
 * @param at - where the value stands, for the error
 * @throws ShapeError when the value is not a `T`
 */
export type Read<T> = (found: unknown, at: string) => T;

/** A value is not what it should be. Names the place and the expectation, never the value, which is hers. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  constructor(at: string, expected: string) {
    super(`${at} should be ${expected}`);
  }
}

/** A record with these fields; others are left behind. */
export function record<T extends object>(fields: { readonly [K in keyof T]: Read<T[K]> }): Read<T> {
  return (found, at) => {
    const inside = asRecord(found, at);
    const read = Object.entries<Read<unknown>>(fields).map(([name, field]) => [
      name,
      field(inside[name], `${at}.${name}`),
    ]);
    return Object.fromEntries(read) as T;
  };
}

/** A record of these keys and no others; a key that is missing reads as if it held `absent`. */
export function keyedBy<K extends string, T>(
  keys: readonly K[],
  value: Read<T>,
  absent: T,
): Read<Readonly<Record<K, T>>> {
  return (found, at) => {
    const inside = asRecord(found, at);
    if (Object.keys(inside).some((key) => !(keys as readonly string[]).includes(key))) {
      throw new ShapeError(at, 'keyed by names we know');
    }
    const read = keys.map((key) => [key, key in inside ? value(inside[key], `${at}.${key}`) : absent]);
    return Object.fromEntries(read) as Record<K, T>;
  };
}

export function listOf<T>(item: Read<T>): Read<readonly T[]> {
  return (found, at) => {
    if (!Array.isArray(found)) throw new ShapeError(at, 'a list');
    return found.map((inner, index) => item(inner, `${at}[${index}]`));
  };
}

/** What `read` reads, where it also holds together. */
export function such<T>(read: Read<T>, holds: (value: T) => boolean, expected: string): Read<T> {
  return (found, at) => {
    const value = read(found, at);
    if (!holds(value)) throw new ShapeError(at, expected);
    return value;
  };
}

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (found, at) => (found === null ? null : read(found, at));
}

/** What `read` reads; a value that is absent reads as if it were `absent`. */
export function orAbsent<T>(read: Read<T>, absent: unknown): Read<T> {
  return (found, at) => read(found === undefined ? absent : found, at);
}

export function oneOf<const T extends string>(values: readonly T[]): Read<T> {
  return (found, at) => {
    const value = values.find((known) => known === found);
    if (value === undefined) throw new ShapeError(at, `one of ${values.join(', ')}`);
    return value;
  };
}

/** A whole number, both ends included. */
export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Read<number> {
  return (found, at) => {
    if (typeof found === 'number' && Number.isSafeInteger(found) && found >= min && found <= max) return found;
    throw new ShapeError(at, `a whole number from ${min} to ${max}`);
  };
}

export const text: Read<string> = (found, at) => {
  if (typeof found === 'string') return found;
  throw new ShapeError(at, 'a text');
};

export const yesOrNo: Read<boolean> = (found, at) => {
  if (typeof found === 'boolean') return found;
  throw new ShapeError(at, 'true or false');
};

function asRecord(found: unknown, at: string): Record<string, unknown> {
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  throw new ShapeError(at, 'a record');
}
