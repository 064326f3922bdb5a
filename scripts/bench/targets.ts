import type { Contender, ContenderId } from './contenders';
import type { ColdFigures, Figures } from './figures';
import { isEqual } from './statistics';

/** Something that is to be reached: a measured value, and the most it may be. */
export interface Target {
  readonly measure: string;
  readonly limit: number;
  readonly value: number;
  readonly verdict: 'reached' | 'not reached';
  /** Whether the value is so near its limit that another run may say otherwise. Bytes and calls are always certain. */
  readonly isCertain: boolean;
}

/** Hold our function to its targets: those of issue 4, and of the tables it is taken from. */
export function targetsOf(
  contenders: readonly Contender[],
  figures: ReadonlyMap<ContenderId, Figures>,
): readonly Target[] {
  const cold = (id: ContenderId): ColdFigures => known(figures.get(id)?.cold, id);
  const { bytes, gzipBytes } = known(
    contenders.find(({ id }) => id === 'ours'),
    'ours',
  );
  const [raw, hello, naive, ours] = [cold('raw'), cold('hello'), cold('naive'), cold('ours')];
  const alone = known(figures.get('ours-without-store')?.warm, 'ours-without-store');
  const withStore = known(figures.get('ours')?.warm, 'ours');
  return [
    timed('own time against the hello world', ours.ownMs / hello.ownMs, 10),
    timed('own time against the whole AWS client', ours.ownMs / naive.ownMs, 0.7),
    timed('wall time against no dependency', ours.wallMs / raw.wallMs, 3.6),
    timed('wall time against the hello world', ours.wallMs / hello.wallMs, 3),
    timed('first answer once loaded, ms', ours.firstAnswerMs, 20),
    timed('peak memory against the hello world', ours.peakMiB / hello.peakMiB, 1.4),
    exact('bundle, KB', known(bytes, 'ours') / 1_000, 300),
    exact('bundle gzipped, KB', known(gzipBytes, 'ours') / 1_000, 95),
    timed('warm turn without the store, p50 µs', alone.p50Micros, 200),
    timed('warm turn without the store, p99 µs', alone.p99Micros, 1_000),
    ...(withStore.oneCallP50Micros === null
      ? []
      : [timed('warm turn with one call, p50 µs', withStore.oneCallP50Micros, 1_400)]),
    exact('reads until the first answer, one of them while loading', ours.calls.reads, 2),
    exact('writes in the first turn', ours.calls.writes, 1),
    exact('calls in any later turn', withStore.mostCallsLater, 1),
  ];
}

function timed(measure: string, value: number, limit: number): Target {
  return { ...exact(measure, value, limit), isCertain: !isEqual(value, limit) };
}

function exact(measure: string, value: number, limit: number): Target {
  return { measure, value, limit, verdict: value <= limit ? 'reached' : 'not reached', isCertain: true };
}

function known<T>(value: T | null | undefined, id: ContenderId): T {
  if (value === null || value === undefined) throw new Error(`${id} was not measured`);
  return value;
}
