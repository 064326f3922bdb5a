import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

/** What is in the table, by kind of item. */
export interface StoredItems {
  readonly kinds: readonly StoredKind[];
  /** Days that count. */
  readonly daysIn: number;
}

export interface StoredKind {
  readonly kind: 'PROFILE' | 'DAY' | 'VOICE';
  readonly items: number;
  readonly meanBytes: number;
  readonly maxBytes: number;
}

/** Read through the whole table. */
export async function surveyItems(client: DynamoDBClient, tableName: string): Promise<StoredItems> {
  const sizes = new Map<StoredKind['kind'], number[]>([
    ['PROFILE', []],
    ['DAY', []],
    ['VOICE', []],
  ]);
  let daysIn = 0;
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = new ScanCommand({ TableName: tableName, ...(after && { ExclusiveStartKey: after }) });
    const { Items: items = [], LastEvaluatedKey: last } = await client.send(page);
    for (const item of items) {
      const kind = (item.sk?.S ?? '').split('#')[0] as StoredKind['kind'];
      sizes.get(kind)?.push(itemBytes(item));
      if (item.counts?.BOOL === true) daysIn += 1;
    }
    after = last;
  } while (after !== undefined);
  return { kinds: [...sizes].map(([kind, bytes]) => ({ kind, ...summed(bytes) })), daysIn };
}

/**
 * The size of an item as DynamoDB bills it: names and values in UTF-8, numbers by their digits.
 * Source: "DynamoDB item sizes and formats" in the developer guide; approximate for numbers, as the guide says; sure H.
 */
export function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.L !== undefined) return 3 + value.L.reduce((sum, each) => sum + 1 + valueBytes(each), 0);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  return 1;
}

/** Two digits a byte without zeros at either end, and one byte more; another one for a sign. */
function numberBytes(written: string): number {
  const digits = written.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return 1 + Math.ceil(digits.length / 2) + (written.startsWith('-') ? 1 : 0);
}

function summed(bytes: readonly number[]): Omit<StoredKind, 'kind'> {
  const total = bytes.reduce((sum, each) => sum + each, 0);
  return {
    items: bytes.length,
    meanBytes: bytes.length === 0 ? 0 : total / bytes.length,
    maxBytes: bytes.reduce((most, each) => Math.max(most, each), 0),
  };
}
