import { type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { ProgressStore } from '../../lambda/core/ports';
import { type Attributes, fromAttributes } from '../../lambda/storage/attribute-value';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { type DatabaseWire, layDatabaseWire } from './database-wire';

/** A database of its own behind a wire, and a way past the wire to what is stored. */
export interface EmbeddedTable {
  readonly wire: DatabaseWire;
  /** Over the wire. */
  readonly store: ProgressStore;
  /** Every item, by sort key; one listener's items only make sense here. */
  items(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
  /** Partition and sort keys of every item, in any order. */
  keys(): Promise<readonly (readonly [string, string])[]>;
  /** Put an item as somebody else might have. */
  plant(item: Attributes): Promise<void>;
  close(): Promise<void>;
}

/** Open a table. `connect` makes the client that the store goes through, the function's own when left out. */
export async function openEmbeddedTable(
  connect: (endpoint: string) => DynamoDBClient = (endpoint) => createDynamoClient({ endpoint, ...LOCAL_ACCESS }),
): Promise<EmbeddedTable> {
  const { client: direct, endpoint, tableName, close } = await startEmbeddedDatabase();
  const wire = await layDatabaseWire(endpoint);
  const client = connect(wire.endpoint);
  const scan = async () => (await direct.send(new ScanCommand({ TableName: tableName }))).Items ?? [];
  return {
    wire,
    store: createDynamoProgressStore({ client, tableName }),
    items: async () => Object.fromEntries((await scan()).map((item) => [item.sk?.S, fromAttributes(item)])),
    keys: async () => (await scan()).map((item) => [item.pk?.S ?? '', item.sk?.S ?? ''] as const),
    plant: async (item) => {
      await direct.send(new PutItemCommand({ TableName: tableName, Item: item }));
    },
    close: async () => {
      client.destroy();
      await wire.close();
      await close();
    },
  };
}
