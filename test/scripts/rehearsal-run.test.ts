import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { createSteps } from '../../scripts/rehearsal/steps';

let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'rehearse-test-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function startRehearsal(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/rehearse.ts', ...words], {
    cwd: path.join(__dirname, '../..'),
    env: { PATH: process.env.PATH, TMPDIR: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('shows how it is called when it is called wrongly', async () => {
  const rehearsal = startRehearsal('--hasty');
  const [complaint, [code]] = await Promise.all([text(rehearsal.stderr as never), once(rehearsal, 'close')]);
  expect(code).toBe(1);
  expect(complaint).toMatch(/^Unknown option '--hasty'.*\n\nUsage: npm run rehearse/s);
});

it('leaves nothing behind when it is interrupted', async () => {
  const rehearsal = startRehearsal();
  const leftBehind = () => readdirSync(home).filter((name) => name.startsWith('back-routine-rehearsal-'));
  while (leftBehind().length === 0) await wait(20);
  rehearsal.kill('SIGINT');
  expect(await once(rehearsal, 'exit')).toEqual([130, null]);
  expect(leftBehind()).toEqual([]);
  expect(existsSync(home)).toBe(true);
});

describe('the list of steps', () => {
  it('tells of each what it found, and stops at the first that fails with its reason', async () => {
    const lines: string[] = [];
    const steps = createSteps((line) => lines.push(line));
    await steps.run('first', (tell) => tell('found two'));
    const failing = steps.run('second', () => {
      throw new Error('no such table');
    });
    await expect(failing).rejects.toMatchObject({ name: 'StepFailed', message: 'second: no such table' });
    expect(lines).toEqual([
      expect.stringMatching(/^first +0\.0 s {2}ok$/),
      '  found two',
      expect.stringMatching(/^second +0\.0 s {2}FAILED$/),
    ]);
  });

  it('remembers what could not be rehearsed', () => {
    const lines: string[] = [];
    const steps = createSteps((line) => lines.push(line));
    steps.skip('the table in DynamoDB Local', 'no Java');
    expect(steps.skipped).toEqual(['the table in DynamoDB Local']);
    expect(lines.join()).toMatch(/^the table in DynamoDB Local +SKIPPED: no Java$/);
  });
});
