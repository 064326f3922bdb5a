import type { EventOf } from '../../../lambda/core/session/event';
import { localDate } from '../../../lambda/core/streak/local-date';
import type { Pause } from '../../../lambda/core/streak/run';
import { type Conversation, converse, inTheMarch, listener } from '../../support/converse';

describe('a pause of her days in a row', () => {
  it.each([
    [1, '2026-11-22'],
    [7, '2026-11-28'],
    [90, '2027-02-19'],
  ])('of %d days begins today and lasts through %s', (days, through) => {
    const her = converse();
    expect(pauses(her, days)).toBe('streak-paused bye');
    expect(her.lines('streak-paused')).toEqual([{ kind: 'streak-paused', days }]);
    expect(pausesOf(her)).toEqual([`2026-11-22 ${through}`]);
  });

  it('begins tomorrow when today is in', () => {
    const her = converse();
    her.saysAll('log-routine', 'yes');
    expect(pauses(her, 2)).toBe('streak-paused bye');
    expect(pausesOf(her)).toEqual(['2026-11-23 2026-11-24']);
  });

  it('lasts ninety days at most, and she is told so', () => {
    const her = converse();
    expect(pauses(her, 91)).toBe('streak-paused-at-most bye');
    expect(her.lines('streak-paused-at-most')).toEqual([{ kind: 'streak-paused-at-most', days: 90 }]);
    expect(pausesOf(her)).toEqual(['2026-11-22 2027-02-19']);
  });

  it.each<readonly [string, EventOf<'pause-streak'>['pause']]>([
    ['0 days', { kind: 'value', value: { kind: 'days', days: 0 } }],
    ['minus 3 days', { kind: 'value', value: { kind: 'days', days: -3 } }],
    ['something else', { kind: 'unknown' }],
  ])('of %s is asked about', (_, pause) => {
    const her = converse();
    expect(says(her, pause)).toBe('not-understood-number ask-pause-days?');
    expect(pausesOf(her)).toEqual([]);
  });

  it('of minutes is none: it is the routine that waits', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('away:10min')).toBe('paused say-ready-when-back?');
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 1, set: 1 }, repsDone: 5 });
    expect(pausesOf(her)).toEqual([]);
  });

  it('of minutes answers how long she has, when she was asked that', () => {
    const her = converse();
    her.says('minutes:unknown');
    expect(her.says('away:5min')).toBe('short-routine [knees set-up] say-ready?');
    expect(pausesOf(her)).toEqual([]);
  });

  it('of minutes is asked about when she was asked for days', () => {
    const her = converse();
    her.says('pause-streak');
    expect(her.says('away:120min')).toBe('no-rush ask-pause-days?');
    expect(pausesOf(her)).toEqual([]);
  });

  it('without a length is asked about, and a bare number answers', () => {
    const her = inTheMarch().hears(100);
    expect(says(her, { kind: 'nothing' })).toBe('ask-pause-days?');
    const five = { kind: 'value', value: 5 } as const;
    expect(her.happens({ kind: 'start-routine', minutes: five, atMs: her.nowMs })).toBe(
      'streak-paused say-ready-to-go-on?',
    );
    expect(pausesOf(her)).toEqual(['2026-11-22 2026-11-26']);
  });

  it('takes the place of the one that is running and of one to come, and leaves what is past', () => {
    const her = withPauses('2026-10-01 2026-10-05', '2026-11-20 2026-11-30', '2026-12-24 2026-12-31');
    pauses(her, 2);
    expect(pausesOf(her)).toEqual(['2026-10-01 2026-10-05', '2026-11-20 2026-11-21', '2026-11-22 2026-11-23']);
  });

  it('keeps her run together', () => {
    const her = converse({ at: '2026-11-10T07:30-05:00' });
    her.saysAll('log-routine', 'yes');
    pauses(her.waits(1_000).returns(), 10);
    her.isNow('2026-11-21T07:30-05:00').returns();
    expect(her.saysAll('log-routine', 'yes')).toBe('logged bye');
    expect(her.lines('logged')).toMatchObject([{ standing: { days: 2 } }]);
  });

  it('belongs to the day on the calendar before three in the morning', () => {
    const her = converse({ at: '2026-11-23T02:30-05:00' });
    pauses(her, 1);
    expect(pausesOf(her)).toEqual(['2026-11-22 2026-11-22']);
  });
});

describe('the end of a pause', () => {
  it('makes today count again, and leaves the days that were paused', () => {
    const her = withPauses('2026-11-18 2026-11-30');
    expect(says(her, OVER)).toBe('pause-over ask-start?');
    expect(pausesOf(her)).toEqual(['2026-11-18 2026-11-21']);
  });

  it('leaves nothing of a pause that began today', () => {
    const her = converse();
    pauses(her, 5);
    says(her, OVER);
    expect(pausesOf(her)).toEqual([]);
  });

  it('also ends one that was to begin tomorrow', () => {
    const her = withPauses('2026-11-23 2026-11-30');
    expect(says(her, OVER)).toBe('pause-over ask-start?');
    expect(pausesOf(her)).toEqual([]);
  });

  it('changes nothing where there is none', () => {
    const her = withPauses('2026-11-18 2026-11-21');
    expect(says(her, OVER)).toBe('no-pause ask-start?');
    expect(pausesOf(her)).toEqual(['2026-11-18 2026-11-21']);
  });

  it('ends one on its last day', () => {
    const her = withPauses('2026-11-18 2026-11-22');
    expect(says(her, OVER)).toBe('pause-over ask-start?');
    expect(pausesOf(her)).toEqual(['2026-11-18 2026-11-21']);
  });

  it('is also what "I am back" means, when nothing else waits for her', () => {
    const her = withPauses('2026-11-18 2026-11-30');
    expect(her.says('resume')).toBe('pause-over ask-start?');
    expect(pausesOf(her)).toEqual(['2026-11-18 2026-11-21']);
  });

  it('does not come with going on in a routine on a paused day', () => {
    const her = withPauses('2026-11-18 2026-11-30');
    her.says('start-routine');
    her.hears(5).says('pause');
    expect(her.says('resume')).toBe('[knees set-up] say-ready?');
    expect(pausesOf(her)).toEqual(['2026-11-18 2026-11-30']);
  });
});

const OVER = { kind: 'value', value: { kind: 'over' } } as const;

function pauses(her: Conversation, days: number): string {
  return says(her, { kind: 'value', value: { kind: 'days', days } });
}

function says(her: Conversation, pause: EventOf<'pause-streak'>['pause']): string {
  return her.happens({ kind: 'pause-streak', pause, atMs: her.nowMs });
}

/** Somebody with pauses, each written `from through`. */
function withPauses(...written: readonly string[]): Conversation {
  const pause = (days: string): Pause => {
    const [from = '', through = ''] = days.split(' ');
    return { from: localDate(from), through: localDate(through) };
  };
  return converse({ profile: { ...listener(), pauses: written.map(pause) } });
}

function pausesOf(her: Conversation): readonly string[] {
  return her.state.profile.pauses.map(({ from, through }) => `${from} ${through}`);
}
