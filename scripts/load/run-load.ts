import { setTimeout as wait } from 'node:timers/promises';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { createProgressTable, LOCAL_ACCESS } from '../../simulator/embedded-database';
import { chanceFrom } from './chance';
import { bringCrowd, type CrowdOutcome } from './crowd';
import { type Database, type DatabaseUsage, startDatabase } from './database';
import { createInstance, type Instance } from './instance';
import { judgeMemory, MEMORY_POINTS, type MemoryPoint, type MemoryVerdict, measureMemory } from './memory';
import type { LoadOptions } from './options';
import { type StoredItems, surveyItems } from './stored-items';
import { startTally, type Tally } from './tally';

/** What a load run came to. */
export interface LoadResults {
  readonly crowd: CrowdOutcome;
  readonly tally: Tally;
  /** Without what measuring memory took. */
  readonly elapsedMs: number;
  /** Processor time of this process: the skill, and those who talk to it. */
  readonly ownCpuMs: number;
  readonly database: DatabaseUsage;
  readonly stored: StoredItems;
  readonly memory: readonly MemoryPoint[];
  readonly memoryVerdict: MemoryVerdict;
  /** What went wrong, a line each; nothing when all promises were kept. */
  readonly errors: readonly string[];
}

const TABLE_NAME = 'my-back-routine';

/** Longer than anything outlives its turn: a call that was answered keeps its time limit until that has passed, 2 s. */
const SETTLING_MS = 2_200;

/**
 * Put the whole skill under the load of many listeners at once, over a database in a process of its own.
 * @param print - told how it goes, a line at a time
 * @param settlingMs - the pause before memory is measured
 * @throws Error with a message for the operator when the database cannot be started
 */
export async function runLoad(
  options: LoadOptions,
  print: (line: string) => void,
  settlingMs = SETTLING_MS,
): Promise<LoadResults> {
  const database = await startDatabase(options);
  const { endpoint } = database;
  const client = createDynamoClient({ endpoint, ...LOCAL_ACCESS });
  const instances = Array.from({ length: options.concurrency }, (_, number) =>
    createInstance({
      endpoint,
      tableName: TABLE_NAME,
      throttledShare: options.throttledPercent / 100,
      chance: chanceFrom(options.seed - number - 1),
    }),
  );
  try {
    await createProgressTable(client, TABLE_NAME);
    const tally = startTally({ callsFail: options.throttledPercent > 0 });
    const before = await usageBy(database);
    const { outcome, memory, elapsedMs } = await loadDuring(options, instances, tally, print, settlingMs);
    const after = await usageBy(database);
    const stored = await surveyItems(client, TABLE_NAME);
    const results = {
      crowd: outcome,
      tally,
      elapsedMs,
      ownCpuMs: after.ownCpuMs - before.ownCpuMs,
      database: usedBetween(before.database, after.database),
      stored,
      memory,
      memoryVerdict: judgeMemory(memory),
    };
    return { ...results, errors: errorsIn(results, options) };
  } finally {
    client.destroy();
    for (const instance of instances) instance.close();
    await database.stop();
  }
}

interface Loaded {
  readonly outcome: CrowdOutcome;
  readonly memory: readonly MemoryPoint[];
  readonly elapsedMs: number;
}

async function loadDuring(
  { listeners, overlapping, seed, seconds, leakBytes }: LoadOptions,
  instances: readonly Instance[],
  tally: Tally,
  print: (line: string) => void,
  settlingMs: number,
): Promise<Loaded> {
  const memory: MemoryPoint[] = [];
  const leak: unknown[] = [];
  const stopwatch = startStopwatch();
  let pause = Promise.resolve();
  const measure = async () => {
    stopwatch.stop();
    await wait(settlingMs);
    memory.push(measureMemory(tally.turns));
    print(`${memory.length * MEMORY_POINTS} %: ${tally.turns} turns`);
    stopwatch.goOn();
  };
  const outcome = await bringCrowd({
    listeners,
    overlapping,
    seed,
    instances,
    isOver: () => stopwatch.elapsedMs() >= seconds * 1_000,
    untilGoingOn: () => pause,
    onTurn: (turn, { begun }) => {
      tally.add(turn);
      if (leakBytes > 0) leak.push(new Array(Math.ceil(leakBytes / 8)).fill(0.5));
      const progress = Math.max(begun / listeners, stopwatch.elapsedMs() / (seconds * 1_000));
      const isDue = Math.floor(Math.min(progress, 1) * MEMORY_POINTS) > memory.length;
      if (isDue && stopwatch.isRunning()) pause = measure();
    },
  });
  await pause;
  return { outcome, memory, elapsedMs: stopwatch.elapsedMs() };
}

interface Stopwatch {
  isRunning(): boolean;
  elapsedMs(): number;
  stop(): void;
  goOn(): void;
}

function startStopwatch(): Stopwatch {
  let beforeMs = 0;
  let sinceMs: number | null = performance.now();
  const elapsedMs = () => beforeMs + (sinceMs === null ? 0 : performance.now() - sinceMs);
  return {
    isRunning: () => sinceMs !== null,
    elapsedMs,
    stop: () => {
      beforeMs = elapsedMs();
      sinceMs = null;
    },
    goOn: () => {
      sinceMs = performance.now();
    },
  };
}

interface Usage {
  readonly ownCpuMs: number;
  readonly database: DatabaseUsage;
}

async function usageBy(database: Database): Promise<Usage> {
  const { user, system } = process.cpuUsage();
  return { ownCpuMs: (user + system) / 1_000, database: await database.usage() };
}

function usedBetween(before: DatabaseUsage, after: DatabaseUsage): DatabaseUsage {
  return {
    cpuMs: difference(before.cpuMs, after.cpuMs),
    rssBytes: after.rssBytes,
    requests: difference(before.requests, after.requests),
  };
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

/**
 * What the turns tell, and what only shows in the end. Where calls fail on purpose, some of what she did is rightly
 * missing.
 */
function errorsIn(
  { crowd, tally, database, stored, memoryVerdict }: Omit<LoadResults, 'errors'>,
  { throttledPercent }: LoadOptions,
): readonly string[] {
  const errors = [...tally.errors].map(([error, count]) => `${error} (${count} times)`);
  if (memoryVerdict.kind === 'growing') errors.push('memory grows');
  if (throttledPercent > 0) return errors;
  // A call that was given up may have been sent or not.
  const isCounted = database.requests !== null && !tally.logged.has('store-unavailable');
  const called = [tally.opening, tally.later].reduce(
    (sum, { reads, writes, sweeps, repeats }) => sum + reads + writes + sweeps + repeats,
    0,
  );
  if (isCounted && database.requests !== called)
    errors.push(`the database was asked ${database.requests} times, the instances asked ${called} times`);
  if (stored.daysIn !== crowd.daysIn)
    errors.push(`${stored.daysIn} days that count are stored, ${crowd.daysIn} were told to listeners`);
  return errors;
}
