import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN } from '../../../lambda/core/streak/run';
import { type Conversation, converse, doneIn, IDS, listener } from '../../support/converse';

const HOUR_MS = 3_600_000;

describe('at three in the morning', () => {
  it('still offers what is unfinished one second before', () => {
    const her = pausedInTheMarch('2026-11-22T21:00-05:00').isNow('2026-11-23T02:59:59-05:00').returns();
    expect(her.says('launch')).toBe('you-were-at ask-go-on?');
    expect(her.today.date).toBe('2026-11-22');
  });

  it('begins a clean day, and leaves the unfinished one as it was', () => {
    const her = pausedInTheMarch('2026-11-22T21:00-05:00');
    const unfinished = her.day('2026-11-22');
    her.isNow('2026-11-23T03:00:00-05:00').returns();
    expect(her.says('launch')).toBe('greeting [knees set-up] say-ready?');
    expect(her.today).toMatchObject({ date: '2026-11-23', skipped: [], counts: false, before: NO_RUN });
    expect(her.done).toBe('');
    expect(her.day('2026-11-22')).toEqual(unfinished);
  });

  it('leaves a routine that goes on past it on the day it began', () => {
    const her = converse({ at: '2026-11-23T02:55-05:00' });
    her.says('launch');
    expect(her.finishes()).toBe('finished bye');
    expect(her.nowMs).toBeGreaterThan(Date.parse('2026-11-23T03:00-05:00'));
    expect(her.today).toMatchObject({ date: '2026-11-22', counts: true });
    expect(her.lines('finished')[0]?.standing).toEqual({ days: 1, total: 1, longest: 1, doneToday: true });
  });

  it('leaves a routine on its day also when she pauses, asks, or starts over in it', () => {
    const her = converse({ at: '2026-11-23T02:59-05:00' });
    her.saysAll('launch', 'ready');
    her.hears(150).saysAll('pause', 'streak', 'start-routine', 'start-over');
    expect(her.today.date).toBe('2026-11-22');
    expect(her.done).toBe('knees 1');
    her.finishes();
    expect(her.day('2026-11-22')?.counts).toBe(true);
  });

  it('takes what was offered before it as the start of the new day', () => {
    const her = converse({ at: '2026-11-23T02:40-05:00' });
    her.says('launch');
    her.finishes();
    her.isNow('2026-11-23T02:59:55-05:00').returns();
    expect(her.says('launch')).toBe('done-today ask-again?');
    expect(her.isNow('2026-11-23T03:00:05-05:00').says('yes')).toBe('from-the-top [knees set-up] say-ready?');
    expect(her.today).toMatchObject({ date: '2026-11-23', counts: false, before: { total: 1 } });
    her.finishes();
    expect(her.lines('finished')[0]?.standing).toMatchObject({ days: 2, total: 2 });
  });

  it('has a routine that ended just after it behind her when she asks again', () => {
    const her = converse({ at: '2026-11-23T02:55-05:00' });
    her.says('launch');
    her.finishes();
    her.returns().says('streak');
    expect(her.lines('streak')[0]).toMatchObject({
      standing: { days: 1, total: 1, doneToday: false },
      exercisesLeft: 4,
    });
  });
});

