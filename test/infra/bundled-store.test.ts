import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { transform } from 'esbuild';
import { bundleLambda } from '../../infra/lambda-bundle';
import type { ListenerKey, ProgressStore } from '../../lambda/core/ports';
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

describe('what the bundle signs', () => {
  const IDENTITY = {
    AWS_ACCESS_KEY_ID: 'AKEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret/+',
    AWS_SESSION_TOKEN: 'token/+==',
  };
  const LISTENER = 'account-ñandú-🦤' as ListenerKey;
  /** Every header that it sends, but `connection`, which is for the next hop. */
  const SIGNED = [
    'amz-sdk-invocation-id',
    'amz-sdk-request',
    'content-length',
    'content-type',
    'host',
    'x-amz-content-sha256',
    'x-amz-date',
    'x-amz-security-token',
    'x-amz-target',
  ];
  /** The one that the bundle sees: jest's own is a copy. */
  const { env } = runInThisContext('process') as NodeJS.Process;

  beforeEach(() => {
    const before = { ...env };
    Object.assign(env, IDENTITY);
    closing.push(async () => {
      for (const name of Object.keys(IDENTITY)) delete env[name];
      Object.assign(env, before);
    });
  });

  /** A store by the bundle, before a server that answers so; and every request that came to it. */
  async function storeBefore(answer: (request: Request, response: ServerResponse) => void) {
    const requests: Request[] = [];
    const server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { method = '', url = '', headers } = incoming;
        const request = { method, url, headers, body: Buffer.concat(chunks) };
        requests.push(request);
        answer(request, response);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = storage.createDynamoClient({ endpoint, region: 'eu-west-1' });
    closing.push(async () => {
      client.destroy();
      server.closeAllConnections();
      server.close();
    });
    return { requests, store: storage.createDynamoProgressStore({ client, tableName: 'progress' }) };
  }

  it('is its request, body and session token included, as Signature Version 4 has it', async () => {
    const { requests, store } = await storeBefore((_, response) => response.end('{"Items":[]}'));
    await store.load(LISTENER);
    const [request] = requests;
    expect(request?.body.toString()).toContain('ñandú-🦤');
    expect(request?.headers['x-amz-security-token']).toBe('token/+==');
    expect(request?.headers.authorization).toBe(
      authorizationOf(request as Request, {
        keyId: 'AKEXAMPLE',
        secret: 'secret/+',
        region: 'eu-west-1',
        signed: SIGNED,
      }),
    );
  });

  it('bears the time of the database from the second attempt on, when that is ten minutes ahead', async () => {
    const aheadMs = 600_000;
    const { requests, store } = await storeBefore(({ headers }, response) => {
      const nowMs = Date.now() + aheadMs;
      response.setHeader('date', new Date(nowMs).toUTCString());
      if (Math.abs(nowMs - signedAtMs(headers)) < 300_000) return response.end('{"Items":[]}');
      const __type = 'com.amazon.coral.service#InvalidSignatureException';
      return response.writeHead(400).end(JSON.stringify({ __type, message: 'Signature expired' }));
    });
    expect(await store.load(LISTENER)).toEqual({ profile: { kind: 'none' }, days: [] });
    expect(requests).toHaveLength(2);
  });
});

interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `20261123T091500Z` */
function signedAtMs(headers: IncomingHttpHeaders): number {
  return Date.parse(String(headers['x-amz-date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** Source: AWS Signature Version 4, "Create a signed AWS API request", steps 1 to 5. */
function authorizationOf(
  { method, url, headers, body }: Request,
  { keyId, secret, region, signed }: { keyId: string; secret: string; region: string; signed: readonly string[] },
): string {
  const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const lines = signed.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = [method, url, '', lines, signed.join(';'), sha256(body)].join('\n');
  const at = String(headers['x-amz-date']);
  const scope = [at.slice(0, 8), region, 'dynamodb', 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', at, scope.join('/'), sha256(canonical)].join('\n')).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${keyId}/${scope.join('/')}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
}

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
