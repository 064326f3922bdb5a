import type { Line } from '../speech/line';
import { answer, ask, close, goingOn, leadBack, offering } from './reply';
import type { Turn } from './settle';
import { finishedLines } from './standing';
import type { Reply } from './state';
import { whereIs } from './where';

/** Stop for now: her place is kept, and the session ends without a question. */
export function stop(turn: Turn): Reply {
  const { stage, day } = turn.state;
  if (stage.kind === 'finishing') return close(turn, finishedLines(turn.state));
  const kept = day.checkpoint !== null && day.checkpoint.speakingSinceMs === null;
  return close(turn, [kept && day.checkpoint ? { kind: 'kept', where: whereIs(day.checkpoint) } : { kind: 'goodbye' }]);
}

/** One calm line, and the microphone open once more; then the session may close by itself. */
export function pause(turn: Turn): Reply {
  const { state } = turn;
  const prompt: Line = { kind: 'say-ready-when-back' };
  switch (state.stage.kind) {
    case 'halted':
      return ask(turn, [{ kind: 'paused' }], { stage: state.stage, prompt, reprompt: { kind: 'still-here' } });
    case 'finishing':
      return close(turn, finishedLines(state));
    case 'welcomed':
    case 'offered':
      return ask(turn, [{ kind: 'no-rush' }], { stage: state.stage, prompt, reprompt: prompt });
    default:
      return answer(turn, [{ kind: 'no-rush' }]);
  }
}

/** No to whatever was asked. */
export function decline(turn: Turn): Reply {
  const { stage } = turn.state;
  switch (stage.kind) {
    case 'offered':
      return stage.offer === 'go-on' ? ask(turn, [], offering('start-over')) : stop(turn);
    case 'welcomed':
      return stop(turn);
    case 'finishing':
      return close(turn, finishedLines(turn.state));
    case 'halted':
      return ask(turn, [{ kind: 'no-rush' }], goingOn(turn.state));
    default: {
      const back = leadBack(turn.state);
      return back === null ? stop(turn) : ask(turn, [{ kind: 'no-rush' }], back);
    }
  }
}
