import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Fresh processes per contender for cold starts. */
  readonly rounds: number;
  /** Fresh processes per contender for warm turns. */
  readonly warmRounds: number;
  /** Conversations in a process before those that are measured. */
  readonly warmUps: number;
  /** Conversations in a process that are measured. */
  readonly conversations: number;
  /** Where the results are written for machines. */
  readonly out: string;
}

export const USAGE = `Usage: npm run bench -- [options]

  --rounds N           cold starts of each (15)
  --warm-rounds N      processes in which each is measured warm (5)
  --warm-ups N         conversations before those that are measured (20)
  --conversations N    conversations that are measured in a process (30)
  --out FILE           the results for machines (dist/bench/bench.json)`;

/**
 * Read the words behind `npm run bench --`.
 * @throws RangeError, or TypeError from Node, with a message for whoever typed them
 */
export function readBenchOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({ args: [...words], options: OPTIONS });
  return {
    rounds: countIn(values, 'rounds'),
    warmRounds: countIn(values, 'warm-rounds'),
    warmUps: countIn(values, 'warm-ups'),
    conversations: countIn(values, 'conversations'),
    out: values.out,
  };
}

const OPTIONS = {
  rounds: { type: 'string', default: '15' },
  'warm-rounds': { type: 'string', default: '5' },
  'warm-ups': { type: 'string', default: '20' },
  conversations: { type: 'string', default: '30' },
  out: { type: 'string', default: 'dist/bench/bench.json' },
} as const;

type Count = Exclude<keyof typeof OPTIONS, 'out'>;

function countIn(values: Readonly<Record<Count, string>>, name: Count): number {
  if (!/^[1-9]\d{0,3}$/.test(values[name]))
    throw new RangeError(`--${name} takes a number from 1 to 9999, not "${values[name]}"`);
  return Number(values[name]);
}
