import type {
  IntentRequest,
  Request,
  RequestEnvelope,
  SessionEndedError,
  SessionEndedReason,
  SupportedInterfaces,
} from 'ask-sdk-model';
import type { Understood } from './understanding';

/** The session a request belongs to. */
export interface SessionOfRequest {
  readonly sessionId: string;
  readonly isNew: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Who and what a request comes from. */
export interface Origin {
  readonly skillId: string;
  readonly userId: string;
  /** The recognised voice; null when nobody is recognised. */
  readonly personId: string | null;
  readonly deviceId: string;
  readonly interfaces: SupportedInterfaces;
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
  /** Null outside any session, as for skill events. */
  readonly session: SessionOfRequest | null;
}

/** What every request carries. `atMs` is the moment it is sent, in epoch milliseconds. */
export interface RequestStamp {
  readonly requestId: string;
  readonly atMs: number;
  readonly locale: string;
}

/** Wrap a request as the platform does. Source: "Request and Response JSON Reference" and ask-sdk-model. */
export function buildEnvelope(origin: Origin, request: Request): RequestEnvelope {
  const application = { applicationId: origin.skillId };
  const user = { userId: origin.userId };
  const { session, personId, interfaces } = origin;
  return {
    version: '1.0',
    ...(session && {
      session: {
        new: session.isNew,
        sessionId: session.sessionId,
        application,
        attributes: session.attributes,
        user,
      },
    }),
    context: {
      System: {
        application,
        user,
        ...(personId !== null && { person: { personId } }),
        device: { deviceId: origin.deviceId, supportedInterfaces: interfaces },
        apiEndpoint: origin.apiEndpoint,
        apiAccessToken: origin.apiAccessToken,
      },
      ...(interfaces.AudioPlayer && { AudioPlayer: { playerActivity: 'IDLE' } }),
    },
    request,
  };
}

/** The request for opening the skill without asking for anything. */
export function launchRequest(stamp: RequestStamp): Request {
  return { type: 'LaunchRequest', ...stamped(stamp) };
}

/** The request for something that was understood. There is no `dialogState`: the platform sends it to skills with a dialog model only. */
export function intentRequest(stamp: RequestStamp, understood: Extract<Understood, { kind: 'intent' }>): Request {
  const intent = { name: understood.name, confirmationStatus: 'NONE', slots: { ...understood.slots } };
  return { type: 'IntentRequest', ...stamped(stamp), intent } as IntentRequest;
}

/** The request telling that a session ended, not by the skill's own wish. */
export function sessionEndedRequest(
  stamp: RequestStamp,
  reason: SessionEndedReason,
  error?: SessionEndedError,
): Request {
  return { type: 'SessionEndedRequest', ...stamped(stamp), reason, ...(error && { error }) };
}

/** The platform stamps requests to the whole second. Source: the examples of the request reference. */
export function stamped({ requestId, atMs, locale }: RequestStamp) {
  return { requestId, timestamp: new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z'), locale };
}
