import type { Intent, Request, SessionEndedRequest, Slot } from 'ask-sdk-model';
import { isExerciseId } from '../core/routine/exercise';
import type { EndReason, NamedExercise, SessionEvent } from '../core/session/event';

/** What a request means to the conversation. `strange` ones are answered as something not understood, and noted for the operator. */
export type ReadRequest =
  | { readonly kind: 'event'; readonly event: SessionEvent }
  | { readonly kind: 'strange'; readonly event: SessionEvent; readonly code: 'unknown-intent' | 'unknown-request' };

type PlainKind = Exclude<SessionEvent['kind'], 'instructions' | 'skip' | 'ended'>;

/** Intents without slots. The names are the interaction model's. */
const PLAIN_INTENTS: Readonly<Record<string, PlainKind>> = {
  StartRoutineIntent: 'start-routine',
  ReadyIntent: 'ready',
  ListExercisesIntent: 'list-exercises',
  WhatsLeftIntent: 'whats-left',
  StreakIntent: 'streak',
  'AMAZON.HelpIntent': 'help',
  'AMAZON.StopIntent': 'stop',
  'AMAZON.CancelIntent': 'stop',
  'AMAZON.NavigateHomeIntent': 'stop',
  'AMAZON.FallbackIntent': 'fallback',
  'AMAZON.YesIntent': 'yes',
  'AMAZON.NoIntent': 'no',
  'AMAZON.PauseIntent': 'pause',
  'AMAZON.ResumeIntent': 'resume',
  'AMAZON.NextIntent': 'next',
  'AMAZON.PreviousIntent': 'previous',
  'AMAZON.RepeatIntent': 'repeat',
  'AMAZON.StartOverIntent': 'start-over',
};

/** Intents that name an exercise. */
const EXERCISE_INTENTS: Readonly<Record<string, 'instructions' | 'skip'>> = {
  ExerciseInstructionsIntent: 'instructions',
  SkipExerciseIntent: 'skip',
};

/** Read a request as what happened in the conversation. `nowMs` stands in for a time stamp that cannot be read. */
export function readRequest(request: Request, nowMs: number): ReadRequest {
  const atMs = timeOf(request, nowMs);
  switch (request.type) {
    case 'LaunchRequest':
      return { kind: 'event', event: { kind: 'launch', atMs } };
    case 'IntentRequest':
      return readIntent(request.intent, atMs);
    case 'SessionEndedRequest':
      return { kind: 'event', event: { kind: 'ended', reason: endReasonOf(request), atMs } };
    default:
      return { kind: 'strange', event: { kind: 'fallback', atMs }, code: 'unknown-request' };
  }
}

/** Tell whether a request asks to leave, however the rest of it may look. */
export function isLeaving(request: Request): boolean {
  return request.type === 'IntentRequest' && own(PLAIN_INTENTS, request.intent?.name) === 'stop';
}

function readIntent(intent: Intent, atMs: number): ReadRequest {
  const plain = own(PLAIN_INTENTS, intent.name);
  if (plain) return { kind: 'event', event: { kind: plain, atMs } };
  const naming = own(EXERCISE_INTENTS, intent.name);
  if (naming) return { kind: 'event', event: { kind: naming, exercise: exerciseIn(intent.slots?.exercise), atMs } };
  return { kind: 'strange', event: { kind: 'fallback', atMs }, code: 'unknown-intent' };
}

/** The exercise a slot names. The slot's list is open: a word that is not on it arrives as well. */
function exerciseIn(slot: Slot | undefined): NamedExercise {
  if (!slot?.value) return { kind: 'none' };
  const matches = (slot.resolutions?.resolutionsPerAuthority ?? [])
    .filter(({ status }) => status.code === 'ER_SUCCESS_MATCH')
    .flatMap(({ values }) => values.map(({ value }) => value.id));
  const ids = [...new Set(matches)].filter(isExerciseId);
  const [id] = ids;
  if (id === undefined) return { kind: 'unknown' };
  return ids.length === 1 ? { kind: 'one', id } : { kind: 'several', ids };
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

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
