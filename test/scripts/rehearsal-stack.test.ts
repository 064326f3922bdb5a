import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowed, rightsOf, unusedRights } from '../../scripts/rehearsal/role-policy';
import { onlyOf, standUp } from '../../scripts/rehearsal/stack';
import type { Template } from '../../scripts/rehearsal/template';
import { unzip } from '../../scripts/rehearsal/unzip';
import { unseenMetrics } from '../../scripts/rehearsal/watched-metrics';

const PLACE = { stackName: 'Home', region: 'eu-west-1' };

function template(resources: Template['Resources'], more: Omit<Template, 'Resources'> = {}): Template {
  return { Resources: resources, ...more };
}

describe('standing a template up', () => {
  it('gives every reference the name that the resource would have', () => {
    const stack = standUp(
      template(
        {
          Job: {
            Type: 'AWS::Lambda::Function',
            Properties: {
              Environment: { Variables: { TABLE: { Ref: 'Days' }, STAGE: { Ref: 'Stage' } } },
              Role: { 'Fn::GetAtt': ['Who', 'Arn'] },
              Where: { 'Fn::Join': ['/', ['arn', { Ref: 'AWS::Partition' }, { 'Fn::GetAtt': 'Days.Arn' }]] },
              // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own braces
              Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}-${!kept}-${Days}-${Days.Arn}' },
              Gone: { Ref: 'AWS::NoValue' },
            },
          },
          Days: { Type: 'AWS::DynamoDB::Table' },
          Who: { Type: 'AWS::IAM::Role' },
        },
        { Parameters: { Stage: { Default: 'prod' } }, Outputs: { Skill: { Value: { Ref: 'Days' } } } },
      ),
      PLACE,
    );
    expect(onlyOf(stack, 'AWS::Lambda::Function').properties).toEqual({
      Environment: { Variables: { TABLE: 'Home-Days-REHEARSAL000', STAGE: 'prod' } },
      Role: 'arn:aws:iam::111122223333:role/Home-Who-REHEARSAL000',
      Where: 'arn/aws/arn:aws:dynamodb:eu-west-1:111122223333:table/Home-Days-REHEARSAL000',
      Bucket:
        // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own braces
        'assets-111122223333-${kept}-Home-Days-REHEARSAL000-arn:aws:dynamodb:eu-west-1:111122223333:table/Home-Days-REHEARSAL000',
    });
    expect(stack.outputs).toEqual({ Skill: 'Home-Days-REHEARSAL000' });
  });

  it('makes first what others need', () => {
    const { resources } = standUp(
      template({
        Last: { Type: 'T', DependsOn: ['Middle'] },
        Middle: { Type: 'T', Properties: { Of: { Ref: 'First' } } },
        First: { Type: 'T' },
      }),
      PLACE,
    );
    expect(resources.map(({ id }) => id)).toEqual(['First', 'Middle', 'Last']);
  });

  it.each<{ fault: string; resources: Template['Resources']; line: string }>([
    {
      fault: 'a function that it does not know',
      resources: { A: { Type: 'T', Properties: { Of: { 'Fn::ImportValue': 'x' } } } },
      line: 'A.Of: Fn::ImportValue is not known here: add it to stack.ts',
    },
    {
      fault: 'an attribute that it does not know',
      resources: { A: { Type: 'T', Properties: { Of: { 'Fn::GetAtt': ['B', 'Arn'] } } }, B: { Type: 'Some::Thing' } },
      line: 'A.Of: Arn of Some::Thing is not known here: add it to ATTRIBUTES in stack.ts',
    },
    {
      fault: 'a reference to nothing',
      resources: { A: { Type: 'T', Properties: { Of: { Ref: 'B' } } } },
      line: 'A.Of refers to B, which the template does not have',
    },
    {
      fault: 'a circle',
      resources: {
        A: { Type: 'T', DependsOn: 'B' },
        B: { Type: 'T', Properties: { Of: { Ref: 'A' } } },
      },
      line: 'None could be made first: A -> B -> A',
    },
    {
      fault: 'a condition',
      resources: { A: { Type: 'T', Condition: 'IsProd' } },
      line: 'A: conditions are not known here',
    },
    {
      fault: 'a function beside other keys',
      resources: { A: { Type: 'T', Properties: { Of: { 'Fn::Sub': 'x', Also: 1 } } } },
      line: 'Fn::Sub stands beside 1 more keys',
    },
  ])('stops at $fault', ({ resources, line }) => {
    expect(() => standUp(template(resources), PLACE)).toThrow(line);
  });

  it('stops at a parameter that nobody gave', () => {
    const asking = template(
      { A: { Type: 'T', Properties: { Of: { Ref: 'SkillId' } } } },
      { Parameters: { SkillId: {} } },
    );
    expect(() => standUp(asking, PLACE)).toThrow('A.Of needs the parameter SkillId, which has no value');
  });
});

