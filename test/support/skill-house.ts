import type { Request, RequestEnvelope, ResponseEnvelope, SessionEndedReason, Slot } from 'ask-sdk-model';
import type { LogEntry, ProgressStore } from '../../lambda/core/ports';
import type { Ledger } from '../../lambda/core/session/ledger';
import type { SessionState } from '../../lambda/core/session/state';
import { speechMs } from '../../lambda/core/speech/speech-length';
import { createSkill, type SkillParts } from '../../lambda/skill';
import { createFakeSettingsService, type FakeSettingsService } from '../../simulator/fake-settings-service';
import { judge } from '../../simulator/platform-rules';
import { buildEnvelope, launchRequest, sessionEndedRequest, stamped } from '../../simulator/request-envelope';

/** The real skill over a store, with her account, her devices, a clock of their own, and whatever is logged. */
export interface SkillHouse {
  readonly settings: FakeSettingsService;
  /** Codes of what was logged, in order. */
  readonly codes: readonly string[];
  readonly logged: readonly LogEntry[];
  /** A device of hers, with sessions of its own. */
  device(name?: string): TestDevice;
  wait(ms: number): void;
  now(): number;
  /** The voice that is recognised from now on. */
  as(person: string): void;
}

/** Sends requests as the platform does: through JSON, with the session's attributes of the turn before. */
export interface TestDevice {
  /** What travels with the session, for whoever wants to break it. */
  attributes: Readonly<Record<string, unknown>>;
  launch(): Promise<Turn>;
  say(intent: string, slots?: Readonly<Record<string, Slot>>): Promise<Turn>;
  end(reason: SessionEndedReason): Promise<Turn>;
  send(request: Request): Promise<Turn>;
  /** Deliver the last request once more, exactly as it was. The answer is not taken up. */
  deliverAgain(): Promise<Turn>;
}

/** An answer as the platform sees it, and what travels to the next turn. */
export interface Turn {
  readonly envelope: ResponseEnvelope;
  /** The words, without tags. */
  readonly said: string;
  readonly isOpen: boolean;
  readonly state: SessionState;
  readonly ledger: Ledger;
}

export const SKILL_ID = 'amzn1.ask.skill.under-test';
export const USER_ID = 'amzn1.ask.account.HER-ACCOUNT';

/** What no log may hold: ids of the platform, tokens, and a word she says in these tests. */
const HERS = /amzn1|HER-ACCOUNT|local-token|burpee/i;

/** Longest that any turn may take, well inside the platform's 8 s. */
const ANSWER_WITHIN_MS = 4_500;

/** 18:00 on a Sunday in New York. */
const START_MS = Date.parse('2026-11-22T23:00:00Z');

const everythingLogged: LogEntry[] = [];

afterEach(() => {
  for (const entry of everythingLogged.splice(0)) expect(JSON.stringify(entry)).not.toMatch(HERS);
});

/** Open a house. Every answer in it is held against the platform's rules, and every log line against what may be logged. */
export function openSkillHouse(store: ProgressStore, parts: Partial<SkillParts> = {}): SkillHouse {
  const logged: LogEntry[] = [];
  const settings = createFakeSettingsService('America/New_York');
  const now = { atMs: START_MS, personId: null as string | null, requests: 0 };
  const log = (entry: LogEntry) => {
    logged.push(entry);
    everythingLogged.push(entry);
  };
  const skill = createSkill({ store, clock: () => now.atMs, apiClient: settings, log, skillId: SKILL_ID, ...parts });
  return {
    settings,
    logged,
    get codes() {
      return logged.map(({ code }) => code);
    },
    device: (name = 'kitchen') => createDevice(name, settings, now, (envelope) => skill.invoke(envelope)),
    wait: (ms) => {
      now.atMs += ms;
    },
    now: () => now.atMs,
    as: (person) => {
      now.personId = `amzn1.ask.person.${person}`;
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
  settings: FakeSettingsService,
  now: Now,
  handler: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>,
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
      last = envelopeOf(name, settings, now, session, request);
      const turn = await take(last, handler);
      isOpen = turn.isOpen;
      device.attributes = turn.envelope.sessionAttributes ?? {};
      return turn;
    },
    deliverAgain: async () => {
      if (last === undefined) throw new RangeError('Nothing was sent yet');
      return take(last, handler);
    },
  };
  return device;
}

function envelopeOf(
  name: string,
  { apiEndpoint, issueToken }: FakeSettingsService,
  { personId }: Now,
  session: { readonly sessionId: string; readonly isNew: boolean; readonly attributes: TestDevice['attributes'] },
  request: Request,
): RequestEnvelope {
  const origin = { skillId: SKILL_ID, userId: USER_ID, personId, deviceId: `amzn1.ask.device.${name}`, interfaces: {} };
  return buildEnvelope({ ...origin, apiEndpoint, apiAccessToken: issueToken(), session }, request);
}

async function take(
  envelope: RequestEnvelope,
  handler: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>,
): Promise<Turn> {
  const startedMs = performance.now();
  const answer = throughJson(await handler(throughJson(envelope)));
  const answeredInMs = performance.now() - startedMs;
  expect(answeredInMs).toBeLessThan(ANSWER_WITHIN_MS);
  const breaches = await judge({
    requestType: envelope.request.type,
    locale: 'en-US',
    interfaces: [],
    answeredInMs,
    outcome: { kind: 'answered', envelope: answer },
    speechLength: speechMs,
  });
  expect(breaches).toEqual([]);
  return turnOf(answer);
}

function turnOf(envelope: ResponseEnvelope): Turn {
  const { outputSpeech, shouldEndSession } = envelope.response;
  const ssml = outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
  const said = ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { state, ledger } = (envelope.sessionAttributes ?? {}) as Pick<Turn, 'state' | 'ledger'>;
  return { envelope, said, isOpen: shouldEndSession === false, state, ledger };
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
