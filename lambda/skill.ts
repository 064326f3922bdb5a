import { type ErrorHandler, type HandlerInput, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, Response, services } from 'ask-sdk-model';
import { deviceZoneOf } from './alexa/device-zone';
import { listenerKeyOf } from './alexa/listener-key';
import { isLeaving, readRequest } from './alexa/read-request';
import { fromAttributes, type Travelling, toAttributes } from './alexa/session-attributes';
import { writeResponse } from './alexa/write-response';
import type { Clock, Log, ProgressStore, StoredProgress } from './core/ports';
import type { Act } from './core/session/act';
import type { SessionEvent } from './core/session/event';
import { caughtUp, daysIn, newLedger, profileIn, withLoaded } from './core/session/ledger';
import { withNotice } from './core/session/notice';
import { NEW_PROFILE, openSession } from './core/session/open-session';
import type { Reply, SessionState } from './core/session/state';
import { transition } from './core/session/transition';
import { wordsFor } from './core/speech/words-for';
import { keepProgress, readProgress } from './progress-keeper';

/** What the skill works with. Nothing real is plugged in here: `index.ts` and the simulator do that. */
export interface SkillParts {
  readonly store: ProgressStore;
  /** Used where a request carries no readable time. */
  readonly clock: Clock;
  /** Calls the device's settings service. */
  readonly apiClient: services.ApiClient;
  readonly log: Log;
  /** Requests for any other skill are refused; without it, none are. */
  readonly skillId?: string;
  /** Longest wait for the settings service. */
  readonly settingsTimeoutMs?: number;
}

/** Source: platform sheet section 5: at most 1.5 s; ours leaves room for the store, which is read at the same time. */
const SETTINGS_TIMEOUT_MS = 1_000;

/**
 * Build the whole skill: every request is read as an event, decided by core's `transition`, saved, and only then spoken.
 * `invoke` rejects on a request for another skill.
 */
export function createSkill(parts: SkillParts): Skill {
  const everyRequest: RequestHandler = { canHandle: () => true, handle: (input) => takeTurn(input, parts) };
  const everyError: ErrorHandler = {
    canHandle: () => true,
    handle: (input, error) => apologise(input, error, parts.log),
  };
  const builder = SkillBuilders.custom().addRequestHandlers(everyRequest).addErrorHandlers(everyError);
  return (parts.skillId === undefined ? builder : builder.withSkillId(parts.skillId)).create();
}

async function takeTurn(input: HandlerInput, parts: SkillParts): Promise<Response> {
  const { requestEnvelope, attributesManager, responseBuilder } = input;
  const read = readRequest(requestEnvelope.request, parts.clock());
  if (read.kind === 'strange') parts.log({ level: 'warn', code: read.code });
  // Skill events and buttons come outside any session: nothing may be said to them.
  if (!requestEnvelope.session) return responseBuilder.getResponse();
  const running = fromAttributes(attributesManager.getSessionAttributes());
  const goneOn = running && (await goOn(running, read.event, parts));
  const { begun, reply } = goneOn ?? (await openAndAnswer(input, read.event, parts));
  const { travelling, acts } = await keep(begun, reply, parts);
  const { locale, wording } = travelling.state;
  const response = writeResponse(acts, wordsFor(locale), wording, responseBuilder);
  attributesManager.setSessionAttributes(toAttributes(travelling));
  return response;
}

/** A session at the start of a turn, and what the store is believed to hold of it. */
interface Begun extends Travelling {
  readonly before: Pick<SessionState, 'profile' | 'day'>;
}

/** What a turn comes to, not yet saved. */
interface Decided {
  readonly begun: Begun;
  readonly reply: Reply;
}

/** Go on with a running session; null when that is impossible: it would fail on every turn, and the store knows her place too. */
async function goOn(running: Travelling, event: SessionEvent, parts: SkillParts): Promise<Decided | null> {
  // A session that could not read the store when it opened tries again.
  const stored = running.ledger.loaded ? null : await readProgress(parts.store, running.ledger, parts.log);
  if (stored !== null) noteUnreadable(stored, parts.log);
  try {
    const begun = stored === null ? { ...running, before: running.state } : catchUp(running, stored);
    return { begun, reply: transition(begun.state, event) };
  } catch (error) {
    parts.log({ level: 'error', code: 'session-unusable', detail: detailOf(error as Error) });
    return null;
  }
}

