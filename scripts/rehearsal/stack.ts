import type { Template } from './template';

/** Where a stack would stand. */
export interface StackPlace {
  readonly stackName: string;
  readonly region: string;
}

/** A stack as it would stand in an account: every property a plain value. */
export interface Stack extends StackPlace {
  /** In an order in which CloudFormation could make them. */
  readonly resources: readonly StackResource[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface StackResource {
  readonly id: string;
  readonly type: string;
  /** What `Ref` gives. */
  readonly ref: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The account of the rehearsal: one that AWS's own examples use. */
export const ACCOUNT = '111122223333';

/**
 * Fill in a template as CloudFormation would: what refers to another resource gets the name that it would have.
 * @throws Error of one line on anything that CloudFormation would refuse, and on any function or attribute that is not known here
 */
export function standUp(template: Template, place: StackPlace): Stack {
  const made = new Map<string, StackResource>();
  const making: string[] = [];

  const make = (id: string, by: string): StackResource => {
    const before = made.get(id);
    if (before !== undefined) return before;
    const resource = template.Resources[id];
    if (resource === undefined) throw new Error(`${by} refers to ${id}, which the template does not have`);
    if (making.includes(id)) throw new Error(`None could be made first: ${[...making, id].join(' -> ')}`);
    if (resource.Condition !== undefined) throw new Error(`${id}: conditions are not known here`);
    making.push(id);
    for (const needed of listOf(resource.DependsOn)) make(needed, id);
    const properties = resolve(resource.Properties ?? {}, id) as Readonly<Record<string, unknown>>;
    making.pop();
    const stood = { id, type: resource.Type, ref: refOf(id, resource.Type, place), properties };
    made.set(id, stood);
    return stood;
  };

  const referredTo = (name: string, by: string): unknown => {
    if (name.startsWith('AWS::')) return pseudoParameter(name, place, by);
    const parameter = template.Parameters?.[name];
    if (parameter === undefined) return make(name, by).ref;
    if (parameter.Default === undefined) throw new Error(`${by} needs the parameter ${name}, which has no value`);
    return parameter.Default;
  };

  const attributeOf = (id: string, attribute: string, by: string): string => {
    const resource = make(id, by);
    const known = ATTRIBUTES[`${resource.type}.${attribute}`];
    if (known === undefined)
      throw new Error(`${by}: ${attribute} of ${resource.type} is not known here: add it to ATTRIBUTES in stack.ts`);
    return known(resource.ref, place);
  };

  const resolve = (value: unknown, by: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => resolve(each, by)).filter((each) => each !== NO_VALUE);
    if (typeof value !== 'object' || value === null) return value;
    const call = callIn(value);
    if (call !== null) return answerTo(call, by);
    const entries = Object.entries(value).map(([key, each]) => [key, resolve(each, `${by}.${key}`)] as const);
    return Object.fromEntries(entries.filter(([, each]) => each !== NO_VALUE));
  };

  const answerTo = ({ name, given }: Call, by: string): unknown => {
    switch (name) {
      case 'Ref':
        return referredTo(String(given), by);
      case 'Fn::GetAtt': {
        const [id = '', ...attribute] = typeof given === 'string' ? given.split('.') : (given as readonly string[]);
        return attributeOf(id, attribute.join('.'), by);
      }
      case 'Fn::Join': {
        const [between, parts] = given as readonly [string, unknown];
        return (resolve(parts, by) as readonly unknown[]).map(String).join(between);
      }
      case 'Fn::Sub':
        return substituted(given, by);
      default:
        throw new Error(`${by}: ${name} is not known here: add it to stack.ts`);
    }
  };

  const substituted = (given: unknown, by: string): string => {
    const [text, values = {}] = (typeof given === 'string' ? [given] : given) as [string, Record<string, unknown>?];
    return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(values, name)) return String(resolve(values[name], by));
      const [id = '', ...attribute] = name.split('.');
      return String(attribute.length === 0 ? referredTo(id, by) : attributeOf(id, attribute.join('.'), by));
    });
  };

  for (const id of Object.keys(template.Resources)) make(id, 'the template');
  const outputs = Object.entries(template.Outputs ?? {}).map(([id, { Value }]) => [id, resolve(Value, id)] as const);
  return { ...place, resources: [...made.values()], outputs: Object.fromEntries(outputs) };
}

/**
 * The one resource of a type, or of those whose logical id begins so.
 * @throws Error of one line when there is none, or more than one
 */
export function onlyOf(stack: Stack, type: string, idBegins = ''): StackResource {
  const found = resourcesOf(stack, type).filter(({ id }) => id.startsWith(idBegins));
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${stack.stackName} has ${found.length} of ${type} ${idBegins}: one is expected`);
  return first;
}

export function resourcesOf({ resources }: Stack, type: string): readonly StackResource[] {
  return resources.filter((resource) => resource.type === type);
}

/** A property that must be a text. */
export function textIn({ id, properties }: StackResource, name: string): string {
  const value = properties[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${id} has no ${name}`);
}

export function arnOf(service: string, what: string, { region }: StackPlace): string {
  return `arn:aws:${service}:${region}:${ACCOUNT}:${what}`;
}

interface Call {
  readonly name: string;
  readonly given: unknown;
}

const NO_VALUE = Symbol('AWS::NoValue');

/** What attributes become, by type and name. Source: the return values in CloudFormation's reference of each type. */
const ATTRIBUTES: Readonly<Record<string, (ref: string, place: StackPlace) => string>> = {
  'AWS::CloudWatch::Alarm.Arn': (ref, place) => arnOf('cloudwatch', `alarm:${ref}`, place),
  'AWS::DynamoDB::Table.Arn': (ref, place) => arnOf('dynamodb', `table/${ref}`, place),
  'AWS::IAM::Role.Arn': (ref) => roleArn(ref),
  'AWS::KMS::Key.Arn': (ref, place) => arnOf('kms', `key/${ref}`, place),
  'AWS::Lambda::Function.Arn': (ref, place) => arnOf('lambda', `function:${ref}`, place),
  'AWS::Logs::LogGroup.Arn': (ref, place) => arnOf('logs', `log-group:${ref}:*`, place),
  'AWS::SNS::Topic.TopicArn': (ref) => ref,
  'AWS::SNS::Topic.TopicName': (ref) => ref.replace(/.*:/, ''),
};

export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

/** Most names are made of the stack's, the logical id and a few letters of chance. */
function refOf(id: string, type: string, place: StackPlace): string {
  const name = `${place.stackName}-${id}-REHEARSAL000`;
  switch (type) {
    case 'Alexa::ASK::Skill':
      return 'amzn1.ask.skill.5e11a5ed-0000-4000-8000-00000000abcd';
    case 'AWS::SNS::Topic':
      return arnOf('sns', name, place);
    default:
      return name;
  }
}

function pseudoParameter(name: string, { stackName, region }: StackPlace, by: string): unknown {
  const values: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::NoValue': NO_VALUE,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  if (Object.hasOwn(values, name)) return values[name];
  throw new Error(`${by}: ${name} is not known here: add it to stack.ts`);
}

/** An object of one key that names a function is a call of it; with more keys CloudFormation refuses it. */
function callIn(value: object): Call | null {
  const names = Object.keys(value);
  const called = names.find((name) => name === 'Ref' || name.startsWith('Fn::'));
  if (called === undefined || (called === 'Ref' && names.length > 1)) return null;
  if (names.length > 1) throw new Error(`${called} stands beside ${names.length - 1} more keys`);
  return { name: called, given: (value as Readonly<Record<string, unknown>>)[called] };
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
