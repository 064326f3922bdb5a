import type { Line } from '../speech/line';
import type { EventOf } from './event';
import { answer, ask } from './reply';
import type { Turn } from './settle';
import type { Reply } from './state';

/** General information about her back: on the topic she names, else ask which. */
export function askAboutBackPain(turn: Turn, { topic }: EventOf<'ask-back-pain'>): Reply {
  if (topic.kind === 'value') return answer(turn, [{ kind: 'back-pain', topic: topic.value }]);
  const prompt: Line = { kind: 'ask-topic' };
  return ask(turn, [], { stage: { kind: 'asked-topic' }, prompt, reprompt: prompt });
}
