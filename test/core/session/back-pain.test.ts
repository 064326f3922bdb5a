import { TOPICS } from '../../../lambda/core/safety/back-pain';
import type { EventOf } from '../../../lambda/core/session/event';
import { type Conversation, converse, IDS, inTheMarch } from '../../support/converse';

type Topic = EventOf<'ask-back-pain'>['topic'];

describe('a question about her back', () => {
  it.each(TOPICS)('is answered and leads back to the set she is in: %s', (topic) => {
    const her = inTheMarch().hears(100);
    expect(asks(her, { kind: 'value', value: topic })).toBe('back-pain say-ready-to-go-on?');
    expect(her.lines('back-pain')).toEqual([{ kind: 'back-pain', topic }]);
    expect(her.lines('say-ready-to-go-on')).toMatchObject([{ where: { exercise: IDS.march, set: 2 } }]);
  });

  it('begins no routine for someone who only asks', () => {
    expect(asks(converse({ profile: null }), { kind: 'value', value: 'causes' })).toBe('back-pain ask-start?');
  });

  it.each<Topic>([{ kind: 'nothing' }, { kind: 'unknown' }])(
    'about no topic that we know is asked about: %j',
    (topic) => {
      const her = inTheMarch().hears(100);
      expect(asks(her, topic)).toBe('ask-topic?');
      expect(her.state.stage).toEqual({ kind: 'asked-topic' });
      expect(asks(her.fork(), { kind: 'value', value: 'relief' })).toBe('back-pain say-ready-to-go-on?');
      expect(her.says('no')).toBe('no-rush say-ready-to-go-on?');
    },
  );
});

function asks(her: Conversation, topic: Topic): string {
  return her.happens({ kind: 'ask-back-pain', topic, atMs: her.nowMs });
}
