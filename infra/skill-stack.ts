import {
  Annotations,
  CfnOutput,
  CfnParameter,
  Duration,
  RemovalPolicy,
  Stack,
  type StackProps,
  Validations,
} from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PARTITION_KEY, SORT_KEY } from '../lambda/storage/table-shape';
import { WHOEVER_LAMBDA_LETS_IN } from '../lambda/whoever-lambda-lets-in';
import { AlexaSkill, letOnlyThisSkillIn } from './alexa-skill';
import { HOW_TO_NAME_THE_SKILL, SKILL_ID_PATTERN, type SkillSource, type Stage } from './deployment';
import { Watch } from './watch';

export interface SkillStackProps extends StackProps {
  readonly stage: Stage;
  readonly skill: SkillSource;
  /** Who is told when an alarm rings; null is nobody. */
  readonly alarmEmail: string | null;
  /** Folder that holds the bundle, `index.mjs`. */
  readonly bundleDir: string;
  /** Folder that holds the skill package. */
  readonly packageDir: string;
}

/** One stage of the skill: the table of progress, the function that coaches, who may call it, what looks after both, and, where no skill exists yet, the skill itself. */
export class SkillStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, skill, alarmEmail, bundleDir, packageDir, ...props }: SkillStackProps,
  ) {
    super(scope, id, {
      description: `My Back Routine: an Alexa skill (${stage})`,
      tags: { project: 'my-back-routine', stage },
      terminationProtection: stage === 'prod',
      ...props,
    });

    const idBeforehand = idKnownBeforehand(this, skill);
    const table = progressTable(this);
    const logGroup = functionLog(this);
    const role = coachRole(this, logGroup);
    const coach = coachFunction(this, bundleDir, role, logGroup, {
      TABLE_NAME: table.tableName,
      ALEXA_SKILL_ID: idBeforehand ?? WHOEVER_LAMBDA_LETS_IN,
    });
    const tableAccess = accessToTable(this, role, table);

    if (idBeforehand !== undefined) letOnlyThisSkillIn(this, coach, idBeforehand);
    if (skill.kind === 'made') {
      const { vendorId, secret } = skill;
      // Its reviews and its listeners hang on the skill that is in the store: a deleted stack leaves it there.
      const removalPolicy = stage === 'prod' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
      const made = new AlexaSkill(this, 'Alexa', { vendorId, secret, packageDir, endpoint: coach, removalPolicy });
      // In a new stack: until no other skill is let in, whoever might call the function finds nothing behind it.
      tableAccess.node.addDependency(made);
      new CfnOutput(this, 'SkillId', { value: made.skillId, description: 'The skill' });
    }
    const { topic } = new Watch(this, 'Watch', { stage, coach, table, alarmEmail });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn, description: 'Where alarms ring' });
    new CfnOutput(this, 'EndpointArn', { value: coach.functionArn, description: 'The endpoint of the skill' });
    new CfnOutput(this, 'TableName', { value: table.tableName, description: 'Where progress is kept' });
  }
}

/** The id that the function can be told when it is made; undefined where the skill is made after it. */
function idKnownBeforehand(scope: Construct, skill: SkillSource): string | undefined {
  switch (skill.kind) {
    case 'given':
      return skill.skillId;
    case 'asked':
      return skillIdAskedForAtDeploy(scope);
    case 'made':
      return undefined;
  }
}

/**
 * A parameter without a default: a template of nobody's skill can be synthesised and looked at, but it cannot be deployed, since both
 * the CDK and CloudFormation refuse a required parameter without a value.
 */
function skillIdAskedForAtDeploy(scope: Construct): string {
  Annotations.of(scope).addWarningV2(
    'my-back-routine:no-skill',
    `No vendor id and no skill id, so this template cannot be deployed: ${HOW_TO_NAME_THE_SKILL}`,
  );
  return new CfnParameter(scope, 'SkillId', {
    description: 'The id of the Alexa skill that may invoke the function',
    allowedPattern: SKILL_ID_PATTERN.source,
    constraintDescription: 'amzn1.ask.skill. followed by a UUID',
  }).valueAsString;
}

/** What listeners did cannot be had again: in every stage the table outlives its stack, and any of the last 35 days can be restored. */
function progressTable(scope: Construct): Table {
  return new Table(scope, 'Progress', {
    partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
    sortKey: { name: SORT_KEY, type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function coachFunction(
  scope: Construct,
  bundleDir: string,
  role: Role,
  logGroup: LogGroup,
  environment: Readonly<Record<string, string>>,
): LambdaFunction {
  const coach = new LambdaFunction(scope, 'Coach', {
    description: 'Answers the Alexa skill My Back Routine',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(bundleDir),
    memorySize: 256, // with the AWS SDK the process settles at about 120 MiB; more memory is also more processor
    timeout: Duration.seconds(7), // Alexa stops waiting at about 8 s
    environment,
    role,
    logGroup,
  });
  Validations.of(coach).acknowledge(
    {
      id: 'Serverless::Serverless-LambdaDLQ',
      reason:
        'Alexa waits for the answer (AWS Lambda operator guide, invocation modes), so nothing is queued; and a queue would keep the raw ids of listeners',
    },
    {
      id: 'Serverless::Serverless-LambdaTracing',
      reason:
        'One function and one table, whose times are in the log; what tracing costs at a cold start cannot be measured before it is deployed',
    },
  );
  return coach;
}

/** Operator's lines only, nothing of a listener: kept long enough to look into a fault, and gone with the stack. */
function functionLog(scope: Construct): LogGroup {
  return new LogGroup(scope, 'CoachLog', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
}

/** May write its own log. */
function coachRole(scope: Construct, logGroup: LogGroup): Role {
  const role = new Role(scope, 'CoachRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return role;
}

/** Exactly the store's three calls on exactly its table; a policy of its own, which the function does not wait for. */
function accessToTable(scope: Construct, role: Role, table: Table): Policy {
  return new Policy(scope, 'TableAccess', {
    roles: [role],
    statements: [
      new PolicyStatement({
        actions: ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
        resources: [table.tableArn],
      }),
    ],
  });
}
