import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { holdToRulePacks } from '../../infra/rule-packs';
import type { SkillStack } from '../../infra/skill-stack';
import { GIVEN, MADE, Workshop } from './template-of';

let workshop: Workshop;

beforeAll(() => {
  workshop = new Workshop();
});

afterAll(() => workshop.remove());

it('finds nothing unexplained in the stack that makes the skill and tells somebody of alarms, which has all that the others have', () => {
  const { open, acknowledged } = findingsIn(workshop.stack(MADE, 'dev', 'you@your.domain'));
  expect(open).toEqual([]);
  expect(acknowledged).toEqual([
    'Serverless-LambdaDLQ at MyBackRoutine-dev/Coach: Alexa waits for the answer (AWS Lambda operator guide, invocation modes), so nothing is queued; and a queue would keep the raw ids of listeners',
    'Serverless-LambdaDLQ at MyBackRoutine-dev/AWS679f53fac002430cb0da5b7982bd2287: A call that fails fails the deployment, and is seen there',
    'Serverless-LambdaTracing at MyBackRoutine-dev/Coach: One function and one table, whose times are in the log; what tracing costs at a cold start cannot be measured before it is deployed',
    'Serverless-LambdaTracing at MyBackRoutine-dev/AWS679f53fac002430cb0da5b7982bd2287: It runs for single calls, when the skill is first made or deleted',
    'Serverless-SNSRedrivePolicy at MyBackRoutine-dev/Watch/Alarms/Topic/you@your.domain: SNS tries an e-mail for hours; what it could not send is on the dashboard, and nobody would read a queue',
  ]);
});

it.each<{ pack: string; rule: string; plant: (stack: SkillStack) => void }>([
  {
    pack: 'AWS solutions',
    rule: 'AwsSolutions-IAM5',
    plant: (stack) => {
      const role = new Role(stack, 'Idle', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
    },
  },
  {
    pack: 'serverless',
    rule: 'Serverless-LambdaDLQ',
    plant: (stack) =>
      new LambdaFunction(stack, 'Idle', {
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromInline('exports.handler = async () => {};'),
      }),
  },
])('fails synthesis on a finding of the pack for $pack that nobody acknowledged', ({ rule, plant }) => {
  const stack = workshop.stack(GIVEN);
  plant(stack);
  expect(() => findingsIn(stack)).toThrow(rule);
});

interface Finding {
  readonly ruleName: string;
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly Finding[];
    readonly suppressedViolations?: readonly (Finding & { readonly acknowledgedAt: string; readonly reason: string })[];
  }[];
}

/** What synthesis found by the rule packs without failing, and what it was asked to overlook, where and why; in the order of its report. */
function findingsIn(stack: SkillStack): { readonly open: readonly string[]; readonly acknowledged: readonly string[] } {
  const app = App.of(stack) as App;
  holdToRulePacks(app);
  const { directory } = app.synth();
  const report: Report = JSON.parse(readFileSync(path.join(directory, 'validation-report.json'), 'utf8'));
  return {
    open: report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName)),
    acknowledged: report.pluginReports.flatMap(({ suppressedViolations = [] }) =>
      suppressedViolations.map(({ ruleName, acknowledgedAt, reason }) => `${ruleName} at ${acknowledgedAt}: ${reason}`),
    ),
  };
}
