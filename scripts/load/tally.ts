import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { Turn } from './instance';

/** What a run came to, added up turn by turn. Takes as much memory at the end as at the beginning. */
export interface Tally {
  readonly turns: number;
  readonly opening: Sums;
  readonly later: Sums;
  /** How often another device had written first. */
  readonly merges: number;
  /** Turns that erased everything, which read once more. */
  readonly erasures: number;
  /** Writes beyond a turn's one, of what was still waiting when a session ended. */
  readonly waited: number;
  /** What went wrong, and how often. */
  readonly errors: ReadonlyMap<string, number>;
  /** What the skill logged, by code. */
  readonly logged: ReadonlyMap<string, number>;
  /** The time below which this share of the turns took, 0 to 1, in milliseconds. */
  elapsedMs(share: number): number;
  add(turn: Turn): void;
}

/** Sums over turns of one kind. */
export interface Sums {
  readonly turns: number;
  readonly reads: number;
  readonly writes: number;
  readonly sweeps: number;
  readonly repeats: number;
  readonly services: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly answerBytes: number;
  /** Lines as they go to the log. */
  readonly logBytes: number;
}

/** The promise on which a turn may call the database, and on how long it may take. */
export interface Promises {
  /** Whether calls fail on purpose, so that some are made again and the skill says so in its log. */
  readonly callsFail: boolean;
}

/** Alexa waits about 8 s. Source: platform sheet; the function is stopped after 7. */
const LATEST_MS = 7_000;

export function startTally(promises: Promises): Tally {
  const histogram = createHistogram();
  const [errors, logged] = [new Map<string, number>(), new Map<string, number>()];
  const sums = { opening: noSums(), later: noSums() };
  let merges = 0;
  let waited = 0;
  let erasures = 0;
  return {
    ...sums,
    errors,
    logged,
    get merges() {
      return merges;
    },
    get erasures() {
      return erasures;
    },
    get waited() {
      return waited;
    },
    get turns() {
      return sums.opening.turns + sums.later.turns;
    },
    elapsedMs: (share) => msAt(histogram, share),
    add: (turn) => {
      histogram.record(Math.max(1, Math.round(turn.elapsedMs * NANOS_PER_MS)));
      addTo(sums[turn.opens ? 'opening' : 'later'], turn);
      merges += timesLogged(turn, MERGED);
      if (isErasing(turn)) erasures += 1;
      waited += timesLogged(turn, SAVED_WAITING);
      for (const { code } of turn.logged) count(logged, code);
      for (const error of faultsOf(turn, promises)) count(errors, error);
    },
  };
}

/** What is wrong with a turn; nothing when it kept all promises. */
export function faultsOf(turn: Turn, { callsFail }: Promises): readonly string[] {
  const { answer, thrown, elapsedMs, logged } = turn;
  const faults: string[] = [];
  if (thrown !== null) faults.push(`thrown: ${thrown}`);
  else if (answer === null) faults.push('not answered');
  if (elapsedMs > LATEST_MS) faults.push(`answered after more than ${LATEST_MS} ms`);
  for (const { level, code } of logged) {
    if (level === 'error' && !(callsFail && code === 'store-unavailable')) faults.push(`logged: ${code}`);
  }
  return callsFail ? faults : [...faults, ...callsTooMany(turn)];
}

/**
 * One read when a session begins and none later, one write a turn at most; once more each where another device had
 * written first, a read before everything is erased, and a write more for everything that was still waiting when the
 * microphone closes. The settings service is asked once in a session.
 */
function callsTooMany(turn: Turn): readonly string[] {
  const { calls, opens } = turn;
  const merged = timesLogged(turn, MERGED);
  const where = opens ? 'as a session begins' : 'in a later turn';
  const faults: string[] = [];
  if (calls.reads !== (opens ? 1 : 0) + merged + (isErasing(turn) ? 1 : 0))
    faults.push(`${calls.reads} reads ${where}`);
  if (calls.writes > 1 + merged + timesLogged(turn, SAVED_WAITING)) faults.push(`${calls.writes} writes in a turn`);
  if (calls.services !== (opens ? 1 : 0)) faults.push(`${calls.services} calls of services ${where}`);
  return faults;
}

function isErasing({ calls }: Turn): boolean {
  return calls.sweeps > 0;
}

const MERGED = 'merged-with-another-device';
const SAVED_WAITING = 'saved-what-was-waiting';

function timesLogged({ logged }: Turn, code: string): number {
  return logged.filter((entry) => entry.code === code).length;
}

const NANOS_PER_MS = 1_000_000;

function msAt(histogram: RecordableHistogram, share: number): number {
  return histogram.percentile(share * 100) / NANOS_PER_MS;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function noSums(): Mutable<Sums> {
  return {
    turns: 0,
    reads: 0,
    writes: 0,
    sweeps: 0,
    repeats: 0,
    services: 0,
    readUnits: 0,
    writeUnits: 0,
    answerBytes: 0,
    logBytes: 0,
  };
}

function addTo(sums: Mutable<Sums>, { calls, units, answer, logged }: Turn): void {
  sums.turns += 1;
  sums.reads += calls.reads;
  sums.writes += calls.writes;
  sums.sweeps += calls.sweeps;
  sums.repeats += calls.repeats;
  sums.services += calls.services;
  sums.readUnits += units.read;
  sums.writeUnits += units.write;
  sums.answerBytes += Buffer.byteLength(answer ?? '');
  sums.logBytes += logged.reduce((bytes, entry) => bytes + Buffer.byteLength(JSON.stringify(entry)) + 1, 0);
}
