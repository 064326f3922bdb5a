import type { Template } from 'aws-cdk-lib/assertions';
import { METRIC_UNITS } from '../../lambda/metric-names';
import { GIVEN, only, resourcesOf, Workshop } from './template-of';

let workshop: Workshop;
let template: Template;

beforeAll(() => {
  workshop = new Workshop();
  template = workshop.template(GIVEN, 'dev', 'you@your.domain');
});

afterAll(() => workshop.remove());

const FUNCTION = { Ref: 'Coach30DE768F' };
const TABLE = { Ref: 'Progress46A8DAB4' };

interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
}

interface Stat {
  readonly Metric: { readonly Namespace: string; readonly MetricName: string; readonly Dimensions: readonly Pair[] };
  readonly Period: number;
  readonly Stat: string;
}

type Pair = { readonly Name: string; readonly Value: unknown };

type Alarm = Stat['Metric'] & {
  readonly Period: number;
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Metrics?: readonly { readonly Id: string; readonly Expression?: string; readonly MetricStat?: Stat }[];
  readonly AlarmDescription: string;
  readonly [property: string]: unknown;
};

function alarms(): readonly Alarm[] {
  return Object.values(resourcesOf(template))
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties as unknown as Alarm);
}

function alarm(id: string): Alarm {
  return only(template, `Watch${id}`).Properties as unknown as Alarm;
}

/** What an alarm looks at, in one line each: statistic, namespace, name, seconds. */
function looksAt({ Metrics, ...single }: Alarm): readonly string[] {
  if (Metrics === undefined) {
    const { Statistic, ExtendedStatistic, Namespace, MetricName, Period } = single;
    return [`${Statistic ?? ExtendedStatistic} ${Namespace} ${MetricName} ${Period}`];
  }
  return Metrics.map(({ Id, Expression, MetricStat }) =>
    MetricStat === undefined
      ? `${Expression}`
      : `${Id}: ${MetricStat.Stat} ${MetricStat.Metric.Namespace} ${MetricStat.Metric.MetricName} ${MetricStat.Period}`,
  );
}

