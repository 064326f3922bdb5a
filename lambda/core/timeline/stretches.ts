import { type Difficulty, EXERCISE_IDS, type ExerciseId, otherSide, type Side } from '../routine/exercise';
import { type After, EXERCISES, type Exercise, type Work } from '../routine/exercises';
import type { Pace, Plan, PlannedExercise, Point } from '../routine/plan';
import { pick, type Words } from '../speech/words';
import type { Place } from './cue';
import { dividedHold, dividedRest, type Moment } from './divided-silence';
import { doseOf } from './dose';

/** A part of the routine that is spoken in one go and ends where a body can rest. */
export interface Stretch {
  /** Which exercise of the plan it belongs to, from 0. */
  readonly exercise: number;
  readonly beats: readonly Beat[];
  /** Where the routine goes on after it; null when it was the last. */
  readonly next: Point | null;
  /** Whether speech stops after it and waits for "ready". */
  readonly stops: boolean;
}

/**
 * Time to take up the position before a set, once she has said that she is ready. With the words that announce it some five seconds, as the
 * domain sheet proposes (section 7, Pauses).
 */
const LEAD_IN_MS = 4_000;

/** Time to get into place where no "ready" is waited for. Our own choice; the set-up before it leaves time as well. */
const GET_INTO_PLACE_MS = 5_000;

/** Breaths last longer or shorter with the pace; holds never do. */
const BREATH_FACTOR: Readonly<Record<Pace, number>> = { slower: 1.3, normal: 1, faster: 0.8 };

/**
 * A breath between two reps that otherwise are all holds, whose seconds no pace may change: there a slower pace is felt in nothing else.
 * Our own choice.
 */
const GAP_BETWEEN_HOLDS_MS: Readonly<Record<Pace, number>> = { slower: 800, normal: 0, faster: 0 };

type Unplaced =
  | { readonly kind: 'speech'; readonly text: string }
  | { readonly kind: 'hold' | 'rest' | 'lead-in'; readonly durationMs: number }
  | { readonly kind: 'breath'; readonly phase: 'in' | 'out'; readonly durationMs: number };

/** A cue before its time is known: that depends on what is said around it. */
export type Beat = Unplaced & { readonly place: Place };

/** Everything the beats of one set depend on. */
interface SetScene {
  readonly plan: Plan;
  readonly words: Words;
  readonly id: ExerciseId;
  readonly difficulty: Difficulty;
  readonly exercise: Exercise;
  readonly set: number;
  /** Sets there are, up to the last that is planned. */
  readonly sets: number;
  readonly side: Side | null;
  readonly lean: boolean;
  readonly here: Point;
  readonly next: Point | null;
}

/** Compile a plan from a point to its end, stretch by stretch, only as far as it is asked for. The same plan and point give the same cues. */
export function* stretchesFrom(plan: Plan, from: Point, words: Words): Generator<Stretch, void> {
  for (let exercise = from.exercise; exercise < plan.exercises.length; exercise += 1) {
    const planned = plan.exercises[exercise] as PlannedExercise;
    const first = exercise === from.exercise ? from : { exercise, set: 0, part: 'setup' as const };
    if (first.part === 'setup') yield setupStretch(plan, first, planned, words);
    for (let set = first.set; set < planned.sets.length; set += 1) {
      const opens = set === first.set || plan.delivery.stops === 'each-set';
      yield setStretch(
        plan,
        { exercise, set, part: 'work' },
        planned,
        words,
        opens ? leadIn(plan, first.part) : 'none',
      );
    }
  }
}

/** Where the plan goes on after the set at `point`; null after its last. */
export function pointAfter(plan: Plan, point: Point): Point | null {
  const { exercise, set } = point;
  if (set + 1 < (plan.exercises[exercise]?.sets.length ?? 0)) return { exercise, set: set + 1, part: 'work' };
  return exercise + 1 < plan.exercises.length ? { exercise: exercise + 1, set: 0, part: 'setup' } : null;
}

/** The side that a set works, or one of its reps, counted from 1; null where both do, as in a whole set of changing sides. */
export function sideOf(id: ExerciseId, plan: Plan, set: number, rep: number | null): Side | null {
  const turns = { both: null, 'one-per-set': set, alternating: rep === null ? null : rep - 1 }[EXERCISES[id].sides];
  if (turns === null) return null;
  return turns % 2 === 0 ? plan.leadSide : otherSide(plan.leadSide);
}

