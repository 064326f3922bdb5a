import { type Conversation, converse, IDS, inTheMarch, listener } from '../../support/converse';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** `knees 1, plank 2`: how many sets of what are planned. */
function planned(her: Conversation): string {
  const shorts = Object.entries(IDS);
  const exercises = her.today.checkpoint?.plan.exercises ?? [];
  return exercises.map(({ id, sets }) => `${shorts.find(([, each]) => each === id)?.[0]} ${sets.length}`).join(', ');
}

describe('a routine for the minutes she has', () => {
  it.each([1, 2, 3, 5, 7, 9])('of %i takes no longer, stops included', (minutes) => {
    const her = converse();
    const begunMs = her.nowMs;
    expect(her.says(`minutes:${minutes}`)).toMatch(/^short-routine \[\w+ set-up\] say-ready\?$/);
    her.finishes();
    expect(her.nowMs - begunMs).toBeLessThanOrEqual(minutes * MINUTE_MS);
    expect(her.nowMs - begunMs).toBeGreaterThan((minutes - 1.5) * MINUTE_MS);
  });

  it('is told by its exercises and its length', () => {
    const her = converse();
    her.says('minutes:4');
    expect(planned(her)).toBe('knees 1, march 1, plank 1');
    expect(her.lines('short-routine')).toEqual([
      { kind: 'short-routine', exercises: [IDS.knees, IDS.march, IDS.plank], minutes: 4 },
    ]);
  });

  it.each([10, 60, 1_000_000_000])('of %i is simply the routine', (minutes) => {
    const her = converse();
    expect(her.says(`minutes:${minutes}`)).toBe('starting [knees set-up] say-ready?');
    expect(her.today.checkpoint?.plan.purpose).toBe('routine');
    expect(planned(her)).toBe('knees 2, march 2, kicks 2, plank 3');
  });

  it('is measured the way she is coached', () => {
    const slow = converse({ profile: listener({ pace: 'slower', plankHoldMs: 60_000 }) });
    slow.says('minutes:3');
    expect(planned(slow)).not.toBe('march 1, plank 2');
    const long = converse({ profile: listener({ plankHoldMs: 60_000 }) });
    expect(long.says('minutes:10')).toMatch(/^short-routine/);
  });

  it('counts the day when all of it is done', () => {
    const her = converse();
    her.says('minutes:4');
    expect(her.finishes()).toBe('finished bye');
    expect(her.done).toBe('knees 1, march 1, plank 1');
    expect(her.today.counts).toBe(true);
    expect(her.returns().says('launch')).toBe('done-today ask-again?');
  });

  it('counts the day when its end was heard in silence', () => {
    const her = converse();
    her.says('minutes:1');
    her.hearsOut().says('ready');
    her.hearsOut().ends('no-answer');
    expect(her.today).toMatchObject({ counts: true, checkpoint: null });
  });

  it('counts no day with its last set still to do', () => {
    const her = converse();
    her.saysAll('minutes:2', 'ready');
    her.hears(30).says('stop');
    expect(her.today.counts).toBe(false);
    expect(her.waits(HOUR_MS).returns().says('start-routine')).toMatch(/^picking-up position \[plank set \d\]/);
    expect(her.finishes()).toBe('finished bye');
    expect(her.today.counts).toBe(true);
  });

  it('counts no day when a set of it was passed over', () => {
    const her = converse();
    her.saysAll('minutes:4', 'ready');
    her.hears(20).says('next');
    expect(her.finishes()).toBe('finished-without bye');
    expect(her.today.counts).toBe(false);
  });

  it('counts no day when an exercise was taken out of it', () => {
    const her = converse();
    her.saysAll('minutes:4', 'skip:march');
    expect(her.finishes()).toBe('finished-without bye');
    expect(her.done).toBe('knees 1, plank 1');
    expect(her.today.counts).toBe(false);
  });

  it('takes what is still to do today', () => {
    const her = inTheMarch().hearsOut();
    her.ends('no-answer').waits(HOUR_MS).returns();
    her.says('minutes:3');
    expect(planned(her)).toMatch(/kicks|plank/);
    expect(planned(her)).not.toMatch(/knees|march/);
  });

  it('begins anew when today is done already', () => {
    const her = converse();
    her.says('launch');
    her.finishes();
    expect(her.returns().says('minutes:1')).toBe('short-routine [plank set-up] say-ready?');
    expect(her.finishes()).toBe('finished bye');
  });

  it('goes on from the set she is in when time runs out in the middle', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('minutes:3')).toBe('short-routine position [march set 2] say-ready?');
    expect(planned(her)).toMatch(/^march 1, /);
    expect(her.done).toBe('knees 1 2, march 1');
    expect(her.finishes()).toBe('finished bye');
    expect(her.today.counts).toBe(true);
  });

  it('may become a longer one again', () => {
    const her = converse();
    her.saysAll('minutes:1', 'minutes:30');
    expect(planned(her)).toBe('knees 2, march 2, kicks 2, plank 3');
    expect(her.today.checkpoint?.plan.purpose).toBe('routine');
  });

  it('in the middle of doing it again is what is left of that', () => {
    const her = converse();
    her.says('launch');
    her.finishes();
    her.returns().saysAll('launch', 'yes', 'ready');
    her.hearsOut().says('ready');
    her.hears(20).says('minutes:2');
    expect(planned(her)).toMatch(/^march /);
  });

  it('in the middle of practice on a day that is done is what is left of that', () => {
    const her = converse();
    her.says('launch');
    her.finishes();
    her.returns().saysAll('hold:60', 'practice:plank', 'ready');
    expect(her.hears(30).says('minutes:2')).toBe('short-routine position [plank set 1] say-done?');
    expect(planned(her)).toBe('plank 1');
  });

  it('is told, and waits for her, where she is waited for', () => {
    const her = inTheMarch().hears(100);
    her.says('pause');
    expect(her.says('minutes:3')).toBe('short-routine say-ready?');
    expect(planned(her)).toMatch(/^march 1, /);
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
    expect(her.finishes()).toBe('finished bye');
    expect(her.today.counts).toBe(true);
  });

  it('is told, and waits for her, before the first set and before another exercise', () => {
    const her = converse();
    her.says('launch');
    her.hearsOut();
    expect(her.fork().says('minutes:5')).toBe('short-routine say-ready?');
    expect(her.says('minutes:1')).toBe('short-routine say-ready-for-exercise?');
    expect(her.says('ready')).toMatch(/^\[\w+ set-up\] say-ready\?$/);
  });

  it('waits with what is left, where all of it fits', () => {
    const her = inTheMarch().hearsOut();
    const before = her.fork().says('ready');
    expect(her.says('minutes:30')).toBe('whats-left say-ready-to-go-on?');
    expect(her.today.checkpoint?.plan.purpose).toBe('routine');
    expect(her.says('ready')).toBe(before);
  });

  it('is told by its length alone when it is a single exercise, which introduces itself', () => {
    const her = converse();
    her.says('minutes:1');
    expect(planned(her)).toBe('plank 1');
    expect(her.lines('short-routine')).toEqual([{ kind: 'short-routine', exercises: [], minutes: 1 }]);
  });

  it('goes on at once when all that is left fits', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('minutes:30')).toBe('picking-up position [march set 2] say-ready?');
    expect(her.today.checkpoint?.plan.purpose).toBe('routine');
  });

  it.each(['minutes:0', 'minutes:-3', 'minutes:unknown'] as const)('is asked for after "%s"', (said) => {
    const her = converse();
    expect(her.says(said)).toBe('not-understood-number ask-minutes?');
    expect(her.says('minutes:5')).toMatch(/^short-routine/);
  });

  it('waits for the welcome', () => {
    const her = converse({ profile: null });
    expect(her.says('minutes:5')).toBe('welcome disclaimer first-place say-im-ready?');
    expect(her.says('minutes:5')).toMatch(/^short-routine/);
  });

  it('waits for the answer to what is unknown', () => {
    const her = inTheMarch()
      .hears(20)
      .waits(3 * HOUR_MS)
      .returns();
    expect(her.says('minutes:5')).toBe('ask-finished?');
    expect(her.done).toBe('knees 1 2');
  });
});
