import type { Request, Response, ResponseEnvelope, SessionEndedErrorType, SupportedInterfaces } from 'ask-sdk-model';
import type { TokenBearer } from './access-tokens';
import { permissionQuestion } from './alexas-own-words';
import { callSkill, type SkillHandler } from './call-skill';
import type { CustomerAccount } from './customer-account';
import { deviceIdOf } from './device-id';
import { type Errand, hasAsked, outcomeOf, resultOf } from './errand';
import type { Happening, Turn, Understand, WhyEnded } from './happenings';
import { type Connection, connectionIn } from './permission-request';
import { judge, type Outcome, PATIENCE_MS } from './platform-rules';
import {
  endsAtMs,
  layOutAlexasOwn,
  type Playback,
  type PlaybackPosition,
  positionAt,
  type SpeechLength,
} from './playback';
import {
  buildEnvelope,
  intentRequest,
  launchRequest,
  type RequestStamp,
  sessionEndedRequest,
  sessionResumedRequest,
  stamped,
} from './request-envelope';
import {
  type ConnectionOutcome,
  courseAfter,
  type EndOfSession,
  MICROPHONE_MS,
  type Step,
  speechOf,
} from './session-course';
import type { SimulatedClock } from './simulated-clock';

/** What all devices of an account have in common. */
export interface Household {
  readonly clock: SimulatedClock;
  readonly handler: SkillHandler;
  readonly understand: Understand;
  readonly speechLength: SpeechLength;
  /** From a request to the first word of its answer. */
  readonly startUpMs: number;
  readonly skillId: string;
  /** How Alexa names the skill. */
  readonly skillName: string;
  readonly account: CustomerAccount;
  readonly personId: () => string | null;
  readonly locale: () => string;
  readonly apiEndpoint: string;
  readonly issueToken: (bearer: TokenBearer) => string;
  readonly newId: () => string;
  readonly record: (happening: Happening) => void;
}

/** What a device is doing. */
export type Doing =
  | { readonly kind: 'starting-to-speak' }
  | { readonly kind: 'speaking'; readonly at: PlaybackPosition; readonly playback: Playback }
  | { readonly kind: 'listening'; readonly untilMs: number }
  | { readonly kind: 'waiting' };

interface Session {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** One Echo: its session, its microphone and its loudspeaker. It never moves the clock. */
export class EchoDevice {
  private session: Session | null = null;
  private playback: Playback | null = null;
  private course: readonly Step[] = [];
  private errand: Errand | null = null;

  constructor(
    readonly name: string,
    readonly interfaces: SupportedInterfaces,
    private readonly house: Household,
  ) {}

  get sessionOpen(): boolean {
    return this.session !== null;
  }

  /** The speech that sounds or is about to sound; null when there is none. */
  get sounding(): Playback | null {
    return this.playback && endsAtMs(this.playback) > this.house.clock.now() ? this.playback : null;
  }

  /** The next thing that happens by itself; null when nothing will. */
  get nextStep(): Step | null {
    return this.course[0] ?? null;
  }

  doing(): Doing {
    const playback = this.sounding;
    const at = playback && positionAt(playback, this.house.clock.now());
    if (playback) return at ? { kind: 'speaking', at, playback } : { kind: 'starting-to-speak' };
    const closing = this.course[0];
    return this.session && closing && closing.kind !== 'microphone-opens' && !isScreenIdle(closing)
      ? { kind: 'listening', untilMs: closing.atMs }
      : { kind: 'waiting' };
  }

  /** She says something now, interrupting what is being said. */
  async hear(utterance: string): Promise<Turn> {
    const { understand, account } = this.house;
    // What Alexa asks on her own account is answered to her: only who calls a skill by its name leaves it unanswered.
    const understood = understand(utterance, { sessionOpen: this.sessionOpen && !this.errand });
    const bargedInAtMs = this.intoSpeechMs();
    const wasAsked = hasAsked(this.sounding, this.house.clock.now());
    this.playback = null;
    const words = { heard: utterance, bargedInAtMs, understood };
    if (!account.isSkillEnabled) return this.unheard({ ...words, understood: UNNAMED });
    if (this.errand && understood.kind === 'not-for-us')
      return this.answerAlexa({ ...words, understood: null }, this.errand, wasAsked);
    if (this.errand) this.dropSession();
    if (understood.kind === 'not-for-us') return this.unheard(words);
    if (understood.kind === 'launch') this.dropSession();
    const stamp = this.stamp();
    return this.deliver(understood.kind === 'launch' ? launchRequest(stamp) : intentRequest(stamp, understood), words);
  }

  /** Send a request of any other kind, in the session that is open, if one is. */
  async send(request: Omit<Request, 'requestId' | 'timestamp' | 'locale'>): Promise<Turn> {
    return this.deliver({ ...stamped(this.stamp()), ...request } as Request, NOT_SPOKEN, this.session !== null);
  }

