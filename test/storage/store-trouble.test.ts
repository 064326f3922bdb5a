import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProgressStore } from '../../lambda/core/ports';
import { StoreUnavailableError } from '../../lambda/core/ports';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { toItem } from '../../lambda/storage/progress-item';
import { LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { takeErrorsOfSocketsForErrors } from '../support/socket-errors';
import { EXAMPLE_DAY, EXAMPLE_LISTENER, EXAMPLE_PROFILE } from './example-progress';

const CHANGE = { kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null } as const;
const closing: (() => Promise<void>)[] = [];

beforeAll(takeErrorsOfSocketsForErrors);

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a progress store whose database fails', () => {
  it.each([
    { trouble: 'access-denied', status: 400, type: 'com.amazon.coral.service#AccessDeniedException' },
    { trouble: 'access-denied', status: 400, type: 'com.amazon.coral.service#UnrecognizedClientException' },
    { trouble: 'access-denied', status: 400, type: 'com.amazon.coral.service#ExpiredTokenException' },
    { trouble: 'missing-table', status: 400, type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException' },
    { trouble: 'throttled', status: 400, type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException' },
    {
      trouble: 'throttled',
      status: 400,
      type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    },
    { trouble: 'throttled', status: 400, type: 'com.amazonaws.dynamodb.v20120810#RequestLimitExceeded' },
    { trouble: 'refused', status: 500, type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' },
    { trouble: 'refused', status: 400, type: 'com.amazon.coral.validate#ValidationException' },
  ])('says $trouble when the answer is $type', async ({ trouble, status, type }) => {
    const store = storeAt(
      await serve((_, response) => response.writeHead(status, JSON_TYPE).end(JSON.stringify({ __type: type }))),
    );
    await expectTrouble(store, trouble);
  });

  it('says missing-table when there is no such table', async () => {
    const { endpoint, close } = await startEmbeddedDatabase();
    closing.push(close);
    await expectTrouble(storeAt(endpoint, 'no-such-table'), 'missing-table');
  });

  it('says unreachable when nobody listens there', async () => {
    const { endpoint, close } = await startEmbeddedDatabase();
    await close();
    await expectTrouble(storeAt(endpoint), 'unreachable');
  });

  it('says unreachable when the connection breaks', async () => {
    await expectTrouble(storeAt(await serve((request) => request.socket.destroy())), 'unreachable');
  });

  it('says refused when the answer makes no sense', async () => {
    await expectTrouble(
      storeAt(await serve((_, response) => response.writeHead(200, JSON_TYPE).end('<html>'))),
      'refused',
    );
  });

  it.each([
    { rule: 'never answered', respond: () => {} },
    {
      rule: 'left hanging in the middle of its answer',
      respond: ((_, response) =>
        response.writeHead(200, { ...JSON_TYPE, 'content-length': 100 }).write('{')) as RequestListener,
    },
  ])('says timeout in under 2.5 seconds when it is $rule', async ({ respond }) => {
    const store = storeAt(await serve(respond));
    const startedAtMs = performance.now();
    await expect(store.load(EXAMPLE_LISTENER)).rejects.toMatchObject({ trouble: 'timeout' });
    expect(performance.now() - startedAtMs).toBeLessThan(2_500);
  });

  it('has saved when its own write comes back at it because the first answer was lost', async () => {
    let requests = 0;
    const endpoint = await serve((_, response) => {
      requests += 1;
      if (requests === 1) return;
      const Item = toItem(EXAMPLE_LISTENER, { kind: 'day', value: EXAMPLE_DAY, basedOn: 1 }, 2);
      response.writeHead(400, JSON_TYPE).end(JSON.stringify({ __type: CONDITION_FAILED, Item }));
    });
    const change = { kind: 'day', value: EXAMPLE_DAY, basedOn: 1 } as const;
    expect(await storeAt(endpoint).save(EXAMPLE_LISTENER, change)).toEqual({ kind: 'saved', version: 2 });
    const another = { ...change, value: { ...EXAMPLE_DAY, activeMs: 1 } };
    expect(await storeAt(endpoint).save(EXAMPLE_LISTENER, another)).toEqual({ kind: 'stale' });
  });
});

describe('erasing', () => {
  it('takes every page that a query needs', async () => {
    const { asked, endpoint } = await database(
      { Items: [keyOf('DAY#2026-11-01')], LastEvaluatedKey: keyOf('DAY#2026-11-01') },
      { Items: [keyOf('PROFILE')] },
      {},
    );
    await storeAt(endpoint).erase(EXAMPLE_LISTENER);
    expect(asked.map(({ operation }) => operation)).toEqual(['Query', 'Query', 'BatchWriteItem']);
    expect(asked[1]?.body).toMatchObject({ ExclusiveStartKey: keyOf('DAY#2026-11-01') });
    expect(removedBy(asked[2]?.body)).toEqual(['DAY#2026-11-01', 'PROFILE']);
  });

  it('asks for keys alone, and for the very latest', async () => {
    const { asked, endpoint } = await database({ Items: [] });
    await storeAt(endpoint).erase(EXAMPLE_LISTENER);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toMatchObject({ ProjectionExpression: '#pk, #sk', ConsistentRead: true });
  });

  it('removes 25 at a time', async () => {
    const Items = Array.from({ length: 51 }, (_, at) => keyOf(`DAY#${at}`));
    const { asked, endpoint } = await database({ Items }, {}, {}, {});
    await storeAt(endpoint).erase(EXAMPLE_LISTENER);
    expect(asked.slice(1).map(({ body }) => removedBy(body).length)).toEqual([25, 25, 1]);
  });

  it('tries again with what the database had no time for', async () => {
    const { asked, endpoint } = await database({ Items: [keyOf('A'), keyOf('B')] }, busyWith('B'), {});
    await storeAt(endpoint).erase(EXAMPLE_LISTENER);
    expect(asked.slice(1).map(({ body }) => removedBy(body))).toEqual([['A', 'B'], ['B']]);
  });

  it('says throttled when the database never has time for the rest', async () => {
    const { asked, endpoint } = await database({ Items: [keyOf('A')] }, busyWith('A'));
    await expect(storeAt(endpoint).erase(EXAMPLE_LISTENER)).rejects.toMatchObject({ trouble: 'throttled' });
    expect(asked.map(({ operation }) => operation)).toEqual([
      'Query',
      'BatchWriteItem',
      'BatchWriteItem',
      'BatchWriteItem',
    ]);
  });

  it('gives up after 2.5 seconds in all, however many calls there would be', async () => {
    const { asked, endpoint } = await database({ Items: [], LastEvaluatedKey: keyOf('A') }, 'slow');
    const startedAtMs = performance.now();
    await expect(storeAt(endpoint).erase(EXAMPLE_LISTENER)).rejects.toMatchObject({ trouble: 'timeout' });
    expect(performance.now() - startedAtMs).toBeLessThan(2_900);
    expect(asked.length).toBeGreaterThan(2);
  });
});

const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.0' };
const CONDITION_FAILED = 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException';

/** Every way of using the store tells the same trouble, and keeps the original error for the log. */
async function expectTrouble(store: ProgressStore, trouble: string): Promise<void> {
  const { load, save, erase } = store;
  for (const attempt of [
    () => load(EXAMPLE_LISTENER),
    () => save(EXAMPLE_LISTENER, CHANGE),
    () => erase(EXAMPLE_LISTENER),
  ]) {
    const error: unknown = await attempt().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(error).toMatchObject({ trouble, cause: expect.anything() });
  }
}

function storeAt(endpoint: string, tableName = 'my-back-routine'): ProgressStore {
  const client = createDynamoClient({ endpoint, ...LOCAL_ACCESS });
  closing.unshift(async () => client.destroy());
  return createDynamoProgressStore({ client, tableName });
}

/** A server of our own in the database's place, so that errors arrive over the wire as DynamoDB sends them. */
async function serve(respond: RequestListener): Promise<string> {
  const server = createServer(respond).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Asked {
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

/** A database that gives these answers one after the other and the last one for ever; once it is `slow`, after 700 ms, with more to come. */
async function database(
  ...answers: (object | 'slow')[]
): Promise<{ readonly asked: Asked[]; readonly endpoint: string }> {
  const asked: Asked[] = [];
  const endpoint = await serve((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ operation, body: JSON.parse(Buffer.concat(chunks).toString()) });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      const body = answer === 'slow' ? { Items: [], LastEvaluatedKey: keyOf('A') } : answer;
      setTimeout(() => response.writeHead(200, JSON_TYPE).end(JSON.stringify(body)), answer === 'slow' ? 700 : 0);
    });
  });
  return { asked, endpoint };
}

function keyOf(sortKey: string) {
  return { pk: { S: EXAMPLE_LISTENER }, sk: { S: sortKey } };
}

function busyWith(sortKey: string) {
  return { UnprocessedItems: { 'my-back-routine': [{ DeleteRequest: { Key: keyOf(sortKey) } }] } };
}

function removedBy(body: Asked['body'] | undefined): string[] {
  const { RequestItems: items } = body as {
    readonly RequestItems: Record<
      string,
      { readonly DeleteRequest: { readonly Key: { readonly sk: { readonly S: string } } } }[]
    >;
  };
  return Object.values(items)
    .flat()
    .map(({ DeleteRequest: { Key } }) => Key.sk.S);
}
