import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

const ALARMS = new ServicePrincipal('cloudwatch.amazonaws.com');

/**
 * Where the alarms of this account ring, and nobody else may. Encrypted with a key of its own: alarms may not use the one that AWS manages for SNS.
 * Source: AWS re:Post, "configure a CloudWatch alarm with an encrypted SNS topic"; sure H.
 */
export class WatchTopic extends Construct {
  readonly topic: Topic;

  /** @param email - who is told, once they confirmed it; null is nobody yet */
  constructor(scope: Construct, id: string, email: string | null) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      displayName: 'My Back Routine',
      masterKey: topicKey(this),
      enforceSSL: true,
    });
    // A topic with a policy of its own has lost the one by which its account may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [ALARMS],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (email !== null) tell(this.topic, email);
  }
}

/** Nothing is kept under it, so it goes with the stack. */
function topicKey(scope: Construct): Key {
  const key = new Key(scope, 'Key', {
    description: 'My Back Routine: alarms on their way to whoever is told',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  key.addToResourcePolicy(
    new PolicyStatement({ principals: [ALARMS], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
  );
  return key;
}

function tell(topic: Topic, email: string): void {
  const subscription = topic.addSubscription(new EmailSubscription(email));
  Validations.of(subscription).acknowledge({
    id: 'Serverless::Serverless-SNSRedrivePolicy',
    reason: 'SNS tries an e-mail for hours; what it could not send is on the dashboard, and nobody would read a queue',
  });
}