  /** Do what was due by itself, at the moment it is due. */
  async takeStep(): Promise<void> {
    const [step, ...rest] = this.course;
    this.course = rest;
    if (step?.kind === 'reprompt') {
      this.playback = step.playback;
      this.house.record({ kind: 'reprompted', device: this.name, atMs: step.atMs, playback: step.playback });
    }
    if (step?.kind === 'session-ends') await this.endByItself(step.why);
    if (step?.kind === 'connection-completes') await this.complete(step.outcome);
  }

  /** She ends the session herself, by "exit" or on the device. */
  async exit(): Promise<void> {
    if (!this.session) return;
    this.playback = null;
    this.ended('by-user');
    await this.deliver(sessionEndedRequest(this.stamp(), 'USER_INITIATED'), NOT_SPOKEN);
  }

  /** The power is cut, or the skill is disabled: the session is gone, and the skill is told nothing of it. */
  loseSession(why: 'unplugged' | 'skill-disabled'): void {
    const wasOpen = this.session !== null;
    this.playback = null;
    this.dropSession();
    if (wasOpen) this.ended(why);
  }

  private async endByItself(why: EndOfSession): Promise<void> {
    this.ended(why);
    if (why === 'unanswered') {
      await this.deliver(sessionEndedRequest(this.stamp(), 'EXCEEDED_MAX_REPROMPTS'), NOT_SPOKEN);
    } else {
      this.dropSession();
    }
  }

  private async deliver(request: Request, words: Words, inSession = true): Promise<Turn> {
    const { house } = this;
    const isNew = this.session === null;
    if (inSession) this.session ??= { id: `amzn1.echo-api.session.${house.newId()}`, attributes: {} };
    const envelope = buildEnvelope(this.origin(isNew), request);
    const { outcome, answeredInMs } = await callSkill(house.handler, envelope, PATIENCE_MS);
    const breaches = await judge({
      requestType: request.type,
      locale: house.locale(),
      interfaces: Object.keys(this.interfaces),
      speechLength: house.speechLength,
      outcome,
      answeredInMs,
    });
    const response = outcome.kind === 'answered' ? outcome.envelope : null;
    const turn = { ...words, request: envelope, response, answeredInMs, breaches };
    if (request.type === 'SessionEndedRequest') return this.afterSession(turn);
    const refused = breaches.find(({ severity }) => severity === 'refused');
    return refused || !response ? this.refuse(turn, errorTypeOf(outcome)) : this.accept(turn, response);
  }

  private async accept(turn: Answered, envelope: ResponseEnvelope): Promise<Turn> {
    const { clock, startUpMs, speechLength } = this.house;
    const { response, sessionAttributes = {} } = envelope;
    const connection = connectionIn(response);
    if (connection && this.session) {
      this.session = { ...this.session, attributes: sessionAttributes };
      return this.connect(turn, response, connection);
    }
    this.playback = speechOf(response, clock.now() + startUpMs, speechLength);
    const quietFromMs = this.playback ? endsAtMs(this.playback) : clock.now();
    const course = courseAfter(response, quietFromMs, 'Alexa.Presentation.APL' in this.interfaces, speechLength);
    const closes = course.some((step) => step.kind === 'session-ends' && step.why === 'by-skill');
    if (closes || !this.session) this.dropSession();
    else {
      this.session = { ...this.session, attributes: sessionAttributes };
      this.course = course;
    }
    const done = this.recorded(turn, course);
    if (closes) this.ended('by-skill');
    return done;
  }

  /** Leave the session to Alexa: she asks, or where there is nothing to ask, answers as soon as the skill has spoken. */
  private async connect(turn: Answered, response: Response, connection: Connection): Promise<Turn> {
    const { clock, startUpMs, speechLength, account } = this.house;
    const spoken = speechOf(response, clock.now() + startUpMs, speechLength);
    this.course = [];
    if (
      connection.kind === 'permission' &&
      connection.scopes.some((scope) => account.permission(scope) !== 'granted')
    ) {
      this.ask({ connection, asked: 0 }, spoken);
      return this.recorded(turn, this.course);
    }
    this.errand = { connection, asked: 0 };
    this.playback = spoken;
    const outcome = connection.kind === 'permission' ? 'ACCEPTED' : 'INVALID';
    const over: Step = { kind: 'connection-completes', atMs: spoken ? endsAtMs(spoken) : clock.now(), outcome };
    this.course = [over];
    const done = this.recorded(turn, this.course);
    if (!spoken) await this.takeStep();
    return done;
  }

  /** Ask for permissions in Alexa's own words, after what the skill says before. */
  private ask(errand: Errand, before: Playback | null): void {
    const { clock, startUpMs, speechLength, skillName, locale } = this.house;
    const scopes = errand.connection.kind === 'permission' ? errand.connection.scopes : [];
    const question = permissionQuestion(scopes, skillName, locale());
    this.playback = layOutAlexasOwn(question, clock.now() + startUpMs, speechLength, before);
    this.errand = { ...errand, asked: errand.asked + 1 };
    const quietFromMs = endsAtMs(this.playback);
    this.course = [
      { kind: 'microphone-opens', atMs: quietFromMs },
      { kind: 'connection-completes', atMs: quietFromMs + MICROPHONE_MS, outcome: 'NOT_ANSWERED' },
    ];
  }

