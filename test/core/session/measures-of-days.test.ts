import { type Measures, measuresOf } from '../../../lambda/core/session/measures';
import { transition } from '../../../lambda/core/session/transition';
import { type Conversation, converse, eventOf, inTheKicks, type Said } from '../../support/converse';

const HOUR_MS = 3_600_000;

it('counts a routine as resumed once it is known whether the last exercise was finished', () => {
  const her = powerCut(inTheKicks().hears(20));
  expect(measured(her, 'launch')).toMatchObject({ routinesResumed: 0 });
  expect(her.fork().says('yes')).toBe('[plank set-up] say-ready?');
  expect(measured(her, 'yes')).toMatchObject({ routinesStarted: 0, routinesResumed: 1, setsDone: 2 });
});

it('counts a routine as resumed once it is known which exercise she was at', () => {
  const her = converse();
  her.saysAll('stops:straight-through', 'start-routine');
  powerCut(her.hears(100));
  expect(her.saysAll('launch', 'no')).toBe('ask-which-place?');
  expect(measured(her, 'instructions:march')).toMatchObject({ routinesStarted: 0, routinesResumed: 1 });
});

it('counts nothing of the day before when a new one begins in the middle of a session', () => {
  const her = converse({ at: '2026-11-23T02:40-05:00' });
  her.says('launch');
  her.finishes();
  her.isNow('2026-11-23T02:59:55-05:00').returns().says('launch');
  her.isNow('2026-11-23T03:00:05-05:00');
  expect(measured(her, 'yes')).toEqual({
    routinesStarted: 1,
    routinesResumed: 0,
    routinesFinished: 0,
    setsDone: 0,
    fallbacks: 0,
  });
});

function powerCut(her: Conversation): Conversation {
  return her.waits(HOUR_MS).returns();
}

/** Let her say it, and tell what the turn came to. */
function measured(her: Conversation, said: Said): Measures {
  const before = her.state;
  const event = eventOf(said, her.nowMs);
  her.says(said);
  return measuresOf(before, event, transition(before, event));
}
