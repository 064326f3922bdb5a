import { type Measures, measuresOf } from '../../../lambda/core/session/measures';
import { transition } from '../../../lambda/core/session/transition';
import { type Conversation, converse, eventOf, inTheKicks, inTheMarch, type Said } from '../../support/converse';

const NOTHING: Measures = {
  routinesStarted: 0,
  routinesResumed: 0,
  routinesFinished: 0,
  setsDone: 0,
  fallbacks: 0,
};

it('counts a routine as started when the first one of a day begins, once', () => {
  const her = converse();
  expect(measured(her, 'launch')).toEqual({ ...NOTHING, routinesStarted: 1 });
  expect(measured(her, 'ready')).toEqual(NOTHING);
  expect(measured(her, 'repeat')).toEqual(NOTHING);
  expect(measured(her, 'start-over')).toEqual(NOTHING);
});

it('counts nothing where someone only asks, or is welcomed', () => {
  expect(measured(converse(), 'streak')).toEqual(NOTHING);
  expect(measured(converse({ profile: null }), 'launch')).toEqual(NOTHING);
});

it('counts no practice of one exercise as a routine, but its sets', () => {
  const her = converse();
  expect(measured(her, 'practice:kicks')).toEqual(NOTHING);
  her.says('ready');
  expect(measured(her.hearsOut(), 'ready')).toEqual({ ...NOTHING, setsDone: 2 });
});

it('counts sets in the turn that shows that they were done', () => {
  const her = converse();
  her.saysAll('launch', 'ready');
  expect(measured(her.hearsOut(), 'ready')).toEqual({ ...NOTHING, setsDone: 2 });
  expect(measured(her.hears(20), 'pause')).toEqual(NOTHING);
});

it('counts a routine as resumed when a later session takes it up, and in no other turn', () => {
  const her = inTheMarch();
  her.says('pause');
  her.waits(3_600_000).returns();
  expect(measured(her, 'launch')).toEqual(NOTHING);
  expect(measured(her, 'yes')).toEqual({ ...NOTHING, routinesResumed: 1 });
  her.hearsOut();
  expect(measured(her, 'ready').routinesResumed).toBe(0);
});

it('counts a routine as resumed when she asks for it at once', () => {
  const her = inTheMarch();
  her.says('pause');
  her.waits(3_600_000).returns();
  expect(measured(her, 'start-routine')).toEqual({ ...NOTHING, routinesResumed: 1 });
});

it('counts a routine as finished once, in the turn in which the day comes to count', () => {
  const her = inTheMarch();
  const finished: number[] = [];
  while (!her.isOver) {
    her.hearsOut();
    finished.push(measured(her, 'ready').routinesFinished);
  }
  expect(finished.filter((times) => times > 0)).toEqual([1]);
  her.returns();
  expect(measured(her, 'launch')).toEqual(NOTHING);
  expect(measured(her, 'yes')).toEqual({ ...NOTHING, routinesStarted: 1 });
});

it('counts nothing that she did by herself', () => {
  const her = converse();
  her.says('log-routine');
  expect(measured(her, 'yes')).toEqual(NOTHING);
  expect(her.today.counts).toBe(true);
});

it('counts a routine as started where only one exercise was practised before', () => {
  const her = converse();
  her.saysAll('practice:kicks', 'pause');
  expect(measured(her.fork(), 'start-over')).toEqual({ ...NOTHING, routinesStarted: 1 });
  her.returns();
  expect(measured(her, 'start-over')).toEqual({ ...NOTHING, routinesStarted: 1 });
});

it('counts no practice that a later session takes up as a routine resumed', () => {
  const her = converse();
  her.saysAll('practice:kicks', 'pause');
  her.returns().says('launch');
  expect(measured(her, 'yes')).toEqual(NOTHING);
});

it('counts no practice that makes the day count as a routine finished', () => {
  const her = inTheKicks();
  her.hearsOut().saysAll('pause', 'practice:plank', 'ready');
  expect(measured(her.hearsOut(), 'ready')).toEqual({ ...NOTHING, setsDone: 3 });
  expect(her.today.counts).toBe(true);
});

it('counts no routine as resumed that goes on after a question in the middle of it', () => {
  const her = inTheMarch();
  expect(her.says('skip:unknown')).toBe('unknown-exercise ask-which?');
  expect(measured(her, 'yes')).toMatchObject({ routinesStarted: 0, routinesResumed: 0 });
});

it('counts a routine as resumed where a later session was asked something else before it took it up', () => {
  const her = inTheMarch();
  her.says('pause');
  her.waits(3_600_000).returns();
  her.saysAll('launch', 'delete-data', 'no');
  expect(measured(her, 'yes')).toEqual({ ...NOTHING, routinesResumed: 1 });
});

it('counts nothing as resumed in a session of a release that did not note whether it coached', () => {
  const her = inTheMarch();
  her.says('pause');
  const { coached: _, ...older } = her.state;
  her.state = { ...older, coached: undefined };
  expect(measured(her, 'ready')).toEqual(NOTHING);
});

it('counts no set less where everything is erased', () => {
  const her = inTheMarch();
  her.saysAll('pause', 'delete-data');
  const erased = transition(her.state, { kind: 'erased', atMs: her.nowMs });
  expect(measuresOf(her.state, eventOf('yes', her.nowMs), erased)).toEqual(NOTHING);
});

it('counts a day for itself, whatever was done the day before', () => {
  const her = inTheMarch();
  her.says('stop');
  her.isNow('2026-11-23T07:30-05:00').returns();
  expect(measured(her, 'start-over')).toEqual({ ...NOTHING, routinesStarted: 1 });
});

it('counts what was not understood', () => {
  expect(measured(converse(), 'fallback')).toEqual({ ...NOTHING, fallbacks: 1 });
});

/** Let her say it, and tell what the turn came to. */
function measured(her: Conversation, said: Said): Measures {
  const before = her.state;
  const event = eventOf(said, her.nowMs);
  her.says(said);
  return measuresOf(before, event, transition(before, event));
}
