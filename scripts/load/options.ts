import { parseArgs } from 'node:util';

export interface LoadOptions {
  /** Who come, each on one day or several. */
  readonly listeners: number;
  /** Listeners in the middle of a visit at the same time. */
  readonly overlapping: number;
  /** Instances of the function, each of which answers one request at a time. */
  readonly concurrency: number;
  /** The run ends by itself after this long, whoever is still there. */
  readonly seconds: number;
  readonly seed: number;
  /** Of the database; 0 is any that is free. */
  readonly port: number;
  readonly database: 'dynalite' | 'dynamodb-local';
  /** Of a hundred calls to the database, how many are throttled. */
  readonly throttledPercent: number;
  /** Bytes that are kept of every turn, so that the verdict on memory can be seen to fail. */
  readonly leakBytes: number;
  /** Where the results are written for machines. */
  readonly json: string | null;
}

export const USAGE = `Usage: npm run load -- [options]

  --listeners N        who come (5000)
  --overlapping N      listeners in the middle of a visit at the same time, at most half of all (1000)
  --concurrency N      instances of the function, each answering one request at a time (16)
  --seconds N          the run ends by itself after this long (600)
  --seed N             the same seed brings the same listeners (1)
  --port N             of the database on 127.0.0.1 (any that is free)
  --dynamodb-local     Amazon's own DynamoDB Local in place of dynalite; wants Java 17
  --throttled N        of a hundred calls to the database, how many are throttled (0)
  --plant-leak N       keep N bytes of every turn, to see the verdict on memory fail (0)
  --json FILE          the results for machines`;

/**
 * Read the words behind `npm run load --`.
 * @throws RangeError, or TypeError from Node, with a message for whoever typed them
 */
export function readLoadOptions(words: readonly string[]): LoadOptions {
  const { values } = parseArgs({ args: [...words], options: OPTIONS });
  const options: LoadOptions = {
    listeners: wholeIn(values, 'listeners', 20, 1_000_000),
    overlapping: wholeIn(values, 'overlapping', 1, 20_000),
    concurrency: wholeIn(values, 'concurrency', 1, 256),
    seconds: wholeIn(values, 'seconds', 1, 7_200),
    seed: wholeIn(values, 'seed', 0, 2 ** 31 - 1),
    port: wholeIn(values, 'port', 0, 65_535),
    throttledPercent: wholeIn(values, 'throttled', 0, 100),
    database: values['dynamodb-local'] ? 'dynamodb-local' : 'dynalite',
    leakBytes: wholeIn(values, 'plant-leak', 0, 1_000_000),
    json: values.json ?? null,
  };
  // Memory is judged over the second half of the listeners, with as many under way at its beginning as at its end.
  if (options.overlapping * 2 > options.listeners)
    throw new RangeError(
      `--overlapping takes at most half of the listeners, ${Math.floor(options.listeners / 2)}, not ${options.overlapping}`,
    );
  return options;
}

const OPTIONS = {
  listeners: { type: 'string', default: '5000' },
  overlapping: { type: 'string', default: '1000' },
  concurrency: { type: 'string', default: '16' },
  seconds: { type: 'string', default: '600' },
  seed: { type: 'string', default: '1' },
  port: { type: 'string', default: '0' },
  throttled: { type: 'string', default: '0' },
  'dynamodb-local': { type: 'boolean', default: false },
  'plant-leak': { type: 'string', default: '0' },
  json: { type: 'string' },
} as const;

type Count = 'listeners' | 'overlapping' | 'concurrency' | 'seconds' | 'seed' | 'port' | 'throttled' | 'plant-leak';

function wholeIn(values: Readonly<Record<Count, string>>, name: Count, least: number, most: number): number {
  const count = /^\d{1,10}$/.test(values[name]) ? Number(values[name]) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw new RangeError(`--${name} takes a number from ${least} to ${most}, not "${values[name]}"`);
}
