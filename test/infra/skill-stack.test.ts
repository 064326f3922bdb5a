import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { context } from '../../cdk.json';
import { SkillStack } from '../../infra/skill-stack';

const SKILL_ID = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

let workDir: string;
let template: Template;

beforeAll(() => {
  workDir = mkdtempSync(path.join(tmpdir(), 'skill-stack-'));
  mkdirSync(path.join(workDir, 'bundle'));
  writeFileSync(path.join(workDir, 'bundle', 'index.mjs'), 'export const handler = async () => ({});\n');
  template = Template.fromStack(skillStack(SKILL_ID));
});

afterAll(() => rmSync(workDir, { recursive: true }));

function skillStack(skillId: string | undefined): SkillStack {
  const app = new App({ context, outdir: mkdtempSync(path.join(workDir, 'out-')) });
  return new SkillStack(app, 'Test', {
    skillId,
    bundleDir: path.join(workDir, 'bundle'),
    env: { region: 'us-east-1' },
  });
}

function only(type: string, from = template): { readonly id: string; readonly properties: Record<string, unknown> } {
  const found = Object.entries(from.findResources(type));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${type}`);
  return { id: first[0], properties: first[1].Properties };
}

it('is a table, a function with its role and log, and one permission: nothing else', () => {
  const types = Object.values(template.toJSON().Resources).map((resource) => (resource as { Type: string }).Type);
  expect(types.sort()).toEqual([
    'AWS::DynamoDB::Table',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::Lambda::Function',
    'AWS::Lambda::Permission',
    'AWS::Logs::LogGroup',
  ]);
});

describe('the table of progress', () => {
  it('is keyed by listener and item', () => {
    const { KeySchema, AttributeDefinitions } = only('AWS::DynamoDB::Table').properties;
    expect(KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(AttributeDefinitions).toEqual([
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ]);
  });

  it('is paid by request, encrypted, and can be restored to any moment', () => {
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('outlives a deleted stack, a replacement and a slip of the hand', () => {
    template.allResources('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
  });
});

describe('the function', () => {
  it('runs index.handler of the bundle on Node 24, arm64, with 256 MB', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 256,
    });
  });

  it('gives up before Alexa stops waiting at 8 seconds', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { Timeout: 7 });
  });

  it('is told its table and its skill, and nothing more', () => {
    expect(only('AWS::Lambda::Function').properties.Environment).toEqual({
      Variables: { TABLE_NAME: { Ref: only('AWS::DynamoDB::Table').id }, ALEXA_SKILL_ID: SKILL_ID },
    });
  });

  it('writes to a log that forgets after a month and goes with the stack', () => {
    const log = only('AWS::Logs::LogGroup');
    expect(log.properties).toEqual({ RetentionInDays: 30 });
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    expect(only('AWS::Lambda::Function').properties.LoggingConfig).toEqual({ LogGroup: { Ref: log.id } });
  });
});

describe('who may do what', () => {
  it('lets only our own skill invoke the function', () => {
    expect(only('AWS::Lambda::Permission').properties).toEqual({
      Action: 'lambda:InvokeFunction',
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: SKILL_ID,
      FunctionName: { 'Fn::GetAtt': [only('AWS::Lambda::Function').id, 'Arn'] },
    });
  });

  it("lets the function make the store's three calls on its table and write its log, and nothing more", () => {
    const { PolicyDocument, Roles } = only('AWS::IAM::Policy').properties as {
      PolicyDocument: { Statement: unknown };
      Roles: unknown;
    };
    expect(PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
        Resource: { 'Fn::GetAtt': [only('AWS::DynamoDB::Table').id, 'Arn'] },
      },
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [only('AWS::Logs::LogGroup').id, 'Arn'] },
      },
    ]);
    expect(Roles).toEqual([{ Ref: only('AWS::IAM::Role').id }]);
  });

  it('lets only Lambda take the role, which carries no policy of its own', () => {
    const { AssumeRolePolicyDocument, ...rest } = only('AWS::IAM::Role').properties;
    expect(rest).toEqual({});
    expect(AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
  });

  it('names no wildcard anywhere in a policy', () => {
    expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).not.toContain('*');
  });
});

describe('without a skill id', () => {
  let asking: Template;
  let said: string;

  beforeAll(() => {
    const stderr = jest.spyOn(console, 'error').mockImplementation();
    asking = Template.fromStack(skillStack(undefined));
    said = stderr.mock.calls.join('\n');
    stderr.mockRestore();
  });

  it('can be looked at, and says that and how it could be deployed', () => {
    expect(said).toContain(
      'No skill id, so this template cannot be deployed: give -c skillId=amzn1.ask.skill.<uuid> or ALEXA_SKILL_ID',
    );
  });

  it('cannot be deployed: it requires a parameter that has no default and must look like a skill id', () => {
    const { Default, AllowedPattern } = asking.toJSON().Parameters.SkillId;
    expect(Default).toBeUndefined();
    expect(SKILL_ID).toMatch(new RegExp(AllowedPattern));
    expect('*').not.toMatch(new RegExp(AllowedPattern));
  });

  it('lets only the skill that is named at last invoke the function', () => {
    expect(only('AWS::Lambda::Permission', asking).properties.EventSourceToken).toEqual({ Ref: 'SkillId' });
    expect(only('AWS::Lambda::Function', asking).properties.Environment).toEqual({
      Variables: { TABLE_NAME: { Ref: only('AWS::DynamoDB::Table', asking).id }, ALEXA_SKILL_ID: { Ref: 'SkillId' } },
    });
  });

  it('asks nothing when the id is known', () => {
    expect(Object.keys(template.toJSON().Parameters)).toEqual(['BootstrapVersion']);
  });
});

it('fails synthesis on a template that CloudFormation would refuse', () => {
  const stderr = jest.spyOn(console, 'error').mockImplementation();
  const stack = skillStack(SKILL_ID);
  new CfnResource(stack, 'Mistyped', { type: 'AWS::Logs::LogGroup', properties: { RetentionInDay: 30 } });
  expect(() => Template.fromStack(stack)).toThrow(/validation/i);
  stderr.mockRestore();
});
