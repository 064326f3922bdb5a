import type { Template } from 'aws-cdk-lib/assertions';
import { allowances, MADE, madeBefore, only, Workshop } from './template-of';

let workshop: Workshop;
let template: Template;
let inProd: Template;
let ofAnotherPackage: Template;

beforeAll(() => {
  workshop = new Workshop();
  template = workshop.template(MADE);
  inProd = workshop.template(MADE, 'prod');
  workshop.write('package/skill.json', '{"manifest":{"manifestVersion":"2.0"}}');
  ofAnotherPackage = workshop.template(MADE);
});

afterAll(() => workshop.remove());

describe('the skill', () => {
  it('is made for the vendor, with the keys that CloudFormation takes from the secret: none of them is in the template', () => {
    const { VendorId, AuthenticationConfiguration } = only(template, 'Alexa::ASK::Skill').Properties;
    expect(VendorId).toBe('M2ABCDEFGHIJKL');
    expect(AuthenticationConfiguration).toEqual({
      ClientId: '{{resolve:secretsmanager:alexa/keys:SecretString:clientId::}}',
      ClientSecret: '{{resolve:secretsmanager:alexa/keys:SecretString:clientSecret::}}',
      RefreshToken: '{{resolve:secretsmanager:alexa/keys:SecretString:refreshToken::}}',
    });
  });

  it('sends its requests and its events to the function', () => {
    const uri = { 'Fn::GetAtt': ['Coach30DE768F', 'Arn'] };
    expect(skillPackage().Overrides).toEqual({
      Manifest: { apis: { custom: { endpoint: { uri } } }, events: { endpoint: { uri } } },
    });
  });

  it('is updated when its package changes, and only then', () => {
    expect(skillPackage(ofAnotherPackage).S3Key).not.toBe(skillPackage().S3Key);
    expect(skillPackage(inProd).S3Key).toBe(skillPackage().S3Key);
  });

  it('goes with the stack of dev, and outlives the stack of prod, unless it was never finished', () => {
    expect(only(template, 'Alexa::ASK::Skill')).toMatchObject({
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    });
    expect(only(inProd, 'Alexa::ASK::Skill')).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });
});

describe('the order in which Alexa is let in', () => {
  it('begins with any skill, since the skill is made only of an endpoint that lets Alexa in', () => {
    expect(callOf('AlexaAnySkillLetIn')).toEqual({
      service: 'Lambda',
      action: 'addPermission',
      parameters: {
        FunctionName: 'Coach30DE768F',
        StatementId: 'alexa-until-the-skill-exists',
        Action: 'lambda:InvokeFunction',
        Principal: 'alexa-appkit.amazon.com',
      },
      physicalResourceId: { id: 'LetIn' },
    });
    expect(madeBefore(template, 'Alexa::ASK::Skill')).toContain('AlexaAnySkillLetIn');
    expect(madeBefore(template, 'AlexaAnySkillLetIn')).toContain('Coach');
  });

  it('goes on with the skill by its id', () => {
    expect(only(template, 'AWS::Lambda::Permission').Properties).toEqual({
      Action: 'lambda:InvokeFunction',
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: { Ref: only(template, 'Alexa::ASK::Skill').id },
      FunctionName: { 'Fn::GetAtt': ['Coach30DE768F', 'Arn'] },
    });
  });

  it('ends with any skill let out again, by the same name', () => {
    expect(callOf('AlexaAnySkillLetOut')).toEqual({
      service: 'Lambda',
      action: 'removePermission',
      parameters: { FunctionName: 'Coach30DE768F', StatementId: 'alexa-until-the-skill-exists' },
      physicalResourceId: { id: 'LetOut' },
    });
    expect(madeBefore(template, 'AlexaAnySkillLetOut')).toContain('AlexaOnlyOurSkill');
  });

  it('leaves the function without its table until then', () => {
    expect(madeBefore(template, 'TableAccess')).toContain('AlexaAnySkillLetOut');
    expect(madeBefore(template, 'Coach')).not.toContain('TableAccess');
  });

  it('takes back what a failed deployment has let in, and minds nothing when it was let out before', () => {
    expect(callOf('AlexaAnySkillLetIn', 'Delete')).toEqual({
      service: 'Lambda',
      action: 'removePermission',
      parameters: { FunctionName: 'Coach30DE768F', StatementId: 'alexa-until-the-skill-exists' },
      ignoreErrorCodesMatching: 'ResourceNotFoundException',
    });
  });

  it.each([
    { id: 'AlexaAnySkillLetIn', when: ['Create', 'Delete'] },
    { id: 'AlexaAnySkillLetOut', when: ['Create'] },
  ])('is gone through once: an update never makes the call $id', ({ id, when }) => {
    const { ServiceToken, InstallLatestAwsSdk, ServiceTimeout, ...calls } = only(template, id).Properties;
    expect(Object.keys(calls)).toEqual(when);
    expect(InstallLatestAwsSdk).toBe(false);
    expect(ServiceTimeout).toBe('300');
    expect(ServiceToken).toEqual({ 'Fn::GetAtt': [only(template, 'AWS679f53fac002430cb0da5b7982bd2287').id, 'Arn'] });
  });
});

