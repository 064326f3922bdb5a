import { askToConfirm } from './ask-to-confirm';
import type { EventOf } from './event';
import { openSession } from './open-session';
import { answer, close } from './reply';
import type { Turn } from './settle';
import type { Reply } from './state';

/** Ask before everything that is kept about her is erased. */
export function deleteData(turn: Turn): Reply {
  return askToConfirm(turn, { kind: 'delete-data' }, { kind: 'ask-erase' });
}

/** She said yes. */
export function erase({ state }: Turn): Reply {
  return [state, [{ kind: 'attempt', task: { kind: 'erase', reminder: state.profile.reminder?.token ?? null } }]];
}

/** She said anything but yes. */
export function keepData(turn: Turn): Reply {
  return answer(turn, [{ kind: 'not-erased' }]);
}

/** Erased: from here on she is someone who was never here. Not erased: nothing has changed. */
export function afterErasing(turn: Turn, { kind, atMs }: EventOf<'erased' | 'erase-failed'>): Reply {
  if (kind === 'erase-failed') return answer(turn, [{ kind }]);
  const { locale, zone } = turn.state;
  const state = openSession(null, [], { atMs, locale, deviceZone: zone });
  return close({ ...turn, state }, [{ kind }]);
}
