import { type ErrorHandler, type HandlerInput, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, Response, services } from 'ask-sdk-model';
import { deviceZoneOf } from './alexa/device-zone';
import { accountKeyOf, listenerKeyOf } from './alexa/listener-key';
import { localeOf, readRequest } from './alexa/read-request';
import { fromAttributes, type Travelling, toAttributes } from './alexa/session-attributes';
import { type Manner, writeResponse } from './alexa/write-response';
import { apologise, detailOf } from './apologise';
import { carryOut } from './carry-out';
import type { Clock, Log, ProgressStore, StoredProgress } from './core/ports';
import { caughtUp } from './core/session/catch-up';
import type { SessionEvent } from './core/session/event';
import { daysIn, type Ledger, newLedger, profileIn, withLoaded } from './core/session/ledger';
import { type Measures, measuresOf } from './core/session/measures';
import { NEW_PROFILE } from './core/session/new-profile';
import { noticeOf, withNotice, withoutClaims } from './core/session/notice';
import { openSession } from './core/session/open-session';
import type { Reply, SessionState } from './core/session/state';
import { transition } from './core/session/transition';
import { wordsFor } from './core/speech/words-for';
import { hearNotice } from './hear-notice';
import { keepProgress, readProgress } from './progress-keeper';
import { storeForTurn } from './turn-store';

/** What the skill works with. Nothing real is plugged in here: `index.ts` and the simulator do that. */
export interface SkillParts {
  readonly store: ProgressStore;
  /** Used where a request carries no readable time. */
  readonly clock: Clock;
  /** Calls the device's settings service and the reminders service. */
  readonly apiClient: services.ApiClient;
  readonly log: Log;
  /** Takes what each turn came to. */
  readonly measure?: (measures: Measures) => void;
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
  const everyRequest: RequestHandler = { canHandle: () => true, handle: (input) => answer(input, parts) };
  const everyError: ErrorHandler = {
    canHandle: () => true,
    handle: (input, error) => apologise(input, error, parts.log),
  };
  const builder = SkillBuilders.custom().addRequestHandlers(everyRequest).addErrorHandlers(everyError);
  return (parts.skillId === undefined ? builder : builder.withSkillId(parts.skillId)).create();
}

async function answer(input: HandlerInput, parts: SkillParts): Promise<Response> {
  const { requestEnvelope, responseBuilder } = input;
  if (requestEnvelope.session) return takeTurn(input, { ...parts, store: storeForTurn(parts.store) });
  await hearNotice(requestEnvelope, parts.store, parts.log);
  return responseBuilder.getResponse();
}

