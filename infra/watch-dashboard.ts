import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { anchorOf, FALLBACK_PERCENT, SLOW_ANSWER_MS } from './watch-alarms';
import {
  accountFigure,
  type Figure,
  lambdaFigure,
  mathFigure,
  metricOf,
  skillFigure,
  tableFigure,
  type Watched,
} from './watch-figures';

interface Graph {
  readonly title: string;
  /** What its axis counts. */
  readonly unit: string;
  readonly lines: Readonly<Record<string, Figure>>;
  /** The value at which an alarm rings. */
  readonly alarmAt?: number;
}

/** In the order of the questions: is anybody there, is she answered, is it kept, is she understood, does she practise. */
const GRAPHS: readonly Graph[] = [
  { title: 'Turns', unit: 'turns', lines: { turns: lambdaFigure('Invocations') } },
  {
    title: 'Answer time',
    unit: 'ms',
    lines: {
      'half are answered within': skillFigure('AnswerTime', 'p50'),
      '99 in 100 are answered within': skillFigure('AnswerTime', 'p99'),
      'the longest, cut off at 7,000': lambdaFigure('Duration', 'Maximum'),
    },
    alarmAt: SLOW_ANSWER_MS,
  },
  {
    title: 'Turns without a proper answer',
    unit: 'turns',
    lines: {
      'failed or timed out': lambdaFigure('Errors'),
      'no instance': lambdaFigure('Throttles'),
      'apologised for, or opened anew': skillFigure('TurnsFailed'),
    },
  },
  {
    title: 'The store',
    unit: 'calls',
    lines: {
      'failed for the skill': skillFigure('StoreFailures'),
      'erasures that failed': skillFigure('ErasuresFailed'),
      'reads throttled': tableFigure('ReadThrottleEvents'),
      'writes throttled': tableFigure('WriteThrottleEvents'),
      'errors of DynamoDB, reading': tableFigure('SystemErrors', Operation.QUERY),
      'errors of DynamoDB, writing': tableFigure('SystemErrors', Operation.UPDATE_ITEM),
      'errors of DynamoDB, erasing': tableFigure('SystemErrors', Operation.BATCH_WRITE_ITEM),
    },
  },
  {
    title: 'Not understood',
    unit: '% of turns',
    lines: {
      'not understood': mathFigure('100 * FILL(fallbacks, 0) / turns', {
        fallbacks: skillFigure('Fallbacks'),
        turns: lambdaFigure('Invocations'),
      }),
    },
    alarmAt: FALLBACK_PERCENT,
  },
  {
    title: 'Instances at work',
    unit: 'instances',
    lines: {
      'of this function': lambdaFigure('ConcurrentExecutions', 'Maximum'),
      'of all functions, which share a limit': accountFigure('ConcurrentExecutions', 'Maximum'),
    },
  },
  {
    title: 'Routines',
    unit: 'routines',
    lines: {
      started: skillFigure('RoutinesStarted'),
      resumed: skillFigure('RoutinesResumed'),
      finished: skillFigure('RoutinesFinished'),
    },
  },
  { title: 'Sets', unit: 'sets', lines: { done: skillFigure('SetsDone') } },
];

/** CloudWatch's grid is 24 wide. */
const WIDTH = { whole: 24, half: 12 } as const;

/** What an operator looks at first: the alarms, and below them whether she is answered, kept, understood, and practises. */
export function watchDashboard(scope: Construct, stage: string, watched: Watched, alarms: readonly Alarm[]): Dashboard {
  const status = new AlarmStatusWidget({ title: 'Alarms', width: WIDTH.whole, height: 3, alarms: [...alarms] });
  const graphs = GRAPHS.map((graph) => graphOf(graph, watched));
  return new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(1),
    widgets: [[textOf(stage, alarms)], [status], ...inPairs(graphs)],
  });
}

function textOf(stage: string, alarms: readonly Alarm[]): TextWidget {
  const sections = alarms.map(({ node }) => anchorOf(node.id)).join(', ');
  return new TextWidget({
    width: WIDTH.whole,
    height: 3,
    markdown: [
      `# My Back Routine, ${stage}`,
      `What each alarm means and what to do: docs/runbook.md in the repository, under ${sections}.`,
      'Why something went wrong stands in the log: docs/runbook.md, under "Log codes". Rolling back: docs/releasing.md.',
    ].join('\n\n'),
  });
}

function graphOf({ title, unit, lines, alarmAt }: Graph, watched: Watched): GraphWidget {
  const left = Object.entries(lines).map(([label, figure]) => metricOf(figure, watched, Duration.minutes(5), label));
  return new GraphWidget({
    title,
    width: WIDTH.half,
    height: 6,
    left,
    leftYAxis: { label: unit, showUnits: false, min: 0 },
    ...(alarmAt !== undefined && { leftAnnotations: [{ value: alarmAt, label: 'alarm' }] }),
  });
}

function inPairs(widgets: readonly IWidget[]): IWidget[][] {
  const rows = widgets.filter((_, at) => at % 2 === 0);
  return rows.map((left, row) => [left, ...widgets.slice(2 * row + 1, 2 * row + 2)]);
}
