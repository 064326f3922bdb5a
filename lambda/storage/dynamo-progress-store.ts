import { isDeepStrictEqual } from 'node:util';
import {
  type ConditionalCheckFailedException,
  type DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Change, type ProgressStore, StoreUnavailableError } from '../core/ports';
import { type Attributes, fromAttributes, toAttribute } from './attribute-value';
import { fromItems, toItem } from './progress-item';
import { troubleOf } from './store-trouble';
import { DAYS_PER_READ, PARTITION_KEY, PROFILE_SORT_KEY, SORT_KEY } from './table-shape';

/** Keeps progress in a DynamoDB table: a load is one query, a save one conditional update. */
export function createDynamoProgressStore({
  client,
  tableName,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): ProgressStore {
  return {
    async load(listener, { consistent = false } = {}) {
      const query = new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: '#pk = :listener AND #sk <= :profile',
        ExpressionAttributeNames: { '#pk': PARTITION_KEY, '#sk': SORT_KEY },
        ExpressionAttributeValues: { ':listener': { S: listener }, ':profile': { S: PROFILE_SORT_KEY } },
        ScanIndexForward: false,
        Limit: 1 + DAYS_PER_READ,
        ConsistentRead: consistent,
      });
      try {
        const { Items: items = [] } = await client.send(query);
        return fromItems(items);
      } catch (error) {
        throw new StoreUnavailableError(troubleOf(error), 'load', { cause: error });
      }
    },

    async save(listener, change) {
      const version = (change.basedOn ?? 0) + 1;
      try {
        const item = toItem(listener, change, version);
        try {
          await client.send(new UpdateItemCommand({ TableName: tableName, ...updateOf(item, change.basedOn) }));
        } catch (error) {
          if (!isConditionFailure(error)) throw error;
          if (!isWhatWeWrote(error.Item, item)) return { kind: 'stale' };
        }
        return { kind: 'saved', version };
      } catch (error) {
        throw new StoreUnavailableError(troubleOf(error), `save the ${change.kind}`, { cause: error });
      }
    },
  };
}

/** An update rather than a put: an attribute that another release added to the item stays in it. */
function updateOf(item: Attributes, basedOn: Change['basedOn']): Omit<UpdateItemCommandInput, 'TableName'> {
  const key = Object.entries(item).filter(([name]) => isKey(name));
  const kept = Object.entries(item).filter(([name]) => !isKey(name));
  return {
    Key: Object.fromEntries(key),
    UpdateExpression: `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ExpressionAttributeNames: {
      ...Object.fromEntries(kept.map(([name]) => [`#${name}`, name])),
      ...(basedOn === null && { '#pk': PARTITION_KEY }),
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(kept.map(([name, attribute]) => [`:${name}`, attribute])),
      ...(basedOn !== null && { ':basedOn': toAttribute(basedOn) }),
    },
    ConditionExpression: basedOn === null ? 'attribute_not_exists(#pk)' : '#version = :basedOn',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}

function isKey(name: string): boolean {
  return name === PARTITION_KEY || name === SORT_KEY;
}

function isConditionFailure(error: unknown): error is ConditionalCheckFailedException {
  return (error as { readonly name?: unknown } | null)?.name === 'ConditionalCheckFailedException';
}

/** Our own write fails the condition when its answer was lost and the SDK sent it again: then what is found is what we wrote. */
function isWhatWeWrote(found: Attributes | undefined, item: Attributes): boolean {
  if (found === undefined) return false;
  const [there, ours] = [fromAttributes(found), fromAttributes(item)];
  return isDeepStrictEqual({ ...there, ...ours }, there);
}
