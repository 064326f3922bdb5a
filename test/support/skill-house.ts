import type { Request, RequestEnvelope, ResponseEnvelope, SessionEndedReason, Slot } from 'ask-sdk-model';
import type { LogEntry, ProgressStore } from '../../lambda/core/ports';
import type { Ledger } from '../../lambda/core/session/ledger';
import type { SessionState } from '../../lambda/core/session/state';
import { speechMs } from '../../lambda/core/speech/speech-length';
import { wordsFor } from '../../lambda/core/speech/words-for';
import { createSkill, type SkillParts } from '../../lambda/skill';
import type { CustomerAccount } from '../../simulator/customer-account';
import { createFakeCustomerServices, type FakeCustomerServices } from '../../simulator/fake-customer-services';
import type { FakeRemindersService } from '../../simulator/fake-reminders-service';
import type { FakeSettingsService } from '../../simulator/fake-settings-service';
import { judge } from '../../simulator/platform-rules';
import {
  buildEnvelope,
  launchRequest,
  type SessionOfRequest,
  sessionEndedRequest,
  stamped,
} from '../../simulator/request-envelope';

/** The real skill over a store, with her account, her devices, a clock of their own, and whatever is logged. */
export interface SkillHouse {
  readonly settings: FakeSettingsService;
  readonly reminders: FakeRemindersService;
  readonly account: CustomerAccount;
  /** Codes of what was logged, in order. */
  readonly codes: readonly string[];
  readonly logged: readonly LogEntry[];
  /** A device of hers, with sessions of its own. */
  device(name?: string): TestDevice;
  wait(ms: number): void;
  now(): number;
  /** The voice that is recognised from now on; null when it is nobody's. */
  as(person: string | null): void;
  /** Tell the skill something outside any session. */
  tell(request: object): Promise<ResponseEnvelope>;
}

/** Sends requests as the platform does: through JSON, with the session's attributes of the turn before. */
export interface TestDevice {
  /** What travels with the session, for whoever wants to break it. */
  attributes: Readonly<Record<string, unknown>>;
  launch(): Promise<Turn>;
  say(intent: string, slots?: Readonly<Record<string, Slot>>): Promise<Turn>;
  end(reason: SessionEndedReason): Promise<Turn>;
  send(request: Request): Promise<Turn>;
  /** Take over a session that is open, as it stands. */
  join(attributes: TestDevice['attributes']): void;
  /** Give back a session that was handed over to Alexa, with these attributes. */
  resume(request: Request, attributes: TestDevice['attributes']): Promise<Turn>;
  /** Deliver the last request once more, exactly as it was. The answer is not taken up. */
  deliverAgain(): Promise<Turn>;
}

/** An answer as the platform sees it, and what travels to the next turn. */
export interface Turn {
  readonly envelope: ResponseEnvelope;
  /** The words, without tags. */
  readonly said: string;
  readonly isOpen: boolean;
  /** In real time. */
  readonly answeredInMs: number;
  readonly state: SessionState;
  readonly ledger: Ledger;
}

export const SKILL_ID = 'amzn1.ask.skill.under-test';
export const USER_ID = 'amzn1.ask.account.LOCAL';

/** What no log may hold: ids of the platform, tokens, and a word she says in these tests. */
const HERS = /amzn1|account\.LOCAL|local-token|local-reminder|burpee/i;

/** Longest that any turn may take while the services of the platform are well, whatever the store does. */
export const ANSWER_WITHIN_MS = 2_500;

/** 18:00 on a Sunday in New York. */
const START_MS = Date.parse('2026-11-22T23:00:00Z');

const everythingLogged: LogEntry[] = [];

afterEach(() => {
  for (const entry of everythingLogged.splice(0)) expect(JSON.stringify(entry)).not.toMatch(HERS);
});

/** Looks at every answer. */
export type Inspect = (requestType: string, answer: ResponseEnvelope, answeredInMs: number) => Promise<void>;

