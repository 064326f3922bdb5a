import { deleteData, erase, keepData } from './erase';
import { leaveUnlogged, logDay, logRoutine } from './log-routine';
import { askToSetReminder, leaveReminder, setReminderNow } from './reminder';
import type { Turn } from './settle';
import type { Reply, Stage, Wish } from './state';

type AskedConfirm = Extract<Stage, { readonly kind: 'asked-confirm' }>;

/** Whether she was asked for an explicit yes, so that "ready" or "next" is none. */
export function isConfirmable({ state }: Turn): boolean {
  return state.stage.kind === 'asked-confirm';
}

/** Yes: it is done, unless she was asked so long ago that she may mean something else by now. Then she is asked again. */
export function confirm(turn: Turn, { wish, askedAtMs }: AskedConfirm): Reply {
  return turn.atMs - askedAtMs > GOOD_FOR_MS ? askAgain(turn, wish) : grant(turn, wish);
}

/** Anything but yes: nothing is done. */
export function refuse(turn: Turn): Reply {
  const { stage } = turn.state;
  if (stage.kind !== 'asked-confirm') throw new RangeError(`Nothing waits for a yes: ${stage.kind}`);
  switch (stage.wish.kind) {
    case 'log-routine':
      return leaveUnlogged(turn);
    case 'delete-data':
      return keepData(turn);
    case 'set-reminder':
      return leaveReminder(turn);
  }
}

/** Our own. */
const GOOD_FOR_MS = 120_000;

function grant(turn: Turn, wish: Wish): Reply {
  switch (wish.kind) {
    case 'log-routine':
      return logDay(turn);
    case 'delete-data':
      return erase(turn);
    case 'set-reminder':
      return setReminderNow(turn, wish.time);
  }
}

function askAgain(turn: Turn, wish: Wish): Reply {
  switch (wish.kind) {
    case 'log-routine':
      return logRoutine(turn);
    case 'delete-data':
      return deleteData(turn);
    case 'set-reminder':
      return askToSetReminder(turn, wish.time, wish.permissionAsked);
  }
}
