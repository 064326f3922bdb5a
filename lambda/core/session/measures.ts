import type { SessionEvent } from './event';
import type { Day } from './progress';
import type { Reply, SessionState, Stage } from './state';

/** What a turn came to, in numbers that tell an operator how the skill is used and nothing of who uses it. Each is 0 or more. */
export interface Measures {
  /** Routines begun where none was under way on her day; 0 or 1. */
  readonly routinesStarted: number;
  /** Routines taken up again in a session that did not begin them; 0 or 1. */
  readonly routinesResumed: number;
  /** Days that came to count while a routine was under way; 0 or 1. */
  readonly routinesFinished: number;
  readonly setsDone: number;
  /** Requests that were not understood; 0 or 1. */
  readonly fallbacks: number;
}

/** Where a session is before it coaches for the first time. */
const BEFORE_COACHING: ReadonlySet<Stage['kind']> = new Set(['opened', 'offered', 'asked-finished', 'asked-which']);

/** Count what became of an event. Pure. */
export function measuresOf(before: SessionState, event: SessionEvent, [after, acts]: Reply): Measures {
  const [was, is] = [onDayOf(after, before), after.day];
  const routine = acts.some((act) => act.kind === 'coach') && is.checkpoint?.plan.purpose !== 'practice';
  const wasUnderWay = was !== null && was.checkpoint !== null;
  return {
    routinesStarted: count(routine && !wasUnderWay),
    routinesResumed: count(routine && wasUnderWay && BEFORE_COACHING.has(before.stage.kind)),
    routinesFinished: count(wasUnderWay && !was.counts && is.counts),
    setsDone: setsIn(is) - (was === null ? 0 : setsIn(was)),
    fallbacks: count(event.kind === 'fallback'),
  };
}

/** Her day as it was; null where another one has begun. */
function onDayOf({ day }: SessionState, before: SessionState): Day | null {
  return before.day.date === day.date ? before.day : null;
}

function setsIn({ setsDone }: Day): number {
  return Object.values(setsDone).reduce((sum, sets) => sum + sets.length, 0);
}

function count(happened: boolean): number {
  return happened ? 1 : 0;
}