describe('a day that may still count when it is over', () => {
  it('is asked about, counts with a yes, and today begins after it', () => {
    const her = powerCutInYesterdaysPlanks();
    expect(her.says('launch')).toBe('ask-finished?');
    expect(her.says('yes')).toBe('late-day-in ask-start?');
    expect(her.lines('late-day-in')[0]?.standing).toEqual({ days: 1, total: 1, longest: 1, doneToday: true });
    expect(her.day('2026-11-21')).toMatchObject({ counts: true, checkpoint: null });
    expect(her.says('yes')).toBe('starting [knees set-up] say-ready?');
    expect(her.today).toMatchObject({ date: '2026-11-22', before: { days: 1, total: 1, lastDone: '2026-11-21' } });
    her.finishes();
    expect(her.lines('finished')[0]?.standing).toMatchObject({ days: 2, total: 2 });
  });

  it('stays as it was with a no, and today begins', () => {
    const her = powerCutInYesterdaysPlanks();
    const before = her.day('2026-11-21');
    her.says('launch');
    expect(her.says('no')).toBe('starting [knees set-up] say-ready?');
    expect(her.today).toMatchObject({ date: '2026-11-22', before: NO_RUN });
    expect(her.day('2026-11-21')).toEqual(before);
  });

  it('is asked about again the next time when she does not answer', () => {
    const her = powerCutInYesterdaysPlanks();
    her.saysAll('launch', 'stop');
    expect(her.waits(HOUR_MS).returns().says('launch')).toBe('ask-finished?');
    expect(her.ends('no-answer').waits(HOUR_MS).returns().says('ready')).toBe('ask-finished?');
  });

  it('does not stand in the way of a question about today', () => {
    const her = powerCutInYesterdaysPlanks();
    expect(her.says('streak')).toBe('streak ask-start?');
    expect(her.lines('streak')[0]).toMatchObject({ standing: { doneToday: false }, exercisesLeft: 4 });
    expect(her.returns().says('launch')).toBe('ask-finished?');
  });

  it('is not taken for today while it is asked about', () => {
    const her = powerCutInYesterdaysPlanks();
    her.says('launch');
    expect(her.says('streak')).toBe('streak ask-finished?');
    expect(her.lines('streak')[0]?.exercisesLeft).toBe(4);
  });

  it('is not taken for today once it counts', () => {
    const her = powerCutInYesterdaysPlanks();
    her.saysAll('launch', 'yes');
    expect(her.says('whats-left')).toBe('routine-length ask-start?');
    expect(her.says('skip:knees')).toBe('skipped ask-start?');
    expect(her.today.date).toBe('2026-11-22');
  });

  it('comes before starting over', () => {
    const her = powerCutInYesterdaysPlanks();
    expect(her.says('start-over')).toBe('ask-finished?');
    expect(her.says('no')).toBe('starting [knees set-up] say-ready?');
  });

  it('is not asked about when it could not count any more', () => {
    const her = converse({ at: '2026-11-21T20:00-05:00' });
    her.saysAll('launch', 'ready');
    her.hears(20).isNow('2026-11-22T07:30-05:00').returns();
    expect(her.says('launch')).toBe('greeting [knees set-up] say-ready?');
  });
});