  /** She speaks while the session is Alexa's. */
  private async answerAlexa(words: Words, errand: Errand, wasAsked: boolean): Promise<Turn> {
    const { account, locale } = this.house;
    const { connection } = errand;
    const outcome = outcomeOf(errand, words.heard ?? '', wasAsked, locale());
    if (outcome !== null) {
      if (errand.asked > 0 && connection.kind === 'permission' && outcome !== 'NOT_ANSWERED') {
        for (const scope of connection.scopes) account.decide(scope, outcome === 'ACCEPTED' ? 'granted' : 'denied');
      }
      return this.complete(outcome, words);
    }
    this.ask({ connection, asked: wasAsked ? errand.asked : 0 }, null);
    return this.recorded({ ...words, ...UNSENT }, this.course);
  }

  /** Give the skill its session back. */
  private complete(outcome: ConnectionOutcome, words: Words = NOT_SPOKEN): Promise<Turn> {
    const errand = this.errand;
    this.errand = null;
    this.course = [];
    if (!errand) throw new RangeError('Nothing was left to Alexa, so nothing can be over');
    return this.deliver(sessionResumedRequest(this.stamp(), resultOf(errand, outcome)), words);
  }

  /** Say what the platform says when it cannot use an answer, and end the session. */
  private async refuse(turn: Answered, type: SessionEndedErrorType): Promise<Turn> {
    const { clock, startUpMs, speechLength } = this.house;
    const apology: Response = { outputSpeech: { type: 'PlainText', text: PROBLEM_LINE } };
    this.playback = speechOf(apology, clock.now() + startUpMs, speechLength);
    const done = this.recorded(turn, [], false);
    if (!this.session) return done;
    this.ended('error');
    const message = turn.breaches.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ');
    await this.deliver(sessionEndedRequest(this.stamp(), 'ERROR', { type, message }), NOT_SPOKEN);
    return done;
  }

  private afterSession(turn: Answered): Turn {
    const apology = this.playback;
    this.playback = null;
    this.dropSession();
    const done = this.recorded(turn, []);
    this.playback = apology;
    return done;
  }

  private unheard(words: Words): Turn {
    this.course = this.session ? this.course : [];
    return this.recorded({ ...words, ...UNSENT }, this.course);
  }

  private recorded(turn: Answered, course: readonly Step[], sessionOpen = this.sessionOpen): Turn {
    const done: Turn = {
      kind: 'turn',
      device: this.name,
      atMs: this.house.clock.now(),
      speech: this.playback,
      says: this.playback?.text ?? '',
      course,
      sessionOpen,
      ...turn,
    };
    this.house.record(done);
    return done;
  }

  private ended(why: WhyEnded): void {
    this.house.record({ kind: 'session-ended', device: this.name, atMs: this.house.clock.now(), why });
  }

  private dropSession(): void {
    this.session = null;
    this.course = [];
    this.errand = null;
  }

  private intoSpeechMs(): number | null {
    const doing = this.doing();
    return doing.kind === 'speaking' ? doing.at.intoSpeechMs : null;
  }

  private origin(isNew: boolean) {
    const { skillId, account, personId, apiEndpoint, issueToken, locale } = this.house;
    const { userId } = account;
    const deviceId = deviceIdOf(this.name);
    return {
      skillId,
      userId,
      scopes: account.scopes(),
      personId: personId(),
      deviceId,
      interfaces: this.interfaces,
      apiEndpoint,
      apiAccessToken: issueToken({ userId, deviceId, locale: locale() }),
      session: this.session && { sessionId: this.session.id, isNew, attributes: this.session.attributes },
    };
  }

  private stamp(): RequestStamp {
    const { clock, newId, locale } = this.house;
    return { requestId: `amzn1.echo-api.request.${newId()}`, atMs: clock.now(), locale: locale() };
  }
}

type Words = Pick<Turn, 'heard' | 'bargedInAtMs' | 'understood'>;
type Answered = Words & Pick<Turn, 'request' | 'response' | 'answeredInMs' | 'breaches'>;

const NOT_SPOKEN: Words = { heard: null, bargedInAtMs: null, understood: null };

/** What her words come to when nothing is asked of the skill. */
const UNSENT = { request: null, response: null, answeredInMs: 0, breaches: [] } as const;

const UNNAMED = { kind: 'not-for-us', reason: 'unnamed' } as const;

const PROBLEM_LINE = "There was a problem with the requested skill's response.";

function isScreenIdle(step: Step): boolean {
  return step.kind === 'session-ends' && step.why === 'screen-idle';
}

function errorTypeOf(outcome: Outcome): SessionEndedErrorType {
  switch (outcome.kind) {
    case 'threw':
      return 'INTERNAL_SERVICE_ERROR';
    case 'never-answered':
      return 'ENDPOINT_TIMEOUT';
    case 'answered':
      return 'INVALID_RESPONSE';
  }
}
