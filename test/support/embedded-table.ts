import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { ListenerKey, ProgressStore } from '../../lambda/core/ports';
import { type Attributes, fromAttributes } from '../../lambda/storage/attribute-value';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { type DatabaseWire, layDatabaseWire } from './database-wire';

/** A database of its own behind a wire, and ways past the wire to what is stored. */
export interface EmbeddedTable extends Tap {
  /** Another wire to the same table, with a client of its own, for one listener: whoever its store is asked about is her. Closed with the table. */
  tap(listener: string): Promise<Tap>;
  /** Every item, by sort key; one listener's items only make sense here. */
  items(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
  /** Partition and sort keys of every item, in any order. */
  keys(): Promise<readonly (readonly [string, string])[]>;
  /** Every item of every listener. */
  everything(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Put items as somebody else might have. */
  plant(...items: readonly Attributes[]): Promise<void>;
  close(): Promise<void>;
}

/** A wire and the store at its end. */
export interface Tap {
  readonly wire: DatabaseWire;
  readonly store: ProgressStore;
}

/** Open a table. `connect` makes the client that the store goes through, the function's own when left out. */
export async function openEmbeddedTable(
  connect: (endpoint: string) => DynamoDBClient = (endpoint) => createDynamoClient({ endpoint, ...LOCAL_ACCESS }),
): Promise<EmbeddedTable> {
  const { endpoint, tableName, close } = await startEmbeddedDatabase();
  // It waits as long as it takes: how long that is, is not what is tested.
  const direct = new DynamoDBClient({ endpoint, ...LOCAL_ACCESS });
  const closing: (() => Promise<void>)[] = [];
  const layWire = async (): Promise<Tap> => {
    const wire = await layDatabaseWire(endpoint);
    const client = connect(wire.endpoint);
    wire.lead(client);
    closing.push(async () => {
      client.destroy();
      await wire.close();
    });
    return { wire, store: createDynamoProgressStore({ client, tableName }) };
  };
  const scan = async () => (await direct.send(new ScanCommand({ TableName: tableName }))).Items ?? [];
  return {
    ...(await layWire()),
    tap: async (listener) => {
      const { wire, store } = await layWire();
      return { wire, store: storeOf(listener as ListenerKey, store) };
    },
    items: async () => Object.fromEntries((await scan()).map((item) => [item.sk?.S, fromAttributes(item)])),
    keys: async () => (await scan()).map((item) => [item.pk?.S ?? '', item.sk?.S ?? ''] as const),
    everything: async () => (await scan()).map(fromAttributes),
    plant: async (...items) => {
      for (let at = 0; at < items.length; at += BATCH_ITEMS) {
        const puts = items.slice(at, at + BATCH_ITEMS).map((Item) => ({ PutRequest: { Item } }));
        await direct.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
      }
    },
    close: async () => {
      for (const closeTap of closing.splice(0)) await closeTap();
      direct.destroy();
      await close();
    },
  };
}

function storeOf(listener: ListenerKey, { load, save, erase }: ProgressStore): ProgressStore {
  return {
    load: (_, options) => load(listener, options),
    save: (_, change, options) => save(listener, change, options),
    erase: (_, options) => erase(listener, options),
  };
}

/** Most items that one batch may hold. Source: BatchWriteItem in the DynamoDB API reference; sure H. */
const BATCH_ITEMS = 25;
