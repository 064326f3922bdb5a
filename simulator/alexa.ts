import { randomUUID } from 'node:crypto';
import type { Request, SupportedInterfaces } from 'ask-sdk-model';
import type { TokenBearer } from './access-tokens';
import { reminderSpeech } from './alexas-own-words';
import type { SkillHandler } from './call-skill';
import { type CustomerAccount, createCustomerAccount } from './customer-account';
import { deviceNameOf } from './device-id';
import { type Doing, EchoDevice, type Household } from './echo-device';
import type { Happening, Turn, Understand } from './happenings';
import { endsAtMs, type SpeechLength } from './playback';
import type { ReminderText } from './reminder-request';
import type { Breach } from './rule';
import { readDurationMs, type SimulatedClock } from './simulated-clock';
import { sendSkillEvent } from './skill-event';

/** What a local Alexa is made of. It knows nothing of any skill but what is handed in here. */
export interface AlexaParts {
  readonly handler: SkillHandler;
  readonly understand: Understand;
  readonly speechLength: SpeechLength;
  readonly clock: SimulatedClock;
  readonly skillId: string;
  /** Issues access tokens and answers for the device's zone; without it any token is a dummy. */
  readonly settings?: DeviceSettings;
  /** Whose house it is; somebody who has decided nothing yet when left out. */
  readonly account?: CustomerAccount;
  /** What rings by itself in this house; nothing when left out. */
  readonly reminders?: RingingReminders;
  /** How Alexa names the skill when she asks something for it; "this skill" when left out. */
  readonly skillName?: string;
  readonly locale?: string;
  /** What the first device can do; a speaker without a screen when left out. */
  readonly interfaces?: SupportedInterfaces;
  /** From a request to the first word of its answer; 1,000 ms when left out. */
  readonly startUpMs?: number;
  /** From the opening of the microphone to her answer, in {@link AlexaDevice.say}; 1,000 ms when left out. */
  readonly answersAfterMs?: number;
  readonly newId?: () => string;
}

/** The part of the settings service that a device deals with. */
export interface DeviceSettings {
  readonly apiEndpoint: string;
  issueToken(bearer: TokenBearer): string;
  moveTo(zone: string): void;
}

/** A reminder that will ring. */
export interface Ring {
  /** In epoch milliseconds. */
  readonly atMs: number;
  readonly deviceId: string;
  readonly texts: readonly ReminderText[];
}

/** The part of the reminders service that a house deals with. */
export interface RingingReminders {
  /** The one that is due first; null when none is. */
  readonly nextRing: Ring | null;
  /** It has rung. */
  ringNext(): void;
  /** An account's reminders are gone. */
  forget(userId: string): void;
}

/** One Echo in the house. Every operation ends with the clock at the moment when it is over. */
export interface AlexaDevice {
  readonly name: string;
  readonly sessionOpen: boolean;
  /** She speaks once Alexa has finished; at once when Alexa is silent. */
  say(utterance: string): Promise<Turn>;
  /** She speaks at this very moment, whatever is sounding. */
  sayNow(utterance: string): Promise<Turn>;
  /**
   * She speaks so many seconds after the first word of what Alexa is saying.
   * @throws RangeError when Alexa is not speaking then: a fault of the script
   */
  sayAt(seconds: number, utterance: string): Promise<Turn>;
  /**
   * Nobody answers the open microphone: the first time Alexa asks again, the second time the session ends.
   * @throws RangeError when no session is open: a fault of the script
   */
  silence(): Promise<void>;
  /** Time passes, and with it whatever happens by itself. Milliseconds, or words such as "3 hours". */
  wait(duration: number | string): Promise<void>;
  exit(): Promise<void>;
  unplug(): void;
  /** Send a request that nobody's words cause. Its id, time and locale are filled in. */
  send(request: UnstampedRequest): Promise<Turn>;
  doing(): Doing;
}

/** A request without what the platform stamps on it. Any type goes, also one that nobody knows. */
export type UnstampedRequest = { readonly type: string; readonly [field: string]: unknown };

