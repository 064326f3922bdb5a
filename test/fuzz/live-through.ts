import type { Request as AlexaRequest, RequestEnvelope, ResponseEnvelope, SupportedInterfaces } from 'ask-sdk-model';
import { accountKeyOf, listenerKeyOf } from '../../lambda/alexa/listener-key';
import type { Change, ListenerKey, LogEntry } from '../../lambda/core/ports';
import type { SessionState } from '../../lambda/core/session/state';
import { createSkill } from '../../lambda/skill';
import { type Attributes, fromAttributes, toAttributes } from '../../lambda/storage/attribute-value';
import { toItem } from '../../lambda/storage/progress-item';
import { createFakeCustomerServices, type FakeCustomerServices } from '../../simulator/fake-customer-services';
import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { connectionIn } from '../../simulator/permission-request';
import { buildEnvelope, stamped } from '../../simulator/request-envelope';
import { type FuzzedAnswer, faultsOf } from './answer-rules';
import type { EnvelopeFault, FuzzedHousehold, Happening, Request, Speaker, Step } from './arbitrary-household';
import { demand, inShort } from './breach';
import { damaged, put } from './damage';
import { faultsInLog } from './log-rules';
import { pollution } from './pristine';
import { createWatchedStore, type WatchedStore } from './watched-store';

const SKILL_ID = 'amzn1.ask.skill.fuzzed';
const PERSONS = ['amzn1.ask.person.ONE', 'amzn1.ask.person.TWO'];

/** A session that nobody answers is over long before. */
const SESSION_LASTS_MS = 15 * 60_000;

/** How many requests were answered, and how often a fresh session was tried beside them. */
export interface Tally {
  turns: number;
  probes: number;
  /** By code, how often it was logged. */
  readonly codes: Map<string, number>;
}

export function newTally(): Tally {
  return { turns: 0, probes: 0, codes: new Map() };
}

/**
 * Let everything happen to a household, one step after the other, and hold every answer to what must always be.
 * @throws Breach at the first thing that must never be
 */
export async function liveThrough(household: FuzzedHousehold, tally: Tally): Promise<void> {
  const life = new Life(household, tally);
  for (const [at, step] of household.steps.entries()) {
    await life.take(step);
    if (at % STEPS_BETWEEN_FRESH_STARTS === 0 || at === household.steps.length - 1) await life.demandAWayBack();
  }
}

/** A fresh start takes as long as a turn. */
const STEPS_BETWEEN_FRESH_STARTS = 24;

interface Device {
  isOpen: boolean;
  attributes: unknown;
  lastAtMs: number;
  sessions: number;
  /** Whether the attributes were damaged. */
  isTainted: boolean;
}

interface Sent {
  readonly envelope: RequestEnvelope;
  /** Whether the platform might have sent it. */
  readonly isSound: boolean;
  readonly isTainted: boolean;
}

class Life {
  private nowMs: number;
  private readonly store: WatchedStore;
  private readonly services: FakeCustomerServices;
  private readonly devices: readonly Device[] = [newDevice(), newDevice()];
  private readonly sent: Sent[] = [];
  /** Who was here before. */
  private readonly seeded = new Set<string>();
  private requests = 0;
  /** Whether somebody else than the skill, or attributes that were damaged, may have had a hand in what is stored. */
  private isStoreTainted = false;

  constructor(
    private readonly household: FuzzedHousehold,
    private readonly tally: Tally,
  ) {
    this.nowMs = household.startMs;
    this.services = createFakeCustomerServices(household.zone, () => this.nowMs);
    this.store = createWatchedStore();
    for (const { owner, profile, days } of household.stored) {
      const key = this.keyOf(owner);
      if (profile !== null) this.seed(key, { kind: 'profile', value: profile, basedOn: null });
      for (const value of days) this.seed(key, { kind: 'day', value, basedOn: null });
    }
  }

  async take({ passing, happening }: Step): Promise<void> {
    this.nowMs = passing.kind === 'waits' ? this.nowMs + passing.ms : passing.toMs;
    await this.happens(happening);
    const polluted = pollution();
    demand(polluted.length === 0, 'prototypes-stay-clean', () => polluted.join(', '));
    this.demandGrowth();
  }

