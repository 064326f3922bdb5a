import {
  type AttributeDefinition,
  type AttributeValue,
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type KeySchemaElement,
  ScanCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { StackResource } from './stack';

/**
 * Make the table as CloudFormation would, from its properties alone.
 * @returns what of them a local database cannot show
 * @throws Error of one line on a property that is not known here, and the database's own where it refuses
 */
export async function createTableFrom(client: DynamoDBClient, table: StackResource): Promise<readonly string[]> {
  await client.send(new CreateTableCommand(creationOf(table)));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: table.ref });
  return NOT_SHOWN.filter((name) => name in table.properties);
}

/** What the call to make a table would be told. */
function creationOf({ id, ref, properties }: StackResource): CreateTableCommandInput {
  const unknown = Object.keys(properties).find((name) => !SHOWN.includes(name) && !NOT_SHOWN.includes(name));
  if (unknown !== undefined) throw new Error(`${id}.${unknown} is not known here: add it to table-from-template.ts`);
  return {
    TableName: ref,
    KeySchema: properties.KeySchema as KeySchemaElement[],
    AttributeDefinitions: properties.AttributeDefinitions as AttributeDefinition[],
    ...(properties.BillingMode === 'PAY_PER_REQUEST' && { BillingMode: 'PAY_PER_REQUEST' }),
  };
}

const SHOWN = ['KeySchema', 'AttributeDefinitions', 'BillingMode'];

/** A local database has neither backups nor keys, nor anybody who deletes by mistake. */
const NOT_SHOWN = [
  'DeletionProtectionEnabled',
  'PointInTimeRecoverySpecification',
  'SSESpecification',
  'Tags',
  'TimeToLiveSpecification',
];

/** Everything that the table holds. */
export async function itemsIn(client: DynamoDBClient, tableName: string): Promise<readonly Item[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  return Items;
}

export type Item = Readonly<Record<string, AttributeValue>>;
