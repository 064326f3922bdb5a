import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LoadOptions } from './options';

/** A DynamoDB in a process of its own, so that what it takes is not counted as ours. */
export interface Database {
  readonly endpoint: string;
  usage(): Promise<DatabaseUsage>;
  stop(): Promise<void>;
}

/** What it has taken since it began; null where that cannot be known. */
export interface DatabaseUsage {
  readonly cpuMs: number | null;
  readonly rssBytes: number | null;
  /** Requests that reached it. */
  readonly requests: number | null;
}

/**
 * Start it, empty, on 127.0.0.1. It ends with this process, however this ends: it notices that nobody is at the other
 * end any more.
 * @throws Error with a message for the operator when it cannot be started
 */
export async function startDatabase({ database, port }: Pick<LoadOptions, 'database' | 'port'>): Promise<Database> {
  const child = fork(path.join(__dirname, 'database-process.mjs'), [database, String(port)], { execArgv: [] });
  const told = await nextFrom(child);
  if (told.kind === 'listening')
    return {
      endpoint: `http://127.0.0.1:${told.port}`,
      usage: async () => {
        if (!child.connected) throw new Error('The database ended in the middle of the run.');
        child.send('usage');
        return (await nextFrom(child)) as Told & DatabaseUsage;
      },
      stop: async () => {
        if (child.exitCode !== null) return;
        child.disconnect();
        await once(child, 'exit');
      },
    };
  child.disconnect();
  throw new Error(
    told.why === 'port-taken'
      ? `Port ${port} on 127.0.0.1 is taken, perhaps by the database of an aborted run: stop it, or leave --port out.`
      : `The database cannot be started: ${told.why}.`,
  );
}

interface Told {
  readonly kind: 'listening' | 'failed' | 'usage';
  readonly port?: number;
  readonly why?: string;
}

async function nextFrom(child: ChildProcess): Promise<Told> {
  const gone = once(child, 'exit').then(([code]) => ({ kind: 'failed' as const, why: `it ended with ${code}` }));
  const told = once(child, 'message').then(([message]) => message as Told);
  return Promise.race([told, gone]);
}
