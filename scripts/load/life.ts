import type { SessionEndedReason, Slot } from 'ask-sdk-model';
import { filledSlots } from '../../simulator/filled-slots';
import type { Chance } from './chance';
import type { Listener } from './listener';

/** What a device sends next, and how long after the request before. */
export interface Step {
  readonly device: DeviceName;
  readonly afterMs: number;
  readonly asked: Asked;
}

export type DeviceName = 'kitchen' | 'bedroom';

export type Asked =
  | { readonly kind: 'launch' }
  | { readonly kind: 'intent'; readonly name: string; readonly slots: Readonly<Record<string, Slot>> }
  | { readonly kind: 'end'; readonly reason: SessionEndedReason };

/** What she knows of an answer. */
export interface Heard {
  /** Whether the microphone is open. */
  readonly isOpen: boolean;
  /** About how long it is spoken, rather too long than too short. */
  readonly lengthMs: number;
  /** Whether this day counts. */
  readonly isDayIn: boolean;
}

/** All that a listener does, one step at a time; each wants to know what came of it. */
export type Doing = Generator<Step, Heard, Heard>;

/** Live through a listener's visits: whole routines, with what comes between. */
export function* lifeOf(listener: Listener, chance: Chance): Generator<Step, void, Heard> {
  for (let visit = 0; visit < listener.visits; visit += 1) {
    const heard = yield* visitOf(listener, chance, visit);
    if (visit === listener.visits - 1 && listener.leavesForGood) yield* leaveForGood();
    else if (heard.isOpen) yield* fallSilent(heard);
  }
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** More than any routine takes: a visit that goes round in circles ends. */
const MOST_TURNS = 60;

function* visitOf(listener: Listener, chance: Chance, visit: number): Doing {
  const cameAfterMs = visit === 0 ? 0 : chance.between(22, 27) * HOUR_MS;
  let heard = yield { device: 'kitchen', afterMs: cameAfterMs, asked: opening(chance) };
  if (visit === 0 && listener.stops !== 'each-exercise')
    heard = yield* say(SET_STOPS[listener.stops], heard.lengthMs + 2 * SECOND_MS);
  for (let turns = 0; turns < MOST_TURNS && !heard.isDayIn; turns += 1) {
    if (!heard.isOpen) heard = yield* comeBack(chance);
    else if (chance.happens(listener.interrupted)) heard = yield* interrupted(heard, listener, chance);
    else if (chance.happens(listener.talkative)) heard = yield* say(chance.oneOf(ASIDES), aWhile(heard, chance));
    else heard = yield* say(READY, aWhile(heard, chance));
    if (chance.happens(GIVING_UP)) return heard;
  }
  if (heard.isOpen && chance.happens(0.3)) heard = yield* say(intent('StreakIntent'), aWhile(heard, chance));
  return heard;
}

/** In this share of the turns her day takes another course, and she does not come back to it. */
const GIVING_UP = 0.005;

function opening(chance: Chance): Asked {
  return chance.happens(0.5) ? { kind: 'launch' } : intent('StartRoutineIntent');
}

/** Heard to its end, and a moment more. */
function aWhile(heard: Heard, chance: Chance): number {
  return heard.lengthMs + chance.between(1, 7) * SECOND_MS;
}

function* say(asked: Asked, afterMs: number, device: DeviceName = 'kitchen'): Doing {
  return yield { device, afterMs, asked };
}

function* comeBack(chance: Chance): Doing {
  const heard = yield { device: 'kitchen', afterMs: chance.between(2, 90) * MINUTE_MS, asked: opening(chance) };
  return heard.isOpen && !heard.isDayIn ? yield* say(intent('AMAZON.YesIntent'), 5 * SECOND_MS) : heard;
}

/** In the middle of what is being said. */
function* interrupted(heard: Heard, listener: Listener, chance: Chance): Doing {
  const afterMs = Math.floor(heard.lengthMs * (chance.between(1, 9) / 10));
  if (listener.hasTwoDevices && chance.happens(0.3)) return yield* elsewhere(afterMs, chance);
  if (chance.happens(0.4)) {
    yield* say(intent('AMAZON.PauseIntent'), afterMs);
    return yield* say(intent('AMAZON.ResumeIntent'), chance.between(5, 40) * SECOND_MS);
  }
  if (chance.happens(0.5)) return yield* say(chance.oneOf(ASIDES), afterMs);
  return chance.happens(0.5) ? yield* say(intent('AMAZON.StopIntent'), afterMs) : yield* fallSilent(heard);
}

/** Goes on on another device, while the first still believes that she is there. */
function* elsewhere(afterMs: number, chance: Chance): Doing {
  let there = yield* say({ kind: 'launch' }, afterMs, 'bedroom');
  if (there.isOpen) there = yield* say(intent('AMAZON.YesIntent'), 5 * SECOND_MS, 'bedroom');
  if (there.isOpen) there = yield* say(READY, aWhile(there, chance), 'bedroom');
  const here = yield* say(READY, 5 * SECOND_MS);
  if (there.isOpen) yield* say({ kind: 'end', reason: 'USER_INITIATED' }, SECOND_MS, 'bedroom');
  return here;
}

/** Hears it to its end, says nothing, and the device closes the session. */
function* fallSilent(heard: Heard): Doing {
  return yield* say({ kind: 'end', reason: 'EXCEEDED_MAX_REPROMPTS' }, heard.lengthMs + 16 * SECOND_MS);
}

function* leaveForGood(): Generator<Step, void, Heard> {
  const asks = yield* say(intent('DeleteMyDataIntent'), MINUTE_MS);
  if (asks.isOpen) yield* say(intent('AMAZON.YesIntent'), 5 * SECOND_MS);
}

function intent(name: string, slots: Parameters<typeof filledSlots>[0] = {}): Asked {
  return { kind: 'intent', name, slots: filledSlots(slots) };
}

const READY = intent('ReadyIntent');

const SET_STOPS = {
  'each-set': intent('SetStopsIntent', { stops: ['each-set'] }),
  'straight-through': intent('SetStopsIntent', { stops: ['straight-through'] }),
} as const;

/** What she may say besides: questions, settings, and what is misheard. */
const ASIDES: readonly Asked[] = [
  intent('StreakIntent'),
  intent('ProgressIntent'),
  intent('WhatsLeftIntent'),
  intent('ListExercisesIntent'),
  intent('ExerciseInstructionsIntent'),
  intent('ExerciseInstructionsIntent', { exercise: ['donkey-kicks'] }),
  intent('AMAZON.RepeatIntent'),
  intent('AMAZON.HelpIntent'),
  intent('AMAZON.FallbackIntent'),
  intent('AMAZON.NextIntent'),
  intent('AskAboutBackPainIntent', { topic: ['causes'] }),
  intent('AskAboutBackPainIntent', { topic: ['recovery-time'] }),
  intent('ReportPainIntent', { symptom: ['tired-muscles'] }),
  intent('ChangePaceIntent', { pace: ['slower'] }),
  intent('ChangePaceIntent', { pace: ['normal'] }),
  intent('SetPlankHoldIntent', { seconds: '20' }),
  intent('ChangeDifficultyIntent', { difficulty: ['easier'] }),
  intent('SetGuidanceIntent', { guidance: ['brief'] }),
  intent('QuietModeIntent', { switch: ['on'] }),
];