async function openAndAnswer(input: HandlerInput, event: SessionEvent, parts: SkillParts): Promise<Decided> {
  const begun = await open(input, event.atMs, parts);
  return { begun, reply: transition(begun.state, event) };
}

async function open({ requestEnvelope }: HandlerInput, atMs: number, parts: SkillParts): Promise<Begun> {
  const ledger = newLedger(listenerKeyOf(requestEnvelope));
  const [stored, device] = await Promise.all([
    readProgress(parts.store, ledger, parts.log),
    deviceZoneOf(requestEnvelope, parts.apiClient, parts.settingsTimeoutMs ?? SETTINGS_TIMEOUT_MS),
  ]);
  if (device.kind === 'unknown') parts.log({ level: 'warn', code: 'zone-unknown', detail: { reason: device.reason } });
  if (stored !== null) noteUnreadable(stored, parts.log);
  const profile = stored && profileIn(stored);
  const days = stored === null ? [] : daysIn(stored);
  const state = openSession(profile, days, {
    atMs,
    locale: localeOf(requestEnvelope),
    deviceZone: device.kind === 'known' ? device.zone : null,
  });
  const before = { profile: profile ?? NEW_PROFILE, day: state.day };
  return { state, ledger: stored === null ? ledger : withLoaded(ledger, stored), before };
}

function catchUp({ state, ledger }: Travelling, stored: StoredProgress): Begun {
  const [known, merged] = caughtUp(ledger, state, stored);
  return { state: merged, ledger: known, before: merged };
}

/** Save what the reply changed; should that fail, say so once, and only then. */
async function keep(
  begun: Begun,
  reply: Reply,
  parts: SkillParts,
): Promise<{ travelling: Travelling; acts: Reply[1] }> {
  const [next, acts] = reply;
  const kept = await keepProgress(parts.store, begun.ledger, begun.before, next, parts.log);
  const tells = !kept.safe && !kept.ledger.told && acts.length > 0;
  const [state, told] = tells ? withNotice([kept.state, acts], { kind: 'not-saved' }) : [kept.state, acts];
  return { travelling: { state, ledger: { ...kept.ledger, told: kept.ledger.told || tells } }, acts: told };
}

function noteUnreadable(stored: StoredProgress, log: Log): void {
  const items = [
    { item: 'profile', found: stored.profile },
    ...stored.days.map(({ item }) => ({ item: 'day', found: item })),
  ];
  for (const { item, found } of items) {
    if (found.kind === 'unreadable')
      log({ level: 'error', code: 'stored-item-unreadable', detail: { item, reason: found.reason } });
  }
}

/** She hears one calm sentence and keeps her place: the session's attributes go back as they came. Whoever wants to leave can. */
function apologise({ requestEnvelope, responseBuilder }: HandlerInput, error: Error, log: Log): Response {
  log({ level: 'error', code: 'turn-failed', detail: detailOf(error) });
  const { request, session } = requestEnvelope;
  if (!session || request.type === 'SessionEndedRequest') return responseBuilder.getResponse();
  const prompt = { kind: 'still-here' } as const;
  const last: Act = isLeaving(request) ? { kind: 'close' } : { kind: 'ask', prompt, reprompt: prompt };
  const acts: readonly Act[] = [{ kind: 'say', line: { kind: 'trouble' } }, last];
  return writeResponse(acts, wordsFor(localeOf(requestEnvelope)), 0, responseBuilder);
}

function detailOf({ name, message }: Error): { readonly error: string; readonly message: string } {
  return { error: name, message };
}

function localeOf({ request }: RequestEnvelope): string {
  return ('locale' in request ? request.locale : undefined) ?? 'en-US';
}
