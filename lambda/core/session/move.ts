import type { ExerciseId } from '../routine/exercise';
import type { Point } from '../routine/plan';
import { without } from '../routine/plan-routine';
import type { Line } from '../speech/line';
import { pointAfter } from '../timeline/stretches';
import { coach } from './coach';
import { isFinished } from './day';
import type { NamedExercise } from './event';
import type { Checkpoint } from './progress';
import { answer, ask, asking, close } from './reply';
import { advance, finishing, moved, type Turn } from './settle';
import { finishedLines } from './standing';
import type { Reply, SessionState } from './state';
import { whereAt, whereIs } from './where';

/** Go on from where she is. The reps that were done before an interruption are told, since the set begins again. */
export function goOn(turn: Turn): Reply {
  const { checkpoint } = turn.state.day;
  if (checkpoint === null) return answer(turn, []);
  const lines: readonly Line[] = checkpoint.repsDone > 0 ? [{ kind: 'picking-up', where: whereIs(checkpoint) }] : [];
  return coach(turn, checkpoint.plan, checkpoint.at, lines);
}

/**
 * She is ahead of the narration: on to what comes next. Said in the middle of work, "done" counts the set (she says so herself, and the clock
 * is only good to about a step), "next" does not.
 */
export function moveOn(turn: Turn, said: 'done' | 'next'): Reply {
  const { checkpoint } = turn.state.day;
  if (checkpoint === null || turn.cutAt === null) return goOn(turn);
  const { plan, at } = checkpoint;
  if (turn.cutAt.part === 'setup') return coach(turn, plan, { ...at, part: 'work' }, []);
  const counted = at.part === 'setup' || turn.cutAt.resumeAt?.set !== at.set || turn.cutAt.part !== 'work';
  return counted ? goOn(turn) : leaveSet(turn, checkpoint, said);
}

/** Back by one set, or from its first set to the exercise before it. What was done stays done. */
export function goBack(turn: Turn): Reply {
  const { checkpoint } = turn.state.day;
  if (checkpoint === null) return answer(turn, []);
  return coach(turn, checkpoint.plan, pointBefore(checkpoint.at), [{ kind: 'going-back' }]);
}

/** Say again what was interrupted, or what was said last. */
export function repeat(turn: Turn): Reply {
  const { checkpoint } = turn.state.day;
  const { lastSaid, stage } = turn.state;
  if (lastSaid !== null) return ask(turn, lastSaid.lines, { stage, ...lastSaid });
  if (checkpoint === null) return answer(turn, []);
  const { plan, at } = checkpoint;
  const setupWasLast = turn.cutAt === null && at.set === 0;
  return coach(turn, plan, setupWasLast ? { ...at, part: 'setup' } : at, []);
}

/** Leave an exercise out today: the one she names, else the one she is at. Not counted as done. */
export function skip(turn: Turn, named: NamedExercise): Reply {
  switch (named.kind) {
    case 'one':
      return skipOne(turn, named.id);
    case 'several':
      return ask(turn, [], asking('skip', named.ids));
    case 'unknown':
      return ask(turn, [{ kind: 'unknown-exercise' }], asking('skip'));
    case 'none': {
      const { checkpoint } = turn.state.day;
      return checkpoint === null
        ? answer(turn, [{ kind: 'nothing-to-skip' }])
        : skipOne(turn, whereIs(checkpoint).exercise);
    }
  }
}

function skipOne(turn: Turn, id: ExerciseId): Reply {
  const { day } = turn.state;
  if (isFinished(day, id)) return answer(turn, [{ kind: 'already-done', exercise: id }]);
  const skipped: Line = { kind: 'skipped', exercise: id };
  const noted = { ...day, skipped: [...new Set([...day.skipped, id])] };
  const state: SessionState = { ...turn.state, day: noted };
  if (day.checkpoint === null) return answer({ ...turn, state }, [skipped]);
  const rest = without(day.checkpoint.plan, id, day.checkpoint.at);
  if (rest === null) {
    const done = finishing(state, { ...noted, checkpoint: null });
    return close({ ...turn, state: done }, [skipped, ...finishedLines(done)]);
  }
  const here = whereIs(day.checkpoint).exercise === id;
  const moving = {
    ...turn,
    state: moved(state, { ...day.checkpoint, ...rest, repsDone: here ? 0 : day.checkpoint.repsDone }),
  };
  return here ? coach(moving, rest.plan, rest.at, [skipped]) : answer(moving, [skipped]);
}

function leaveSet(turn: Turn, checkpoint: Checkpoint, said: 'done' | 'next'): Reply {
  const { plan, at } = checkpoint;
  const next = pointAfter(plan, at);
  const counted = said === 'done' ? advance(turn.state, checkpoint, next) : jumped(turn.state, checkpoint, next);
  const state = { ...turn, state: counted };
  if (next === null) return close(state, finishedLines(counted));
  if (said === 'next' || next.part === 'setup') return coach(state, plan, next, []);
  const { set, side } = whereAt(plan, next, 0);
  const prompt: Line = { kind: 'say-ready-for-set', set: set ?? 1, side };
  return ask(state, [{ kind: 'set-counted' }], { stage: { kind: 'halted' }, prompt, reprompt: prompt });
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
