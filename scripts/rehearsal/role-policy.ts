import { resourcesOf, roleArn, type Stack } from './stack';

/** One thing that a role may do to some resources. */
export interface Right {
  readonly action: string;
  readonly resources: readonly string[];
}

/**
 * All that a role of the stack may do.
 * @throws Error of one line on what cannot be judged here: a condition, a denial, a policy that is not in the template
 */
export function rightsOf(stack: Stack, role: string): readonly Right[] {
  const found = resourcesOf(stack, 'AWS::IAM::Role').find(({ ref }) => roleArn(ref) === role);
  if (found === undefined) throw new Error(`The template does not have the role ${role}`);
  if (listOf(found.properties.ManagedPolicyArns).length > 0)
    throw new Error(`${found.id} has managed policies: what they allow is not in the template`);
  const inline = listOf(found.properties.Policies) as readonly Policy[];
  const attached = resourcesOf(stack, 'AWS::IAM::Policy')
    .filter(({ properties }) => listOf(properties.Roles).includes(found.ref))
    .map(({ properties }) => properties as unknown as Policy);
  return [...inline, ...attached].flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap((statement) => rightsIn(statement, found.id)),
  );
}

export function isAllowed(rights: readonly Right[], action: string, resource: string): boolean {
  return rights.some(
    (right) => matches(right.action, action) && right.resources.some((each) => matches(each, resource)),
  );
}

/** The rights of a service, such as `dynamodb`, that none of the actions needed. */
export function unusedRights(rights: readonly Right[], service: string, actions: Iterable<string>): readonly string[] {
  const used = [...actions];
  return rights
    .map(({ action }) => action)
    .filter((action) => action.startsWith(`${service}:`) && !used.some((each) => matches(action, each)));
}

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

function rightsIn({ Effect, Action, Resource, Condition }: Statement, role: string): readonly Right[] {
  if (Effect !== 'Allow') throw new Error(`${role}: ${Effect} is not judged here`);
  if (Condition !== undefined) throw new Error(`${role}: a condition is not judged here`);
  return listOf(Action).map((action) => ({ action: String(action), resources: listOf(Resource).map(String) }));
}

/** As IAM compares: a star stands for anything. */
function matches(pattern: string, text: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`).test(text);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