  private async happens(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'request':
        return this.asks(happening);
      case 'notice':
        return void (await this.deliver({
          envelope: this.notice(happening.request.body),
          isSound: true,
          isTainted: false,
        }));
      case 'comes-late': {
        const late = this.sent.at(-1 - happening.back);
        return late && void (await this.deliver(late));
      }
      case 'moves':
        return this.services.settings.moveTo(happening.zone);
      case 'permits':
        return this.services.account.decide(REMINDERS_SCOPE, happening.state);
      case 'troubles':
        this.services.settings.trouble(happening.troubles.settings);
        this.services.reminders.trouble(happening.troubles.reminders);
        return this.store.trouble(happening.troubles.store);
      case 'item-damaged':
        return this.damageItem(happening);
    }
  }

  private async asks(asked: Request): Promise<void> {
    const device = this.deviceFor(asked);
    const sent = this.envelopeFor(asked, device);
    this.sent.push(sent);
    this.isStoreTainted ||= sent.isTainted;
    const answers = await Promise.all(
      asked.delivery === 'twice-at-once' ? [this.deliver(sent), this.deliver(sent)] : [this.deliver(sent)],
    );
    if (asked.delivery === 'again') await this.deliver(sent);
    const [answer] = answers;
    if (answer) hear(device, answer, this.nowMs);
  }

  /** Hand an envelope to the skill as the platform does, and hold what comes back to the rules. Null when it was refused, and rightly so. */
  private async deliver({ envelope, isSound, isTainted }: Sent): Promise<ResponseEnvelope | null> {
    this.tally.turns += 1;
    const erasedBefore = this.store.erasures;
    const logged: LogEntry[] = [];
    const { answer, error, bytes, answeredInMs } = await this.invoke(envelope, logged, this.store);
    for (const { code } of logged) this.tally.codes.set(code, (this.tally.codes.get(code) ?? 0) + 1);
    const unclean = logged.flatMap(faultsInLog);
    demand(unclean.length === 0, 'log-holds-nothing-but-codes', () => unclean.join(', '));
    if (this.household.checksSkillId && skillIdIn(envelope) !== SKILL_ID) {
      demand(answer === null, 'refuses-other-skills', () => inShort(envelope.context));
      return null;
    }
    demand(answer !== null, 'never-rejects', () => `${String(error)} ${stackOf(error)}`);
    const failed = logged.filter(({ code }) => code === 'turn-failed' || code === 'session-unusable');
    demand(!isSound || isTainted || failed.length === 0, 'no-sound-turn-fails', () => inShort(failed));
    await this.demandSoundAnswer(envelope, { envelope: answer, bytes, answeredInMs }, isTainted);
    const isErased = this.store.erasures > erasedBefore;
    demand(!isErased || isTainted || mayErase(envelope), 'erases-only-after-asking', () => inShort(envelope.request));
    return answer;
  }

  private async demandSoundAnswer(
    { request, context, session }: RequestEnvelope,
    answer: Pick<FuzzedAnswer, 'envelope' | 'bytes' | 'answeredInMs'>,
    isTainted: boolean,
  ): Promise<void> {
    if (!session) {
      demand(Object.keys(answer.envelope.response).length === 0, 'says-nothing-outside-a-session', () =>
        inShort(answer),
      );
      return;
    }
    const interfaces = Object.keys(context?.System?.device?.supportedInterfaces ?? {});
    const requestType = typeof request?.type === 'string' ? request.type : '';
    const locale = (request as { readonly locale?: unknown } | undefined)?.locale;
    const faults = await faultsOf({ requestType, locale, interfaces, ...answer });
    const counted = isTainted ? faults.filter((fault) => !ECHOED.test(fault)) : faults;
    demand(counted.length === 0, 'breaks-no-platform-rule', () => counted.join('; '));
  }

  private async invoke(envelope: RequestEnvelope, logged: LogEntry[], store: WatchedStore) {
    const { checksSkillId } = this.household;
    const skill = createSkill({
      store,
      clock: () => this.nowMs,
      apiClient: this.services.apiClient,
      log: (entry) => void logged.push(entry),
      settingsTimeoutMs: 1,
      ...(checksSkillId && { skillId: SKILL_ID }),
    });
    const startedMs = performance.now();
    try {
      const written = JSON.stringify(await skill.invoke(throughJson(envelope)));
      const answer = JSON.parse(written) as ResponseEnvelope;
      return { answer, error: null, bytes: Buffer.byteLength(written), answeredInMs: performance.now() - startedMs };
    } catch (error) {
      return { answer: null, error, bytes: 0, answeredInMs: performance.now() - startedMs };
    }
  }

  /** In a session of its own, and in those that are open, "start my back routine" leads on. What comes of it is forgotten. */
  async demandAWayBack(): Promise<void> {
    const personId = this.sent.at(-1)?.envelope.context?.System?.person?.personId;
    const speaker = PERSONS.find((person) => person === personId) ?? null;
    const fresh = { isOpen: false, attributes: {}, lastAtMs: 0, sessions: 0, isTainted: false };
    const open = this.devices.filter(({ isOpen, isTainted }) => isOpen && !isTainted);
    for (const device of [fresh, ...open]) {
      this.tally.probes += 1;
      const logged: LogEntry[] = [];
      const copy = createWatchedStore(new Map([...this.store.table].map(([key, items]) => [key, new Map(items)])));
      const intent = {
        name: 'StartRoutineIntent',
        confirmationStatus: 'NONE',
        slots: { minutes: { name: 'minutes' } },
      };
      const envelope = this.envelope(device, speaker, this.stamp({ type: 'IntentRequest', intent }, this.nowMs));
      const { answer, error } = await this.invoke(envelope, logged, copy);
      const failed = logged.filter(({ code }) => code === 'turn-failed' || code === 'session-unusable');
      const where = device === fresh ? 'a-fresh-session-starts' : 'an-open-session-starts';
      demand(answer !== null, where, () => `${String(error)} ${stackOf(error)}`);
      demand(failed.length === 0, where, () => inShort(failed));
      const state = stateIn(answer);
      const leadsOn = answer.response.shouldEndSession === false && state !== null && LEADS_ON.test(state.stage.kind);
      demand(leadsOn, where, () => `${state?.stage.kind}: ${inShort(answer.response)}`);
    }
  }

  private demandGrowth(): void {
    const { loss, table, erasures } = this.store;
    if (this.isStoreTainted) return;
    demand(loss === null, 'progress-only-grows', () => loss ?? '');
    if (!this.household.isOrderly || erasures > 0) return;
    for (const [key, items] of table) {
      if (this.seeded.has(key)) continue;
      const days = [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
      const begun = days.filter(({ before }) => before !== undefined);
      const done = begun.filter(hasCounted).length;
      // An earlier day may have been finished after a later one had begun: it is carried forward when they are read (decision 0002).
      const told = begun.reduce(
        (all, day) => Math.max(all, Number(day.before?.M?.total?.N)) + (hasCounted(day) ? 1 : 0),
        0,
      );
      demand(
        told === done,
        'every-day-counts-once',
        () => `${begun.at(-1)?.sk?.S}: ${done} days are done, she is told ${told}`,
      );
    }
  }

  private deviceFor({ device: index, opensAnew }: Request): Device {
    const device = this.devices[index] as Device;
    const isOver = this.household.isOrderly && this.nowMs - device.lastAtMs > SESSION_LASTS_MS;
    if (opensAnew || isOver) device.isOpen = false;
    if (!device.isOpen) Object.assign(device, { attributes: {}, isTainted: false, sessions: device.sessions + 1 });
    return device;
  }

  private envelopeFor(asked: Request, device: Device): Sent {
    const { attributesDamage, faults, stamp, speaker, request } = asked;
    if (attributesDamage.length > 0) device.isTainted = true;
    const attributes = attributesDamage.reduce(damaged, device.attributes);
    const atMs = typeof stamp === 'number' ? this.nowMs + stamp : this.nowMs;
    const body = this.stamp(request.body, atMs);
    const timed = typeof stamp === 'number' ? body : { ...body, timestamp: stamp };
    const whole = this.envelope({ ...device, attributes }, speaker === null ? null : (PERSONS[speaker] ?? null), timed);
    const isTainted = device.isTainted || faults.some(({ path }) => path[0] === 'session');
    const isSound = request.isWellFormed && faults.length === 0 && typeof stamp === 'number';
    return { envelope: faults.reduce(withFault, whole), isSound, isTainted };
  }

  private envelope(device: Device, personId: string | null, request: AlexaRequest): RequestEnvelope {
    const { account, settings } = this.services;
    const deviceId = 'amzn1.ask.device.KITCHEN';
    const bearer = { userId: account.userId, deviceId, locale: 'en-US' };
    const session = {
      sessionId: `amzn1.session.${device.sessions}`,
      isNew: !device.isOpen,
      attributes: device.attributes as Record<string, unknown>,
    };
    const interfaces: SupportedInterfaces = this.household.screens ? SCREEN : {};
    return buildEnvelope(
      {
        skillId: SKILL_ID,
        userId: account.userId,
        scopes: account.scopes(),
        personId,
        deviceId,
        interfaces,
        apiEndpoint: settings.apiEndpoint,
        apiAccessToken: settings.issueToken(bearer),
        session,
      },
      request,
    );
  }

  private notice(body: object): RequestEnvelope {
    const { account, settings } = this.services;
    const origin = { skillId: SKILL_ID, userId: account.userId, personId: null, deviceId: null, interfaces: {} };
    const request = this.stamp(body, this.nowMs);
    return buildEnvelope(
      { ...origin, apiEndpoint: settings.apiEndpoint, apiAccessToken: null, session: null },
      request,
    );
  }

  private stamp(body: object, atMs: number): AlexaRequest {
    this.requests += 1;
    const stamp = { requestId: `amzn1.request.${this.requests}`, atMs, locale: this.household.locale as string };
    return { ...stamped(stamp), ...body } as AlexaRequest;
  }

  private keyOf(owner: Speaker): ListenerKey {
    const personId = owner === null ? null : (PERSONS[owner] ?? null);
    const envelope = this.envelope(newDevice(), personId, this.stamp({ type: 'LaunchRequest' }, this.nowMs));
    return listenerKeyOf(envelope) ?? (accountKeyOf(envelope) as ListenerKey);
  }

  private seed(key: ListenerKey, change: Change): void {
    this.seeded.add(key);
    const item = toItem(key, change, 1);
    const items = this.store.table.get(key) ?? new Map<string, Attributes>();
    this.store.table.set(key, items.set(item.sk?.S ?? '', item));
  }

  private damageItem({ which, sortKey, damage }: Extract<Happening, { kind: 'item-damaged' }>): void {
    this.isStoreTainted = true;
    const places = [...this.store.table].flatMap(([key, items]) => [...items.keys()].map((place) => ({ key, place })));
    const found = places[which % places.length];
    if (found === undefined) return;
    const items = this.store.table.get(found.key);
    const item = throughJson(damaged(fromAttributes(items?.get(found.place) ?? {}), damage) as object);
    const place = sortKey ?? found.place;
    items?.set(place, { ...toAttributes(item), ...toAttributes({ pk: found.key, sk: place }) });
  }
}

