import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { context } from '../../cdk.json';
import type { SkillSource } from '../../infra/deployment';
import { SkillStack } from '../../infra/skill-stack';

export const SKILL_ID = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

export const GIVEN: SkillSource = { kind: 'given', skillId: SKILL_ID };
export const MADE: SkillSource = { kind: 'made', vendorId: 'M2ABCDEFGHIJKL', secret: 'alexa/keys' };

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** Where a stack is synthesised from, and what of: a bundle and a package of a few bytes. Removed with `remove`. */
export class Workshop {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'skill-stack-'));

  constructor() {
    this.write('bundle/index.mjs', 'export const handler = async () => ({});\n');
    this.write('package/skill.json', '{"manifest":{"manifestVersion":"1.0"}}');
  }

  write(file: string, text: string): void {
    const target = path.join(this.dir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  stack(skill: SkillSource, stage: 'dev' | 'prod' = 'dev', alarmEmail: string | null = null): SkillStack {
    const app = new App({ context, outdir: mkdtempSync(path.join(this.dir, 'out-')) });
    return new SkillStack(app, `MyBackRoutine-${stage}`, {
      stage,
      skill,
      alarmEmail,
      bundleDir: path.join(this.dir, 'bundle'),
      packageDir: path.join(this.dir, 'package'),
      env: { region: 'us-east-1' },
    });
  }

  template(skill: SkillSource, stage: 'dev' | 'prod' = 'dev', alarmEmail: string | null = null): Template {
    return Template.fromStack(this.stack(skill, stage, alarmEmail));
  }

  remove(): void {
    rmSync(this.dir, { recursive: true });
  }
}

export function resourcesOf(template: Template): Readonly<Record<string, Resource>> {
  return template.toJSON().Resources;
}

/** The one resource of a type, or of a logical id, which may be given without its digest. */
export function only(template: Template, typeOrId: string): Resource & { readonly id: string } {
  const found = Object.entries(resourcesOf(template)).filter(([id, { Type }]) =>
    [Type, id, named(id)].includes(typeOrId),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${typeOrId}`);
  return { id: first[0], ...first[1] };
}

export interface Statement {
  readonly who: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** All that any role of the template may do, one entry a statement, in the order of the template; `who` is the role's logical id without its digest. */
export function allowances(template: Template): readonly Statement[] {
  return Object.entries(resourcesOf(template)).flatMap(([id, { Type, Properties }]) => {
    if (Type === 'AWS::IAM::Role')
      return inlinePolicies(Properties).flatMap((policy) => statementsOf(named(id), policy));
    if (Type !== 'AWS::IAM::Policy') return [];
    const { PolicyDocument, Roles } = Properties as { PolicyDocument: Document; Roles: { Ref: string }[] };
    return Roles.flatMap(({ Ref }) => statementsOf(named(Ref), PolicyDocument));
  });
}

interface Document {
  readonly Statement: readonly (Omit<Statement, 'who'> & { readonly Effect: string })[];
}

function inlinePolicies({
  Policies = [],
}: {
  Policies?: readonly { readonly PolicyDocument: Document }[];
}): Document[] {
  return Policies.map(({ PolicyDocument }) => PolicyDocument);
}

function statementsOf(who: string, { Statement }: Document): readonly Statement[] {
  return Statement.map(({ Effect, ...rest }) => {
    if (Effect !== 'Allow') throw new Error(`${who}: ${Effect}`);
    return { who, ...rest };
  });
}

/** A logical id without the eight digits of its digest. */
function named(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

/** What CloudFormation has made before it begins with a resource: all that it refers to or waits for, and so on. Logical ids without digests. */
export function madeBefore(template: Template, typeOrId: string): ReadonlySet<string> {
  const resources = resourcesOf(template);
  const before = new Set<string>();
  const visit = (id: string): void => {
    const resource = resources[id];
    if (resource === undefined) return;
    for (const needed of [...(resource.DependsOn ?? []), ...referredTo(resource.Properties)]) {
      if (before.has(needed)) continue;
      before.add(needed);
      visit(needed);
    }
  };
  visit(only(template, typeOrId).id);
  return new Set([...before].filter((id) => id in resources).map(named));
}

function referredTo(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: readonly string[] };
  return [Ref, attribute?.[0], ...Object.values(value).flatMap(referredTo)].filter((id) => id !== undefined);
}
