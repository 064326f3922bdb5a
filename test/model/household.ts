import type { Request, RequestEnvelope, ResponseEnvelope, Slot } from 'ask-sdk-model';
import { listenerKeyOf } from '../../lambda/alexa/listener-key';
import { fromAttributes, type Travelling } from '../../lambda/alexa/session-attributes';
import type { ListenerKey, ProgressStore } from '../../lambda/core/ports';
import { StoreUnavailableError } from '../../lambda/core/ports';
import type { Day } from '../../lambda/core/session/progress';
import { createSkill } from '../../lambda/skill';
import { createFakeCustomerServices } from '../../simulator/fake-customer-services';
import { buildEnvelope, stamped } from '../../simulator/request-envelope';
import type { Gate } from './interleave';

/** A store and a way past it to what is stored, one listener's items by sort key. */
export interface OpenStore {
  readonly store: ProgressStore;
  items(listener: ListenerKey): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
}

/** What a device can send. */
export type Asking =
  | { readonly kind: 'launch' }
  | { readonly kind: 'says'; readonly intent: string; readonly slots?: Readonly<Record<string, Slot>> }
  /** How the platform ended a session: by her, after the last prompt, by a fault, or because the device could not be reached. */
  | { readonly kind: 'ends'; readonly how: 'left' | 'silence' | 'fault' | 'unreachable' };

/** How the store is: `lost-answer` keeps what is written, and the skill is told that it failed. */
export type StoreState = 'up' | 'no-reads' | 'no-writes' | 'down' | 'lost-answer';

export interface Device {
  readonly name: string;
  readonly personId: string | null;
  isOpen: boolean;
  attributes: Readonly<Record<string, unknown>>;
  /** How many sessions it had: names the one it is in. */
  sessions: number;
  /** When it heard the last answer. */
  answeredAtMs: number;
  /** Whether the answer to what was sent last never came. */
  isLeftHanging: boolean;
}

/** A request on its way, with the attributes of its session as they were when it was sent. */
export interface Sent {
  readonly device: Device;
  readonly session: string;
  readonly envelope: RequestEnvelope;
  readonly asking: Asking;
  readonly atMs: number;
}

export interface Answer {
  readonly sent: Sent;
  readonly travelling: Travelling | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly said: string;
  readonly isOpen: boolean;
}

export const ZONE = 'America/New_York';

const SKILL_ID = 'amzn1.ask.skill.modelled';

/** The real skill over a real store, and devices that keep their sessions as the platform does. Nothing but what is asked for happens by itself. */
export class Household {
  nowMs: number;
  storeState: StoreState = 'up';
  readonly devices: readonly Device[];
  /** Everything sent so far, oldest first. */
  readonly sent: Sent[] = [];
  /** When anything was said, by the platform's stamp. */
  readonly saidAtMs = new Set<number>();
  /** What was logged that must never be. */
  readonly faults: string[] = [];
  /** Every day that was written, oldest first, for whoever looks at it to take. */
  readonly saved: { readonly listener: ListenerKey; readonly day: Day }[] = [];
  /** How many requests were answered. */
  turns = 0;
  /** How often another session had written first. */
  merges = 0;
  private requests = 0;
  private readonly services: ReturnType<typeof createFakeCustomerServices>;

  constructor(
    readonly kept: OpenStore,
    { startMs, persons }: { readonly startMs: number; readonly persons: readonly (string | null)[] },
  ) {
    this.nowMs = startMs;
    this.services = createFakeCustomerServices(ZONE, () => this.nowMs);
    this.devices = persons.map((personId, at) => newDevice(`device-${at}`, personId));
  }

  /** The same household over a copy of its store, to go on with in another way. */
  copy(kept: OpenStore): Household {
    const { nowMs, devices, storeState, requests } = this;
    const copy = new Household(kept, { startMs: nowMs, persons: devices.map(({ personId }) => personId) });
    for (const [at, device] of devices.entries()) Object.assign(copy.devices[at] as Device, device);
    for (const atMs of this.saidAtMs) copy.saidAtMs.add(atMs);
    return Object.assign(copy, { storeState, requests });
  }

  listenerOf(device: Device): ListenerKey {
    return listenerKeyOf(this.envelope(device, {} as Request)) as ListenerKey;
  }

  /** Send a request: it is on its way, and may be delivered at any time, any number of times. */
  send(device: Device, asking: Asking): Sent {
    if (!device.isOpen) {
      device.attributes = {};
      device.sessions += 1;
    }
    this.requests += 1;
    const requestId = `amzn1.request.${this.requests}`;
    const request = { ...stamped({ requestId, atMs: this.nowMs, locale: 'en-US' }), ...bodyOf(asking) } as Request;
    const envelope = this.envelope(device, request);
    const atMs = Date.parse(request.timestamp);
    const sent = { device, session: sessionOf(device), envelope, asking, atMs };
    this.sent.push(sent);
    this.saidAtMs.add(atMs);
    device.isLeftHanging = true;
    return sent;
  }

