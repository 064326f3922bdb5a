import type { StoreTrouble } from '../../lambda/core/ports';
import type { WireState } from './database-wire';

/** A way in which a database can fail. */
export interface Fault {
  readonly fault: string;
  readonly state: WireState;
  /** What the log calls it; null where it is no trouble, only slow. */
  readonly trouble: StoreTrouble | null;
  /** Whether what was asked for is done all the same. */
  readonly isDone: boolean;
  /** Whether it is mostly waiting. */
  readonly waits: boolean;
}

const DYNAMO = 'com.amazonaws.dynamodb.v20120810#';

/** Everything that the function's own client is put through. */
export const DATABASE_FAULTS: readonly Fault[] = [
  quick('nothing listens', { kind: 'refused' }, 'unreachable'),
  quick('the connection breaks before the request is taken', { kind: 'cut' }, 'unreachable'),
  quick('the connection breaks before the answer', { kind: 'lost' }, 'unreachable', true),
  quick('the connection breaks in the middle of the answer', { kind: 'torn' }, 'unreachable', true),
  throttling('ThrottlingException'),
  throttling('ProvisionedThroughputExceededException'),
  quick('it fails inside', { kind: 'error', type: `${DYNAMO}InternalServerError`, status: 500 }, 'refused'),
  quick('it is unavailable', { kind: 'error', type: `${DYNAMO}ServiceUnavailable`, status: 503 }, 'refused'),
  quick('it answers with a web page', { kind: 'garbage', body: '<html><body>Welcome!</body></html>' }, 'refused'),
  quick('its answer is cut short', { kind: 'garbage', body: '{"Items":[{"pk":{"S":"acc' }, 'refused'),
  slow('it is unavailable and asks for three seconds', {
    kind: 'error',
    type: `${DYNAMO}ServiceUnavailable`,
    status: 503,
    retryAfterMs: 3_000,
  }),
  slow('nobody answers', { kind: 'hung' }),
  slow('the answer stops in the middle', { kind: 'stalled' }, true),
  slow('the answer comes a letter at a time', { kind: 'dripping' }, true),
  slow('the request takes five seconds', { kind: 'slow', delayMs: 5_000 }),
  slow('the answer takes five seconds', { kind: 'late', delayMs: 5_000 }, true),
  { fault: 'a request takes 300 ms', state: { kind: 'slow', delayMs: 300 }, trouble: null, isDone: true, waits: true },
  { fault: 'an answer takes 300 ms', state: { kind: 'late', delayMs: 300 }, trouble: null, isDone: true, waits: true },
];

function quick(fault: string, state: WireState, trouble: StoreTrouble, isDone = false): Fault {
  return { fault, state, trouble, isDone, waits: false };
}

/** The SDK waits up to a second before it tries again. */
function throttling(type: string): Fault {
  return {
    fault: `it throttles (${type})`,
    state: { kind: 'error', type: `${DYNAMO}${type}` },
    trouble: 'throttled',
    isDone: false,
    waits: true,
  };
}

function slow(fault: string, state: WireState, isDone = false): Fault {
  return { fault, state, trouble: 'timeout', isDone, waits: true };
}
