import type { ExerciseId } from '../routine/exercise';
import type { Point } from '../routine/plan';
import { without } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import type { Place } from '../timeline/cue';
import { pointAfter } from '../timeline/stretches';
import { coach } from './coach';
import { isFinished } from './day';
import type { NamedExercise } from './event';
import type { Checkpoint } from './progress';
import { answer, ask, asking, close, goingOn, reorient } from './reply';
import { advance, finishing, knownPlace, moved, type Turn, unknownEnd } from './settle';
import type { Reply, SessionState } from './state';
import { whereIs } from './where';

/** Go on from where she is, after some lines. The reps that were done before an interruption are told, since the set begins again. */
export function goOn(turn: Turn, before: readonly Line[] = []): Reply {
  const checkpoint = knownPlace(turn.state.day);
  if (checkpoint === null) return reorient(turn);
  const { plan, at, repsDone } = checkpoint;
  const told: readonly Line[] = repsDone > 0 ? [{ kind: 'picking-up', where: whereIs(checkpoint) }] : [];
  return coach(turn, plan, at, [...before, ...told]);
}

/**
 * She is ahead of the narration: on to what comes next. Said in the middle of work, "done" counts the set (she says so herself, and the clock
 * is only good to about a step), "next" does not.
 */
export function moveOn(turn: Turn, said: 'done' | 'next'): Reply {
  const checkpoint = knownPlace(turn.state.day);
  if (checkpoint === null || turn.cutAt === null) return goOn(turn);
  switch (turn.cutAt.part) {
    case 'setup':
      return coach(turn, checkpoint.plan, { ...checkpoint.at, part: 'work' }, []);
    case 'lead-in':
      return said === 'next' ? leaveSet(turn, checkpoint, said) : goOn(turn);
    case 'rest':
      return goOn(turn);
    case 'work':
      return isStillAhead(turn.cutAt, checkpoint) ? leaveSet(turn, checkpoint, said) : afterSet(turn, said);
  }
}

/** Back by one set, from the first one to the set-up, and from there to the exercise before. What was done stays done. */
export function goBack(turn: Turn): Reply {
  const checkpoint = knownPlace(turn.state.day);
  if (checkpoint === null) return reorient(turn);
  return coach(turn, checkpoint.plan, pointBefore(checkpoint.at), [{ kind: 'going-back' }]);
}

/** Say again what was interrupted, or what was said last. A set that is done is not begun again: for that she goes back. */
export function repeat(turn: Turn): Reply {
  const { cutAt } = turn;
  const { lastSaid, stage, day } = turn.state;
  if (lastSaid !== null) return ask(turn, lastSaid.lines, { stage, ...lastSaid });
  const checkpoint = knownPlace(day);
  if (checkpoint === null) return reorient(turn);
  const { plan, at } = checkpoint;
  if (cutAt === null && at.set === 0) return coach(turn, plan, { ...at, part: 'setup' }, []);
  const isAhead = cutAt !== null && (cutAt.part === 'rest' || isStillAhead(cutAt, checkpoint));
  return isAhead ? coach(turn, plan, at, []) : ask(turn, [], goingOn(turn.state));
}

/** Leave an exercise out today: the one she names, else the one she is at. Not counted as done. */
export function skip(turn: Turn, named: NamedExercise): Reply {
  if (unknownEnd(turn.state.day)) return reorient(turn);
  switch (named.kind) {
    case 'one':
      return skipOne(turn, named.id);
    case 'several':
      return ask(turn, [], asking('skip', named.ids));
    case 'unknown':
      return ask(turn, [{ kind: 'unknown-exercise' }], asking('skip'));
    case 'none': {
      const checkpoint = knownPlace(turn.state.day);
      if (checkpoint !== null) return skipOne(turn, whereIs(checkpoint).exercise);
      // Right after the last exercise she is told what came of it all.
      const isThrough = turn.state.stage.kind === 'finishing';
      return answer(turn, isThrough ? [] : [{ kind: 'nothing-to-skip' }]);
    }
  }
}

function skipOne(turn: Turn, id: ExerciseId): Reply {
  const { day } = turn.state;
  const { checkpoint } = day;
  const done = isFinished(day, id);
  if (done && !isToCome(id, checkpoint)) return answer(turn, [{ kind: 'already-done', exercise: id }]);
  const skipped: Line = { kind: 'skipped', exercise: id };
  const noted = done ? day : { ...day, skipped: [...new Set([...day.skipped, id])] };
  const state: SessionState = { ...turn.state, day: noted };
  if (checkpoint === null) return answer({ ...turn, state }, [skipped]);
  const rest = without(checkpoint.plan, id, checkpoint.at);
  if (rest === null) return close({ ...turn, state: finishing(state, { ...noted, checkpoint: null }) }, [skipped]);
  const here = whereIs(checkpoint).exercise === id;
  const moving = {
    ...turn,
    state: moved(state, { ...checkpoint, ...rest, repsDone: here ? 0 : checkpoint.repsDone }),
  };
  return here ? coach(moving, rest.plan, rest.at, [skipped]) : answer(moving, [skipped]);
}

/** Whether the plan still leads to an exercise, the one she is at included. */
function isToCome(id: ExerciseId, checkpoint: Checkpoint | null): boolean {
  return checkpoint?.plan.exercises.slice(checkpoint.at.exercise).some((planned) => planned.id === id) ?? false;
}

/** Whether what was interrupted is still to be done, not counted as done already. */
function isStillAhead(cutAt: Place, checkpoint: Checkpoint): boolean {
  const { exercise, set } = whereIs(checkpoint);
  return cutAt.exercise === exercise && (cutAt.set === null ? set === null : set === cutAt.set + 1);
}

/** Out of the set she is in, to what comes after it. */
function leaveSet(turn: Turn, checkpoint: Checkpoint, said: 'done' | 'next'): Reply {
  const next = pointAfter(checkpoint.plan, checkpoint.at);
  const left = said === 'done' ? advance(turn.state, checkpoint, next) : jumped(turn.state, checkpoint, next);
  return afterSet({ ...turn, state: left }, said);
}

/** A set lies behind her. Who says that it is done may rest; "next" and a new exercise go on at once. */
function afterSet(turn: Turn, said: 'done' | 'next'): Reply {
  const checkpoint = knownPlace(turn.state.day);
  if (checkpoint === null) return close(turn, []);
  if (said === 'next' || checkpoint.at.part === 'setup') return goOn(turn);
  const { set, side } = whereIs(checkpoint);
  const prompt: Line = { kind: 'say-ready-for-set', set: set ?? 1, side };
  return ask(turn, [{ kind: 'set-counted' }], { stage: { kind: 'halted' }, prompt, reprompt: prompt });
}

/** Moves her without counting anything. */
function jumped(state: SessionState, checkpoint: Checkpoint, to: Point | null): SessionState {
  if (to === null) return finishing(state, { ...state.day, checkpoint: null });
  return moved(state, { ...checkpoint, at: to, repsDone: 0 });
}

function pointBefore({ exercise, set, part }: Point): Point {
  if (part === 'work' && set > 0) return { exercise, set: set - 1, part: 'work' };
  return { exercise: part === 'work' ? exercise : Math.max(0, exercise - 1), set: 0, part: 'setup' };
}
