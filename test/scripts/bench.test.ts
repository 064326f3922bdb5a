import type { Contender, ContenderId } from '../../scripts/bench/contenders';
import { type Figures, figuresOf } from '../../scripts/bench/figures';
import type { ColdStart, WarmTurn } from '../../scripts/bench/measure';
import { readBenchOptions } from '../../scripts/bench/options';
import { ratio } from '../../scripts/bench/report';
import { isEqual, median, quantile } from '../../scripts/bench/statistics';
import { targetsOf } from '../../scripts/bench/targets';

describe('a quantile', () => {
  it.each([
    { rule: 'is the only value there is', values: [7], share: 0.99, is: 7 },
    { rule: 'is the middle value, whatever the order', values: [30, 10, 20], share: 0.5, is: 20 },
    { rule: 'lies half way between the middle two', values: [4, 1, 3, 2], share: 0.5, is: 2.5 },
    { rule: 'lies between two values in proportion', values: [100, 0], share: 0.25, is: 25 },
    { rule: 'compares numbers, not their digits', values: [100, 9, 20], share: 1, is: 100 },
  ])('$rule', ({ values, share, is }) => expect(quantile(values, share)).toBe(is));

  it('is refused where nothing was measured', () => expect(() => median([])).toThrow(RangeError));
});

describe('two measured values', () => {
  it.each([
    { a: 100, b: 107.9, equal: true },
    { a: 107.9, b: 100, equal: true },
    { a: 100, b: 108.1, equal: false },
    { a: 108.1, b: 100, equal: false },
  ])('$a and $b are equal: $equal', ({ a, b, equal }) => expect(isEqual(a, b)).toBe(equal));

  it.each([
    { a: 330, b: 100, shown: '3.3' },
    { a: 0.118, b: 1, shown: '0.12' },
    { a: 46_000, b: 100, shown: '460' },
    { a: 105, b: 100, shown: 'equal' },
    { a: 100, b: 100, shown: '1' },
    { a: undefined, b: 100, shown: '-' },
  ])('$a over $b is shown as $shown', ({ a, b, shown }) => expect(ratio(a, b)).toBe(shown));
});

const NO_CALLS = { reads: 0, writes: 0, settings: 0 };

function start(wallMs: number, calls = NO_CALLS): ColdStart {
  return { wallMs, ownMs: wallMs / 2, importMs: wallMs / 4, firstAnswerMs: wallMs / 5, peakMiB: 50, calls };
}

describe('the figures of a contender', () => {
  it('are the medians of its cold starts, and the most that any of them called', () => {
    const starts = [start(90, { reads: 1, writes: 0, settings: 1 }), start(50), start(100, { ...NO_CALLS, writes: 1 })];
    const { cold, warm } =
      figuresOf({ bareMs: [41, 40, 900], cold: new Map([['ours', starts]]), warm: new Map() }).get('ours') ?? {};
    expect(cold).toMatchObject({
      wallMs: 90,
      lessBareMs: 49,
      ownMs: 45,
      importMs: 22.5,
      firstAnswerMs: 18,
      peakMiB: 50,
    });
    expect(cold?.calls).toEqual({ reads: 1, writes: 1, settings: 1 });
    expect(warm).toBeNull();
  });

  it('are quantiles within each warm round, and the median of the rounds', () => {
    const round = (...micros: number[]): WarmTurn[] =>
      micros.map((each) => ({ name: 'ReadyIntent', index: 1, micros: each, calls: 0 }));
    const rounds = [round(10, 20, 30), round(1, 2, 3), round(100, 200, 300)];
    const figures = figuresOf({ bareMs: [40], cold: new Map(), warm: new Map([['hello', rounds]]) }).get('hello');
    expect(figures?.warm).toMatchObject({ p50Micros: 20, oneCallP50Micros: null, mostCallsLater: 0 });
    expect(figures?.warm?.p99Micros).toBeCloseTo(29.8, 9);
  });

  it('keep turns with one call apart, and do not hold the first turn to what later ones may call', () => {
    const turns: WarmTurn[] = [
      { name: 'LaunchRequest', index: 0, micros: 900, calls: 3 },
      { name: 'ReadyIntent', index: 1, micros: 500, calls: 1 },
      { name: 'ReadyIntent', index: 2, micros: 700, calls: 1 },
      { name: 'HelpIntent', index: 3, micros: 100, calls: 0 },
    ];
    const figures = figuresOf({ bareMs: [40], cold: new Map(), warm: new Map([['ours', [turns]]]) }).get('ours');
    expect(figures?.warm).toMatchObject({ oneCallP50Micros: 600, mostCallsLater: 1 });
    expect(figures?.warm?.p50MicrosByTurn).toEqual({ LaunchRequest: 900, ReadyIntent: 600, HelpIntent: 100 });
  });
});