/** The house: its first device, and what all devices share. */
export interface Alexa extends AlexaDevice {
  readonly now: () => number;
  /** Another device of the same account, the same one for the same name. */
  device(name: string, interfaces?: SupportedInterfaces): AlexaDevice;
  /** Who speaks from now on, as a recognised voice; null when Alexa does not recognise anybody. */
  as(person: string | null): void;
  /** The household is in another IANA time zone from now on. */
  travel(zone: string): void;
  setLocale(locale: string): void;
  /**
   * She disables the skill in her Alexa app: what it left there is gone, and the skill is sent the event.
   * @throws RangeError when it is disabled already
   */
  disableSkill(): Promise<Turn>;
  /** She enables it again: to the skill she is a new customer. @throws RangeError when it is enabled already */
  enableSkill(): Promise<Turn>;
  waitUntil(atMs: number): Promise<void>;
  readonly transcript: readonly Happening[];
  readonly breaches: readonly Breach[];
  /** Be told of everything as it happens. */
  onHappening(listener: (happening: Happening) => void): void;
}

/** Set up a house with one Echo in it. */
export function createAlexa(parts: AlexaParts): Alexa {
  const { household, ...house } = createHousehold(parts);
  const { reminders } = parts;
  const time = createHouseTime(parts.clock);
  const echoes: EchoDevice[] = [];
  const devices = new Map<string, AlexaDevice>();
  const device = (name: string, interfaces: SupportedInterfaces = {}): AlexaDevice => {
    const known = devices.get(name);
    if (known) return known;
    const echo = new EchoDevice(name, interfaces, household);
    echoes.push(echo);
    time.add(() => echo.nextStep && { atMs: echo.nextStep.atMs, happen: () => echo.takeStep() });
    const added = deviceInTime(echo, time, parts.answersAfterMs ?? 1_000);
    devices.set(name, added);
    return added;
  };
  if (reminders) time.add(() => dueRing(reminders, household));
  const own: Omit<Alexa, keyof AlexaDevice> = {
    ...house,
    disableSkill: async () => {
      household.account.disableSkill();
      for (const echo of echoes) echo.loseSession('skill-disabled');
      reminders?.forget(household.account.userId);
      return sendSkillEvent(household, FIRST_DEVICE, 'SkillDisabled');
    },
    enableSkill: async () => {
      household.account.enableSkill();
      return sendSkillEvent(household, FIRST_DEVICE, 'SkillEnabled');
    },
    now: time.now,
    waitUntil: time.waitUntil,
    device,
    get breaches() {
      return house.transcript.flatMap((happening) => (happening.kind === 'turn' ? happening.breaches : []));
    },
  };
  return mixedIn(device(FIRST_DEVICE, parts.interfaces), own);
}

/** The device that the house has from the start. */
export const FIRST_DEVICE = 'living-room';

/** What the devices share, and the ways to change it from outside. */
function createHousehold(parts: AlexaParts) {
  const { settings, newId = randomUUID } = parts;
  const transcript: Happening[] = [];
  const listeners: ((happening: Happening) => void)[] = [];
  let person: string | null = null;
  let locale = parts.locale ?? 'en-US';
  const household: Household = {
    ...parts,
    startUpMs: parts.startUpMs ?? 1_000,
    skillName: parts.skillName ?? 'this skill',
    account: parts.account ?? createCustomerAccount(),
    personId: () => person && `amzn1.ask.person.${person.toUpperCase()}`,
    locale: () => locale,
    apiEndpoint: settings?.apiEndpoint ?? 'https://api.amazonalexa.invalid',
    issueToken: (bearer) => settings?.issueToken(bearer) ?? newId(),
    newId,
    record: (happening) => {
      transcript.push(happening);
      for (const listener of listeners) listener(happening);
    },
  };
  const as = (name: string | null): void => {
    person = name;
  };
  const setLocale = (name: string): void => {
    locale = name;
  };
  const travel = (zone: string): void => settings?.moveTo(zone);
  const onHappening = (listener: (happening: Happening) => void): void => void listeners.push(listener);
  return { household, transcript, as, setLocale, travel, onHappening };
}

