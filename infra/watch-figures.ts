import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable, Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { METRIC_DIMENSION, METRIC_NAMESPACE, type MetricName } from '../lambda/metric-names';

/** What is looked after: the function that coaches, and its table. */
export interface Watched {
  readonly coach: Pick<IFunction, 'functionName'>;
  readonly table: Pick<ITable, 'tableName'>;
}

/** A number over time that an operator can look at, as data: {@link metricOf} makes it that of one function and its table. */
export type Figure = MetricFigure | MathFigure;

interface MetricFigure {
  readonly kind: 'metric';
  readonly of: Source;
  readonly name: string;
  readonly statistic: Statistic;
}

interface MathFigure {
  readonly kind: 'math';
  /** In CloudWatch's metric math, by the names of `metrics`. */
  readonly expression: string;
  readonly metrics: Readonly<Record<string, MetricFigure>>;
}

type Statistic = 'Sum' | 'Maximum' | 'p50' | 'p99';

/** Who emits a metric: the function itself, Lambda about it, Lambda about all functions of the account, or DynamoDB about the table. */
type Source =
  | { readonly kind: 'skill' | 'lambda' | 'account' }
  | { readonly kind: 'table'; readonly operation: Operation | null };

export function skillFigure(name: MetricName, statistic: Statistic = 'Sum'): MetricFigure {
  return { kind: 'metric', of: { kind: 'skill' }, name, statistic };
}

/** Names as in "Types of metrics for Lambda functions" of Lambda's developer guide. */
export function lambdaFigure(
  name: 'Invocations' | 'Errors' | 'Throttles' | 'Duration' | 'ConcurrentExecutions',
  statistic: Statistic = 'Sum',
): MetricFigure {
  return { kind: 'metric', of: { kind: 'lambda' }, name, statistic };
}

/** Of all functions of the account in the region, which share its limit. */
export function accountFigure(name: 'ConcurrentExecutions', statistic: Statistic): MetricFigure {
  return { kind: 'metric', of: { kind: 'account' }, name, statistic };
}

/** Names as in "DynamoDB metrics and dimensions" of its developer guide; system errors are told by operation only. */
export function tableFigure(name: 'ReadThrottleEvents' | 'WriteThrottleEvents'): MetricFigure;
export function tableFigure(name: 'SystemErrors', operation: Operation): MetricFigure;
export function tableFigure(name: string, operation: Operation | null = null): MetricFigure {
  return { kind: 'metric', of: { kind: 'table', operation }, name, statistic: 'Sum' };
}

export function mathFigure(expression: string, metrics: MathFigure['metrics']): MathFigure {
  return { kind: 'math', expression, metrics };
}

export function metricOf(figure: Figure, watched: Watched, period: Duration, label?: string): IMetric {
  const named = label === undefined ? {} : { label };
  if (figure.kind === 'metric') {
    const { name: metricName, statistic } = figure;
    return new Metric({ ...placeOf(figure.of, watched), metricName, statistic, period, ...named });
  }
  const parts = Object.entries(figure.metrics).map(([name, part]) => [name, metricOf(part, watched, period)] as const);
  return new MathExpression({
    expression: figure.expression,
    usingMetrics: Object.fromEntries(parts),
    period,
    ...named,
  });
}

interface Place {
  readonly namespace: string;
  readonly dimensionsMap?: Record<string, string>;
}

function placeOf(source: Source, { coach, table }: Watched): Place {
  switch (source.kind) {
    case 'skill':
      return { namespace: METRIC_NAMESPACE, dimensionsMap: { [METRIC_DIMENSION]: coach.functionName } };
    case 'lambda':
      return { namespace: 'AWS/Lambda', dimensionsMap: { FunctionName: coach.functionName } };
    case 'account':
      return { namespace: 'AWS/Lambda' };
    case 'table': {
      const operation = source.operation === null ? {} : { Operation: source.operation };
      return { namespace: 'AWS/DynamoDB', dimensionsMap: { TableName: table.tableName, ...operation } };
    }
  }
}
