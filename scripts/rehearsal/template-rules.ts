import { readFileSync } from 'node:fs';
import { App, CloudFormationValidatePlugin, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, type IApplyRule, type NagPack, ServerlessChecks } from 'cdk-nag';
import { ACCOUNT } from './stack';
import type { Acknowledged } from './synthesise';
import type { Template } from './template';

/** What a set of rules found in a template. */
export interface Inspection {
  readonly by: string;
  /** How many rules there are, and how often one was asked about a resource; null where the set does not tell. */
  readonly asked: { readonly rules: number; readonly times: number } | null;
  /** Findings that somebody gave a reason for. */
  readonly acknowledged: number;
  /** All others. */
  readonly open: readonly string[];
}

/** Hold the file of a template, and nothing else, against the CDK's own rules and against cdk-nag's for AWS solutions and for serverless ones. */
export function inspectTemplate(
  file: string,
  region: string,
  acknowledged: readonly Acknowledged[],
): readonly Inspection[] {
  const app = new App();
  new CfnInclude(new Stack(app, 'Stack'), 'Template', { templateFile: file });
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  return [
    byOwnRules(file, region, app),
    ...[new AwsSolutionsChecks(app), new ServerlessChecks(app)].map((pack) =>
      byPack(pack, app, template, acknowledged),
    ),
  ];
}

function byOwnRules(file: string, region: string, app: App): Inspection {
  const rules = new CloudFormationValidatePlugin();
  const { violations } = rules.validate({
    templatePaths: [file],
    stackTemplates: [{ templatePath: file, stackConstructPath: 'Stack', accountId: ACCOUNT, region }],
    appConstruct: app,
  });
  const open = violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ resourceLogicalId }) => `${ruleName} at ${resourceLogicalId}: ${description}`),
  );
  return { by: `the CDK's own rules, ${rules.name} ${rules.version}`, asked: null, acknowledged: 0, open };
}

function byPack(pack: NagPack, app: App, template: Template, acknowledged: readonly Acknowledged[]): Inspection {
  const asked = countAsked(pack);
  const findings = pack
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({ ruleName, id: constructPath.split('/').at(-1) ?? '' })),
    );
  const open = findings.filter(({ ruleName, id }) => {
    const construct = String(template.Resources[id]?.Metadata?.['aws:cdk:path'] ?? '');
    return !acknowledged.some((each) => each.ruleName === ruleName && construct.startsWith(`${each.acknowledgedAt}/`));
  });
  return {
    by: `cdk-nag, ${pack.name}`,
    asked: { rules: asked.rules.size, times: asked.times },
    acknowledged: findings.length - open.length,
    open: open.map(({ ruleName, id }) => `${ruleName} at ${id}`),
  };
}

/** A pack tells what it found, not what it looked for: count that as it goes. */
function countAsked(pack: NagPack): { readonly rules: Set<string>; times: number } {
  const asked = { rules: new Set<string>(), times: 0 };
  const inside = pack as unknown as { applyRule(params: IApplyRule): void };
  const apply = inside.applyRule.bind(pack);
  inside.applyRule = (params) => {
    asked.rules.add(params.ruleSuffixOverride ?? params.rule.name);
    asked.times += 1;
    apply(params);
  };
  return asked;
}
