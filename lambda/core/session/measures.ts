import type { SessionEvent } from './event';
import type { Day } from './progress';
import type { Reply, SessionState } from './state';

/** What a turn came to, in numbers that tell an operator how the skill is used and nothing of who uses it. Each is 0 or more. */
export interface Measures {
  /** Routines begun where none was under way on her day; 0 or 1. Practice of one exercise is no routine. */
  readonly routinesStarted: number;
  /** Routines under way that a session takes up before it has coached anything; 0 or 1. */
  readonly routinesResumed: number;
  /** Days that came to count while a routine was under way; 0 or 1. */
  readonly routinesFinished: number;
  readonly setsDone: number;
  /** Requests that were not understood; 0 or 1. */
  readonly fallbacks: number;
}

/** Count what became of an event. Pure. */
export function measuresOf(before: SessionState, event: SessionEvent, [after, acts]: Reply): Measures {
  const [was, is] = [onDayOf(after, before), after.day];
  const coachesRoutine = acts.some((act) => act.kind === 'coach') && isUnderWay(is);
  const wasUnderWay = was !== null && isUnderWay(was);
  return {
    routinesStarted: count(coachesRoutine && !wasUnderWay),
    routinesResumed: count(coachesRoutine && wasUnderWay && before.coached === false),
    routinesFinished: count(wasUnderWay && !was.counts && is.counts),
    // Of a day that was erased nothing is left.
    setsDone: Math.max(0, setsIn(is) - (was === null ? 0 : setsIn(was))),
    fallbacks: count(event.kind === 'fallback'),
  };
}

/** Her day as it was; null where another one has begun. */
function onDayOf({ day }: SessionState, before: SessionState): Day | null {
  return before.day.date === day.date ? before.day : null;
}

/** Whether a routine, whole or short, is begun and not finished. */
function isUnderWay({ checkpoint }: Day): boolean {
  return checkpoint !== null && checkpoint.plan.purpose !== 'practice';
}

function setsIn({ setsDone }: Day): number {
  return Object.values(setsDone).reduce((sum, sets) => sum + sets.length, 0);
}

function count(happened: boolean): number {
  return happened ? 1 : 0;
}
