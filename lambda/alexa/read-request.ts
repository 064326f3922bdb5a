import type { IntentRequest, Request, RequestEnvelope, SessionEndedRequest, Slot } from 'ask-sdk-model';
import { DIFFICULTIES } from '../core/routine/exercise';
import { TOPICS } from '../core/safety/back-pain';
import { SYMPTOMS } from '../core/safety/symptom';
import type { EndReason, HoldWish, PauseWish, Said, SessionEvent } from '../core/session/event';
import { answerIn, mayRemind } from './permission';
import { exerciseIn, firstValueIn, isFilled, numberIn, pauseIn, timeIn, valueIn } from './slots';

/** What a request means to the conversation. `strange` ones are answered as something not understood, and noted for the operator. */
export type ReadRequest =
  | { readonly kind: 'event'; readonly event: SessionEvent }
  | { readonly kind: 'strange'; readonly event: SessionEvent; readonly code: 'unknown-intent' | 'unknown-request' };

/** An event whose time is not told yet. */
type Heard = SessionEvent extends infer E ? (E extends unknown ? Omit<E, 'atMs'> : never) : never;
type Slots = Readonly<Record<string, Slot | undefined>>;

/** Every intent of the interaction model, and how its slots are read. */
const INTENTS: Readonly<Record<string, (slots: Slots, envelope: RequestEnvelope) => Heard>> = {
  StartRoutineIntent: ({ minutes }) => ({ kind: 'start-routine', minutes: numberIn(minutes, Math.floor) }),
  PracticeExerciseIntent: ({ exercise }) => ({ kind: 'practice', exercise: exerciseIn(exercise) }),
  ExerciseInstructionsIntent: ({ exercise }) => ({ kind: 'instructions', exercise: exerciseIn(exercise) }),
  SkipExerciseIntent: ({ exercise }) => ({ kind: 'skip', exercise: exerciseIn(exercise) }),
  ReadyIntent: () => ({ kind: 'ready' }),
  ListExercisesIntent: () => ({ kind: 'list-exercises' }),
  WhatsLeftIntent: () => ({ kind: 'whats-left' }),
  StreakIntent: () => ({ kind: 'streak' }),
  ProgressIntent: () => ({ kind: 'progress' }),
  ChangePaceIntent: ({ pace }) => ({ kind: 'change-pace', pace: valueIn(pace, ['slower', 'normal', 'faster']) }),
  SetPlankHoldIntent: (slots) => ({ kind: 'set-plank-hold', hold: holdIn(slots) }),
  ChangeDifficultyIntent: ({ difficulty, exercise }) => ({
    kind: 'change-difficulty',
    difficulty: valueIn(difficulty, DIFFICULTIES),
    exercise: exerciseIn(exercise),
  }),
  SetGuidanceIntent: ({ guidance }) => ({ kind: 'set-guidance', guidance: valueIn(guidance, ['brief', 'full']) }),
  SetStopsIntent: ({ stops }) => ({
    kind: 'set-stops',
    stops: valueIn(stops, ['each-set', 'each-exercise', 'straight-through']),
  }),
  QuietModeIntent: (slots) => ({ kind: 'quiet-mode', on: onIn(slots) }),
  // The list names the graver ones first: of two that her word fits, the graver one is meant. Half a point more is taken as the next one.
  ReportPainIntent: ({ symptom, score }) => ({
    kind: 'report-pain',
    symptom: firstValueIn(symptom, SYMPTOMS),
    score: numberIn(score, Math.ceil),
  }),
  AskAboutBackPainIntent: ({ topic }) => ({ kind: 'ask-back-pain', topic: valueIn(topic, TOPICS) }),
  LogRoutineIntent: () => ({ kind: 'log-routine' }),
  PauseStreakIntent: (slots) => ({ kind: 'pause-streak', pause: pauseWishIn(slots) }),
  SetReminderIntent: ({ time, part }, envelope) => ({
    kind: 'set-reminder',
    time: timeIn(time, part),
    permitted: mayRemind(envelope),
  }),
  CancelReminderIntent: () => ({ kind: 'cancel-reminder' }),
  DeleteMyDataIntent: () => ({ kind: 'delete-data' }),
  'AMAZON.HelpIntent': () => ({ kind: 'help' }),
  'AMAZON.StopIntent': () => ({ kind: 'stop' }),
  'AMAZON.CancelIntent': () => ({ kind: 'stop' }),
  'AMAZON.NavigateHomeIntent': () => ({ kind: 'stop' }),
  'AMAZON.FallbackIntent': () => ({ kind: 'fallback' }),
  'AMAZON.YesIntent': () => ({ kind: 'yes' }),
  'AMAZON.NoIntent': () => ({ kind: 'no' }),
  'AMAZON.PauseIntent': () => ({ kind: 'pause' }),
  'AMAZON.ResumeIntent': () => ({ kind: 'resume' }),
  'AMAZON.NextIntent': () => ({ kind: 'next' }),
  'AMAZON.PreviousIntent': () => ({ kind: 'previous' }),
  'AMAZON.RepeatIntent': () => ({ kind: 'repeat' }),
  'AMAZON.StartOverIntent': () => ({ kind: 'start-over' }),
};

