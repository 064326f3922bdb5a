import type { RequestEnvelope, services } from 'ask-sdk-model';

/** One call of a service that the platform offers to skills. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with a slash; parts from outside are encoded already. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
}

/** What a service answered, or why there is no answer. */
export type ApiAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'unanswered'; readonly reason: 'no-address' | 'timeout' | 'unreachable' };

/**
 * Call a service with the address and the token that came with the request. Never rejects and never takes longer than `timeoutMs`.
 * Calls are made here rather than through ask-sdk-model's clients, which would add 62 KB to the function.
 * Source: platform sheet section 5, "Access".
 */
export function callApi(
  { context }: RequestEnvelope,
  client: services.ApiClient,
  { method, path, body }: ApiCall,
  timeoutMs: number,
): Promise<ApiAnswer> {
  const { apiEndpoint, apiAccessToken } = context?.System ?? {};
  if (!apiEndpoint || !apiAccessToken) return Promise.resolve({ kind: 'unanswered', reason: 'no-address' });
  const request: services.ApiClientRequest = {
    method,
    url: apiEndpoint + path,
    headers: [
      { key: 'Authorization', value: `Bearer ${apiAccessToken}` },
      ...(body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }]),
    ],
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  // An address that is none makes the SDK's client throw before it answers.
  const answer = Promise.resolve().then(() => client.invoke(request));
  return within(
    timeoutMs,
    answer.then(
      ({ statusCode, body: text }) => ({ kind: 'answered', status: statusCode, body: text ?? '' }),
      () => ({ kind: 'unanswered', reason: 'unreachable' }),
    ),
  );
}

function within(timeoutMs: number, answer: Promise<ApiAnswer>): Promise<ApiAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'unanswered', reason: 'timeout' }), timeoutMs);
    answer.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