describe('who may do what', () => {
  it('is listed here whole', () => {
    const theFunction = { 'Fn::GetAtt': ['Coach30DE768F', 'Arn'] };
    const callsLog = { 'Fn::GetAtt': [only(template, 'AlexaAnySkillLog').id, 'Arn'] };
    expect(allowances(template)).toEqual([
      {
        who: 'CoachRole',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': ['CoachLogE4EB0650', 'Arn'] },
      },
      {
        who: 'CoachRole',
        Action: ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
        Resource: { 'Fn::GetAtt': ['Progress46A8DAB4', 'Arn'] },
      },
      {
        who: 'AlexaAnySkillRole',
        Action: 'lambda:AddPermission',
        Resource: theFunction,
        Condition: { StringEquals: { 'lambda:Principal': 'alexa-appkit.amazon.com' } },
      },
      { who: 'AlexaAnySkillRole', Action: 'lambda:RemovePermission', Resource: theFunction },
      { who: 'AlexaAnySkillRole', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: callsLog },
      { who: 'AlexaPackageReader', Action: 's3:GetObject', Resource: thePackage() },
    ]);
  });

  it('lets only Alexa take the role that reads the package, and only Lambda the others', () => {
    const takenBy = (role: string) => {
      const { AssumeRolePolicyDocument } = only(template, role).Properties;
      return (AssumeRolePolicyDocument as { Statement: unknown }).Statement;
    };
    const by = (Service: string) => [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }];
    expect(takenBy('AlexaPackageReader')).toEqual(by('alexa-appkit.amazon.com'));
    expect(takenBy('AlexaAnySkillRole')).toEqual(by('lambda.amazonaws.com'));
    expect(takenBy('CoachRole')).toEqual(by('lambda.amazonaws.com'));
    expect(skillPackage().S3BucketRole).toEqual({ 'Fn::GetAtt': [only(template, 'AlexaPackageReader').id, 'Arn'] });
  });

  it('gives no role a policy that is managed elsewhere', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('ManagedPolicyArns');
  });

  it('has no third function: the coach, and the one that makes the two calls', () => {
    template.resourceCountIs('AWS::Lambda::Function', 2);
    expect(only(template, 'AWS679f53fac002430cb0da5b7982bd2287').Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Timeout: 60,
      LoggingConfig: { LogGroup: { Ref: only(template, 'AlexaAnySkillLog').id } },
    });
    expect(only(template, 'AlexaAnySkillLog')).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { RetentionInDays: 30 },
    });
  });
});

interface SkillPackage {
  readonly S3Bucket: { readonly 'Fn::Sub': string };
  readonly S3Key: string;
  readonly S3BucketRole: unknown;
  readonly Overrides: unknown;
}

function skillPackage(from = template): SkillPackage {
  return only(from, 'Alexa::ASK::Skill').Properties.SkillPackage as SkillPackage;
}

/** The ARN of the object that the skill is made of, as the CDK writes it. */
function thePackage(): unknown {
  const { S3Bucket, S3Key } = skillPackage();
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', S3Bucket, `/${S3Key}`]] };
}

/** The call that a custom resource makes when it is made, or deleted, with logical ids in place of references. */
function callOf(id: string, when: 'Create' | 'Delete' = 'Create'): unknown {
  const calls = only(template, id).Properties as Record<
    typeof when,
    { 'Fn::Join': [string, (string | { Ref: string })[]] }
  >;
  return JSON.parse(calls[when]['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : part.Ref)).join(''));
}
