import { chanceFrom } from '../../scripts/load/chance';
import type { Turn } from '../../scripts/load/instance';
import { judgeMemory, type MemoryPoint } from '../../scripts/load/memory';
import { readLoadOptions } from '../../scripts/load/options';
import { itemBytes } from '../../scripts/load/stored-items';
import { faultsOf, startTally } from '../../scripts/load/tally';

describe('the options of a load run', () => {
  it('are a long run where nothing is said', () => {
    expect(readLoadOptions([])).toEqual({
      listeners: 5_000,
      overlapping: 1_000,
      concurrency: 16,
      seconds: 600,
      seed: 1,
      port: 0,
      throttledPercent: 0,
      database: 'dynalite',
      leakBytes: 0,
      json: null,
    });
  });

  it.each([
    { words: ['--listeners', 'many'], says: '--listeners takes a number from 20 to 1000000, not "many"' },
    { words: ['--seconds=0'], says: '--seconds takes a number from 1 to 7200, not "0"' },
    { words: ['--throttled=101'], says: '--throttled takes a number from 0 to 100, not "101"' },
    { words: ['--listeners=30'], says: '--overlapping takes at most half of the listeners, 15, not 1000' },
  ])('refuse $words', ({ words, says }) => expect(() => readLoadOptions(words)).toThrow(says));
});

describe('chance', () => {
  const thrown = (seed: number) => {
    const chance = chanceFrom(seed);
    return Array.from({ length: 5 }, () => chance.below(1_000));
  };

  it('is the same for the same seed, and another for the next', () => {
    expect(thrown(7)).toEqual(thrown(7));
    expect(thrown(7)).not.toEqual(thrown(8));
  });

  it('happens about as often as it is told to', () => {
    const chance = chanceFrom(1);
    const happened = Array.from({ length: 10_000 }, () => chance.happens(0.2)).filter(Boolean).length;
    expect(happened).toBeGreaterThan(1_850);
    expect(happened).toBeLessThan(2_150);
  });

  it('reaches both ends of a span', () => {
    const chance = chanceFrom(1);
    const found = new Set(Array.from({ length: 100 }, () => chance.between(3, 5)));
    expect([...found].sort((a, b) => a - b)).toEqual([3, 4, 5]);
  });
});

const MIB = 1_048_576;

/** Points at equal distances. */
function points(heldMiB: readonly number[], everyTurns = 10_000): MemoryPoint[] {
  return heldMiB.map((held, at) => ({ turns: (at + 1) * everyTurns, heldBytes: held * MIB, rssBytes: 0 }));
}

describe('memory over a run', () => {
  it.each([
    { rule: 'is flat when nothing changes', held: [30, 30, 30, 30, 30, 30, 30, 30, 30, 30], kind: 'flat' },
    { rule: 'may fill up in the first half', held: [10, 20, 25, 28, 30, 30, 30, 30, 30, 30], kind: 'flat' },
    { rule: 'may vary', held: [30, 30, 30, 30, 30, 31, 29, 31, 30, 30], kind: 'flat' },
    { rule: 'may fall', held: [30, 30, 30, 30, 30, 30, 29, 28, 27, 26], kind: 'flat' },
    { rule: 'grows when a MiB stays of every 10,000 turns', held: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], kind: 'growing' },
    { rule: 'grows when only the second half does', held: [30, 30, 30, 30, 30, 34, 38, 42, 46, 50], kind: 'growing' },
  ])('$rule', ({ held, kind }) => expect(judgeMemory(points(held)).kind).toBe(kind));

  it('is held to 24 bytes a turn in a long run, and to 3 MiB in a short one', () => {
    // 4 intervals in the second half: 3 MiB over 40,000 turns are 78.6 bytes a turn.
    expect(judgeMemory(points([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).limitBytesPerTurn).toBeCloseTo(78.64, 2);
    expect(judgeMemory(points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 50_000)).limitBytesPerTurn).toBe(24);
    // A MiB every 50,000 turns is 21 bytes a turn, every 40,000 turns 26.
    expect(judgeMemory(points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 50_000)).kind).toBe('flat');
    expect(judgeMemory(points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 40_000)).kind).toBe('growing');
  });

  it('is told in bytes a turn', () => {
    // A MiB more with every 10,000 turns.
    expect(judgeMemory(points([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).bytesPerTurn).toBeCloseTo(104.8576, 3);
  });

  it('is not judged by three points', () => {
    expect(() => judgeMemory(points([1, 2, 3]))).toThrow(RangeError);
  });
});