describe('the targets', () => {
  const OURS: Contender = {
    id: 'ours',
    title: 'ours',
    file: 'index.mjs',
    bytes: 300_001,
    gzipBytes: 95_000,
    measured: ['cold', 'warm'],
    usesStore: true,
  };
  const WARM = { p50Micros: 150, p99Micros: 1_010, oneCallP50Micros: 1_600, mostCallsLater: 2, p50MicrosByTurn: {} };
  const cold = (wallMs: number, ownMs: number, firstAnswerMs: number, peakMiB: number): Figures => ({
    cold: {
      wallMs,
      ownMs,
      firstAnswerMs,
      peakMiB,
      importMs: 1,
      lessBareMs: 1,
      calls: { reads: 1, writes: 2, settings: 1 },
    },
    warm: WARM,
  });
  const FIGURES = new Map<ContenderId, Figures>([
    ['raw', cold(40, 1, 0, 47)],
    ['hello', cold(50, 10, 1, 50)],
    ['naive', cold(200, 100, 50, 75)],
    ['ours', cold(120, 90, 60, 60)],
    ['ours-without-store', { cold: null, warm: WARM }],
  ]);

  it('say what is reached, what is not, and what another run may see differently', () => {
    const told = targetsOf([OURS], FIGURES).map(
      ({ measure, value, verdict, isCertain }) => `${measure}: ${value} ${verdict}${isCertain ? '' : '?'}`,
    );
    expect(told).toEqual([
      'own time against the hello world: 9 reached',
      'own time against the whole AWS client: 0.9 not reached',
      'wall time against no dependency: 3 reached',
      'wall time against the hello world: 2.4 reached',
      'first answer once loaded, ms: 60 not reached',
      'peak memory against the hello world: 1.2 reached',
      'bundle, KB: 300.001 not reached',
      'bundle gzipped, KB: 95 reached',
      'warm turn without the store, p50 µs: 150 reached',
      'warm turn without the store, p99 µs: 1010 not reached?',
      'warm turn with one call, p50 µs: 1600 not reached',
      'reads until the first answer, one of them while loading: 1 reached',
      'writes in the first turn: 2 not reached',
      'calls in any later turn: 2 not reached',
    ]);
  });

  it('are refused where a baseline that they need is missing', () => {
    expect(() => targetsOf([OURS], new Map([...FIGURES].filter(([id]) => id !== 'naive')))).toThrow(
      'naive was not measured',
    );
  });
});

describe('the options', () => {
  it('have sensible values where nothing is said', () => {
    expect(readBenchOptions([])).toEqual({
      rounds: 15,
      warmRounds: 5,
      warmUps: 20,
      conversations: 30,
      out: 'dist/bench/bench.json',
    });
  });

  it('are read', () => {
    const words = ['--rounds', '3', '--warm-rounds=2', '--warm-ups', '1', '--conversations', '9999', '--out=a.json'];
    expect(readBenchOptions(words)).toEqual({
      rounds: 3,
      warmRounds: 2,
      warmUps: 1,
      conversations: 9_999,
      out: 'a.json',
    });
  });

  it.each(['0', '-1', '1.5', 'many', '', '10000'])('are refused as "%s"', (count) => {
    expect(() => readBenchOptions([`--rounds=${count}`])).toThrow('--rounds takes a number from 1 to 9999');
  });

  it('are refused when nobody knows them', () => {
    expect(() => readBenchOptions(['--quick'])).toThrow("Unknown option '--quick'");
  });
});
