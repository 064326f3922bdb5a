import type { Request, RequestEnvelope, ResponseEnvelope, ui } from 'ask-sdk-model';
import {
  buildEnvelope,
  launchRequest,
  type RequestStamp,
  sessionEndedRequest,
  stamped,
} from '../../simulator/request-envelope';
import type { Asked, DeviceName, Heard, Step } from './life';
import type { Listener } from './listener';

/** The devices of one listener: what they send, and what they keep of the answers. */
export interface Devices {
  /** The request of a step, as JSON; to be answered before the next one is asked for. */
  request(step: Step): string;
  /** Take up the answer to the last request. */
  hear(answer: string): Heard;
  /** Her days that count, as far as she was told; none once she had everything deleted. */
  readonly daysIn: number;
  /** Sessions begun. */
  readonly sessions: number;
  /** Requests sent. */
  readonly requests: number;
}

/** Set up a listener's devices. Their clock begins when she first comes and stands still between requests. */
export function setUpDevices(listener: Listener): Devices {
  const sessions = new Map<DeviceName, OpenSession>();
  const daysIn = new Set<string>();
  let atMs = listener.startsAtMs;
  let asking: DeviceName = 'kitchen';
  let requests = 0;
  let begun = 0;
  return {
    get daysIn() {
      return daysIn.size;
    },
    get sessions() {
      return begun;
    },
    get requests() {
      return requests;
    },
    request: ({ device, afterMs, asked }) => {
      atMs += afterMs;
      asking = device;
      const running = sessions.get(device);
      if (!running) begun += 1;
      const session = running ?? { sessionId: `amzn1.session.${listener.userId}.${begun}`, attributes: {} };
      sessions.set(device, session);
      requests += 1;
      const stamp = { requestId: `amzn1.request.${listener.userId}.${requests}`, atMs, locale: listener.locale };
      return JSON.stringify(envelopeOf(listener, device, { ...session, isNew: !running }, requestOf(asked, stamp)));
    },
    hear: (answer) => {
      const { response, sessionAttributes = {} }: ResponseEnvelope = JSON.parse(answer);
      const isOpen = response.shouldEndSession === false;
      const session = sessions.get(asking);
      if (isOpen && session) sessions.set(asking, { ...session, attributes: sessionAttributes });
      else sessions.delete(asking);
      const day = dayIn(sessionAttributes);
      if (day === null) daysIn.clear();
      if (day?.counts) daysIn.add(day.date);
      return { isOpen, lengthMs: lengthOf(response.outputSpeech), isDayIn: day?.counts ?? false };
    },
  };
}

interface OpenSession {
  readonly sessionId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function requestOf(asked: Asked, stamp: RequestStamp): Request {
  switch (asked.kind) {
    case 'launch':
      return launchRequest(stamp);
    case 'end':
      return sessionEndedRequest(stamp, asked.reason);
    case 'intent':
      return {
        type: 'IntentRequest',
        ...stamped(stamp),
        intent: { name: asked.name, confirmationStatus: 'NONE', slots: { ...asked.slots } },
      } as Request;
  }
}

function envelopeOf(
  { userId, personId }: Listener,
  device: DeviceName,
  session: OpenSession & { readonly isNew: boolean },
  request: Request,
): RequestEnvelope {
  const deviceId = `amzn1.ask.device.${userId}.${device}`;
  const access = { apiEndpoint: 'https://api.amazonalexa.invalid', apiAccessToken: 'token' };
  return buildEnvelope({ skillId: SKILL_ID, userId, personId, deviceId, interfaces: {}, session, ...access }, request);
}

/** The skill that every request is meant for. */
export const SKILL_ID = 'amzn1.ask.skill.under-load';

/**
 * The day she is in, from what the skill keeps in the session; null where it keeps nothing, which is so once she had
 * all deleted.
 */
function dayIn(
  attributes: Readonly<Record<string, unknown>>,
): { readonly date: string; readonly counts: boolean } | null {
  const { state } = attributes as {
    readonly state?: { readonly day: { readonly date: string; readonly counts: boolean } };
  };
  return state?.day ?? null;
}

/** Above what any voice takes for a character of text, so that she never speaks before the end unless she means to. */
const MS_PER_CHARACTER = 100;

function lengthOf(speech: ui.OutputSpeech | undefined): number {
  if (speech?.type !== 'SSML') return 0;
  const silences = [...speech.ssml.matchAll(/<break time="(\d+)ms"\/>/g)];
  const silentMs = silences.reduce((sum, [, ms]) => sum + Number(ms), 0);
  return silentMs + speech.ssml.replace(/<[^>]*>/g, '').length * MS_PER_CHARACTER;
}