async function takeTurn(input: HandlerInput, parts: SkillParts): Promise<Response> {
  const { requestEnvelope, attributesManager, responseBuilder } = input;
  const read = readRequest(requestEnvelope, parts.clock());
  if (read.kind === 'strange') parts.log({ level: 'warn', code: read.code });
  const running = fromAttributes(attributesManager.getSessionAttributes());
  const isHers = running !== null && !isAnothers(running.ledger, requestEnvelope);
  if (running !== null && !isHers) await leave(running, read.event.atMs, parts);
  const goneOn = isHers ? await goOn(running, read.event, parts) : null;
  const decided = goneOn ?? (await openAndAnswer(input, read.event, running, parts));
  const settled = await attempted(decided, read.event.atMs, requestEnvelope, parts);
  parts.measure?.(measuresOf(settled.begun.state, read.event, settled.reply));
  const { state, acts, attributes } = settled.isErased ? forget(settled) : await keep(settled, parts);
  const response = writeResponse(acts, mannerOf(state), responseBuilder);
  attributesManager.setSessionAttributes(attributes);
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

/** What a turn comes to once its task, if it has one, was attempted. */
interface Settled extends Decided {
  /** Nothing is kept of her any more, and nothing may be written in this turn. */
  readonly isErased: boolean;
}

/** Attempt the task that a reply ends in: what came of it is the next event, of the same moment. A turn takes at most one. */
async function attempted(
  { begun, reply }: Decided,
  atMs: number,
  envelope: RequestEnvelope,
  { store, apiClient, log }: SkillParts,
): Promise<Settled> {
  const [state, acts] = reply;
  const last = acts.at(-1);
  if (last?.kind !== 'attempt') return { begun, reply, isErased: false };
  const outcome = await carryOut(last.task, { state, ledger: begun.ledger, atMs }, { store, apiClient, log, envelope });
  const [next, more] = transition(state, { ...outcome, atMs });
  return { begun, reply: [next, [...acts.slice(0, -1), ...more]], isErased: outcome.kind === 'erased' };
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

/**
 * Whether another recognised voice than the session's speaks in it. Where nobody is recognised it stays whose it was, and so does the account's:
 * recognition comes and goes in the middle of a sentence.
 */
function isAnothers({ listener, account }: Ledger, envelope: RequestEnvelope): boolean {
  if (account === null || envelope.request.type !== 'IntentRequest') return false;
  const speaker = listenerKeyOf(envelope);
  return speaker !== null && speaker !== accountKeyOf(envelope) && speaker !== listener;
}

/** Keep a session's progress as it stands where another voice cut in. */
async function leave(running: Travelling, atMs: number, parts: SkillParts): Promise<void> {
  const event = { kind: 'ended', reason: 'cut-off', atMs } as const;
  const left = await goOn(running, event, parts);
  if (left === null) return;
  parts.measure?.(measuresOf(left.begun.state, event, left.reply));
  await keep(left, parts);
}

async function openAndAnswer(
  input: HandlerInput,
  event: SessionEvent,
  running: Travelling | null,
  parts: SkillParts,
): Promise<Decided> {
  const begun = await open(input, event.atMs, running, parts);
  return { begun, reply: transition(begun.state, event) };
}

/** Open a session anew. One that was running on the device has asked for its zone already. */
async function open(
  { requestEnvelope }: HandlerInput,
  atMs: number,
  running: Travelling | null,
  parts: SkillParts,
): Promise<Begun> {
  const ledger = ledgerFor(requestEnvelope);
  const [stored, deviceZone] = await Promise.all([
    readProgress(parts.store, ledger, parts.log),
    running === null ? zoneFor(requestEnvelope, parts) : running.deviceZone,
  ]);
  if (stored !== null) noteUnreadable(stored, parts.log);
  const profile = stored && profileIn(stored);
  const days = stored === null ? [] : daysIn(stored);
  const opened = openSession(profile, days, { atMs, locale: localeOf(requestEnvelope), deviceZone });
  const isUnread = stored === null && ledger.listener !== null;
  const state: SessionState = isUnread ? { ...opened, isUnread } : opened;
  const before = { profile: profile ?? NEW_PROFILE, day: state.day };
  return { state, ledger: stored === null ? ledger : withLoaded(ledger, stored), deviceZone, before };
}

async function zoneFor(
  envelope: RequestEnvelope,
  { apiClient, log, settingsTimeoutMs = SETTINGS_TIMEOUT_MS }: SkillParts,
): Promise<string | null> {
  const device = await deviceZoneOf(envelope, apiClient, settingsTimeoutMs);
  if (device.kind === 'known') return device.zone;
  log({ level: 'warn', code: 'zone-unknown', detail: { reason: device.reason } });
  return null;
}

function ledgerFor(envelope: RequestEnvelope): Ledger {
  const [listener, account] = [listenerKeyOf(envelope), accountKeyOf(envelope)];
  return newLedger(listener, account === listener ? null : account);
}

function catchUp({ state, ledger, deviceZone }: Travelling, stored: StoredProgress): Begun {
  const [known, merged] = caughtUp(ledger, state, stored);
  return { state: merged, ledger: known, deviceZone, before: merged };
}

/** A turn that can be spoken, and what travels on from it. */
interface Kept {
  readonly state: SessionState;
  readonly acts: Reply[1];
  readonly attributes: Record<string, unknown>;
}

/** Save what the reply changed; should that fail, say so, once for as long as it lasts, and claim nothing that is not so. */
async function keep({ begun, reply }: Decided, parts: SkillParts): Promise<Kept> {
  const kept = await keepProgress(parts.store, begun.ledger, begun.before, reply, parts.log);
  const { safe, ledger: known } = kept;
  const honest = safe ? ([kept.state, kept.acts] as const) : withoutClaims([kept.state, kept.acts], known.unsaved);
  const notice = safe || known.told ? null : noticeOf(honest);
  const [state, acts] = notice === null ? honest : withNotice(honest, notice);
  const isAllSaved = known.loaded && known.unsaved.length === 0;
  const ledger = { ...known, told: !isAllSaved && (known.told || notice !== null) };
  return { state, acts, attributes: toAttributes({ state, ledger, deviceZone: begun.deviceZone }) };
}

/** Not even the session remembers: the next turn, if there is one, opens it anew from an empty store. */
function forget({ begun, reply: [state, acts] }: Decided): Kept {
  // A baby that slept before still sleeps.
  const { quiet } = begun.state.day;
  return { state: { ...state, day: { ...state.day, quiet } }, acts, attributes: {} };
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

function mannerOf({ locale, wording, day }: SessionState): Manner {
  return { words: wordsFor(locale), wording, whispered: day.quiet };
}
