import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { transform } from 'esbuild';
import { bundleLambda } from '../../infra/lambda-bundle';
import type { ProgressStore } from '../../lambda/core/ports';
import type { createDynamoClient } from '../../lambda/storage/dynamo-client';
import type { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { toItem } from '../../lambda/storage/progress-item';
import { LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { EXAMPLE_DAY, EXAMPLE_LISTENER } from '../storage/example-progress';
import { describeProgressStore } from '../storage/progress-store-contract';
import { type DatabaseWire, layDatabaseWire } from '../support/database-wire';

/** What storage exports, out of a bundle made as the function's own is: with all that is left out of that one left out. */
interface BundledStorage {
  readonly createDynamoClient: typeof createDynamoClient;
  readonly createDynamoProgressStore: typeof createDynamoProgressStore;
}

let outdir: string;
let storage: BundledStorage;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  outdir = mkdtempSync(path.join(tmpdir(), 'bundled-store-'));
  const entry = path.join(outdir, 'entry.ts');
  const exported = ['dynamo-client', 'dynamo-progress-store'].map((name) =>
    path.join(__dirname, '../../lambda/storage', name),
  );
  writeFileSync(entry, exported.map((file) => `export * from ${JSON.stringify(file)};`).join('\n'));
  storage = await runOutsideJest((await bundleLambda(outdir, entry)).file);
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

afterAll(() => rmSync(outdir, { recursive: true }));

describeProgressStore('a database by the bundle', async () => {
  const { client: direct, endpoint, tableName, close } = await startEmbeddedDatabase();
  const client = storage.createDynamoClient({ endpoint, ...LOCAL_ACCESS });
  return {
    store: storage.createDynamoProgressStore({ client, tableName }),
    async plant(item) {
      await direct.send(new PutItemCommand({ TableName: tableName, Item: item }));
    },
    async dig(listener, sortKey) {
      const Key = { pk: { S: listener }, sk: { S: sortKey } };
      return (await direct.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
    },
    async close() {
      client.destroy();
      await close();
    },
  };
});

describe('the bundle over a wire that fails', () => {
  let wire: DatabaseWire;
  let store: ProgressStore;

  beforeEach(async () => {
    const { endpoint, tableName, close } = await startEmbeddedDatabase();
    wire = await layDatabaseWire(endpoint);
    const client = storage.createDynamoClient({ endpoint: wire.endpoint, ...LOCAL_ACCESS });
    closing.push(async () => client.destroy(), wire.close, close);
    store = storage.createDynamoProgressStore({ client, tableName });
  });

  it.each([
    { trouble: 'access-denied', type: 'com.amazon.coral.service#AccessDeniedException' },
    { trouble: 'access-denied', type: 'com.amazon.coral.service#ExpiredTokenException' },
    { trouble: 'missing-table', type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException' },
    {
      trouble: 'throttled',
      type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
      attempts: 2,
    },
    { trouble: 'refused', type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', status: 500, attempts: 2 },
    { trouble: 'refused', type: 'com.amazon.coral.validate#ValidationException' },
  ])('says $trouble when the answer is $type', async ({ trouble, type, status = 400, attempts = 1 }) => {
    wire.state = { kind: 'error', type, status };
    await expect(store.load(EXAMPLE_LISTENER)).rejects.toMatchObject({ trouble });
    expect(wire.taken()).toHaveLength(attempts);
  });

  it.each([
    { trouble: 'unreachable', kind: 'cut' },
    { trouble: 'unreachable', kind: 'torn' },
    { trouble: 'timeout', kind: 'hung' },
    { trouble: 'timeout', kind: 'stalled' },
  ] as const)('says $trouble within 2.5 s when the wire is $kind', async ({ trouble, kind }) => {
    wire.state = { kind };
    const begunMs = performance.now();
    await expect(store.load(EXAMPLE_LISTENER)).rejects.toMatchObject({ trouble });
    expect(performance.now() - begunMs).toBeLessThan(2_500);
  });

  it('gives a call up when it is told to', async () => {
    wire.state = { kind: 'hung' };
    const until = AbortSignal.timeout(50);
    await expect(store.load(EXAMPLE_LISTENER, { until })).rejects.toMatchObject({ trouble: 'timeout' });
    expect(wire.taken()).toHaveLength(1);
  });

  it('says refused when the answer makes no sense', async () => {
    wire.state = { kind: 'garbage', body: '<html>' };
    await expect(store.load(EXAMPLE_LISTENER)).rejects.toMatchObject({ trouble: 'refused' });
  });
});

it('has saved when its own write comes back at it because the first answer was lost', async () => {
  // Cloned, its lists are of Node's own class: to the bundle, those of jest's would not be equal to what is read.
  const change = structuredClone({ kind: 'day', value: EXAMPLE_DAY, basedOn: null } as const);
  const __type = 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException';
  const Item = toItem(EXAMPLE_LISTENER, change, 1);
  const server = createServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ __type, Item }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = storage.createDynamoClient({ endpoint, ...LOCAL_ACCESS });
  const store = storage.createDynamoProgressStore({ client, tableName: 'progress' });
  expect(await store.save(EXAMPLE_LISTENER, change)).toEqual({ kind: 'saved', version: 1 });
  const another = { ...change, value: { ...change.value, activeMs: 1 } };
  expect(await store.save(EXAMPLE_LISTENER, another)).toEqual({ kind: 'stale' });
});

it('asks the endpoint of the region that the function runs in', async () => {
  const client = storage.createDynamoClient({ ...LOCAL_ACCESS, region: 'eu-west-1' });
  const asked: unknown[] = [];
  client.middlewareStack.add(
    () =>
      async ({ request }) => {
        asked.push(request);
        throw new Error('Far enough');
      },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await expect(
    storage.createDynamoProgressStore({ client, tableName: 'progress' }).load(EXAMPLE_LISTENER),
  ).rejects.toMatchObject({ trouble: 'refused' });
  expect(asked).toMatchObject([
    {
      protocol: 'https:',
      hostname: 'dynamodb.eu-west-1.amazonaws.com',
      path: '/',
      headers: { authorization: expect.stringContaining('/eu-west-1/dynamodb/aws4_request') },
    },
  ]);
});

/**
 * An ES module is beyond jest, so it is made a CommonJS one; and what jest puts in the place of Node's own classes is beyond the SDK, so it runs
 * among Node's own.
 */
async function runOutsideJest(file: string): Promise<BundledStorage> {
  const { code } = await transform(readFileSync(file), { format: 'cjs', supported: { 'dynamic-import': false } });
  const module = { exports: {} };
  runInThisContext(`(function (module, require) {${code}\n})`)(module, require);
  return module.exports as BundledStorage;
}