describe('a day', () => {
  it('counts once, however often the routine is done', () => {
    const her = converse();
    her.says('launch');
    her.finishes();
    for (let again = 0; again < 2; again += 1) {
      her.waits(HOUR_MS).returns().saysAll('launch', 'yes');
      expect(her.finishes()).toBe('finished bye');
    }
    expect(her.lines('finished')[0]?.standing).toEqual({ days: 1, total: 1, longest: 1, doneToday: true });
    expect(her.isNow('2026-11-23T07:30-05:00').returns().today.before.total).toBe(1);
  });

  it('counts in pieces: two exercises in the morning, two at night, in sessions that end by themselves', () => {
    const her = converse();
    her.saysAll('launch', 'ready');
    her.hearsOut().says('ready');
    her.hearsOut().ends('no-answer').isNow('2026-11-22T22:30-05:00').returns();
    her.saysAll('launch', 'yes');
    expect(her.today.counts).toBe(false);
    expect(her.finishes()).toBe('finished bye');
    expect(her.today).toMatchObject({ date: '2026-11-22', counts: true });
  });

  it('notes the time she was coached through work, and only that', () => {
    const her = converse();
    her.says('launch');
    her.finishes();
    // Nine sets of half a minute to a minute and a quarter; rests, set-ups and waiting are not work.
    expect(her.today.activeMs).toBeGreaterThan(5 * 60_000);
    expect(her.today.activeMs).toBeLessThan(7.5 * 60_000);
    expect(Number.isInteger(her.today.activeMs)).toBe(true);
  });

  it('reaches a milestone once', () => {
    const her = converse();
    const heard: string[] = [];
    for (const date of ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']) {
      her.isNow(`${date}T07:30-05:00`).returns().says('launch');
      heard.push(her.finishes());
      her.returns().saysAll('launch', 'yes');
      heard.push(her.finishes());
    }
    expect(heard).toEqual([
      ...['finished bye', 'finished bye'],
      ...['finished bye', 'finished bye'],
      ...['milestone finished bye', 'finished bye'],
      ...['finished bye', 'finished bye'],
    ]);
  });

  it('tells what it reached also when it ends in a question', () => {
    const her = afterTwoDays();
    expect(lastSegmentOf(her).says('help')).toBe('milestone finished help-before ask-again?');
  });

  it('tells what it reached also when it counts late', () => {
    const her = lastSegmentBegun(afterTwoDays()).hears(20).isNow('2026-11-25T09:00-05:00').returns();
    expect(her.saysAll('launch', 'yes')).toBe('late-day-in milestone ask-start?');
  });

  it.each([
    { said: 'launch', heard: 'done-today milestone ask-again?' },
    { said: 'start-routine', heard: 'done-today milestone ask-again?' },
    { said: 'streak', heard: 'streak milestone bye' },
    { said: 'progress', heard: 'progress milestone bye' },
  ] as const)(
    'tells what was reached in silence when she comes back that day and says "$said", once',
    ({ said, heard }) => {
      const her = lastSegmentOf(afterTwoDays()).ends('no-answer');
      her.waits(HOUR_MS).returns();
      expect(her.says(said)).toBe(heard);
      expect(her.lines('milestone')[0]?.milestone).toEqual({ kind: 'days-done', total: 3 });
      expect(her.returns().says(said)).toBe(heard.replace('milestone ', ''));
    },
  );

  it.each([
    { said: ['launch'], heard: 'greeting milestone [knees set-up] say-ready?' },
    { said: ['start-routine'], heard: 'starting milestone [knees set-up] say-ready?' },
    { said: ['streak'], heard: 'streak milestone ask-start?' },
    { said: ['minutes:1', 'ready', 'stop', 'launch'], heard: 'milestone you-were-at ask-go-on?' },
  ] as const)('tells it the next day to $said, and never again', ({ said, heard }) => {
    const her = lastSegmentOf(afterTwoDays()).ends('no-answer');
    her.isNow('2026-11-25T07:30-05:00').returns();
    expect(her.saysAll(...said)).toBe(heard);
    her.returns().says('launch');
    her.finishes();
    expect(her.lines('milestone')).toEqual([]);
    her.isNow('2026-11-26T07:30-05:00').returns().says('launch');
    expect(her.lines('milestone')).toEqual([]);
  });

  it('names a pause that she is in, and how much longer it lasts', () => {
    const away = { from: localDate('2026-11-21'), through: localDate('2026-11-26') };
    const her = converse({ profile: { ...listener(), pauses: [away] } });
    expect(her.says('streak')).toBe('streak streak-is-paused ask-start?');
    expect(her.lines('streak-is-paused')[0]?.days).toBe(5);
    expect(her.lines('streak')[0]?.exercisesLeft).toBeNull();
    expect(her.isNow('2026-11-26T07:30-05:00').returns().says('streak')).toBe('streak streak-is-paused ask-start?');
    expect(her.lines('streak-is-paused')[0]?.days).toBe(1);
    expect(her.isNow('2026-11-27T07:30-05:00').returns().says('streak')).toBe('streak ask-start?');
    expect(her.lines('streak')[0]?.exercisesLeft).toBe(4);
  });

  it('is told with the days of a week, all of them, and the last one', () => {
    const her = converse({ at: '2026-11-15T07:30-05:00' });
    expect(her.says('progress')).toBe('progress ask-start?');
    expect(her.lines('progress')[0]).toEqual({ kind: 'progress', inSevenDays: 0, total: 0, last: null });
    for (const date of ['2026-11-15', '2026-11-16', '2026-11-18', '2026-11-20']) {
      her.isNow(`${date}T07:30-05:00`).returns().says('launch');
      her.finishes();
    }
    her.isNow('2026-11-22T07:30-05:00').returns().says('progress');
    // Today isn't in, so the seven days are those before it, from the 15th on; 20 November 2026 was a Friday.
    expect(her.lines('progress')[0]).toEqual({
      kind: 'progress',
      inSevenDays: 4,
      total: 4,
      last: { daysAgo: 2, weekday: 5 },
    });
    her.says('yes');
    her.finishes();
    her.returns().says('progress');
    // With today, the 15th is the eighth.
    expect(her.lines('progress')[0]).toMatchObject({ inSevenDays: 4, total: 5, last: { daysAgo: 0 } });
    her.isNow('2026-11-23T07:30-05:00').returns().says('progress');
    expect(her.lines('progress')[0]).toMatchObject({ inSevenDays: 4, total: 5, last: { daysAgo: 1 } });
  });

  it('tells of a session that goes on past its end what the new day shows', () => {
    const her = converse({ at: '2026-11-22T02:00-05:00' });
    her.says('launch');
    her.finishes();
    her.says('help');
    her.isNow('2026-11-22T03:10-05:00').says('progress');
    expect(her.lines('progress')[0]).toMatchObject({ inSevenDays: 1, total: 1, last: { daysAgo: 1, weekday: 6 } });
  });

  it('forgives one missed day and names it when she asks', () => {
    const her = afterTwoDays().isNow('2026-11-25T07:30-05:00').returns();
    expect(her.says('streak')).toBe('streak forgiven ask-start?');
    expect(her.lines('streak')[0]?.standing).toMatchObject({ days: 2, total: 2 });
    // 24 November 2026 was a Tuesday.
    expect(her.lines('forgiven')[0]).toEqual({ kind: 'forgiven', daysAgo: 1, weekday: 2 });
  });
});

