import type { services } from 'ask-sdk-model';

/** An answer of one of the platform's services. */
export function answer(statusCode: number, body: string): services.ApiClientResponse {
  return { statusCode, headers: [{ key: 'content-type', value: 'application/json' }], body };
}

/** A refusal in the shape that all of them share: a code, and a message for people. */
export function refusal(statusCode: number, code: string): services.ApiClientResponse {
  return answer(statusCode, JSON.stringify({ code, message: code }));
}
