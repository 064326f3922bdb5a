import type { Plan, Point } from '../routine/plan';
import { BEGINNING, inManner } from '../routine/plan-routine';
import { type Rest, restFrom, shortened } from '../routine/shorten-plan';
import type { Line } from '../speech/line';
import { whatsLeft } from './answers';
import { coach, invitation, mannerOf } from './coach';
import type { Said } from './event';
import { lengthMs, lengthWithStopsMs, toldMinutes } from './length';
import { goOn } from './move';
import type { Checkpoint } from './progress';
import { answer, ask, askingAmount } from './reply';
import { knownPlace, moved, type Turn, unknownEnd } from './settle';
import { beginRest, comeBack, isNew, onToday, restOfToday, start, unlessUnderWay } from './start';
import type { Reply, SessionState } from './state';
import { whereIs } from './where';

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
  const fitsWhole = plan === rest.plan;
  if (goesOn && isWaitedFor(turn)) return fitsWhole ? whatsLeft(turn) : waitFor(turn, place, { plan, at });
  if (fitsWhole) return goesOn ? comeBack(turn, 'not-told') : beginRest(turn, [{ kind: 'starting' }]);
  return coach(turn, plan, at, [shortLine({ plan, at }, state), ...positionAt(plan, at)]);
}

/** Whether she is in the routine and nothing is being spoken: she may be anywhere but in her position. */
function isWaitedFor({ state: { stage }, cutAt }: Turn): boolean {
  return cutAt === null && stage.kind !== 'opened' && stage.kind !== 'offered';
}

/** Put her where a shorter rest of her routine begins, and wait. Reps that were done are told only of the set that they belong to. */
function waitFor(turn: Turn, place: Checkpoint, rest: Rest): Reply {
  const here = rest.plan.exercises[rest.at.exercise]?.id === whereIs(place).exercise;
  const state = moved(turn.state, { ...rest, repsDone: here ? place.repsDone : 0, speakingSinceMs: null });
  const short = shortLine(rest, state);
  if (state.stage.kind !== 'halted') return answer({ ...turn, state }, [short]);
  return ask({ ...turn, state }, [short], { stage: state.stage, ...invitation(rest.plan, rest.at) });
}

/** A single exercise is introduced by what follows. */
function shortLine(rest: Rest, state: SessionState): Line {
  const { exercises } = rest.plan;
  return {
    kind: 'short-routine',
    exercises: exercises.length > 1 ? exercises.map(({ id }) => id) : [],
    minutes: toldMinutes(lengthWithStopsMs(rest, state)),
  };
}

function leftOf({ plan, at }: Checkpoint, state: SessionState): Rest {
  return restFrom(inManner(plan, mannerOf(state)), at);
}

/** A set that is begun without its set-up is begun with its position. */
function positionAt({ exercises }: Plan, at: Point): readonly Line[] {
  const planned = exercises[at.exercise];
  return at.part === 'setup' || planned === undefined ? [] : [{ kind: 'position', exercise: planned.id }];
}
