import type { Log, LogEntry } from './core/ports';
import type { Measures } from './core/session/measures';
import { METRIC_DIMENSION, METRIC_NAMESPACE, METRIC_UNITS, type MetricName } from './metric-names';

/** Counts what becomes of invocations, one at a time, as Lambda runs them. */
export interface TurnMetrics {
  /** Passes an entry on to the log, and counts it where it tells of a failure. */
  readonly log: Log;
  /** Adds what a turn came to. */
  measure(measures: Measures): void;
  /** Answers, and then writes one line of metrics, also when answering fails. Settles as `answer` does. */
  measured<T>(answer: () => Promise<T>): Promise<T>;
}

export interface TurnMetricsParts {
  /** Tells the stages apart. */
  readonly functionName: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Takes one line of JSON, without its end. */
  readonly write: (line: string) => void;
}

type Values = Readonly<Partial<Record<MetricName, number>>>;

/** Log codes that are counted. */
const COUNTED: Readonly<Record<string, MetricName>> = {
  'store-unavailable': 'StoreFailures',
  'turn-failed': 'TurnsFailed',
  'session-unusable': 'TurnsFailed',
  'not-erased-with-skill': 'ErasuresFailed',
};

/**
 * Count into CloudWatch's embedded metric format: the log line of an invocation carries the numbers, and no call is made. Lines must be JSON
 * and nothing else, so `write` has to go past the runtime's `console.log`, which puts a time and an id before them.
 * Source: CloudWatch's specification of the embedded metric format.
 */
export function createTurnMetrics({ functionName, clock, write }: TurnMetricsParts): TurnMetrics {
  let values: Values = {};
  const add = (name: MetricName, amount: number) => {
    values = { ...values, [name]: (values[name] ?? 0) + amount };
  };
  return {
    log: (entry: LogEntry) => {
      write(JSON.stringify(entry));
      const name = COUNTED[entry.code];
      // A turn fails once, whatever came up in it.
      const isNoted = name === 'TurnsFailed' && values.TurnsFailed !== undefined;
      if (name !== undefined && !isNoted) add(name, 1);
    },
    measure: ({ routinesStarted, routinesResumed, routinesFinished, setsDone, fallbacks }) => {
      add('RoutinesStarted', routinesStarted);
      add('RoutinesResumed', routinesResumed);
      add('RoutinesFinished', routinesFinished);
      add('SetsDone', setsDone);
      add('Fallbacks', fallbacks);
    },
    measured: async (answer) => {
      values = {};
      const beganMs = clock();
      try {
        return await answer();
      } finally {
        add('AnswerTime', clock() - beganMs);
        write(embedded(values, functionName, beganMs));
      }
    },
  };
}

/** What is 0 is left out: for CloudWatch it adds nothing, and the log is paid by the byte. */
function embedded(values: Values, functionName: string, atMs: number): string {
  const told = Object.entries(values).filter(([name, value]) => value !== 0 || name === 'AnswerTime');
  const Metrics = told.map(([name]) => ({ Name: name, Unit: METRIC_UNITS[name as MetricName] }));
  const directive = { Namespace: METRIC_NAMESPACE, Dimensions: [[METRIC_DIMENSION]], Metrics };
  return JSON.stringify({
    _aws: { Timestamp: atMs, CloudWatchMetrics: [directive] },
    [METRIC_DIMENSION]: functionName,
    ...Object.fromEntries(told),
  });
}