function setupStretch(plan: Plan, at: Point, planned: PlannedExercise, words: Words): Stretch {
  const { id, sets, difficulty } = planned;
  const place: Place = { exercise: id, part: 'setup', set: null, side: null, rep: null, resumeAt: at };
  const mine = words.exercises[id];
  const guided = isLean(plan) ? 'lean' : 'full';
  // The dose is that of all the sets: of what is left of an exercise, each set says which one it is.
  const whole = sets.length === EXERCISES[id].sets;
  const texts = [
    words.coaching.introduce(orderOf(plan, at.exercise), mine.name),
    mine.position[guided],
    mine.form[guided],
    ...(difficulty === 'standard' ? [] : [mine.variation[difficulty]]),
    ...(whole ? [mine.dose(doseOf(plan, planned))] : []),
  ];
  return {
    exercise: at.exercise,
    beats: texts.map((text) => ({ ...say(text), place })),
    next: { ...at, part: 'work' },
    stops: plan.delivery.stops !== 'straight-through',
  };
}

type LeadIn = 'none' | 'ready' | 'get-into-place';

function leadIn(plan: Plan, part: Point['part']): LeadIn {
  return part === 'setup' && plan.delivery.stops === 'straight-through' ? 'get-into-place' : 'ready';
}

function setStretch(plan: Plan, here: Point, planned: PlannedExercise, words: Words, lead: LeadIn): Stretch {
  const set = planned.sets[here.set] as number;
  const next = pointAfter(plan, here);
  const scene: SetScene = {
    plan,
    words,
    id: planned.id,
    difficulty: planned.difficulty,
    exercise: EXERCISES[planned.id],
    set,
    sets: (planned.sets.at(-1) ?? 0) + 1,
    side: sideOf(planned.id, plan, set, null),
    lean: isLean(plan) || here.set > 0,
    here,
    next,
  };
  const stops = plan.delivery.stops === 'each-set' && next?.part === 'work';
  const rests = next?.part === 'work' && !stops;
  return {
    exercise: here.exercise,
    beats: [...openingBeats(scene, lead), ...workBeats(scene), ...(rests ? restBeats(scene, next) : [])],
    next,
    stops,
  };
}

function openingBeats(scene: SetScene, lead: LeadIn): Beat[] {
  const { coaching } = scene.words;
  const place = placeIn(scene, 'lead-in', null, scene.here);
  const announced = say(coaching.setOf(scene.set + 1, scene.sets, scene.side));
  const waits: Record<LeadIn, readonly Unplaced[]> = {
    none: [],
    ready: [say(pick(coaching.leadIn, scene.plan.wording + scene.set)), { kind: 'lead-in', durationMs: LEAD_IN_MS }],
    'get-into-place': [
      say(coaching.getIntoPlace(GET_INTO_PLACE_MS / 1_000)),
      ...momentsAs('lead-in', dividedRest(GET_INTO_PLACE_MS, scene.words, scene.plan.wording)),
    ],
  };
  return [announced, ...waits[lead]].map((beat) => ({ ...beat, place }));
}

function workBeats(scene: SetScene): Beat[] {
  const { start, finish } = scene.words.exercises[scene.id];
  const work = scene.exercise.work[scene.difficulty];
  const starts = start[scene.lean ? 'lean' : 'full'];
  const place = placeIn(scene, 'work', null, scene.here);
  return [
    ...scene.exercise.start.flatMap((after, at) => [
      { ...say(starts[at] ?? ''), place },
      { ...silenceAfter(after, scene.plan.delivery.pace), place },
    ]),
    ...(work.kind === 'hold' ? holdBeats(scene) : repsBeats(scene, work)),
    { ...say(pick(finish, scene.plan.wording + scene.set)), place: placeIn(scene, 'work', null, scene.next) },
  ];
}

