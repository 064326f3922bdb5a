import { isDeepStrictEqual } from 'node:util';
import {
  type ConditionalCheckFailedException,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Change, type ProgressStore, StoreUnavailableError } from '../core/ports';
import { type Attributes, fromAttributes, toAttribute } from './attribute-value';
import { eraseItems, type Table } from './erase-items';
import { fromItems, toItem } from './progress-item';
import { troubleOf } from './store-trouble';
import { DAYS_PER_READ, PARTITION_KEY, PROFILE_SORT_KEY, SORT_KEY } from './table-shape';

/** Keeps progress in a DynamoDB table: a load is one query, a save one update, conditional but for the note of a voice. */
export function createDynamoProgressStore(table: Table): ProgressStore {
  const { client, tableName } = table;
  return {
    async load(listener, { consistent = false, until } = {}) {
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
        const { Items: items = [] } = await client.send(query, givenUp(until));
        return fromItems(items);
      } catch (error) {
        throw new StoreUnavailableError(troubleOf(error), 'load', { cause: error });
      }
    },

    async save(listener, change, { until } = {}) {
      const version = (change.basedOn ?? 0) + 1;
      try {
        const item = toItem(listener, change, version);
        try {
          const update = new UpdateItemCommand({ TableName: tableName, ...updateOf(item, change) });
          await client.send(update, givenUp(until));
        } catch (error) {
          if (!isConditionFailure(error)) throw error;
          if (!isWhatWeWrote(error.Item, item)) return { kind: 'stale' };
        }
        return { kind: 'saved', version };
      } catch (error) {
        throw new StoreUnavailableError(troubleOf(error), `save the ${change.kind}`, { cause: error });
      }
    },

    async erase(listener, options) {
      try {
        await eraseItems(table, listener, options);
      } catch (error) {
        throw new StoreUnavailableError(troubleOf(error), 'erase', { cause: error });
      }
    },
  };
}

function givenUp(until: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return until === undefined ? {} : { abortSignal: until };
}

/** An update rather than a put: an attribute that another release added to the item stays in it. */
function updateOf(item: Attributes, change: Change): Omit<UpdateItemCommandInput, 'TableName'> {
  const key = Object.entries(item).filter(([name]) => isKey(name));
  const kept = Object.entries(item).filter(([name]) => !isKey(name));
  const condition = conditionOf(change);
  return {
    ...condition,
    Key: Object.fromEntries(key),
    UpdateExpression: `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ExpressionAttributeNames: {
      ...Object.fromEntries(kept.map(([name]) => [`#${name}`, name])),
      ...condition.ExpressionAttributeNames,
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(kept.map(([name, attribute]) => [`:${name}`, attribute])),
      ...condition.ExpressionAttributeValues,
    },
  };
}

/** The note of a voice is the same whoever writes it, and so it is written whatever is there. */
function conditionOf({ kind, basedOn }: Change): Partial<UpdateItemCommandInput> {
  if (kind === 'member') return {};
  const isNew = {
    ConditionExpression: 'attribute_not_exists(#pk)',
    ExpressionAttributeNames: { '#pk': PARTITION_KEY },
  };
  const isAsRead = {
    ConditionExpression: '#version = :basedOn',
    ExpressionAttributeValues: { ':basedOn': toAttribute(basedOn) },
  };
  return { ...(basedOn === null ? isNew : isAsRead), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
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
