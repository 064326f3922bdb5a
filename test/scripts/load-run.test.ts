import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { figuresOf } from '../../scripts/load/figures';
import { readLoadOptions } from '../../scripts/load/options';
import { reportOf } from '../../scripts/load/report';
import { runLoad } from '../../scripts/load/run-load';

const silent = () => {};

it('answers overlapping listeners without a fault, with the calls that are promised and no others', async () => {
  const options = readLoadOptions(['--listeners=300', '--overlapping=30', '--seconds=3', '--concurrency=4']);
  const results = await runLoad(options, silent, 0);
  const { crowd, tally, stored, database } = results;
  expect(results.errors).toEqual([]);
  expect(crowd.begun).toBeGreaterThan(30);
  expect(tally.opening.reads + tally.later.reads).toBe(tally.opening.turns + tally.merges + tally.erasures);
  expect(tally.opening.services).toBe(tally.opening.turns);
  expect(tally.opening.writes + tally.later.writes).toBeLessThanOrEqual(tally.turns + tally.merges + tally.waited);
  expect(database.requests).toBeGreaterThan(tally.turns / 2);
  expect(crowd.daysIn).toBeGreaterThan(0);
  expect(stored.daysIn).toBe(crowd.daysIn);
  for (const { maxBytes } of stored.kinds) expect(maxBytes).toBeLessThan(1_024);
  expect(reportOf(figuresOf(results), options)).toMatch(/^reads a session +1\.000$/m);
});

it('says so when memory grows', async () => {
  const leaking = readLoadOptions([
    '--listeners=40',
    '--overlapping=20',
    '--seconds=1',
    '--concurrency=2',
    '--plant-leak=400000',
  ]);
  const { memoryVerdict, errors } = await runLoad(leaking, silent, 0);
  expect(memoryVerdict).toMatchObject({ kind: 'growing' });
  expect(errors).toContain('memory grows');
});

it('goes on without a fault while some calls of the database are throttled', async () => {
  const troubled = readLoadOptions([
    '--listeners=20',
    '--overlapping=10',
    '--seconds=1',
    '--concurrency=4',
    '--throttled=20',
  ]);
  const { tally, errors } = await runLoad(troubled, silent, 0);
  expect(tally.logged.get('store-unavailable')).toBeGreaterThan(0);
  expect(tally.opening.repeats + tally.later.repeats).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

function startScript(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/load.ts', ...words], {
    cwd: path.join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('says in a line that the port for its database is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const load = startScript('--port', String(port));
  const [complaint, [code]] = await Promise.all([text(load.stderr as never), once(load, 'close')]);
  other.close();
  expect(code).toBe(1);
  expect(complaint).toBe(
    `Port ${port} on 127.0.0.1 is taken, perhaps by the database of an aborted run: stop it, or leave --port out.\n`,
  );
});

it.each(['SIGINT', 'SIGKILL'] as const)('leaves no database behind after %s', async (signal) => {
  const port = await freePort();
  const load = startScript('--port', String(port));
  await until(async () => isTaken(port));
  load.kill(signal);
  await once(load, 'exit');
  await until(async () => !(await isTaken(port)));
  expect(load.signalCode ?? load.exitCode).toBe(signal === 'SIGINT' ? 130 : 'SIGKILL');
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

async function isTaken(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return false;
  } catch {
    return true;
  } finally {
    server.close();
  }
}
