/** Where the function's metrics are found; the alarms and the dashboard look there. */
export const METRIC_NAMESPACE = 'MyBackRoutine';

/** The one dimension of every metric: the function's name, so that stages side by side are told apart. */
export const METRIC_DIMENSION = 'FunctionName';

/** Every metric and its unit, as CloudWatch names them. All are of one invocation. */
export const METRIC_UNITS = {
  RoutinesStarted: 'Count',
  RoutinesResumed: 'Count',
  RoutinesFinished: 'Count',
  SetsDone: 'Count',
  Fallbacks: 'Count',
  StoreFailures: 'Count',
  /** Turns that failed inside and were answered with an apology. */
  TurnsFailed: 'Count',
  /** Listeners whose progress outlived their skill, against the privacy policy. */
  ErasuresFailed: 'Count',
  AnswerTime: 'Milliseconds',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
