import type { services } from 'ask-sdk-model';

/** An answer of one of the platform's services. */
export function answer(statusCode: number, body: string): services.ApiClientResponse {
  return { statusCode, headers: [{ key: 'content-type', value: 'application/json' }], body };
}

/** A refusal in the shape that all of them share: a code, and a message for people. */
export function refusal(statusCode: number, code: string): services.ApiClientResponse {
  return answer(statusCode, JSON.stringify({ code, message: code }));
}

/** A service that does not even refuse: it never answers, cannot be reached, or says something else. */
export function brokenAnswer(kind: 'hang' | 'unreachable' | 'garbage'): Promise<services.ApiClientResponse> {
  switch (kind) {
    case 'hang':
      return new Promise(() => {});
    case 'unreachable':
      return Promise.reject(new Error('connect ECONNREFUSED'));
    case 'garbage':
      return Promise.resolve(answer(200, '<html>sorry</html>'));
  }
}
