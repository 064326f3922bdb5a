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
  /** Turns in which a fault of ours came up: she heard an apology, or the session that was open could not go on; 0 or 1. */
  TurnsFailed: 'Count',
  /** Listeners whose progress outlived their skill, against the privacy policy. */
  ErasuresFailed: 'Count',
  AnswerTime: 'Milliseconds',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
