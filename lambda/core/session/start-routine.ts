import type { Plan, Point } from '../routine/plan';
import { BEGINNING, inManner } from '../routine/plan-routine';
import { type Rest, restFrom, shortened } from '../routine/shorten-plan';
import type { Line } from '../speech/line';
import { coach, mannerOf } from './coach';
import type { Said } from './event';
import { lengthMs, lengthWithStopsMs, toldMinutes } from './length';
import { goOn } from './move';
import type { Checkpoint } from './progress';
import { ask, askingAmount } from './reply';
import { knownPlace, type Turn, unknownEnd } from './settle';
import { beginRest, comeBack, isNew, onToday, restOfToday, start, unlessUnderWay } from './start';
import type { Reply, SessionState } from './state';

/**
 * Begin her routine, or go on with it. With minutes it is the best part of what is left that fits: in the middle of one, from the set she is
 * at. After practice "start my routine" means all that is still to do today.
 */
export function startRoutine(turn: Turn, minutes: Said<number>): Reply {
  const { state, atMs } = turn;
  if (minutes.kind === 'nothing') {
    if (state.stage.kind === 'halted' && turn.cutAt === null) return goOn(turn);
    const wantsTheRest = isAmidPractice(state) && !state.day.counts;
    return wantsTheRest
      ? beginRest({ ...turn, state: onToday(state, atMs) }, [{ kind: 'starting' }])
      : start(turn, 'asked');
  }
  const isThrough = state.stage.kind === 'finishing' && state.day.counts;
  if (isNew(state) || isThrough || unknownEnd(state.day)) return start(turn, 'asked');
  return minutes.kind === 'value' && minutes.value > 0
    ? startWithin(unlessUnderWay(turn), minutes.value * 60_000)
    : ask(turn, [{ kind: 'not-understood-number' }], askingAmount('minutes', { kind: 'ask-minutes' }));
}

/** Whether one exercise, or what is left of a routine that was cut short, is under way or was just done. */
function isAmidPractice({ stage, day }: SessionState): boolean {
  return stage.kind === 'finishing' || knownPlace(day)?.plan.purpose === 'practice';
}

/** Begin what fits in a time, or go on with it. */
function startWithin(turn: Turn, budgetMs: number): Reply {
  const { state } = turn;
  const place = knownPlace(state.day);
  const goesOn = place !== null && (place.plan.purpose === 'routine' || state.day.counts);
  const rest = goesOn ? leftOf(place, state) : { plan: restOfToday(state), at: BEGINNING };
  // She is told how long it is without the stops: the ten-minute routine fits in ten minutes.
  const fits = lengthMs(rest, state) <= budgetMs;
  const { plan, at } = fits ? rest : shortened(rest, budgetMs, (part) => lengthWithStopsMs(part, state));
  if (plan === rest.plan) return goesOn ? comeBack(turn, 'not-told') : beginRest(turn, [{ kind: 'starting' }]);
  const exercises = plan.exercises.map(({ id }) => id);
  const short: Line = {
    kind: 'short-routine',
    exercises,
    minutes: toldMinutes(lengthWithStopsMs({ plan, at }, state)),
  };
  return coach(turn, plan, at, [short, ...positionAt(plan, at)]);
}

function leftOf({ plan, at }: Checkpoint, state: SessionState): Rest {
  return restFrom(inManner(plan, mannerOf(state)), at);
}

/** A set that is begun without its set-up is begun with its position. */
function positionAt({ exercises }: Plan, at: Point): readonly Line[] {
  const planned = exercises[at.exercise];
  return at.part === 'setup' || planned === undefined ? [] : [{ kind: 'position', exercise: planned.id }];
}
