import type { SessionEvent } from './event';
import { answer, close } from './reply';
import type { Turn } from './settle';
import type { Reply } from './state';

/** Whether an event is about what was kept of her on earlier days. Minutes pause the routine, not her days. */
export function isAboutHerDays(event: SessionEvent): boolean {
  if (event.kind !== 'pause-streak') return ABOUT_HER_DAYS.has(event.kind);
  return event.pause.kind !== 'value' || event.pause.value.kind !== 'minutes';
}

/** Nothing can be told or changed of what could not be read. */
export function tellUnseen(turn: Turn): Reply {
  return turn.state.stage.kind === 'finishing' ? close(turn, []) : answer(turn, [{ kind: 'days-unseen' }]);
}

const ABOUT_HER_DAYS: ReadonlySet<SessionEvent['kind']> = new Set([
  'streak',
  'progress',
  'log-routine',
  'cancel-reminder',
]);
