import type { Line } from '../speech/line';
import { lineText } from '../speech/line-text';
import { speechMs } from '../speech/speech-length';
import { wordsFor } from '../speech/words-for';
import type { Act } from './act';
import type { Reply } from './state';

/** Put a line before everything else that is said. A segment that follows sounds that much later. */
export function withNotice([state, acts]: Reply, line: Line): Reply {
  const notice: Act = { kind: 'say', line };
  const { checkpoint } = state.day;
  if (checkpoint?.speakingSinceMs == null || !acts.some((act) => act.kind === 'coach'))
    return [state, [notice, ...acts]];
  const lateMs = speechMs(lineText(line, wordsFor(state.locale), state.wording));
  const shifted = { ...checkpoint, speakingSinceMs: checkpoint.speakingSinceMs + lateMs };
  return [{ ...state, day: { ...state.day, checkpoint: shifted } }, [notice, ...acts]];
}
