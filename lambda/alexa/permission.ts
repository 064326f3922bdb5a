import type { Directive, interfaces, RequestEnvelope, SessionResumedRequest } from 'ask-sdk-model';
import type { EventOf } from '../core/session/event';
import type { ClockTime } from '../core/session/progress';

const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** Tell whether she has allowed the skill to set reminders. */
export function mayRemind({ context }: RequestEnvelope): boolean {
  return context?.System?.user?.permissions?.scopes?.[REMINDERS_SCOPE]?.status === 'GRANTED';
}

/**
 * Hand over to the platform's own question about reminders. The time she asked for travels in the token, since the answer may come to a session
 * that remembers nothing.
 * Source: Voice-Forward Consent API reference, read in its opening and in public code that sends it; sure H.
 */
export function askForPermission({ hour, minute }: ClockTime): Directive {
  return {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: [{ permissionScope: REMINDERS_SCOPE, consentLevel: 'ACCOUNT' }],
    },
    token: `${TOKEN_PREFIX}${hour}:${minute}`,
    onCompletion: 'RESUME_SESSION',
  };
}

const TOKEN_PREFIX = 'reminder-at-';

type Answered = Pick<EventOf<'permission-answered'>, 'answer' | 'time'>;

/**
 * What she answered to the platform's question. Whatever does not say so plainly, such as a question that could not be asked, is no answer.
 * Source: requests in public code: `cause` with `status.code` "200" and `result.status`; the older `Connections.Response` has the status in its
 * `payload`. Sure M.
 */
export function answerIn(request: SessionResumedRequest | interfaces.connections.ConnectionsResponse): Answered {
  if (request.type === 'Connections.Response') return answered(request.payload?.status, request.token);
  const { status, result, token } = request.cause ?? {};
  return answered(status?.code === '200' ? result?.status : undefined, token);
}

function answered(status: unknown, token: string | undefined): Answered {
  const [, hour, minute] = TOKEN.exec(token ?? '') ?? [];
  return {
    answer: ANSWERS.get(status) ?? 'not-answered',
    time: hour === undefined ? null : { hour: Number(hour), minute: Number(minute) },
  };
}

const TOKEN = new RegExp(`^${TOKEN_PREFIX}([01]?\\d|2[0-3]):([0-5]?\\d)$`);

const ANSWERS: ReadonlyMap<unknown, Answered['answer']> = new Map<unknown, Answered['answer']>([
  ['ACCEPTED', 'accepted'],
  ['DENIED', 'denied'],
]);