/** Open a house. Every answer in it is held against the platform's rules unless told otherwise, and every log line against what may be logged. */
export function openSkillHouse(
  store: ProgressStore,
  parts: Partial<SkillParts> = {},
  inspect: Inspect = holdToTheRules,
): SkillHouse {
  const logged: LogEntry[] = [];
  const now: Now = { atMs: START_MS, personId: null, requests: 0 };
  const services = createFakeCustomerServices('America/New_York', () => now.atMs);
  const { settings, reminders, account, apiClient } = services;
  const log = (entry: LogEntry) => {
    logged.push(entry);
    everythingLogged.push(entry);
  };
  const skill = createSkill({ store, clock: () => now.atMs, apiClient, log, skillId: SKILL_ID, ...parts });
  const invoke = (envelope: RequestEnvelope) => skill.invoke(envelope);
  const ask = (envelope: RequestEnvelope) => take(envelope, invoke, inspect);
  return {
    settings,
    reminders,
    account,
    logged,
    get codes() {
      return logged.map(({ code }) => code);
    },
    device: (name = 'kitchen') => createDevice(name, services, now, ask),
    wait: (ms) => {
      now.atMs += ms;
    },
    now: () => now.atMs,
    as: (person) => {
      now.personId = person && `amzn1.ask.person.${person}`;
    },
    tell: (request) => {
      const stamp = stamped({ requestId: `amzn1.request.${++now.requests}`, atMs: now.atMs, locale: 'en-US' });
      return invoke(envelopeOf(null, services, { ...now, personId: null }, null, { ...stamp, ...request } as Request));
    },
  };
}

interface Now {
  atMs: number;
  personId: string | null;
  requests: number;
}

function createDevice(
  name: string,
  services: FakeCustomerServices,
  now: Now,
  ask: (envelope: RequestEnvelope) => Promise<Turn>,
): TestDevice {
  let isOpen = false;
  let sessions = 0;
  let last: RequestEnvelope | undefined;
  const stamp = () => ({ requestId: `amzn1.request.${++now.requests}`, atMs: now.atMs, locale: 'en-US' });
  const device: TestDevice = {
    attributes: {},
    launch: () => device.send(launchRequest(stamp())),
    say: (intent, slots = {}) =>
      device.send({
        type: 'IntentRequest',
        ...stamped(stamp()),
        intent: { name: intent, confirmationStatus: 'NONE', slots },
      } as Request),
    end: (reason) => device.send(sessionEndedRequest(stamp(), reason)),
    send: async (request) => {
      if (!isOpen) device.attributes = {};
      sessions += isOpen ? 0 : 1;
      const session = { sessionId: `amzn1.session.${sessions}`, isNew: !isOpen, attributes: device.attributes };
      last = envelopeOf(name, services, now, session, request);
      const turn = await ask(last);
      isOpen = turn.isOpen;
      device.attributes = turn.envelope.sessionAttributes ?? {};
      return turn;
    },
    join: (attributes) => {
      isOpen = true;
      device.attributes = attributes;
    },
    resume: (request, attributes) => {
      device.join(attributes);
      return device.send(request);
    },
    deliverAgain: async () => {
      if (last === undefined) throw new RangeError('Nothing was sent yet');
      return ask(last);
    },
  };
  return device;
}

function envelopeOf(
  deviceName: string | null,
  { account, settings }: FakeCustomerServices,
  { personId }: Now,
  session: SessionOfRequest | null,
  request: Request,
): RequestEnvelope {
  const deviceId = deviceName && `amzn1.ask.device.${deviceName}`;
  const bearer = { userId: account.userId, deviceId: deviceId ?? '', locale: 'en-US' };
  const apiAccessToken = session && settings.issueToken(bearer);
  const origin = {
    skillId: SKILL_ID,
    userId: account.userId,
    scopes: account.scopes(),
    personId,
    deviceId,
    interfaces: {},
  };
  return buildEnvelope({ ...origin, apiEndpoint: settings.apiEndpoint, apiAccessToken, session }, request);
}

async function take(
  envelope: RequestEnvelope,
  handler: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>,
  inspect: Inspect,
): Promise<Turn> {
  const startedMs = performance.now();
  const answer = throughJson(await handler(throughJson(envelope)));
  const answeredInMs = performance.now() - startedMs;
  await inspect(envelope.request.type, answer, answeredInMs);
  return turnOf(answer, answeredInMs);
}

async function holdToTheRules(requestType: string, answer: ResponseEnvelope, answeredInMs: number): Promise<void> {
  expect(answeredInMs).toBeLessThan(ANSWER_WITHIN_MS);
  const breaches = await judge({
    requestType,
    locale: 'en-US',
    interfaces: [],
    answeredInMs,
    outcome: { kind: 'answered', envelope: answer },
    speechLength: (text) => speechMs(text, wordsFor('en-US').speech),
  });
  expect(breaches).toEqual([]);
}

function turnOf(envelope: ResponseEnvelope, answeredInMs: number): Turn {
  const { outputSpeech, shouldEndSession } = envelope.response;
  const ssml = outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
  const said = ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { state, ledger } = (envelope.sessionAttributes ?? {}) as Pick<Turn, 'state' | 'ledger'>;
  return { envelope, said, isOpen: shouldEndSession === false, answeredInMs, state, ledger };
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
