import { DIFFICULTIES, type Difficulty, type ExerciseId } from '../routine/exercise';
import { EXERCISES, PLANK_HOLD_MS } from '../routine/exercises';
import type { Delivery, Pace, Point } from '../routine/plan';
import { inManner, practiceOf } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import { HOLD_RANGE_MS } from '../timeline/divided-silence';
import { doseOf } from '../timeline/dose';
import { coach, mannerOf } from './coach';
import type { EventOf, HoldWish } from './event';
import { answer, ask, askBetween, asking, askingAmount } from './reply';
import { knownPlace, moved, type Turn } from './settle';
import type { Reply, SessionState } from './state';
import { whereIs } from './where';

/** How much longer or shorter a hold gets when she names no seconds. Our own choice. */
const HOLD_STEP_MS = 5_000;

/** From the current set on, and remembered. Slower and faster are steps: from the one towards the other the usual pace comes first. */
export function changePace(turn: Turn, { pace }: Pick<EventOf<'change-pace'>, 'pace'>): Reply {
  if (pace.kind !== 'value') return askBetween(turn, [], { kind: 'ask-pace' });
  const stepped = steppedPace(turn.state.profile.delivery.pace, pace.value);
  return shaped(turn, withDelivery(turn.state, { pace: stepped }), [{ kind: 'pace-changed', pace: stepped }]);
}

/** From the current set on, and remembered. */
export function setGuidance(turn: Turn, { guidance }: Pick<EventOf<'set-guidance'>, 'guidance'>): Reply {
  if (guidance.kind !== 'value') return askBetween(turn, [], { kind: 'ask-guidance' });
  const { value } = guidance;
  return shaped(turn, withDelivery(turn.state, { guidance: value }), [{ kind: 'guidance-changed', guidance: value }]);
}

/** From the current set on, and remembered. */
export function setStops(turn: Turn, { stops }: Pick<EventOf<'set-stops'>, 'stops'>): Reply {
  if (stops.kind !== 'value') return askBetween(turn, [], { kind: 'ask-stops' });
  const { value } = stops;
  return shaped(turn, withDelivery(turn.state, { stops: value }), [{ kind: 'stops-changed', stops: value }]);
}

/** For the rest of her day; it is on when she does not say off. */
export function setQuiet(turn: Turn, event: Pick<EventOf<'quiet-mode'>, 'on'>): Reply {
  const on = event.on.kind === 'value' ? event.on.value : true;
  const { state } = turn;
  return shaped(turn, { ...state, day: { ...state.day, quiet: on } }, [{ kind: 'quiet-changed', on }]);
}

/** From the current hold on, and remembered. Seconds that are no hold of ours are asked for again. */
export function setPlankHold(turn: Turn, { hold }: Pick<EventOf<'set-plank-hold'>, 'hold'>): Reply {
  const asked = askingAmount('plank-seconds', { kind: 'ask-plank-seconds' });
  if (hold.kind !== 'value') return ask(turn, [], asked);
  const plankHoldMs = wishedMs(hold.value, turn.state.profile.delivery);
  if (plankHoldMs < HOLD_RANGE_MS.min || plankHoldMs > HOLD_RANGE_MS.max)
    return ask(turn, [{ kind: 'plank-hold-out-of-range' }], asked);
  const changed: Line = { kind: 'plank-hold-changed', seconds: Math.round(plankHoldMs / 1_000) };
  return shaped(turn, withDelivery(turn.state, { plankHoldMs }), [changed]);
}

/**
 * The form and dose of the exercise that she names, else of the one she is at, else of the one she is asked for; a word that fits several
 * means all of them. Remembered for each exercise. "Harder" after "easier" is harder: her word names the form, it is no step.
 */
export function changeDifficulty(
  turn: Turn,
  { difficulty, exercise }: Pick<EventOf<'change-difficulty'>, 'difficulty' | 'exercise'>,
): Reply {
  if (difficulty.kind !== 'value') return askBetween(turn, [], { kind: 'ask-difficulty' });
  const which = asking(difficulty.value);
  switch (exercise.kind) {
    case 'one':
      return withForm(turn, [exercise.id], difficulty.value);
    case 'several':
      return withForm(turn, exercise.ids, difficulty.value);
    case 'unknown':
      return ask(turn, [{ kind: 'unknown-exercise' }], which);
    case 'none': {
      const current = currentExercise(turn);
      return current === null ? ask(turn, [], which) : withForm(turn, [current], difficulty.value);
    }
  }
}

