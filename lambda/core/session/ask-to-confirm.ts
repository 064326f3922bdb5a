import type { Line } from '../speech/line';
import { ask } from './reply';
import type { Turn } from './settle';
import type { Reply, Wish } from './state';

/** Ask for an explicit yes before something is done that must not be done by mistake. */
export function askToConfirm(turn: Turn, wish: Wish, prompt: Line, reprompt: Line = prompt): Reply {
  const stage = { kind: 'asked-confirm', wish, askedAtMs: turn.atMs } as const;
  return ask(turn, [], { stage, prompt, reprompt });
}
