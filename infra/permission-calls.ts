import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  AwsCustomResource,
  type AwsCustomResourceProps,
  type AwsSdkCall,
  PhysicalResourceId,
} from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';

export interface PermissionCallsProps {
  readonly endpoint: IFunction;
  /** The one service that can be let in. */
  readonly service: string;
  /** Names the statement of the endpoint's policy that is added and removed. */
  readonly statementId: string;
}

/**
 * Lets a service invoke the endpoint for a while of the deployment. Each call is made once, when it first stands in the stack, and never on an update:
 * nothing is opened a second time. Letting in is taken back when it is deleted, as when CloudFormation rolls back a deployment that failed in between.
 * The function that makes the calls can let in nobody else, and nobody to anything else.
 */
export class PermissionCalls extends Construct {
  private readonly props: PermissionCallsProps;
  private readonly caller: Omit<AwsCustomResourceProps, 'onCreate' | 'onDelete'>;

  constructor(scope: Construct, id: string, props: PermissionCallsProps) {
    super(scope, id);
    this.props = props;
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = callerRole(this, props);
    logGroup.grantWrite(role);
    this.caller = {
      role,
      logGroup,
      memorySize: 256,
      timeout: Duration.minutes(1),
      serviceTimeout: Duration.minutes(5),
      installLatestAwsSdk: false, // the runtime's own knows both calls: nothing is fetched while deploying
    };
  }

  letIn(): AwsCustomResource {
    const { service } = this.props;
    return this.called('LetIn', {
      onCreate: this.call('addPermission', { Action: 'lambda:InvokeFunction', Principal: service }),
      // Once let out, there is nothing to take back.
      onDelete: { ...this.call('removePermission'), ignoreErrorCodesMatching: 'ResourceNotFoundException' },
    });
  }

  letOut(): AwsCustomResource {
    return this.called('LetOut', { onCreate: this.call('removePermission') });
  }

  private call(action: string, more: Readonly<Record<string, string>> = {}): AwsSdkCall {
    const { endpoint, statementId } = this.props;
    const parameters = { FunctionName: endpoint.functionName, StatementId: statementId, ...more };
    return { service: 'Lambda', action, parameters };
  }

  private called(id: string, { onCreate, onDelete }: CallsOf): AwsCustomResource {
    const resource = new AwsCustomResource(this, id, {
      ...this.caller,
      onCreate: { ...onCreate, physicalResourceId: PhysicalResourceId.of(id) },
      ...(onDelete && { onDelete }),
    });
    acknowledgeOnCaller(this);
    return resource;
  }
}

interface CallsOf {
  readonly onCreate: AwsSdkCall;
  readonly onDelete?: AwsSdkCall;
}

function callerRole(scope: Construct, { endpoint, service }: PermissionCallsProps): Role {
  const resources = [endpoint.functionArn];
  const conditions = { StringEquals: { 'lambda:Principal': service } };
  return new Role(scope, 'Role', {
    description: 'Lets a service invoke the endpoint, and takes that back',
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      EndpointOnly: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:AddPermission'], resources, conditions }),
          new PolicyStatement({ actions: ['lambda:RemovePermission'], resources }),
        ],
      }),
    },
  });
}

/** The CDK puts the function of all such calls beside them, at the top of the stack. */
function acknowledgeOnCaller(scope: Construct): void {
  const caller = Stack.of(scope).node.findChild(`AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll('-', '')}`);
  Validations.of(caller).acknowledge(
    { id: 'Serverless::Serverless-LambdaDLQ', reason: 'A call that fails fails the deployment, and is seen there' },
    {
      id: 'Serverless::Serverless-LambdaTracing',
      reason: 'It runs for single calls, when the skill is first made or deleted',
    },
  );
}
