import { CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { allowances, GIVEN, MADE, only, resourcesOf, SKILL_ID, Workshop } from './template-of';

let workshop: Workshop;
let given: Template;
let made: Template;
let asking: Template;
let saidWhenAsking: string;

beforeAll(() => {
  workshop = new Workshop();
  given = workshop.template(GIVEN);
  made = workshop.template(MADE);
  const stderr = jest.spyOn(console, 'error').mockImplementation();
  asking = workshop.template({ kind: 'asked' });
  saidWhenAsking = stderr.mock.calls.join('\n');
  stderr.mockRestore();
});

afterAll(() => workshop.remove());

it('is, for a skill that exists, a table, a function with its role and log, one permission, and what looks after them: nothing else', () => {
  expect(typesIn(given)).toEqual([
    ...new Array(8).fill('AWS::CloudWatch::Alarm'),
    'AWS::CloudWatch::Dashboard',
    'AWS::DynamoDB::Table',
    'AWS::IAM::Policy',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::KMS::Key', // of the topic on which alarms ring
    'AWS::Lambda::Function',
    'AWS::Lambda::Permission',
    'AWS::Logs::LogGroup',
    'AWS::SNS::Topic',
    'AWS::SNS::TopicPolicy',
  ]);
});

it('is, where it makes the skill, the same and the skill, with what makes it: nothing else', () => {
  expect(typesIn(made)).toEqual(
    [
      ...typesIn(given),
      'Alexa::ASK::Skill',
      'AWS::IAM::Role', // with which Alexa fetches the package
      ...['Custom::AWS', 'Custom::AWS'], // lets Alexa in for any skill; lets it out again
      ...['AWS::Lambda::Function', 'AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::Logs::LogGroup'], // which makes those calls
    ].sort(),
  );
});

describe.each([
  { way: 'for a skill that exists', template: () => given },
  { way: 'with the skill made by it', template: () => made },
  { way: 'for nobody yet', template: () => asking },
])('the table of progress, $way', ({ template }) => {
  it('keeps its id in the template: under another one it would be made anew, and empty', () => {
    expect(Object.keys(template().findResources('AWS::DynamoDB::Table'))).toEqual(['Progress46A8DAB4']);
  });

  it('is keyed by listener and item', () => {
    const { KeySchema, AttributeDefinitions } = only(template(), 'AWS::DynamoDB::Table').Properties;
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
    expect(only(template(), 'AWS::DynamoDB::Table').Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('outlives a deleted stack, a replacement and a slip of the hand', () => {
    expect(only(template(), 'AWS::DynamoDB::Table')).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
  });
});

describe.each([
  { way: 'for a skill that exists', template: () => given, skillId: SKILL_ID },
  { way: 'with the skill made after it', template: () => made, skillId: 'whoever-lambda-lets-in' },
  { way: 'for nobody yet', template: () => asking, skillId: { Ref: 'SkillId' } },
])('the function, $way', ({ template, skillId }) => {
  it('runs index.handler of the bundle on Node 24, arm64, with 256 MB', () => {
    expect(only(template(), 'Coach').Properties).toMatchObject({
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 256,
    });
  });

  it('gives up before Alexa stops waiting at 8 seconds', () => {
    expect(only(template(), 'Coach').Properties.Timeout).toBe(7);
  });

  it('is told its table and its skill, and nothing more', () => {
    expect(only(template(), 'Coach').Properties.Environment).toEqual({
      Variables: { TABLE_NAME: { Ref: only(template(), 'AWS::DynamoDB::Table').id }, ALEXA_SKILL_ID: skillId },
    });
  });

  it('has no way in but through Lambda: no URL, no alias, no queue, no network of its own', () => {
    const { FunctionUrlConfig, VpcConfig, DeadLetterConfig } = only(template(), 'Coach').Properties;
    expect({ FunctionUrlConfig, VpcConfig, DeadLetterConfig }).toEqual({});
    expect(typesIn(template()).filter((type) => /Url|Alias|EventSourceMapping|EventInvokeConfig/.test(type))).toEqual(
      [],
    );
  });

  it('writes to a log that forgets after a month and goes with the stack', () => {
    const log = only(template(), 'CoachLog');
    expect(log.Properties).toEqual({ RetentionInDays: 30 });
    expect(log).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    expect(only(template(), 'Coach').Properties.LoggingConfig).toEqual({ LogGroup: { Ref: log.id } });
  });
});

describe('who may do what', () => {
  const theTable = { 'Fn::GetAtt': ['Progress46A8DAB4', 'Arn'] };
  const itsLog = { 'Fn::GetAtt': ['CoachLogE4EB0650', 'Arn'] };

  it("lets the function make the store's three calls on its table and write its log, and nobody anything else", () => {
    expect(allowances(given)).toEqual([
      { who: 'CoachRole', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: itsLog },
      {
        who: 'CoachRole',
        Action: ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
        Resource: theTable,
      },
    ]);
    expect(allowances(asking)).toEqual(allowances(given));
  });

  it('lets only Lambda take the role, which carries no policy of its own', () => {
    const { AssumeRolePolicyDocument, ...rest } = only(given, 'AWS::IAM::Role').Properties;
    expect(rest).toEqual({});
    expect(AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
  });

  it.each([
    { way: 'for a skill that exists', template: () => given },
    { way: 'with the skill made by it', template: () => made },
  ])('names no wildcard anywhere in a policy, $way', ({ template }) => {
    const policies = Object.values(resourcesOf(template())).filter(({ Type }) => Type.startsWith('AWS::IAM::'));
    expect(JSON.stringify(policies)).not.toContain('*');
  });

  it('lets only the skill that exists invoke the function', () => {
    expect(only(given, 'AWS::Lambda::Permission').Properties).toEqual({
      Action: 'lambda:InvokeFunction',
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: SKILL_ID,
      FunctionName: { 'Fn::GetAtt': ['Coach30DE768F', 'Arn'] },
    });
  });
});

describe('when nobody said whose skill it is', () => {
  it('can be looked at, and says that and how it could be deployed', () => {
    expect(saidWhenAsking).toContain(
      'No vendor id and no skill id, so this template cannot be deployed: give -c vendorId=... (or ALEXA_VENDOR_ID) to have the stack make the skill, or -c skillId=... (or ALEXA_SKILL_ID) for one that exists',
    );
  });

  it('cannot be deployed: it requires a parameter that has no default and must look like a skill id', () => {
    const { Default, AllowedPattern } = asking.toJSON().Parameters.SkillId;
    expect(Default).toBeUndefined();
    expect(SKILL_ID).toMatch(new RegExp(AllowedPattern));
    expect('*').not.toMatch(new RegExp(AllowedPattern));
  });

  it('lets only the skill that is named at last invoke the function', () => {
    expect(only(asking, 'AWS::Lambda::Permission').Properties.EventSourceToken).toEqual({ Ref: 'SkillId' });
  });

  it.each([
    { way: 'for a skill that exists', template: () => given },
    { way: 'with the skill made by it', template: () => made },
  ])('asks nothing else, $way', ({ template }) => {
    expect(Object.keys(template().toJSON().Parameters)).toEqual(['BootstrapVersion']);
  });
});

describe('a stage', () => {
  it('has a stack of its own name, told apart by its tags', () => {
    const [dev, prod] = [workshop.stack(GIVEN, 'dev'), workshop.stack(GIVEN, 'prod')];
    expect([dev.stackName, prod.stackName]).toEqual(['MyBackRoutine-dev', 'MyBackRoutine-prod']);
    expect(dev.tags.tagValues()).toEqual({ project: 'my-back-routine', stage: 'dev' });
    expect(prod.tags.tagValues()).toEqual({ project: 'my-back-routine', stage: 'prod' });
  });

  it('fixes no name, so that stages can stand side by side in one account', () => {
    const named = [given, made]
      .flatMap((template) => Object.values(resourcesOf(template)))
      .filter(({ Type }) => Type !== 'AWS::IAM::Policy') // whose name is known only within its role
      .filter(({ Type, Properties }) => `${Type.split('::').at(-1)}Name` in Properties);
    expect(named).toEqual([]);
  });

  it('cannot be deleted by a slip of the hand when it is prod', () => {
    expect(workshop.stack(GIVEN, 'prod').terminationProtection).toBe(true);
    expect(workshop.stack(GIVEN, 'dev').terminationProtection).toBe(false);
  });
});

it('fails synthesis on a template that CloudFormation would refuse', () => {
  const stderr = jest.spyOn(console, 'error').mockImplementation();
  const stack = workshop.stack(GIVEN);
  new CfnResource(stack, 'Mistyped', { type: 'AWS::Logs::LogGroup', properties: { RetentionInDay: 30 } });
  expect(() => Template.fromStack(stack)).toThrow(/validation/i);
  stderr.mockRestore();
});

function typesIn(template: Template): readonly string[] {
  return Object.values(resourcesOf(template))
    .map(({ Type }) => Type)
    .sort();
}
