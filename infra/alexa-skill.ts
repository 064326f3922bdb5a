import { type RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { CfnSkill } from 'aws-cdk-lib/alexa-ask';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { PermissionCalls } from './permission-calls';

export interface AlexaSkillProps {
  readonly vendorId: string;
  /** Name or complete ARN of the secret: a JSON object of `clientId`, `clientSecret` and `refreshToken`. */
  readonly secret: string;
  /** Folder of the skill package. */
  readonly packageDir: string;
  /** Answers the skill's requests and hears its events. */
  readonly endpoint: IFunction;
  /** What becomes of the skill when the stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** Who invokes the functions of skills and fetches their packages. */
const ALEXA = 'alexa-appkit.amazon.com';

/**
 * The skill, made of its package. Alexa makes a skill only if it may invoke the endpoint, and a permission for that skill alone needs its id, which does
 * not exist yet. So, in this order and only when the skill is first made: Alexa is let in whatever the skill, the skill is made, Alexa is let in for that
 * skill, and the first permission is taken back. What depends on this construct comes after all that (decision 0013).
 */
export class AlexaSkill extends Construct {
  readonly skillId: string;

  constructor(scope: Construct, id: string, props: AlexaSkillProps) {
    super(scope, id);
    const { endpoint } = props;
    const anySkill = new PermissionCalls(this, 'AnySkill', {
      endpoint,
      service: ALEXA,
      statementId: 'alexa-until-the-skill-exists',
    });
    const skill = skillOf(this, props);
    skill.node.addDependency(anySkill.letIn());
    const onlyOurSkill = letOnlyThisSkillIn(this, endpoint, skill.ref);
    anySkill.letOut().node.addDependency(onlyOurSkill);
    this.skillId = skill.ref;
  }
}

/** Lambda itself then refuses whatever Alexa sends for any other skill. */
export function letOnlyThisSkillIn(scope: Construct, endpoint: IFunction, skillId: string): CfnPermission {
  return new CfnPermission(scope, 'OnlyOurSkill', {
    functionName: endpoint.functionArn,
    action: 'lambda:InvokeFunction',
    principal: ALEXA,
    eventSourceToken: skillId,
  });
}

function skillOf(
  scope: Construct,
  { vendorId, secret, packageDir, endpoint, removalPolicy }: AlexaSkillProps,
): CfnSkill {
  // Its key is a digest of the content: only that tells CloudFormation that there is something new.
  const asset = new Asset(scope, 'Package', { path: packageDir });
  const uri = endpoint.functionArn;
  const key = (jsonField: string): string => SecretValue.secretsManager(secret, { jsonField }).unsafeUnwrap();
  const skill = new CfnSkill(scope, 'Skill', {
    vendorId,
    authenticationConfiguration: {
      clientId: key('clientId'),
      clientSecret: key('clientSecret'),
      refreshToken: key('refreshToken'),
    },
    skillPackage: {
      s3Bucket: asset.s3BucketName,
      s3Key: asset.s3ObjectKey,
      s3BucketRole: readerOf(scope, asset).roleArn,
      overrides: { manifest: { apis: { custom: { endpoint: { uri } } }, events: { endpoint: { uri } } } },
    },
  });
  skill.applyRemovalPolicy(removalPolicy);
  return skill;
}

/** Lets Alexa fetch exactly this package. */
function readerOf(scope: Construct, asset: Asset): Role {
  const fetching = new PolicyStatement({
    actions: ['s3:GetObject'],
    resources: [asset.bucket.arnForObjects(asset.s3ObjectKey)],
  });
  return new Role(scope, 'PackageReader', {
    description: 'Alexa fetches the skill package',
    assumedBy: new ServicePrincipal(ALEXA),
    inlinePolicies: { ThisPackage: new PolicyDocument({ statements: [fetching] }) },
  });
}