describe('travelling', () => {
  it('goes on with the day she is in after a flight west to the day before', () => {
    const her = pausedInTheMarch('2026-11-23T05:00+01:00', 'Europe/Berlin');
    expect(her.today.date).toBe('2026-11-23');
    her.waits(HOUR_MS).returns('America/Los_Angeles');
    expect(her.says('launch')).toBe('you-were-at ask-go-on?');
    her.says('yes');
    her.finishes();
    expect(her.today).toMatchObject({ date: '2026-11-23', counts: true });
  });

  it('does not count a date twice that comes twice', () => {
    const her = converse({ at: '2026-11-23T05:00+01:00', zone: 'Europe/Berlin' });
    her.says('launch');
    her.finishes();
    her.waits(12 * HOUR_MS).returns('America/Los_Angeles');
    expect(her.says('launch')).toBe('done-today ask-again?');
    her.says('streak');
    expect(her.lines('streak')[0]?.standing).toMatchObject({ days: 1, total: 1, doneToday: true });
  });

  it('loses no day to the date line on the way east', () => {
    const her = converse({ at: '2026-11-22T20:00-08:00', zone: 'America/Los_Angeles' });
    her.says('launch');
    her.finishes();
    // The evening of the 22nd in Los Angeles, 15 hours in the air: the 24th in Sydney, before seven in the morning.
    her.isNow('2026-11-24T06:30+11:00').returns('Australia/Sydney');
    expect(her.says('launch')).toBe('greeting [knees set-up] say-ready?');
    expect(her.today).toMatchObject({ date: '2026-11-24', zone: 'Australia/Sydney' });
    her.finishes();
    expect(her.lines('finished')[0]?.standing).toMatchObject({ days: 2, total: 2 });
    her.says('streak');
    expect(her.lines('forgiven')).toEqual([]);
  });

  it('takes one flight for one flight, however often she asks before she goes on', () => {
    const her = converse({ at: '2026-11-22T20:00-08:00', zone: 'America/Los_Angeles' });
    her.says('launch');
    her.finishes();
    for (const date of ['2026-11-24', '2026-11-25', '2026-11-26'])
      her.isNow(`${date}T10:00+11:00`).returns('Australia/Sydney').says('streak');
    expect(her.state.profile.pauses).toEqual([{ from: '2026-11-23', through: '2026-11-23' }]);
    // The 24th and the 25th in Sydney were hers to miss.
    expect(her.lines('streak')[0]?.standing).toMatchObject({ days: 0, total: 1 });
  });

  it('leaves an unfinished day behind that her new clock has passed', () => {
    const her = pausedInTheMarch('2026-11-22T20:00-08:00', 'America/Los_Angeles');
    her.waits(HOUR_MS).returns('Australia/Sydney');
    expect(her.says('launch')).toBe('greeting [knees set-up] say-ready?');
    expect(doneIn(her.day('2026-11-22') ?? her.today)).toBe('knees 1 2, march 1');
  });

  it('keeps one day through the hour that comes twice', () => {
    const her = converse({ at: '2026-11-01T01:50-04:00' });
    her.says('launch');
    her.finishes();
    expect(her.today).toMatchObject({ date: '2026-10-31', counts: true });
    expect(her.isNow('2026-11-01T02:59-05:00').returns().says('launch')).toBe('done-today ask-again?');
    expect(her.isNow('2026-11-01T03:00-05:00').returns().today.date).toBe('2026-11-01');
  });

  it.each([
    { zone: 'Asia/Tokyo', locale: 'en-US', date: '2026-11-23', why: "by the device's zone" },
    { zone: null, locale: 'en-US', date: '2026-11-22', why: 'by where most people of her language live' },
    { zone: null, locale: 'en-AU', date: '2026-11-23', why: 'by where most people of her language live' },
    { zone: null, locale: 'pt-BR', date: '2026-11-22', why: 'by world time for a language we do not have' },
  ])('opens her day $why', ({ zone, locale, date }) => {
    expect(converse({ at: '2026-11-22T19:00Z', zone, locale }).today.date).toBe(date);
  });

  it('goes by the zone she was last in when the device does not tell', () => {
    const her = pausedInTheMarch('2026-11-22T20:00+11:00', 'Australia/Sydney').isNow('2026-11-23T02:59+11:00');
    expect(her.returns(null).says('launch')).toBe('you-were-at ask-go-on?');
    expect(her.isNow('2026-11-23T03:00+11:00').returns(null).today.date).toBe('2026-11-23');
  });

  it('passes over days that a wrong clock wrote far ahead', () => {
    const far = converse({ at: '2031-01-01T08:00-05:00' });
    far.says('launch');
    const her = converse({ days: [far.today] });
    expect(her.says('launch')).toBe('greeting [knees set-up] say-ready?');
    expect(her.today.date).toBe('2026-11-22');
  });
});