function repsBeats(scene: SetScene, work: Extract<Work, { kind: 'reps' }>): Beat[] {
  const { movements } = scene.words.exercises[scene.id];
  const gap = gapAfterRep(work, scene.plan.delivery.pace);
  return Array.from({ length: work.reps }, (_, at) => at + 1).flatMap((rep) => {
    // The last rep counts as soon as it has begun: where she is interrupted is known to about a step, and a set must not be lost for that.
    const place = placeIn(scene, 'work', rep, rep === work.reps ? scene.next : scene.here);
    const phrases = movements[rep === 1 && !scene.lean ? 'full' : 'lean'];
    const moved = work.movements.flatMap((after, at) => [
      say(phrases[at]?.(place.side, scene.difficulty) ?? ''),
      silenceAfter(after, scene.plan.delivery.pace),
    ]);
    const announced = rep === work.reps - 1 ? [say(scene.words.coaching.lastTwo)] : [];
    const gone = rep === work.reps ? [] : gap;
    return [...announced, ...moved, say(scene.words.coaching.count(rep)), ...gone].map((beat) => ({ ...beat, place }));
  });
}

function gapAfterRep({ movements }: Extract<Work, { kind: 'reps' }>, pace: Pace): readonly Unplaced[] {
  const durationMs = movements.every(({ kind }) => kind === 'hold') ? GAP_BETWEEN_HOLDS_MS[pace] : 0;
  return durationMs === 0 ? [] : [{ kind: 'breath', phase: 'in', durationMs }];
}

function holdBeats(scene: SetScene): Beat[] {
  const { coaching } = scene.words;
  const moments = dividedHold(scene.plan.delivery.plankHoldMs, scene.words, scene.plan.wording + scene.set);
  const countsFrom = moments.length - 2 * coaching.countdown.length;
  return [
    { ...say(coaching.hold), place: placeIn(scene, 'work', 1, scene.here) },
    ...momentsAs('hold', moments).map((beat, at) => ({
      ...beat,
      place: placeIn(scene, 'work', 1, at < countsFrom ? scene.here : scene.next),
    })),
  ];
}

function restBeats(scene: SetScene, next: Point): Beat[] {
  const { coaching } = scene.words;
  const seconds = scene.exercise.restSeconds;
  const nextSet = scene.plan.exercises[next.exercise]?.sets[next.set] ?? 0;
  const side = sideOf(scene.id, scene.plan, nextSet, null);
  const announced = side === null ? coaching.restFor(seconds) : coaching.changeSide(seconds, side);
  const moments = dividedRest(seconds * 1_000, scene.words, scene.plan.wording + scene.set);
  return [say(announced), ...momentsAs('rest', moments)].map((beat) => ({
    ...beat,
    place: placeIn(scene, 'rest', null, next),
  }));
}

function placeIn(scene: SetScene, part: Place['part'], rep: number | null, resumeAt: Point | null): Place {
  return {
    exercise: scene.id,
    part,
    set: scene.set,
    side: sideOf(scene.id, scene.plan, scene.set, rep),
    rep,
    resumeAt,
  };
}

/** Whether half the words are enough throughout: on her wish, or because a baby sleeps. */
function isLean({ delivery, quiet }: Plan): boolean {
  return quiet || delivery.guidance === 'brief';
}

/** A plan that begins later in the routine is what is left of it, and its beginning comes after something; a short one has a first of its own. */
function orderOf({ exercises, purpose }: Plan, at: number): 'first' | 'next' | 'last' | 'only' {
  if (exercises.length === 1) return 'only';
  if (at === 0) return purpose === 'short' || exercises[0]?.id === EXERCISE_IDS[0] ? 'first' : 'next';
  return at === exercises.length - 1 ? 'last' : 'next';
}

function say(text: string): Unplaced {
  return { kind: 'speech', text };
}

function silenceAfter(after: After, pace: Pace): Unplaced {
  if (after.kind === 'hold') return { kind: 'hold', durationMs: after.seconds * 1_000 };
  return { kind: 'breath', phase: after.phase, durationMs: Math.round(after.seconds * 1_000 * BREATH_FACTOR[pace]) };
}

function momentsAs(kind: 'hold' | 'rest' | 'lead-in', moments: readonly Moment[]): Unplaced[] {
  return moments.map((moment) => (moment.kind === 'say' ? say(moment.text) : { kind, durationMs: moment.durationMs }));
}
