import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { leastSquares } from '../least-squares';

/** What this process held, all that could be freed having been freed, after so many turns. */
export interface MemoryPoint {
  readonly turns: number;
  /** Objects, and buffers outside the heap that objects hold. */
  readonly heldBytes: number;
  /** All pages of the process, with what the allocator keeps for later. */
  readonly rssBytes: number;
}

export interface MemoryVerdict {
  readonly kind: 'flat' | 'growing';
  /** How much more is held after every turn, over the second half of the run. */
  readonly bytesPerTurn: number;
  readonly limitBytesPerTurn: number;
}

/** Points of a run at which memory is measured. */
export const MEMORY_POINTS = 10;

/**
 * What may be held more after every turn, over the second half of a run: less than the smallest object and its place in
 * a list.
 */
const FLAT_BYTES_PER_TURN = 24;

/**
 * By how much what is held varies by itself, with what the listeners who are there are in the middle of; measured:
 * within 2 MiB for up to 1,000.
 */
const VARYING_BYTES = 3 * 2 ** 20;

/** Free what can be freed and measure what is left. Takes some tens of milliseconds, in which nothing else happens. */
export function measureMemory(turns: number): MemoryPoint {
  collectGarbage();
  // What finalizers let go of the first time is freed the second time.
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { turns, heldBytes: heapUsed + external, rssBytes: rss };
}

/**
 * Tell whether memory was flat in the second half of a run: in the first, everything that is kept once is still being
 * filled. A short run can only show a large leak.
 * @throws RangeError with fewer than four points
 */
export function judgeMemory(points: readonly MemoryPoint[]): MemoryVerdict {
  const half = points.slice(Math.floor(points.length / 2));
  if (half.length < 2 || points.length < 4)
    throw new RangeError('The run was too short to judge memory by it: give it more listeners or more --seconds.');
  const [, bytesPerTurn = Number.NaN] = leastSquares(
    half.map(({ turns, heldBytes }) => ({ features: [1, turns], value: heldBytes })),
  );
  const turns = (half.at(-1)?.turns ?? 0) - (half[0]?.turns ?? 0);
  const limitBytesPerTurn = Math.max(FLAT_BYTES_PER_TURN, VARYING_BYTES / turns);
  return { kind: bytesPerTurn <= limitBytesPerTurn ? 'flat' : 'growing', bytesPerTurn, limitBytesPerTurn };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
