import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ListenerKey } from '../../lambda/core/ports';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { createProgressTable, LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { EXAMPLE_DAY, EXAMPLE_PROFILE } from './example-progress';
import { describeProgressStore, type OpenStore } from './progress-store-contract';

jest.setTimeout(60_000);

describeProgressStore('dynalite', async () => {
  const { client, tableName, close } = await startEmbeddedDatabase();
  return openOver(client, tableName, close);
});

const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
if (endpoint !== undefined) describeProgressStore(`the database at ${endpoint}`, openEndpoint);

describe('a progress store on DynamoDB', () => {
  it('makes one call for a load and one for a save, of whatever kind', async () => {
    const { client, tableName, close } = await startEmbeddedDatabase();
    const calls: string[] = [];
    client.middlewareStack.add(
      (next, context) => (request) => {
        calls.push(String(context.commandName));
        return next(request);
      },
      { step: 'finalizeRequest' },
    );
    const store = createDynamoProgressStore({ client, tableName });
    const listener = randomUUID() as ListenerKey;
    await store.load(listener);
    await store.save(listener, { kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null });
    await store.save(listener, { kind: 'day', value: EXAMPLE_DAY, basedOn: null });
    await store.save(listener, { kind: 'day', value: EXAMPLE_DAY, basedOn: null });
    await store.save(listener, { kind: 'member', value: listener, basedOn: null });
    await store.load(listener, { consistent: true });
    await close();
    expect(calls).toEqual([
      'QueryCommand',
      'UpdateItemCommand',
      'UpdateItemCommand',
      'UpdateItemCommand',
      'UpdateItemCommand',
      'QueryCommand',
    ]);
  });
});

/** Takes credentials and region from the environment like the function; a local database takes any. */
async function openEndpoint(): Promise<OpenStore> {
  const client = createDynamoClient(process.env.AWS_ACCESS_KEY_ID === undefined ? LOCAL_ACCESS : {});
  const tableName = `my-back-routine-${randomUUID()}`;
  await createProgressTable(client, tableName);
  return openOver(client, tableName, async () => {
    await client.send(new DeleteTableCommand({ TableName: tableName }));
    client.destroy();
  });
}

function openOver(client: DynamoDBClient, tableName: string, close: () => Promise<void>): OpenStore {
  return {
    store: createDynamoProgressStore({ client, tableName }),
    async plant(item) {
      await client.send(new PutItemCommand({ TableName: tableName, Item: item }));
    },
    async dig(listener, sortKey) {
      const Key = { pk: { S: listener }, sk: { S: sortKey } };
      return (await client.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
    },
    close,
  };
}