describe('the size of an item', () => {
  it.each([
    { rule: 'counts names and texts in UTF-8', item: { sk: { S: 'día' } }, bytes: 2 + 4 },
    { rule: 'takes a byte for two digits and one more', item: { n: { N: '1763852412345' } }, bytes: 1 + 8 },
    { rule: 'leaves zeros at the end out', item: { n: { N: '1000' } }, bytes: 1 + 2 },
    { rule: 'takes a byte for a sign', item: { n: { N: '-7' } }, bytes: 1 + 3 },
    { rule: 'takes one for yes, no and nothing', item: { a: { BOOL: true }, b: { NULL: true as const } }, bytes: 4 },
    { rule: 'takes three for a list and one for each in it', item: { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, bytes: 9 },
    {
      rule: 'takes three for a map and one for each in it',
      item: { m: { M: { x: { S: 'ab' } } } },
      bytes: 1 + 3 + 1 + 3,
    },
  ])('$rule', ({ item, bytes }) => expect(itemBytes(item)).toBe(bytes));
});

const LATER: Turn = {
  answer: '{"response":{}}',
  elapsedMs: 20,
  opens: false,
  calls: { reads: 0, writes: 1, sweeps: 0, repeats: 0, services: 0 },
  units: { read: 0, write: 1 },
  logged: [],
  thrown: null,
};

const OPENING: Turn = { ...LATER, opens: true, calls: { reads: 1, writes: 1, sweeps: 0, repeats: 0, services: 1 } };

const MERGED = { level: 'info', code: 'merged-with-another-device' } as const;

const ALL_GOES_WELL = { callsFail: false };

describe('a turn', () => {
  it.each<{ rule: string; turn: Turn; faults: string[] }>([
    { rule: 'reads and asks for the zone as a session begins', turn: OPENING, faults: [] },
    { rule: 'may write once', turn: LATER, faults: [] },
    {
      rule: 'may have its write sent again by the client',
      turn: { ...LATER, calls: { ...LATER.calls, repeats: 1 } },
      faults: [],
    },
    {
      rule: 'must not read later',
      turn: { ...LATER, calls: { ...LATER.calls, reads: 1 } },
      faults: ['1 reads in a later turn'],
    },
    {
      rule: 'must read as a session begins',
      turn: { ...OPENING, calls: { ...OPENING.calls, reads: 0 } },
      faults: ['0 reads as a session begins'],
    },
    {
      rule: 'reads once more to erase everything',
      turn: { ...LATER, calls: { ...LATER.calls, reads: 1, sweeps: 2 } },
      faults: [],
    },
    {
      rule: 'must not write twice',
      turn: { ...LATER, calls: { ...LATER.calls, writes: 2 } },
      faults: ['2 writes in a turn'],
    },
    {
      rule: 'reads and writes once more where another device wrote first',
      turn: { ...LATER, logged: [MERGED], calls: { ...LATER.calls, reads: 1, writes: 2 } },
      faults: [],
    },
    {
      rule: 'writes once more for what was still waiting',
      turn: {
        ...LATER,
        logged: [{ level: 'info', code: 'saved-what-was-waiting' }],
        calls: { ...LATER.calls, writes: 2 },
      },
      faults: [],
    },
    {
      rule: 'must not ask the settings service again',
      turn: { ...LATER, calls: { ...LATER.calls, services: 1 } },
      faults: ['1 calls of services in a later turn'],
    },
    {
      rule: 'must not log an error',
      turn: { ...LATER, logged: [{ level: 'error', code: 'turn-failed' }] },
      faults: ['logged: turn-failed'],
    },
    { rule: 'must not throw', turn: { ...LATER, answer: null, thrown: 'Error: no' }, faults: ['thrown: Error: no'] },
    { rule: 'must come in time', turn: { ...LATER, elapsedMs: 7_001 }, faults: ['answered after more than 7000 ms'] },
  ])('$rule', ({ turn, faults }) => expect(faultsOf(turn, ALL_GOES_WELL)).toEqual(faults));

  it('may say that the store was away, and call again, where calls fail on purpose', () => {
    const tried = { ...LATER, calls: { ...LATER.calls, writes: 2 } };
    const away: Turn = { ...tried, logged: [{ level: 'error', code: 'store-unavailable' }] };
    expect(faultsOf(away, { callsFail: true })).toEqual([]);
    expect(faultsOf({ ...away, logged: [{ level: 'error', code: 'turn-failed' }] }, { callsFail: true })).toEqual([
      'logged: turn-failed',
    ]);
  });
});

describe('a tally', () => {
  it('adds up the turns that open a session apart from later ones', () => {
    const tally = startTally(ALL_GOES_WELL);
    tally.add({ ...OPENING, units: { read: 0.5, write: 1 } });
    tally.add({ ...LATER, logged: [MERGED], calls: { ...LATER.calls, reads: 1, writes: 2 } });
    tally.add(LATER);
    expect(tally).toMatchObject({ turns: 3, merges: 1, waited: 0 });
    expect(tally.opening).toMatchObject({ turns: 1, reads: 1, writes: 1, services: 1, readUnits: 0.5, writeUnits: 1 });
    expect(tally.later).toMatchObject({ turns: 2, reads: 1, writes: 3, services: 0, answerBytes: 30 });
    expect(tally.errors.size).toBe(0);
  });

  it('tells below which time how many turns took', () => {
    const tally = startTally(ALL_GOES_WELL);
    for (let ms = 1; ms <= 100; ms += 1) tally.add({ ...LATER, elapsedMs: ms });
    expect(tally.elapsedMs(0.5)).toBeCloseTo(50, 0);
    expect(tally.elapsedMs(0.99)).toBeCloseTo(99, 0);
  });

  it('counts the same fault once for every turn that has it', () => {
    const tally = startTally(ALL_GOES_WELL);
    for (let turns = 0; turns < 3; turns += 1) tally.add({ ...LATER, calls: { ...LATER.calls, writes: 2 } });
    expect([...tally.errors]).toEqual([['2 writes in a turn', 3]]);
  });
});