describe('the rights of a role', () => {
  const statement = (Action: unknown, more: object = {}) => ({
    Effect: 'Allow',
    Action,
    Resource: { Ref: 'Days' },
    ...more,
  });
  const stackWith = (...statements: readonly object[]) =>
    standUp(
      template({
        Who: { Type: 'AWS::IAM::Role' },
        Days: { Type: 'AWS::DynamoDB::Table' },
        May: {
          Type: 'AWS::IAM::Policy',
          Properties: { Roles: [{ Ref: 'Who' }], PolicyDocument: { Statement: statements } },
        },
      }),
      PLACE,
    );
  const WHO = 'arn:aws:iam::111122223333:role/Home-Who-REHEARSAL000';
  const DAYS = 'Home-Days-REHEARSAL000';

  it('are what its policies say: these actions, on these resources', () => {
    const rights = rightsOf(stackWith(statement(['dynamodb:Query', 'dynamodb:Update*'])), WHO);
    expect(isAllowed(rights, 'dynamodb:Query', DAYS)).toBe(true);
    expect(isAllowed(rights, 'dynamodb:UpdateItem', DAYS)).toBe(true);
    expect(isAllowed(rights, 'dynamodb:Query', `${DAYS}/index/x`)).toBe(false);
    expect(isAllowed(rights, 'dynamodb:QueryMore', DAYS)).toBe(false);
    expect(isAllowed(rights, 'dynamodb:Scan', DAYS)).toBe(false);
  });

  it('tell what nobody needed', () => {
    const rights = rightsOf(stackWith(statement(['dynamodb:Query', 'dynamodb:Scan', 'logs:Put'])), WHO);
    expect(unusedRights(rights, 'dynamodb', ['dynamodb:Query'])).toEqual(['dynamodb:Scan']);
  });

  it.each([
    { fault: 'a condition', more: { Condition: { Bool: {} } }, line: 'Who: a condition is not judged here' },
    { fault: 'a denial', more: { Effect: 'Deny' }, line: 'Who: Deny is not judged here' },
  ])('stop at $fault', ({ more, line }) => {
    expect(() => rightsOf(stackWith(statement('dynamodb:Query', more)), WHO)).toThrow(line);
  });

  it('stop at a role that is not there', () => {
    expect(() => rightsOf(stackWith(), 'arn:aws:iam::1:role/Other')).toThrow('does not have the role');
  });
});

describe('unzipping', () => {
  /** Made by Info-ZIP's zip 3.0 of a text that shrinks and one that does not. */
  const ZIP = Buffer.from(
    'UEsDBBQAAAAIAOMMd1320lM4CwAAAB0AAAAHAAAAYS94LnR4dMtIzcnJV8jATgIAUEsDBAoAAAAAAOMMd10fKKpnAgAAAAIAAAAFAAAAeS50eHRub1BLAQIeAxQAAAAIAOMMd1320lM4CwAAAB0AAAAHAAAAAAAAAAEAAACkgQAAAABhL3gudHh0UEsBAh4DCgAAAAAA4wx3XR8oqmcCAAAAAgAAAAUAAAAAAAAAAQAAAKSBMAAAAHkudHh0UEsFBgAAAAACAAIAaAAAAFUAAAAAAA==',
    'base64',
  );

  it('gives every file by its path', () => {
    const files = [...unzip(ZIP)].map(([name, bytes]) => [name, bytes.toString()]);
    expect(files).toEqual([
      ['a/x.txt', 'hello hello hello hello hello'],
      ['y.txt', 'no'],
    ]);
  });

  it('refuses what is no zip, and a path out of its folder', () => {
    expect(() => unzip(Buffer.from('<Error/>'))).toThrow('These bytes are no zip');
    const escaping = Buffer.from(ZIP.toString('latin1').replaceAll('a/x.txt', '../.txt'), 'latin1');
    expect(() => unzip(escaping)).toThrow('The zip holds ../.txt');
  });
});

describe('metrics that alarms look at', () => {
  const alarm = (MetricName: string) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: { Namespace: 'Ours', MetricName, Dimensions: [{ Name: 'FunctionName', Value: 'coach' }] },
  });
  const line = (metric: string, functionName: string) =>
    JSON.stringify({
      _aws: { CloudWatchMetrics: [{ Namespace: 'Ours', Dimensions: [['FunctionName']], Metrics: [{ Name: metric }] }] },
      FunctionName: functionName,
      [metric]: 0,
    });
  const stack = standUp(
    template({
      One: alarm('Falls'),
      Two: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Metrics: [{ Expression: '1' }, { MetricStat: { Metric: alarm('Turns').Properties } }],
        },
      },
      Lambdas: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'AWS/Lambda', MetricName: 'Errors' } },
    }),
    PLACE,
  );

  it('are seen when a line of the log has them under the same name and dimension', () => {
    expect(unseenMetrics(stack, [line('Falls', 'coach'), line('Turns', 'coach'), '{"code":"x"}'])).toEqual({
      watched: ['Ours/Falls FunctionName=coach', 'Ours/Turns FunctionName=coach'],
      unseen: [],
    });
  });

  it('are missed under another', () => {
    expect(unseenMetrics(stack, [line('Fall', 'coach'), line('Turns', 'other')]).unseen).toEqual([
      'Ours/Falls FunctionName=coach',
      'Ours/Turns FunctionName=coach',
    ]);
  });
});

it('has a device checklist of a quarter of an hour', () => {
  const text = readFileSync(path.join(__dirname, '../../docs/device-checklist.md'), 'utf8');
  const minutes = [...text.matchAll(/^\| \d+ \|.*\| ([\d.]+) \|$/gm)].map(([, each]) => Number(each));
  expect(minutes.length).toBeGreaterThan(8);
  expect(minutes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(15);
});
