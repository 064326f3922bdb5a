import { Annotations, CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PARTITION_KEY, SORT_KEY } from '../lambda/storage/table-shape';
import { SKILL_ID_PATTERN } from './deployment';

export interface SkillStackProps extends StackProps {
  /** The one skill that may invoke the function; undefined makes the template ask for it when it is deployed. */
  readonly skillId: string | undefined;
  /** Folder that holds the bundle, `index.mjs`. */
  readonly bundleDir: string;
}

/** One stage of the skill: the table of progress, and the function that coaches, with its role, its log and its caller. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, { skillId: knownSkillId, bundleDir, ...props }: SkillStackProps) {
    super(scope, id, { description: 'My Back Routine: an Alexa skill', ...props });

    const skillId = knownSkillId ?? skillIdAskedForAtDeploy(this);
    const table = progressTable(this);
    const logGroup = functionLog(this);
    const coach = new LambdaFunction(this, 'Coach', {
      description: 'Answers the Alexa skill My Back Routine',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleDir),
      memorySize: 256, // with the AWS SDK the process settles at about 120 MiB; more memory is also more processor
      timeout: Duration.seconds(7), // Alexa stops waiting at about 8 s
      environment: { TABLE_NAME: table.tableName, ALEXA_SKILL_ID: skillId },
      role: coachRole(this, table, logGroup),
      logGroup,
    });
    coach.addPermission('OnlyOurSkill', {
      principal: new ServicePrincipal('alexa-appkit.amazon.com'),
      action: 'lambda:InvokeFunction',
      eventSourceToken: skillId,
    });

    new CfnOutput(this, 'EndpointArn', { value: coach.functionArn, description: 'The endpoint of the skill' });
    new CfnOutput(this, 'TableName', { value: table.tableName, description: 'Where progress is kept' });
  }
}

/**
 * A parameter without a default: a template of nobody's skill can be synthesised and looked at, but it cannot be deployed, since both
 * the CDK and CloudFormation refuse a required parameter without a value.
 */
function skillIdAskedForAtDeploy(scope: Construct): string {
  Annotations.of(scope).addWarningV2(
    'my-back-routine:no-skill-id',
    'No skill id, so this template cannot be deployed: give -c skillId=amzn1.ask.skill.<uuid> or ALEXA_SKILL_ID',
  );
  return new CfnParameter(scope, 'SkillId', {
    description: 'The id of the Alexa skill that may invoke the function',
    allowedPattern: SKILL_ID_PATTERN.source,
    constraintDescription: 'amzn1.ask.skill. followed by a UUID',
  }).valueAsString;
}

/** What listeners did cannot be had again: the table outlives its stack, and any of the last 35 days can be restored. */
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

/** Operator's lines only, nothing of a listener: kept long enough to look into a fault, and gone with the stack. */
function functionLog(scope: Construct): LogGroup {
  return new LogGroup(scope, 'CoachLog', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
}

/** Exactly the store's three calls on exactly its table, and writing its own log. */
function coachRole(scope: Construct, table: Table, logGroup: LogGroup): Role {
  const role = new Role(scope, 'CoachRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
      resources: [table.tableArn],
    }),
  );
  logGroup.grantWrite(role);
  return role;
}
