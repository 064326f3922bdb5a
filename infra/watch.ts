import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from './deployment';
import { watchAlarms } from './watch-alarms';
import { watchDashboard } from './watch-dashboard';
import type { Watched } from './watch-figures';
import { WatchTopic } from './watch-topic';

export interface WatchProps extends Watched {
  readonly stage: Stage;
  /** Who is told of an alarm; null is nobody: alarms then ring where nobody hears, and are seen on the dashboard only. */
  readonly alarmEmail: string | null;
}

/** Looks after the function and its table: alarms, where they ring, and a dashboard. The same in every stage, so that what rings in prod was seen in dev. */
export class Watch extends Construct {
  /** Where the alarms ring: whatever else is to hear them subscribes here. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage, alarmEmail, ...watched }: WatchProps) {
    super(scope, id);
    this.topic = new WatchTopic(this, 'Alarms', alarmEmail).topic;
    const ring = new SnsAction(this.topic);
    const alarms = watchAlarms(this, watched);
    for (const alarm of alarms) alarm.addAlarmAction(ring);
    watchDashboard(this, stage, watched, alarms);
  }
}
