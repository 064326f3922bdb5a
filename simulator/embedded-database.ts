import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { createDynamoClient } from '../lambda/storage/dynamo-client';
import { PARTITION_KEY, SORT_KEY } from '../lambda/storage/table-shape';

/** A DynamoDB of our own on loopback, with the progress table in it. */
export interface EmbeddedDatabase {
  /** For `AWS_ENDPOINT_URL_DYNAMODB`, or for a client of one's own. */
  readonly endpoint: string;
  readonly tableName: string;
  /** Bounded as the function's own client is; closed with the database. */
  readonly client: DynamoDBClient;
  close(): Promise<void>;
}

/** The folder named for the data cannot be used. The message says why and what to do, to the person who named it. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/** A local database asks who is there but takes any answer. */
export const LOCAL_ACCESS = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/**
 * Start the database. What was saved is there again the next time, even if the process was killed.
 * @param dataFolder - kept between runs, made when missing; in memory without it
 * @throws DataFolderError when somebody else is using the folder, or what is in it cannot be read
 */
export async function startEmbeddedDatabase(dataFolder?: string): Promise<EmbeddedDatabase> {
  const server = dynalite({
    createTableMs: 0,
    ...(dataFolder !== undefined && { path: await readyFolder(dataFolder) }),
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createDynamoClient({ endpoint, ...LOCAL_ACCESS });
  const close = async () => {
    client.destroy();
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  };
  try {
    await createProgressTable(client, TABLE_NAME);
  } catch (error) {
    await close();
    throw error;
  }
  return { endpoint, tableName: TABLE_NAME, client, close };
}

/** Make the progress table if it is not there yet, and wait until it can be used. */
export async function createProgressTable(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: PARTITION_KEY, AttributeType: 'S' },
          { AttributeName: SORT_KEY, AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
          { AttributeName: SORT_KEY, KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error;
  }
  for (let tries = 0; tries < 20; tries += 1) {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    if (table?.TableStatus === 'ACTIVE') return;
    await wait(10 * 2 ** Math.min(tries, 6));
  }
  throw new Error(`The table ${tableName} is not ready`);
}

const TABLE_NAME = 'my-back-routine';

/**
 * Open and read the data once before dynalite does: dynalite ends the whole process when it cannot open its database. LevelDB itself locks
 * an open database against other processes, and lets go when its process ends, however it ends.
 */
async function readyFolder(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'dynamodb');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new DataFolderError(`Cannot use ${folder} (${reasonOf(error)}): choose another folder with --data.`, {
      cause: error,
    });
  }
  const level = new Level(folder, { valueEncoding: 'json' });
  try {
    await level.open();
    for (const [key, value] of await level.iterator().all()) {
      if (isHalfMadeTable(key, value)) await level.del(key);
    }
  } catch (error) {
    const problem = isLocked(error)
      ? `Another simulator is using ${folder}: stop it, or choose another folder with --data.`
      : `The data in ${folder} cannot be read (${reasonOf(error)}): remove that folder to start afresh, or choose another with --data.`;
    throw new DataFolderError(problem, { cause: error });
  } finally {
    await level.close();
  }
  return folder;
}

/** Whether a run was aborted while it made this table: nothing is in it yet, and nobody would finish it. */
function isHalfMadeTable(key: string, value: unknown): boolean {
  return key.startsWith('table~') && (value as { readonly TableStatus?: unknown }).TableStatus === 'CREATING';
}

/** The part of LevelDB that we use, from where dynalite has it: the same version reads the same files. */
interface LevelDatabase {
  open(): Promise<void>;
  iterator(): { all(): Promise<[key: string, value: unknown][]> };
  del(key: string): Promise<void>;
  close(): Promise<void>;
}

const { Level } = createRequire(require.resolve('dynalite'))('level') as {
  readonly Level: new (folder: string, options: { readonly valueEncoding: 'json' }) => LevelDatabase;
};

function isLocked(error: unknown): boolean {
  return (error as { readonly cause?: { readonly code?: unknown } }).cause?.code === 'LEVEL_LOCKED';
}

function reasonOf(error: unknown): string {
  const { cause = error } = error as Error;
  return cause instanceof Error ? cause.message : String(cause);
}