  /** Deliver a request to an instance of the function. With a gate it stops before every call of the store. */
  async deliver(sent: Sent, gate: Gate | null = null): Promise<Answer> {
    this.turns += 1;
    const skill = createSkill({
      store: this.storeBehind(gate),
      clock: () => this.nowMs,
      apiClient: this.services.apiClient,
      log: ({ code, detail }) => {
        if (code === 'merged-with-another-device') this.merges += 1;
        if (FAULTS.has(code)) this.faults.push(`${code} ${JSON.stringify(detail)}`);
      },
      skillId: SKILL_ID,
    });
    return answerIn(sent, throughJson(await skill.invoke(throughJson(sent.envelope))));
  }

  /** The answer arrives: the device goes on from it, unless its session is over by now. */
  takeUp({ sent: { device, session, asking }, isOpen, attributes }: Answer): void {
    if (session !== sessionOf(device)) return;
    device.isOpen = isOpen && asking.kind !== 'ends';
    device.attributes = attributes;
    device.answeredAtMs = this.nowMs;
    device.isLeftHanging = false;
  }

  private storeBehind(gate: Gate | null): ProgressStore {
    const { store } = this.kept;
    const pass = async (doing: 'load' | 'save' | 'erase') => {
      await gate?.();
      const isRefused = this.storeState === 'down' || this.storeState === (doing === 'load' ? 'no-reads' : 'no-writes');
      if (isRefused) throw new StoreUnavailableError('throttled', doing);
    };
    const answered = <T>(outcome: T): T => {
      if (this.storeState === 'lost-answer') throw new StoreUnavailableError('timeout', 'save');
      return outcome;
    };
    return {
      load: async (listener, options) => pass('load').then(() => store.load(listener, options)),
      save: async (listener, change, options) =>
        pass('save')
          .then(() => store.save(listener, change, options))
          .then((outcome) => {
            if (outcome.kind === 'saved' && change.kind === 'day') this.saved.push({ listener, day: change.value });
            return answered(outcome);
          }),
      erase: async (listener, options) =>
        pass('erase')
          .then(() => store.erase(listener, options))
          .then(answered),
    };
  }

  private envelope(device: Device, request: Request): RequestEnvelope {
    const { account, settings } = this.services;
    const deviceId = `amzn1.ask.device.${device.name}`;
    return buildEnvelope(
      {
        skillId: SKILL_ID,
        userId: account.userId,
        scopes: account.scopes(),
        personId: device.personId,
        deviceId,
        interfaces: {},
        apiEndpoint: settings.apiEndpoint,
        apiAccessToken: settings.issueToken({ userId: account.userId, deviceId, locale: 'en-US' }),
        session: { sessionId: sessionOf(device), isNew: !device.isOpen, attributes: device.attributes },
      },
      request,
    );
  }
}

const FAULTS: ReadonlySet<string> = new Set([
  'turn-failed',
  'session-unusable',
  'stored-item-unreadable',
  'no-listener',
]);

const ENDINGS = {
  left: { reason: 'USER_INITIATED' },
  silence: { reason: 'EXCEEDED_MAX_REPROMPTS' },
  fault: { reason: 'ERROR', error: { type: 'INVALID_RESPONSE', message: '' } },
  unreachable: { reason: 'ERROR', error: { type: 'DEVICE_COMMUNICATION_ERROR', message: '' } },
} as const;

function bodyOf(asking: Asking): object {
  switch (asking.kind) {
    case 'launch':
      return { type: 'LaunchRequest' };
    case 'says':
      return {
        type: 'IntentRequest',
        intent: { name: asking.intent, confirmationStatus: 'NONE', slots: asking.slots ?? {} },
      };
    case 'ends':
      return { type: 'SessionEndedRequest', ...ENDINGS[asking.how] };
  }
}

function newDevice(name: string, personId: string | null): Device {
  return { name, personId, isOpen: false, attributes: {}, sessions: 0, answeredAtMs: 0, isLeftHanging: false };
}

export function sessionOf({ name, sessions }: Device): string {
  return `amzn1.session.${name}.${sessions}`;
}

function answerIn(sent: Sent, { response, sessionAttributes = {} }: ResponseEnvelope): Answer {
  const { outputSpeech, shouldEndSession } = response;
  const said = outputSpeech?.type === 'SSML' ? outputSpeech.ssml.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') : '';
  const travelling = fromAttributes(sessionAttributes);
  return { sent, travelling, attributes: sessionAttributes, said, isOpen: shouldEndSession === false };
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