function steppedPace(from: Pace, wished: Pace): Pace {
  return from !== 'normal' && from !== wished ? 'normal' : wished;
}

function withForm(turn: Turn, ids: readonly ExerciseId[], difficulty: Difficulty): Reply {
  const { profile } = turn.state;
  const wished = Object.fromEntries(ids.map((id) => [id, difficulty]));
  const state = { ...turn.state, profile: { ...profile, difficulty: { ...profile.difficulty, ...wished } } };
  const holds = ids.some((id) => EXERCISES[id].work[difficulty].kind === 'hold');
  const changed = holds ? withDelivery(state, { plankHoldMs: PLANK_HOLD_MS[difficulty] }) : state;
  const isRelief = relieves(turn.state, ids, difficulty);
  const introduced = goesOnFrom(turn, isRelief)?.part === 'setup' ? currentExercise(turn) : null;
  const lines = ids.map((id) => formLine(id, difficulty, changed, id === introduced));
  return shaped(turn, changed, lines, isRelief);
}

/** Whether what hurts becomes easier by it, as she was asked whether it should. */
function relieves({ stage, profile }: SessionState, ids: readonly ExerciseId[], difficulty: Difficulty): boolean {
  if (stage.kind !== 'asked-easier-or-skip' || !ids.includes(stage.exercise)) return false;
  return DIFFICULTIES.indexOf(difficulty) < DIFFICULTIES.indexOf(profile.difficulty[stage.exercise]);
}

/** Of an exercise whose set-up follows, only the form is named: the set-up tells the rest. */
function formLine(exercise: ExerciseId, difficulty: Difficulty, state: SessionState, isIntroduced: boolean): Line {
  if (isIntroduced) return { kind: 'difficulty-changed', exercise, difficulty, dose: null };
  const plan = state.day.checkpoint?.plan ?? practiceOf(exercise, mannerOf(state));
  const dose = doseOf({ ...plan, delivery: state.profile.delivery }, { id: exercise, difficulty });
  return { kind: 'difficulty-changed', exercise, difficulty, dose };
}

function currentExercise({ cutAt, state }: Turn): ExerciseId | null {
  const place = knownPlace(state.day);
  return cutAt?.exercise ?? (place && whereIs(place).exercise);
}

function wishedMs(wish: HoldWish, { plankHoldMs }: Delivery): number {
  if (wish.kind === 'seconds') return wish.seconds * 1_000;
  const stepped = plankHoldMs + (wish.kind === 'longer' ? HOLD_STEP_MS : -HOLD_STEP_MS);
  return Math.min(HOLD_RANGE_MS.max, Math.max(HOLD_RANGE_MS.min, stepped));
}

function withDelivery(state: SessionState, wish: Partial<Delivery>): SessionState {
  const { profile } = state;
  return { ...state, profile: { ...profile, delivery: { ...profile.delivery, ...wish } } };
}

/**
 * Say what has changed and lead back: where she interrupted the coaching, or when it relieves what hurt, it goes on at once from the current
 * set. A segment whose end is unknown keeps the plan that it was spoken from; what comes after it is coached in the new manner all the same.
 */
function shaped(turn: Turn, state: SessionState, lines: readonly Line[], isRelief = false): Reply {
  const place = knownPlace(state.day);
  if (place === null) return answer({ ...turn, state }, lines);
  const plan = inManner(place.plan, mannerOf(state));
  const replanned = { ...turn, state: moved(state, { ...place, plan }) };
  const at = goesOnFrom(turn, isRelief);
  return at === null ? answer(replanned, lines) : coach(replanned, plan, at, lines);
}

/** Where coaching goes on at once after a change; null where she is waited for. */
function goesOnFrom({ state, cutAt }: Turn, isRelief: boolean): Point | null {
  return cutAt !== null || isRelief ? (knownPlace(state.day)?.at ?? null) : null;
}
