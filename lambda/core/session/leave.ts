import type { Line } from '../speech/line';
import { answer, ask, askAgain, close, leadBack, offering } from './reply';
import { knownPlace, type Turn } from './settle';
import type { Reply } from './state';
import { whereIs } from './where';

/** Stop for now: her place is kept, and the session ends without a question. */
export function stop(turn: Turn): Reply {
  const { stage, day } = turn.state;
  if (stage.kind === 'finishing') return close(turn, []);
  const place = knownPlace(day);
  return close(turn, [place ? { kind: 'kept', where: whereIs(place) } : { kind: 'goodbye' }]);
}

/** One calm line, and the microphone open once more, for what she was asked if she was; then the session may close by itself. */
export function pause(turn: Turn): Reply {
  const { stage } = turn.state;
  switch (stage.kind) {
    case 'halted': {
      const prompt: Line = { kind: 'say-ready-when-back' };
      return ask(turn, [{ kind: 'paused' }], { stage, prompt, reprompt: { kind: 'still-here' } });
    }
    case 'finishing':
      return close(turn, []);
    case 'welcomed':
    case 'offered': {
      const prompt: Line = { kind: 'say-im-ready' };
      return ask(turn, [NO_RUSH], { stage, prompt, reprompt: prompt });
    }
    case 'opened':
    case 'coaching':
    case 'awaiting-permission':
      return answer(turn, [NO_RUSH]);
    default:
      return askAgain(turn, [NO_RUSH]);
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
      return close(turn, []);
    default: {
      const back = leadBack(turn.state);
      return back === null ? stop(turn) : ask(turn, [NO_RUSH], back);
    }
  }
}

const NO_RUSH: Line = { kind: 'no-rush' };
