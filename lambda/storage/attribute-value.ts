import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Attributes by name, as DynamoDB holds them. */
export type Attributes = Record<string, AttributeValue>;

/**
 * Write a plain value in DynamoDB's own types: text, whole and other finite numbers, booleans, null, lists and maps of these.
 * @throws TypeError on anything else: a fault of ours
 * @example toAttribute({ days: 4 }) // => { M: { days: { N: '4' } } }
 */
export function toAttribute(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (typeof value === 'object') return { M: toAttributes(value) };
  throw new TypeError(`A ${typeof value} cannot be stored`);
}

/** Write every property of an object as an attribute. */
export function toAttributes(value: object): Attributes {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toAttribute(inner)]));
}

/** Read a value back. A type we never write (sets, binary) reads as undefined; nothing throws. */
function fromAttribute(attribute: AttributeValue): unknown {
  if (attribute.NULL) return null;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.M !== undefined) return fromAttributes(attribute.M);
  return attribute.S ?? attribute.BOOL;
}

/** Read every attribute back into an object. */
export function fromAttributes(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, fromAttribute(attribute)]));
}
