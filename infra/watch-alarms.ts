import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import {
  type Figure,
  lambdaFigure,
  mathFigure,
  metricOf,
  skillFigure,
  tableFigure,
  type Watched,
} from './watch-figures';

/** When somebody has to look. Rings when `figure` was over its limit in `datapoints` of the last `periods`. */
interface Ring {
  /** The construct's id; its name in lower case and with hyphens is the heading in docs/runbook.md. */
  readonly id: string;
  /** What it means for whoever listens, in a sentence. */
  readonly means: string;
  readonly figure: Figure;
  readonly periodMinutes: number;
  readonly limit: { readonly kind: 'at-least' | 'more-than'; readonly value: number };
  readonly datapoints: number;
  readonly periods: number;
}

/**
 * Every turn is answered within 2.5 s whatever the store does (test/skill/failing-store.test.ts), only one that sets a reminder may take longer, and Alexa
 * stops waiting at about 8 s, loading and network included. More than 3 s is nothing that we know of, and leaves time to look before she is cut off.
 */
export const SLOW_ANSWER_MS = 3_000;

/** One sentence in four. How much is misunderstood on an ordinary day is not known before somebody practises: look at the dashboard, then set it anew. */
export const FALLBACK_PERCENT = 25;

/**
 * As short as it can be: what follows has a section in docs/runbook.md each. No alarm on what the store's failures tell already (errors of the database's
 * own), and none on concurrency: how much an account may have is not known to a template, and `Throttles` rings when it was too little.
 */
const RINGS: readonly Ring[] = [
  {
    // The skill apologises for its own faults, so what fails here ran out of time or memory, or did not load: once is enough.
    id: 'FunctionErrors',
    means: 'She heard Alexa say that the skill has a problem: an invocation failed or timed out',
    figure: lambdaFigure('Errors'),
    periodMinutes: 5,
    limit: { kind: 'at-least', value: 1 },
    datapoints: 1,
    periods: 1,
  },
  {
    id: 'FunctionThrottles',
    means: 'She heard Alexa say that the skill has a problem: Lambda had no instance for her',
    figure: lambdaFigure('Throttles'),
    periodMinutes: 5,
    limit: { kind: 'at-least', value: 1 },
    datapoints: 1,
    periods: 1,
  },
  {
    // Lambda's duration, not our own answer time: what is killed at 7 s writes no line. Three periods, so that one slow turn among few does not ring.
    id: 'SlowAnswers',
    means: 'She waits for more than three seconds, and near eight she hears Alexa say that the skill has a problem',
    figure: lambdaFigure('Duration', 'p99'),
    periodMinutes: 5,
    limit: { kind: 'more-than', value: SLOW_ANSWER_MS },
    datapoints: 3,
    periods: 3,
  },
  {
    // Each is a fault of ours and says where.
    id: 'TurnsFailed',
    means: 'She heard an apology instead of an answer, or was asked to begin again: a fault in the code',
    figure: skillFigure('TurnsFailed'),
    periodMinutes: 5,
    limit: { kind: 'at-least', value: 1 },
    datapoints: 1,
    periods: 1,
  },
  {
    // Five are about one listener's half routine; one in a hundred keeps the calls that fail among millions from ringing every day.
    id: 'StoreFailures',
    means: 'She is coached, and was told that today may not be kept: the table could not be read or written',
    figure: mathFigure('IF(failures >= 5, 100 * failures / turns, 0)', {
      failures: skillFigure('StoreFailures'),
      turns: lambdaFigure('Invocations'),
    }),
    periodMinutes: 15,
    limit: { kind: 'more-than', value: 1 },
    datapoints: 1,
    periods: 1,
  },
  {
    // Fifty turns are about five visits, so that one mumbling visitor at night does not ring.
    id: 'Fallbacks',
    means: 'She is not understood: more than a quarter of what is said reaches no intent',
    figure: mathFigure('IF(turns >= 50, 100 * fallbacks / turns, 0)', {
      fallbacks: skillFigure('Fallbacks'),
      turns: lambdaFigure('Invocations'),
    }),
    periodMinutes: 60,
    limit: { kind: 'more-than', value: FALLBACK_PERCENT },
    datapoints: 1,
    periods: 1,
  },
  {
    // Alexa is not known to say it again, and the privacy policy promised: each is looked after by hand.
    id: 'ErasuresFailed',
    means: 'She disabled the skill, and what is kept of her is still there',
    figure: skillFigure('ErasuresFailed'),
    periodMinutes: 5,
    limit: { kind: 'at-least', value: 1 },
    datapoints: 1,
    periods: 1,
  },
  {
    // Rings before she notices: each call is tried twice. A table that grows refuses some for a minute or two, so it has to last.
    id: 'TableThrottles',
    means: 'She notices nothing yet: the table refuses calls because there are too many at once',
    figure: mathFigure('FILL(reads, 0) + FILL(writes, 0)', {
      reads: tableFigure('ReadThrottleEvents'),
      writes: tableFigure('WriteThrottleEvents'),
    }),
    periodMinutes: 5,
    limit: { kind: 'at-least', value: 10 },
    datapoints: 2,
    periods: 3,
  },
];

const COMPARISONS = {
  'at-least': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  'more-than': ComparisonOperator.GREATER_THAN_THRESHOLD,
} as const;

/** Make every alarm, in the order in which they are looked at. */
export function watchAlarms(scope: Construct, watched: Watched): readonly Alarm[] {
  return RINGS.map((ring) => alarmOf(scope, watched, ring));
}

function alarmOf(scope: Construct, watched: Watched, ring: Ring): Alarm {
  const { id, means, figure, periodMinutes, limit, datapoints, periods } = ring;
  return new Alarm(scope, id, {
    alarmDescription: `${means}. What to do: docs/runbook.md#${anchorOf(id)}`,
    metric: metricOf(figure, watched, Duration.minutes(periodMinutes)),
    comparisonOperator: COMPARISONS[limit.kind],
    threshold: limit.value,
    datapointsToAlarm: datapoints,
    evaluationPeriods: periods,
    // Nobody exercises at night, and what counts only trouble has nothing to tell when there is none.
    treatMissingData: TreatMissingData.NOT_BREACHING,
    // A p99 is otherwise not looked at below 1,000 turns a period, which a small skill never has.
    ...(isPercentile(figure) && { evaluateLowSampleCountPercentile: 'evaluate' }),
  });
}

function isPercentile(figure: Figure): boolean {
  return figure.kind === 'metric' && figure.statistic.startsWith('p');
}

/** `StoreFailures` is under "store-failures". */
export function anchorOf(id: string): string {
  return id.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
