import type { MemoryVerdict } from './memory';
import type { LoadResults } from './run-load';
import type { Sums } from './tally';

/** What a run came to in figures, as they are written for machines and shown to people. */
export interface LoadFigures {
  readonly turns: number;
  readonly seconds: number;
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Of this process: the skill, and those who talk to it. */
  readonly ownCpuMsPerTurn: number;
  /** The database's share of all processor time, 0 to 1; null where it cannot be known. */
  readonly databaseShare: number | null;
  readonly databaseMiB: number | null;
  readonly listeners: number;
  readonly finished: number;
  readonly turnsPerVisit: number;
  readonly sessionsPerVisit: number;
  readonly readsPerSession: number;
  readonly writesPerTurn: number;
  readonly servicesPerSession: number;
  readonly sweeps: number;
  /** Calls of the database that were made again. */
  readonly repeats: number;
  readonly merges: number;
  readonly waited: number;
  readonly readUnitsPerSession: number;
  readonly writeUnitsPerWrite: number;
  readonly answerBytesPerTurn: number;
  readonly logBytesPerTurn: number;
  readonly daysStored: number;
  readonly daysTold: number;
  readonly items: LoadResults['stored']['kinds'];
  readonly memory: LoadResults['memory'];
  readonly memoryVerdict: MemoryVerdict;
  readonly logged: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
}

export function figuresOf({ crowd, tally, ...run }: LoadResults): LoadFigures {
  const { opening, later, turns, merges, waited, erasures } = tally;
  const sum = (field: keyof Sums) => opening[field] + later[field];
  const { cpuMs, rssBytes } = run.database;
  return {
    turns,
    seconds: run.elapsedMs / 1_000,
    turnsPerSecond: turns / (run.elapsedMs / 1_000),
    p50Ms: tally.elapsedMs(0.5),
    p95Ms: tally.elapsedMs(0.95),
    p99Ms: tally.elapsedMs(0.99),
    ownCpuMsPerTurn: run.ownCpuMs / turns,
    databaseShare: cpuMs === null ? null : cpuMs / (cpuMs + run.ownCpuMs),
    databaseMiB: rssBytes === null ? null : rssBytes / 2 ** 20,
    listeners: crowd.begun,
    finished: crowd.finished,
    turnsPerVisit: crowd.turnsOfVisits / crowd.visits,
    sessionsPerVisit: crowd.sessionsOfVisits / crowd.visits,
    readsPerSession: (sum('reads') - merges - erasures) / opening.turns,
    writesPerTurn: sum('writes') / turns,
    servicesPerSession: sum('services') / opening.turns,
    sweeps: sum('sweeps'),
    repeats: sum('repeats'),
    merges,
    waited,
    readUnitsPerSession: sum('readUnits') / opening.turns,
    writeUnitsPerWrite: sum('writeUnits') / sum('writes'),
    answerBytesPerTurn: sum('answerBytes') / turns,
    logBytesPerTurn: sum('logBytes') / turns,
    daysStored: run.stored.daysIn,
    daysTold: crowd.daysIn,
    items: run.stored.kinds,
    memory: run.memory,
    memoryVerdict: run.memoryVerdict,
    logged: Object.fromEntries(tally.logged),
    errors: run.errors,
  };
}