/** A reminder that is to ring, in the language of the house where it has that. */
function dueRing(reminders: RingingReminders, { locale, record }: Household): Due | null {
  const ring = reminders.nextRing;
  if (!ring) return null;
  const happen = async (): Promise<void> => {
    const text = ring.texts.find((each) => each.locale === locale()) ?? ring.texts[0];
    reminders.ringNext();
    record({
      kind: 'reminder-rang',
      device: deviceNameOf(ring.deviceId),
      atMs: ring.atMs,
      says: reminderSpeech(text?.text ?? '', text?.locale ?? locale()),
    });
  };
  return { atMs: ring.atMs, happen };
}

/** Something that happens by itself when its moment has come. */
interface Due {
  readonly atMs: number;
  happen(): Promise<void>;
}

/** Time in a house: it passes for all that is in it alike. */
interface HouseTime {
  readonly now: () => number;
  readonly waitUntil: (atMs: number) => Promise<void>;
  /** Adds something that tells what it will do next; null while nothing. */
  readonly add: (next: () => Due | null) => void;
}

function createHouseTime(clock: SimulatedClock): HouseTime {
  const sources: (() => Due | null)[] = [];
  const firstDue = (byMs: number): Due | null => {
    const due = sources.map((next) => next()).filter((each): each is Due => each !== null && each.atMs <= byMs);
    return due.sort((a, b) => a.atMs - b.atMs)[0] ?? null;
  };
  return {
    now: clock.now,
    waitUntil: async (atMs) => {
      for (let next = firstDue(atMs); next; next = firstDue(atMs)) {
        clock.advanceTo(Math.max(clock.now(), next.atMs));
        await next.happen();
      }
      clock.advanceTo(atMs);
    },
    add: (next) => sources.push(next),
  };
}

function deviceInTime(echo: EchoDevice, time: HouseTime, answersAfterMs: number): AlexaDevice {
  return {
    name: echo.name,
    get sessionOpen() {
      return echo.sessionOpen;
    },
    say: async (utterance) => {
      // What the skill left to Alexa may bring the next speech by itself.
      while (echo.sounding) await time.waitUntil(endsAtMs(echo.sounding) + answersAfterMs);
      return echo.hear(utterance);
    },
    sayNow: (utterance) => echo.hear(utterance),
    sayAt: async (seconds, utterance) => {
      await time.waitUntil(momentOf(echo, seconds, time.now()));
      return echo.hear(utterance);
    },
    silence: () => untilUnanswered(echo, time),
    wait: (duration) => time.waitUntil(time.now() + lengthMs(duration)),
    exit: () => echo.exit(),
    unplug: () => echo.loseSession('unplugged'),
    send: (request) => echo.send(request as unknown as Omit<Request, 'requestId' | 'timestamp' | 'locale'>),
    doing: () => echo.doing(),
  };
}

function momentOf({ sounding }: EchoDevice, seconds: number, nowMs: number): number {
  if (!sounding) throw new RangeError('Alexa is not speaking, so nobody can interrupt her');
  const atMs = sounding.startsAtMs + Math.round(seconds * 1_000);
  if (atMs < nowMs) throw new RangeError(`Second ${seconds} of what Alexa says has already passed`);
  if (atMs >= endsAtMs(sounding)) {
    throw new RangeError(`Alexa speaks for ${sounding.durationMs / 1_000} seconds only, not ${seconds}`);
  }
  return atMs;
}

/** Run until she has been asked again, the skill is told that she gave Alexa no answer, or the session has ended. */
async function untilUnanswered(echo: EchoDevice, time: HouseTime): Promise<void> {
  if (!echo.nextStep) throw new RangeError('No session is open, so nobody waits for an answer');
  for (let step = echo.nextStep; step; step = echo.nextStep) {
    await time.waitUntil(Math.max(step.atMs, time.now()));
    if (step.kind === 'reprompt') return time.waitUntil(endsAtMs(step.playback));
    if (step.kind === 'connection-completes' && step.outcome === 'NOT_ANSWERED') return;
  }
}

function lengthMs(duration: number | string): number {
  const ms = typeof duration === 'number' ? duration : readDurationMs(duration);
  if (ms === null || !(ms >= 0))
    throw new RangeError(`"${duration}" is no length of time; write it as "3 hours" or "90 s"`);
  return ms;
}

/** Both in one, keeping getters as getters. */
function mixedIn<A extends object, B extends object>(a: A, b: B): A & B {
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(a), ...Object.getOwnPropertyDescriptors(b) },
  ) as A & B;
}
