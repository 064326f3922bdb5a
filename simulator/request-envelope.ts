import type {
  IntentRequest,
  Permissions,
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
  /** Null where no device is part of it, as for skill events. */
  readonly deviceId: string | null;
  readonly interfaces: SupportedInterfaces;
  readonly apiEndpoint: string;
  /** Null outside any session. */
  readonly apiAccessToken: string | null;
  /** What she permitted or refused the skill, by scope; nothing when left out. */
  readonly scopes?: Permissions['scopes'];
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
  const { session, personId, deviceId, interfaces, apiAccessToken, scopes = {} } = origin;
  const permissions = Object.keys(scopes).length > 0 && { permissions: { scopes } };
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
        user: { ...user, ...permissions },
        ...(personId !== null && { person: { personId } }),
        ...(deviceId !== null && { device: { deviceId, supportedInterfaces: interfaces } }),
        apiEndpoint: origin.apiEndpoint,
        ...(apiAccessToken !== null && { apiAccessToken }),
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

/** What a connection came to: the code is HTTP's. */
export interface ConnectionResult {
  readonly token?: string;
  readonly status: { readonly code: string; readonly message: string };
  readonly result?: { readonly status: string };
}

/**
 * The request that gives a skill its session back.
 * Source: ask-sdk-model's `ConnectionCompleted`; the result's shape and the codes 200 and 400 are field evidence from published skills.
 */
export function sessionResumedRequest(stamp: RequestStamp, completed: ConnectionResult): Request {
  return { type: 'SessionResumedRequest', ...stamped(stamp), cause: { type: 'ConnectionCompleted', ...completed } };
}

/** The platform stamps requests to the whole second. Source: the examples of the request reference. */
export function stamped({ requestId, atMs, locale }: RequestStamp) {
  return { requestId, timestamp: new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z'), locale };
}
