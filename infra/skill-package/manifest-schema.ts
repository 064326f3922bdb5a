import { readFileSync } from 'node:fs';

/**
 * Hold a manifest against Amazon's own schema, as published in ask-smapi-model: what must be there, what may be there, and how long it may be.
 * @returns one line for each way in which it departs from the schema; none when it keeps it
 */
export function departuresFromSchema(manifest: unknown): readonly string[] {
  return departures(manifest, schemaOf('v1.skill.Manifest.SkillManifest'), 'manifest');
}

/** The part of Swagger that the manifest's definitions use. A schema with a `discriminator` has kinds, which name it in `allOf`. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly discriminator?: string;
  readonly 'x-discriminator-value'?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
}

const { definitions } = JSON.parse(readFileSync(require.resolve('ask-smapi-model/spec.json'), 'utf8')) as {
  readonly definitions: Readonly<Record<string, Schema | undefined>>;
};

function schemaOf(name: string): Schema {
  const schema = definitions[name];
  if (schema === undefined) throw new Error(`ask-smapi-model knows no ${name}: look for its new name in spec.json`);
  return schema;
}

function departures(value: unknown, schema: Schema, at: string): readonly string[] {
  if (schema.$ref !== undefined) return departures(value, schemaOf(nameIn(schema.$ref)), at);
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${at}: ${JSON.stringify(value)} is not known`];
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' ? ofText(value, schema, at) : [`${at} should be a text`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} should be true or false`];
    case 'integer':
    case 'number':
      return typeof value === 'number' ? [] : [`${at} should be a number`];
    case 'array':
      return Array.isArray(value) ? ofList(value, schema, at) : [`${at} should be a list`];
    default:
      return isRecord(value) ? ofRecord(value, schema, at) : [`${at} should be an object`];
  }
}

function ofText(text: string, { minLength = 0, maxLength = Infinity, pattern }: Schema, at: string): readonly string[] {
  return [
    ...(text.length < minLength ? [`${at} has ${text.length} characters: write at least ${minLength}`] : []),
    ...(text.length > maxLength ? [`${at} has ${text.length} characters: shorten it to ${maxLength}`] : []),
    ...(pattern !== undefined && !new RegExp(pattern).test(text) ? [`${at}: "${text}" does not match ${pattern}`] : []),
  ];
}

function ofList(list: readonly unknown[], schema: Schema, at: string): readonly string[] {
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  return [
    ...(list.length < minItems ? [`${at} has ${list.length} entries: give at least ${minItems}`] : []),
    ...(list.length > maxItems ? [`${at} has ${list.length} entries: keep at most ${maxItems}`] : []),
    ...list.flatMap((item, index) => departures(item, items, `${at}[${index}]`)),
  ];
}

function ofRecord(record: Readonly<Record<string, unknown>>, schema: Schema, at: string): readonly string[] {
  const { required = [], additionalProperties, minProperties = 0 } = schema;
  const kind = kindOf(record, schema);
  if (kind === null) return [`${at}: ${JSON.stringify(record[schema.discriminator ?? ''])} is not known`];
  const properties = Object.assign({}, schema.properties, ...kind.map((part) => part.properties));
  return [
    ...(Object.keys(record).length < minProperties ? [`${at} is empty: give at least ${minProperties}`] : []),
    ...required.filter((name) => record[name] === undefined).map((name) => `${at}.${name} is missing: add it`),
    ...Object.entries(record).flatMap(([name, value]) => {
      const field = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (field === undefined) return [`${at}.${name} is not in the schema: remove it`];
      return departures(value, field, `${at}.${name}`);
    }),
  ];
}

/** What a record holds beyond what all kinds of it hold; null when its kind is not known. */
function kindOf(record: Readonly<Record<string, unknown>>, { discriminator }: Schema): readonly Schema[] | null {
  if (discriminator === undefined) return [];
  const kinds = Object.values(definitions);
  return kinds.find((schema) => schema?.['x-discriminator-value'] === record[discriminator])?.allOf ?? null;
}

function nameIn(reference: string): string {
  return reference.replace('#/definitions/', '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
