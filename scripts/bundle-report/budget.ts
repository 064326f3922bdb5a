import type { LambdaBundle } from '../../infra/lambda-bundle';
import type { Shipped } from './shipped';

/** What may ship, and how much of it. Our own folders are held by the total alone. */
export interface Budget {
  readonly totalBytes: number;
  readonly gzipBytes: number;
  /** Bytes by the package's path below node_modules. */
  readonly packages: Readonly<Record<string, number>>;
}

export type Sizes = Pick<LambdaBundle, 'bytes' | 'gzipBytes'>;

/** Room for a patch release, in hundredths: a package that grows more than this is worth a look. */
const HEADROOM_PERCENT = 3;

/** So much more room that a few bytes to a tiny package are no news. */
const HEADROOM_BYTES = 100;

/** A budget that fits what ships, with little room. */
export function budgetFor({ bytes, gzipBytes }: Sizes, shipped: readonly Shipped[]): Budget {
  const packages = shipped.filter(({ kind }) => kind === 'package').sort((a, b) => a.name.localeCompare(b.name));
  return {
    totalBytes: withHeadroom(bytes),
    gzipBytes: withHeadroom(gzipBytes),
    packages: Object.fromEntries(packages.map((one) => [one.name, withHeadroom(one.bytes)])),
  };
}

/**
 * The budget that a file holds.
 * @throws TypeError when it holds none: whoever changed it by hand
 */
export function budgetIn(json: unknown): Budget {
  const { totalBytes, gzipBytes, packages } = (json ?? {}) as Partial<Budget>;
  if (isBytes(totalBytes) && isBytes(gzipBytes) && packages instanceof Object && Object.values(packages).every(isBytes))
    return json as Budget;
  throw new TypeError('A budget is totalBytes, gzipBytes and the bytes of packages');
}

function isBytes(value: unknown): boolean {
  return typeof value === 'number';
}

function withHeadroom(bytes: number): number {
  return Math.ceil((bytes * (100 + HEADROOM_PERCENT)) / 100) + HEADROOM_BYTES;
}