const LEAVING: ReadonlySet<unknown> = new Set([
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.NavigateHomeIntent',
]);

/** Read a request as what happened in the conversation. `nowMs` stands in for a time stamp that cannot be read. */
export function readRequest(envelope: RequestEnvelope, nowMs: number): ReadRequest {
  const { request } = envelope;
  const atMs = timeOf(request, nowMs);
  switch (request.type) {
    case 'LaunchRequest':
      return { kind: 'event', event: { kind: 'launch', atMs } };
    case 'IntentRequest':
      return readIntent(request, envelope, atMs);
    case 'SessionEndedRequest':
      return { kind: 'event', event: { kind: 'ended', reason: endReasonOf(request), atMs } };
    case 'SessionResumedRequest':
    case 'Connections.Response':
      return { kind: 'event', event: { kind: 'permission-answered', ...answerIn(request), atMs } };
    default:
      return { kind: 'strange', event: { kind: 'fallback', atMs }, code: 'unknown-request' };
  }
}

/** Tell whether a request asks to leave, however the rest of it may look. */
export function isLeaving(request: Request): boolean {
  return request.type === 'IntentRequest' && LEAVING.has(request.intent?.name);
}

/** Language and country, as Alexa writes them. What looks otherwise must not travel in a session: it may be of any length. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** The language of the device, as a BCP 47 tag; en-US where the envelope does not tell. */
export function localeOf(envelope: RequestEnvelope): string {
  const request = requestIn(envelope);
  const locale: unknown = request !== null && 'locale' in request ? request.locale : undefined;
  return typeof locale === 'string' && LOCALE.test(locale) ? locale : 'en-US';
}

/** The request, where there is one: a broken envelope may hold anything. */
export function requestIn({ request }: { readonly request: unknown }): Request | null {
  return typeof request === 'object' ? (request as Request | null) : null;
}

function readIntent({ intent }: IntentRequest, envelope: RequestEnvelope, atMs: number): ReadRequest {
  const read = Object.hasOwn(INTENTS, intent.name) ? INTENTS[intent.name] : undefined;
  if (!read) return { kind: 'strange', event: { kind: 'fallback', atMs }, code: 'unknown-intent' };
  return { kind: 'event', event: { ...read(intent.slots ?? {}, envelope), atMs } };
}

/** A number says more than "longer". */
function holdIn({ seconds, change }: Slots): Said<HoldWish> {
  const count = numberIn(seconds, Math.round);
  if (count.kind === 'value') return { kind: 'value', value: { kind: 'seconds', seconds: count.value } };
  const direction = valueIn(change, ['longer', 'shorter']);
  if (direction.kind === 'value') return { kind: 'value', value: { kind: direction.value } };
  return count.kind === 'nothing' ? direction : count;
}

function onIn(slots: Slots): Said<boolean> {
  const named = valueIn(slots.switch, ['on', 'off']);
  return named.kind === 'value' ? { kind: 'value', value: named.value === 'on' } : named;
}

/** Only sentences that end a pause fill the slot `ending`. */
function pauseWishIn({ duration, ending }: Slots): Said<PauseWish> {
  return isFilled(ending) ? { kind: 'value', value: { kind: 'over' } } : pauseIn(duration);
}

/** A fault cut the session off like she did; a device that cannot be reached may have fallen silent any time before. */
function endReasonOf({ reason, error }: SessionEndedRequest): EndReason {
  if (reason === 'EXCEEDED_MAX_REPROMPTS') return 'no-answer';
  return reason === 'ERROR' && error?.type === 'DEVICE_COMMUNICATION_ERROR' ? 'unknown' : 'cut-off';
}

function timeOf({ timestamp }: Request, nowMs: number): number {
  const atMs = Date.parse(timestamp);
  return Number.isNaN(atMs) ? nowMs : atMs;
}
