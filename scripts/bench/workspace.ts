import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** A folder and processes that do not outlive what they are for, however it ends. */
export interface Workspace {
  readonly dir: string;
  /** Start a program that goes on until it is killed, or until we end. */
  start(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Run a program to its end. Rejects, with the last it wrote to its standard error or else output, unless it ends well and in time. */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Ran>;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

export interface Ran {
  readonly output: string;
  /** What it wrote to descriptor 3. */
  readonly result: string;
  /** From the start of the process to the first byte at descriptor 3; NaN without one. */
  readonly firstByteMs: number;
}

export interface WorkspaceOptions {
  /** What its folder's name begins with. */
  readonly prefix?: string;
  /** Leave the folder where it is, under a name by which it is not taken for one left behind. */
  readonly keep?: boolean;
}

const PREFIX = 'back-routine-bench-';

/** Open a workspace and remove those that killed runs left behind, telling of each. */
export function openWorkspace(
  print: (line: string) => void,
  { prefix = PREFIX, keep = false }: WorkspaceOptions = {},
): Workspace {
  for (const name of leftOvers(prefix)) {
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
    print(`Removed what an aborted run left behind: ${name}`);
  }
  const dir = mkdtempSync(path.join(tmpdir(), keep ? `kept-${prefix}` : `${prefix}${process.pid}-`));
  const running = new Set<ChildProcess>();
  process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
    if (!keep) rmSync(dir, { recursive: true, force: true });
  });
  // Without a listener a signal would end us before the listeners of `exit` are called.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  return {
    dir,
    start: (program, args, options) => {
      const child = spawn(program, args, options);
      running.add(child);
      child.once('close', () => running.delete(child));
      return child;
    },
    run: (program, args, options = {}) => run(running, program, args, options),
  };
}

function leftOvers(prefix: string): readonly string[] {
  return readdirSync(tmpdir()).filter(
    (name) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)),
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function run(
  running: Set<ChildProcess>,
  program: string,
  args: readonly string[],
  { cwd, env, timeoutMs = 60_000 }: RunOptions,
): Promise<Ran> {
  const startedMs = performance.now();
  const child = spawn(program, args, {
    cwd,
    env,
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let firstByteMs = Number.NaN;
  child.stdio[3]?.once('data', () => {
    firstByteMs = performance.now() - startedMs;
  });
  try {
    const written = (to: number): Promise<string> => text(child.stdio[to] as Readable);
    const [output, complaint, result, code] = await Promise.all([written(1), written(2), written(3), ended(child)]);
    if (code !== 0)
      throw new Error(
        `${path.basename(program)} ended with ${code}: ${(complaint.trim() || output.trim()).split('\n').slice(-5).join(' ')}`,
      );
    return { output, result, firstByteMs };
  } finally {
    running.delete(child);
  }
}

function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
  });
}