/** What a damaged session gives back as it came: no platform hands back what it never got. */
const ECHOED = /^response-too-big/;

const LEADS_ON = /^(coaching|halted|welcomed|offered|finishing|asked-.*)$/;

const SCREEN: SupportedInterfaces = {
  'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } },
  AudioPlayer: {},
};

function newDevice(): Device {
  return { isOpen: false, attributes: {}, lastAtMs: 0, sessions: 0, isTainted: false };
}

/** Take up an answer as the platform does. A session that is handed over for a permission comes back. */
function hear(device: Device, answer: ResponseEnvelope, atMs: number): void {
  device.isOpen = answer.response.shouldEndSession === false || connectionIn(answer.response) !== null;
  device.attributes = answer.sessionAttributes ?? {};
  device.lastAtMs = atMs;
}

function stateIn({ sessionAttributes }: ResponseEnvelope): SessionState | null {
  return (sessionAttributes as { readonly state?: SessionState } | undefined)?.state ?? null;
}

/** She was asked whether everything is to go, or she disabled the skill. */
function mayErase({ request, session }: RequestEnvelope): boolean {
  const { state } = (session?.attributes ?? {}) as { readonly state?: SessionState };
  const asked = state?.stage.kind === 'asked-confirm' && state.stage.wish.kind === 'delete-data';
  return asked || request.type === 'AlexaSkillEvent.SkillDisabled';
}

function skillIdIn({ context }: RequestEnvelope): unknown {
  return context?.System?.application?.applicationId;
}

function withFault(envelope: RequestEnvelope, { path, ...fault }: EnvelopeFault): RequestEnvelope {
  const copy = structuredClone(envelope);
  let holder: unknown = copy;
  for (const name of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[name];
  const last = path.at(-1) ?? '';
  if (typeof holder !== 'object' || holder === null) return copy;
  if ('by' in fault) put(holder, last, fault.by);
  else Reflect.deleteProperty(holder, last);
  return copy;
}

function hasCounted({ counts }: Attributes): boolean {
  return counts?.BOOL === true;
}

function stackOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .slice(1, 4)
    .map((line) => line.trim())
    .join(' ');
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