describe('an alarm', () => {
  it.each([
    {
      what: 'once an invocation failed or timed out',
      id: 'FunctionErrors',
      at: ['Sum AWS/Lambda Errors 300'],
      over: ['GreaterThanOrEqualToThreshold', 1],
      in: [1, 1],
    },
    {
      what: 'once Lambda had no instance for her',
      id: 'FunctionThrottles',
      at: ['Sum AWS/Lambda Throttles 300'],
      over: ['GreaterThanOrEqualToThreshold', 1],
      in: [1, 1],
    },
    {
      what: 'when one turn in a hundred took more than 3 of the 8 seconds that Alexa waits, for a quarter of an hour',
      id: 'SlowAnswers',
      at: ['p99 AWS/Lambda Duration 300'],
      over: ['GreaterThanThreshold', 3000],
      in: [3, 3],
    },
    {
      what: 'once a turn failed inside',
      id: 'TurnsFailed',
      at: ['Sum MyBackRoutine TurnsFailed 300'],
      over: ['GreaterThanOrEqualToThreshold', 1],
      in: [1, 1],
    },
    {
      what: 'when the store failed five times in a quarter of an hour, and in more than one turn of a hundred',
      id: 'StoreFailures',
      at: [
        'IF(failures >= 5, 100 * failures / turns, 0)',
        'failures: Sum MyBackRoutine StoreFailures 900',
        'turns: Sum AWS/Lambda Invocations 900',
      ],
      over: ['GreaterThanThreshold', 1],
      in: [1, 1],
    },
    {
      what: 'when more than a quarter of an hour of fifty turns or more was not understood',
      id: 'Fallbacks',
      at: [
        'IF(turns >= 50, 100 * fallbacks / turns, 0)',
        'fallbacks: Sum MyBackRoutine Fallbacks 3600',
        'turns: Sum AWS/Lambda Invocations 3600',
      ],
      over: ['GreaterThanThreshold', 25],
      in: [1, 1],
    },
    {
      what: 'once progress outlived its skill',
      id: 'ErasuresFailed',
      at: ['Sum MyBackRoutine ErasuresFailed 300'],
      over: ['GreaterThanOrEqualToThreshold', 1],
      in: [1, 1],
    },
    {
      what: 'when the table refused ten calls, in two of three periods',
      id: 'TableThrottles',
      at: [
        'FILL(reads, 0) + FILL(writes, 0)',
        'reads: Sum AWS/DynamoDB ReadThrottleEvents 300',
        'writes: Sum AWS/DynamoDB WriteThrottleEvents 300',
      ],
      over: ['GreaterThanOrEqualToThreshold', 10],
      in: [2, 3],
    },
  ])('rings $what', ({ id, at, over, in: datapoints }) => {
    const found = alarm(id);
    expect(looksAt(found)).toEqual(at);
    expect([found.ComparisonOperator, found.Threshold]).toEqual(over);
    expect([found.DatapointsToAlarm, found.EvaluationPeriods]).toEqual(datapoints);
  });

  it('is one of eight', () => template.resourceCountIs('AWS::CloudWatch::Alarm', 8));

  it('does not ring because nobody exercises', () => {
    expect(new Set(alarms().map(({ TreatMissingData }) => TreatMissingData))).toEqual(new Set(['notBreaching']));
  });

  it('looks at a percentile of few turns too, where it looks at one', () => {
    const few = alarms().map((found) => [
      found.ExtendedStatistic !== undefined,
      found.EvaluateLowSampleCountPercentile,
    ]);
    expect(few.filter(([isPercentile]) => isPercentile)).toEqual([[true, 'evaluate']]);
    expect(few.filter(([, low]) => low !== undefined)).toHaveLength(1);
  });

  it('rings on the one topic, and says nothing when it is over', () => {
    const topic = { Ref: only(template, 'AWS::SNS::Topic').id };
    for (const found of alarms()) {
      expect(found.AlarmActions).toEqual([topic]);
      expect(found).not.toHaveProperty('OKActions');
      expect(found).not.toHaveProperty('InsufficientDataActions');
      expect(found.ActionsEnabled).toBeUndefined();
    }
  });

  it('says what she hears, and where it is written what to do', () => {
    for (const { AlarmDescription } of alarms()) {
      expect(AlarmDescription).toMatch(/^She .+\. What to do: docs\/runbook\.md#[a-z-]+$/);
    }
    expect(alarm('StoreFailures').AlarmDescription).toContain('docs/runbook.md#store-failures');
  });

  it('leaves Lambda and Alexa time: it rings below the 7 seconds at which the function is ended', () => {
    const { Timeout } = only(template, 'Coach').Properties;
    expect(Number(alarm('SlowAnswers').Threshold)).toBeLessThan(1_000 * Number(Timeout));
  });
});

describe('the topic', () => {
  it('is one, encrypted with a key of its own that changes every year and goes with the stack', () => {
    template.resourceCountIs('AWS::KMS::Key', 1);
    const { id, DeletionPolicy, Properties } = only(template, 'AWS::KMS::Key');
    expect({ DeletionPolicy, EnableKeyRotation: Properties.EnableKeyRotation }).toEqual({
      DeletionPolicy: 'Delete',
      EnableKeyRotation: true,
    });
    expect(only(template, 'AWS::SNS::Topic').Properties).toEqual({
      DisplayName: 'My Back Routine',
      KmsMasterKeyId: { 'Fn::GetAtt': [id, 'Arn'] },
    });
  });

  it('lets the alarms use its key, and beside them only who administers the account', () => {
    const { KeyPolicy } = only(template, 'AWS::KMS::Key').Properties as { KeyPolicy: { Statement: object[] } };
    const root = {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']],
    };
    expect(KeyPolicy.Statement).toEqual([
      { Effect: 'Allow', Action: 'kms:*', Principal: { AWS: root }, Resource: '*' },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: '*',
      },
    ]);
  });

  it('takes messages from alarms of its own account only, and never in the clear', () => {
    const topic = { Ref: only(template, 'AWS::SNS::Topic').id };
    const { PolicyDocument, Topics } = only(template, 'AWS::SNS::TopicPolicy').Properties as {
      PolicyDocument: { Statement: object[] };
      Topics: object[];
    };
    expect(Topics).toEqual([topic]);
    expect(PolicyDocument.Statement).toEqual([
      {
        Sid: 'AllowPublishThroughSSLOnly',
        Effect: 'Deny',
        Action: 'sns:Publish',
        Principal: '*',
        Resource: topic,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Sid: '1',
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: topic,
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  it('tells the address that was given, and nobody where none was', () => {
    expect(only(template, 'AWS::SNS::Subscription').Properties).toEqual({
      Protocol: 'email',
      Endpoint: 'you@your.domain',
      TopicArn: { Ref: only(template, 'AWS::SNS::Topic').id },
    });
    workshop.template(GIVEN).resourceCountIs('AWS::SNS::Subscription', 0);
  });

  it('is an output, so that others can subscribe to it', () => {
    expect(template.findOutputs('AlarmTopicArn')).toMatchObject({
      AlarmTopicArn: { Value: { Ref: only(template, 'AWS::SNS::Topic').id } },
    });
  });
});

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly annotations?: { readonly horizontal: readonly { readonly value: number }[] };
  };
}

/** The widgets of the one dashboard. What CloudFormation fills in stands in it as `<logical id>`. */
function widgets(): readonly Widget[] {
  const { DashboardBody } = only(template, 'AWS::CloudWatch::Dashboard').Properties as {
    DashboardBody: { 'Fn::Join': [string, (string | { Ref?: string; 'Fn::GetAtt'?: [string, string] })[]] };
  };
  const parts = DashboardBody['Fn::Join'][1];
  const body = parts.map((part) => (typeof part === 'string' ? part : `<${part.Ref ?? part['Fn::GetAtt']?.[0]}>`));
  return JSON.parse(body.join('')).widgets;
}

describe('the dashboard', () => {
  it('shows the alarms first, and then what an operator asks, in this order', () => {
    expect(widgets().map(({ type, properties }) => properties.title ?? type)).toEqual([
      'text',
      'Alarms',
      'Turns',
      'Answer time',
      'Turns without a proper answer',
      'The store',
      'Not understood',
      'Instances at work',
      'Routines',
      'Sets',
    ]);
  });

  it('shows the state of every alarm', () => {
    const shown = widgets().flatMap(({ properties }) => properties.alarms ?? []);
    expect(shown).toHaveLength(8);
    expect([...shown].sort()).toEqual(
      Object.keys(template.findResources('AWS::CloudWatch::Alarm'))
        .map((id) => `<${id}>`)
        .sort(),
    );
  });

  it('says which stage it is, and where it is written what to do', () => {
    const text = widgets()[0]?.properties.markdown ?? '';
    expect(text).toContain('# My Back Routine, dev');
    expect(text).toContain('docs/runbook.md');
  });

  it('draws the two limits that can be seen in a graph', () => {
    const drawn = widgets().flatMap(({ properties: { title, annotations } }) =>
      (annotations?.horizontal ?? []).map(({ value }) => [title, value]),
    );
    expect(drawn).toEqual([
      ['Answer time', 3000],
      ['Not understood', 25],
    ]);
  });
});

/** Emitted by AWS about a function or a table; written down from the developer guides, since a metric that nobody emits is never seen to be missing. */
const OF_AWS: Readonly<Record<string, readonly string[]>> = {
  'AWS/Lambda': ['Invocations', 'Errors', 'Throttles', 'Duration', 'ConcurrentExecutions'],
  'AWS/DynamoDB': ['ReadThrottleEvents', 'WriteThrottleEvents', 'SystemErrors'],
};

/** Every metric that an alarm or a graph looks at. */
function metricsLookedAt(): readonly Metric[] {
  const inAlarms = alarms().flatMap((found) =>
    found.Metrics === undefined ? [found] : found.Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []),
  );
  const inGraphs = widgets().flatMap(({ properties }) => properties.metrics ?? []);
  return [
    ...inAlarms.map(({ Namespace, MetricName, Dimensions }) => ({
      namespace: Namespace,
      name: MetricName,
      dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
    })),
    ...inGraphs.flatMap(graphed),
  ];
}

/** CloudWatch writes a graph's metric as a row: namespace, name, dimensions by turns, and how it is drawn; or an expression alone. */
function graphed(row: readonly unknown[]): readonly Metric[] {
  const [namespace, name, ...rest] = row.filter((part): part is string => typeof part === 'string');
  if (namespace === undefined || name === undefined) return [];
  const dimensions = Object.fromEntries(
    rest.flatMap((part, at) => (at % 2 === 0 ? [[part, { Ref: (rest[at + 1] ?? '').replace(/[<>]/g, '') }]] : [])),
  );
  return [{ namespace, name, dimensions }];
}

describe('what is looked at', () => {
  it('is emitted by somebody', () => {
    const looked = metricsLookedAt();
    expect(looked.length).toBeGreaterThan(25);
    const unheard = looked.filter(({ namespace, name }) =>
      namespace === 'MyBackRoutine' ? !Object.hasOwn(METRIC_UNITS, name) : !OF_AWS[namespace]?.includes(name),
    );
    expect(unheard).toEqual([]);
  });

  it('is everything that the function counts', () => {
    const ours = metricsLookedAt().filter(({ namespace }) => namespace === 'MyBackRoutine');
    expect([...new Set(ours.map(({ name }) => name))].sort()).toEqual([
      'AnswerTime',
      'ErasuresFailed',
      'Fallbacks',
      'RoutinesFinished',
      'RoutinesResumed',
      'RoutinesStarted',
      'SetsDone',
      'StoreFailures',
      'TurnsFailed',
    ]);
  });

  it('is of this function and this table, but for the instances of the whole account', () => {
    const strangers = metricsLookedAt().filter(({ namespace, dimensions }) => {
      const own = namespace === 'AWS/DynamoDB' ? [dimensions.TableName, TABLE] : [dimensions.FunctionName, FUNCTION];
      return JSON.stringify(own[0]) !== JSON.stringify(own[1]);
    });
    expect(strangers).toEqual([{ namespace: 'AWS/Lambda', name: 'ConcurrentExecutions', dimensions: {} }]);
  });

  it("is, of DynamoDB's own errors, those of every call that the role may make", () => {
    const operations = metricsLookedAt()
      .filter(({ name }) => name === 'SystemErrors')
      .map(({ dimensions }) => (dimensions.Operation as { Ref: string }).Ref);
    expect(operations).toEqual(['Query', 'UpdateItem', 'BatchWriteItem']);
  });
});