describe('the first time', () => {
  it('hears the disclaimer once', () => {
    const her = converse({ profile: null });
    expect(her.says('launch')).toBe('welcome disclaimer first-place say-im-ready?');
    expect(her.says('ready')).toBe('starting [knees set-up] say-ready?');
    her.finishes();
    expect(her.isNow('2026-11-23T07:30-05:00').returns().says('launch')).toBe('greeting [knees set-up] say-ready?');
  });

  it('hears it before any exercise, whatever she says first', () => {
    for (const first of ['streak', 'help', 'skip:plank', 'instructions:march', 'previous', 'pause', 'no'] as const) {
      const her = converse({ profile: null });
      her.says(first);
      expect(her.says('yes')).toBe('welcome disclaimer first-place say-im-ready?');
    }
  });

  it('was welcomed when she has a day, even where the note of it was lost', () => {
    const her = pausedInTheMarch('2026-11-22T07:30-05:00');
    expect(converse({ profile: null, days: [her.today] }).says('launch')).toBe('you-were-at ask-go-on?');
  });
});

function pausedInTheMarch(at: string, zone = 'America/New_York'): Conversation {
  const her = converse({ at, zone, profile: listener() });
  her.saysAll('launch', 'ready');
  her.hearsOut().says('ready');
  her.hears(100).says('pause');
  return her.ends('no-answer');
}

function lastSegmentBegun(her: Conversation): Conversation {
  her.says('launch');
  while (her.segment.next !== null) her.hearsOut().says('ready');
  return her;
}

function lastSegmentOf(her: Conversation): Conversation {
  return lastSegmentBegun(her).hearsOut();
}

function powerCutInYesterdaysPlanks(): Conversation {
  const her = lastSegmentBegun(converse({ at: '2026-11-21T20:00-05:00' })).hears(20);
  expect(her.segment.cues[0]?.place.exercise).toBe(IDS.plank);
  return her.isNow('2026-11-22T07:30-05:00').returns();
}

/** On the evening of 24 November, after routines on the 22nd and 23rd. */
function afterTwoDays(): Conversation {
  const her = converse();
  for (const date of ['2026-11-22', '2026-11-23']) {
    her.isNow(`${date}T07:30-05:00`).returns().says('launch');
    her.finishes();
  }
  return her.isNow('2026-11-24T20:00-05:00').returns();
}
