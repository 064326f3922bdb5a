import type { Line } from '../speech/line';
import type { Act } from './act';
import { leadMs } from './coach';
import type { Reply } from './state';

/** Put a line before everything else that is said. A segment that follows sounds that much later. */
export function withNotice([state, acts]: Reply, line: Line): Reply {
  const noticed: readonly Act[] = [{ kind: 'say', line }, ...acts];
  const { checkpoint } = state.day;
  const coached = acts.find((act) => act.kind === 'coach');
  if (checkpoint?.speakingSinceMs == null || coached === undefined) return [state, noticed];
  const lateMs = leadMs([line], coached.segment, state);
  const shifted = { ...checkpoint, speakingSinceMs: checkpoint.speakingSinceMs + lateMs };
  return [{ ...state, day: { ...state.day, checkpoint: shifted } }, noticed];
}
