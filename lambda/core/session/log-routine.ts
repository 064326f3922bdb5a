import { askToConfirm } from './ask-to-confirm';
import { answer, close, conclude } from './reply';
import { type Turn, unknownEnd } from './settle';
import { doneTodayLine, milestoneLines, standingOf } from './standing';
import { onToday } from './start';
import type { Reply, SessionState } from './state';

/** She did it without the skill: ask once before today counts. */
export function logRoutine(turn: Turn): Reply {
  const state = onItsDay(turn);
  if (!state.day.counts) return askToConfirm(turn, { kind: 'log-routine' }, { kind: 'ask-log-routine' });
  if (state.stage.kind === 'finishing') return close(turn, []);
  return answer({ ...turn, state }, [doneTodayLine(state)]);
}

/** She said yes: today counts, and nothing is left open in it. */
export function logDay(turn: Turn): Reply {
  const today = onItsDay(turn);
  const state: SessionState = { ...today, day: { ...today.day, counts: true, checkpoint: null } };
  return close({ ...turn, state }, [...milestoneLines(state), { kind: 'logged', standing: standingOf(state) }]);
}

/** She said anything but yes. */
export function leaveUnlogged(turn: Turn): Reply {
  return conclude(turn, [{ kind: 'not-logged' }]);
}

/** What she did by herself belongs to today, whatever is still unknown about a day that is over. */
function onItsDay({ state, atMs }: Turn): SessionState {
  return unknownEnd(state.day) ? onToday(state, atMs) : state;
}
