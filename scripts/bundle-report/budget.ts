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

function withHeadroom(bytes: number): number {
  return Math.ceil((bytes * (100 + HEADROOM_PERCENT)) / 100) + HEADROOM_BYTES;
}
