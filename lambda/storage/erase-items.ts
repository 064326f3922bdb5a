import { setTimeout as wait } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { EraseOptions, ListenerKey } from '../core/ports';
import type { Attributes } from './attribute-value';
import { PARTITION_KEY, SORT_KEY, voiceInSortKey, voiceSortKey } from './table-shape';

/** A table and the way to it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** Longest that erasing takes where nobody says, however many calls it needs; then what is left stays for the next time that it is asked for. */
const ERASE_WITHIN_MS = 2_500;

/**
 * Remove every item of a listener, as the port's `erase` promises.
 * @throws the SDK's error when the database fails, and one of ours with the same name when it stays too busy
 */
export async function eraseItems(
  table: Table,
  listener: ListenerKey,
  { withMembers = false, memberOf = null, until }: EraseOptions = {},
): Promise<void> {
  const deadline = until ?? AbortSignal.timeout(ERASE_WITHIN_MS);
  const kept = await sortKeysOf(table, listener, deadline);
  // The notes of the voices go last: should something fail on the way, they still tell what is left.
  const voices = withMembers ? kept.flatMap((sortKey) => voiceInSortKey(sortKey) ?? []) : [];
  for (const voice of voices) {
    await remove(table, voice, await sortKeysOf(table, voice, deadline), deadline);
  }
  const own = withMembers ? kept : kept.filter((sortKey) => voiceInSortKey(sortKey) === null);
  await remove(table, listener, own, deadline);
  if (memberOf !== null) await remove(table, memberOf, [voiceSortKey(listener)], deadline);
}

/** The sort keys of everything under a key, whoever wrote it. */
async function sortKeysOf(
  { client, tableName }: Table,
  key: string,
  deadline: AbortSignal,
): Promise<readonly string[]> {
  const found: string[] = [];
  let after: Attributes | undefined;
  do {
    const page = new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#pk = :key',
      ProjectionExpression: '#pk, #sk',
      ExpressionAttributeNames: { '#pk': PARTITION_KEY, '#sk': SORT_KEY },
      ExpressionAttributeValues: { ':key': { S: key } },
      ConsistentRead: true,
      ...(after !== undefined && { ExclusiveStartKey: after }),
    });
    const { Items: items = [], LastEvaluatedKey: last } = await client.send(page, { abortSignal: deadline });
    found.push(...items.map((item) => item[SORT_KEY]?.S ?? ''));
    after = last;
  } while (after !== undefined);
  return found;
}

/** Most items that one batch may hold. Source: BatchWriteItem in the DynamoDB API reference; sure H. */
const BATCH_ITEMS = 25;

async function remove(table: Table, key: string, sortKeys: readonly string[], deadline: AbortSignal): Promise<void> {
  for (let at = 0; at < sortKeys.length; at += BATCH_ITEMS) {
    const batch = sortKeys.slice(at, at + BATCH_ITEMS).map((sortKey) => ({
      DeleteRequest: { Key: { [PARTITION_KEY]: { S: key }, [SORT_KEY]: { S: sortKey } } },
    }));
    await removeBatch(table, batch, deadline);
  }
}

type Removal = { readonly DeleteRequest: { readonly Key: Record<string, AttributeValue> } };

/** Waits between attempts at what the database had no time for. */
const RETRY_AFTER_MS = [50, 200];

async function removeBatch({ client, tableName }: Table, batch: Removal[], deadline: AbortSignal): Promise<void> {
  let left = batch;
  for (const pauseMs of [...RETRY_AFTER_MS, null]) {
    const command = new BatchWriteItemCommand({ RequestItems: { [tableName]: left } });
    const { UnprocessedItems: unprocessed = {} } = await client.send(command, { abortSignal: deadline });
    left = (unprocessed[tableName] ?? []) as Removal[];
    if (left.length === 0) return;
    if (pauseMs !== null) await wait(pauseMs, undefined, { signal: deadline });
  }
  throw new BusyTableError(`${left.length} items were left unprocessed`);
}

/** The name by which DynamoDB itself calls the same trouble. */
class BusyTableError extends Error {
  override readonly name = 'ThrottlingException';
}
