import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const SMALLEST = ['--rounds=1', '--warm-rounds=1', '--warm-ups=1', '--conversations=1'];

let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'bench-test-'));
});

afterEach(() => rmSync(home, { recursive: true }));

/** Without a path to find anything on: no npx, no npm and no openssl. */
function startBench(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/bench.ts', ...words], {
    cwd: path.join(__dirname, '../..'),
    env: { PATH: '', TMPDIR: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function leftBehind(): readonly string[] {
  return readdirSync(home).filter((name) => name.startsWith('back-routine-bench-'));
}

it('measures with what there is and says in a line what there is not, removing what a killed run left', async () => {
  mkdirSync(path.join(home, 'back-routine-bench-99999999-dead'));
  const bench = startBench(...SMALLEST, '--out', path.join(home, 'results', 'bench.json'));
  const [output, complaint] = await Promise.all([
    text(bench.stdout as never),
    text(bench.stderr as never),
    once(bench, 'close'),
  ]);
  expect(complaint).toBe('');
  expect(output).toContain('Removed what an aborted run left behind: back-routine-bench-99999999-dead\n');
  expect(output).toContain('No openssl: ');
  expect(output).toMatch(/^calls in any later turn +\d\.00 +at most 1 +(not )?reached$/m);
  const { contenders, targets } = JSON.parse(readFileSync(path.join(home, 'results', 'bench.json'), 'utf8'));
  expect(contenders.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['raw', 'hello', 'naive', 'ours']),
  );
  expect(targets).toHaveLength(14);
  expect(leftBehind()).toEqual([]);
});

it('leaves nothing behind when it is interrupted', async () => {
  const bench = startBench('--rounds=999');
  await new Promise((resolve) => bench.stdout?.on('data', (chunk) => /No openssl/.test(chunk) && resolve(null)));
  expect(leftBehind()).toHaveLength(1);
  bench.kill('SIGINT');
  expect(await once(bench, 'exit')).toEqual([130, null]);
  expect(leftBehind()).toEqual([]);
});

it('shows how it is called when it is called wrongly', async () => {
  const bench = startBench('--rounds=none');
  const [complaint, [code]] = await Promise.all([text(bench.stderr as never), once(bench, 'close')]);
  expect(code).toBe(1);
  expect(complaint).toMatch(/^--rounds takes a number from 1 to 9999, not "none"\n\nUsage: npm run bench/);
});
