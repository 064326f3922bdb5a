import { type Conversation, converse, inTheMarch } from '../../support/converse';

const HOUR_MS = 3_600_000;

describe('"I already did it"', () => {
  it('is asked about once, and counts today on a yes', () => {
    const her = converse();
    expect(her.says('log-routine')).toBe('ask-log-routine?');
    expect(her.today.counts).toBe(false);
    expect(her.says('yes')).toBe('logged bye');
    expect(her.lines('logged')).toMatchObject([{ standing: { days: 1, total: 1, doneToday: true } }]);
    expect(her.waits(HOUR_MS).returns().says('launch')).toBe('done-today ask-again?');
  });

  it.each([
    ['no', 'not-logged bye'],
    ['fallback', 'not-logged bye'],
    ['ready', 'starting [knees set-up] say-ready?'],
    ['next', 'starting [knees set-up] say-ready?'],
  ] as const)('is nothing without a yes: "%s"', (said, answer) => {
    const her = converse();
    her.says('log-routine');
    expect(her.says(said)).toBe(answer);
    expect(her.today.counts).toBe(false);
  });

  it('keeps her place when she says no after all', () => {
    const her = inTheMarch().hears(100);
    her.says('log-routine');
    expect(her.says('no')).toBe('not-logged say-ready-to-go-on?');
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
  });

  it('leaves nothing of a routine open that she did by herself, and keeps what she did of it', () => {
    const her = inTheMarch().hears(100);
    her.saysAll('log-routine', 'yes');
    expect(her.today.checkpoint).toBeNull();
    expect(her.done).toBe('knees 1 2, march 1');
    expect(her.today.counts).toBe(true);
  });

  it('adds nothing to a day that is in', () => {
    const her = converse();
    her.saysAll('log-routine', 'yes');
    her.waits(HOUR_MS).returns();
    expect(her.says('log-routine')).toBe('done-today bye');
    expect(her.lines('done-today')).toMatchObject([{ standing: { days: 1, total: 1 } }]);
  });

  it('at the end of the routine is answered with how her days stand', () => {
    expect(inTheLastPlanks().hearsOut().says('log-routine')).toBe('finished bye');
  });

  it('tells what she reached by it, once', () => {
    const her = converse({ at: '2026-11-20T07:30-05:00' });
    expect(logged(her)).toBe('logged bye');
    expect(logged(her.isNow('2026-11-21T07:30-05:00').returns())).toBe('logged bye');
    expect(logged(her.isNow('2026-11-22T07:30-05:00').returns())).toBe('milestone logged bye');
    expect(her.lines('milestone')).toMatchObject([{ milestone: { kind: 'days-done', total: 3 } }]);
    expect(logged(her.isNow('2026-11-23T07:30-05:00').returns())).toBe('logged bye');
  });

  it('means today, also while it is unknown how another day ended', () => {
    const her = inTheLastPlanks().hears(20).isNow('2026-11-23T08:00-05:00').returns();
    const yesterday = her.day('2026-11-22');
    expect(her.says('launch')).toBe('ask-finished?');
    expect(logged(her)).toBe('logged bye');
    expect(her.today).toMatchObject({ date: '2026-11-23', counts: true });
    expect(her.day('2026-11-22')).toEqual(yesterday);
  });

  it('is asked about again when the yes comes after more than two minutes', () => {
    const her = converse();
    her.says('log-routine');
    expect(her.waits(120_001).says('yes')).toBe('ask-log-routine?');
    expect(her.waits(120_000).says('yes')).toBe('logged bye');
  });
});

function inTheLastPlanks(): Conversation {
  const her = converse();
  her.says('launch');
  for (let exercise = 0; exercise < 4; exercise += 1) her.hearsOut().says('ready');
  return her;
}

function logged(her: Conversation): string {
  return her.saysAll('log-routine', 'yes');
}
