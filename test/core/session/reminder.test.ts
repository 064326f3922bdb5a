import type { PartOfDay, ReminderTrouble, TimeWish } from '../../../lambda/core/session/event';
import type { ClockTime, Reminder } from '../../../lambda/core/session/progress';
import { type Conversation, converse, inTheMarch, listener, type Said } from '../../support/converse';

const SEVEN: ClockTime = { hour: 7, minute: 0 };
const HERS: Reminder = { token: 'hers', time: { hour: 9, minute: 30 } };

describe('a reminder', () => {
  it('is read back and set only after a yes', () => {
    const her = inTheMarch().hears(100);
    expect(wants(her, SEVEN)).toBe('ask-confirm-reminder?');
    expect(her.lines('ask-confirm-reminder')[0]).toEqual({
      kind: 'ask-confirm-reminder',
      time: SEVEN,
      inTheNight: false,
    });
    her.says('yes');
    expect(her.acts).toEqual([{ kind: 'attempt', task: { kind: 'set-reminder', time: SEVEN, replaces: null } }]);
  });

  it('is hers once it is set, and leads back to where she was', () => {
    const her = confirmed(inTheMarch().hears(100));
    expect(isSet(her)).toBe('reminder-set say-ready-to-go-on?');
    expect(her.lines('reminder-set')).toEqual([{ kind: 'reminder-set', time: SEVEN }]);
    expect(her.state.profile.reminder).toEqual({ token: 'new', time: SEVEN });
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
  });

  it('is hers also when that is learnt in a session of its own', () => {
    const her = converse();
    expect(isSet(her)).toBe('reminder-set bye');
    expect(her.state.profile.reminder).toEqual({ token: 'new', time: SEVEN });
  });

  it('is all that she came for, where she was offered nothing', () => {
    const her = confirmed(converse());
    expect(isSet(her)).toBe('reminder-set bye');
  });

  it.each([
    [null, 'launch', 'reminder-set ask-start?'],
    [listener(), 'streak', 'reminder-set ask-start?'],
  ] as const)('leads back to what she was offered (%#)', (profile, said, answer) => {
    const her = converse({ profile });
    her.says(said);
    expect(isSet(confirmed(her))).toBe(answer);
  });

  it('leads back to the place that she kept', () => {
    const her = inTheMarch().hears(100);
    her.says('stop');
    expect(isSet(confirmed(her.returns()))).toBe('reminder-set say-ready-to-go-on?');
    expect(her.says('ready')).toBe('position [march set 2] say-ready?');
  });

  it.each<readonly [Said, string]>([
    ['no', 'reminder-not-set bye'],
    ['fallback', 'reminder-not-set bye'],
    ['ready', 'reminder-not-set starting [knees set-up] say-ready?'],
    ['next', 'reminder-not-set starting [knees set-up] say-ready?'],
  ])('is not set after "%s"', (said, answer) => {
    const her = converse();
    wants(her, SEVEN);
    expect(her.says(said)).toBe(answer);
    expect(her.state.profile.reminder).toBeNull();
  });

  it.each<readonly [string, () => Conversation, string]>([
    ['in the march', () => inTheMarch().hears(100), 'picking-up [march set 2] say-ready?'],
    ['where her place was kept', () => stopped(inTheMarch().hears(100)), 'picking-up [march set 2] say-ready?'],
    ['before its first set', () => stopped(inTheMarch().hears(5)), '[march set 1] say-ready?'],
    [
      'after an unknown end',
      () =>
        inTheMarch()
          .hears(100)
          .waits(3 * 3_600_000)
          .returns(),
      'ask-finished?',
    ],
    ['with today done', () => doneToday(), 'done-today ask-again?'],
    ['before the welcome', () => converse({ profile: null }), 'welcome disclaimer first-place say-im-ready?'],
  ])('is told not to be set when she says "ready" to it: %s', (_, conversation, onward) => {
    const her = conversation();
    wants(her, SEVEN);
    expect(her.says('ready')).toBe(`reminder-not-set ${onward}`);
  });

  it('is read back again when the yes comes after more than two minutes', () => {
    const her = converse();
    wants(her, SEVEN);
    expect(her.waits(120_001).says('yes')).toBe('ask-confirm-reminder?');
    her.waits(120_000).says('yes');
    expect(her.acts).toMatchObject([{ kind: 'attempt', task: { time: SEVEN } }]);
  });

  it('takes the place of the one she has', () => {
    const her = confirmed(withReminder());
    expect(her.acts).toEqual([{ kind: 'attempt', task: { kind: 'set-reminder', time: SEVEN, replaces: 'hers' } }]);
    isSet(her);
    expect(her.state.profile.reminder).toEqual({ token: 'new', time: SEVEN });
  });

  it.each([
    ['21:59', false],
    ['22:00', true],
    ['2:00', true],
    ['5:59', true],
    ['6:00', false],
  ])('at %s might wake a baby: %s', (time, inTheNight) => {
    const her = converse();
    wants(her, clock(time));
    expect(her.lines('ask-confirm-reminder')[0]).toMatchObject({ inTheNight });
  });
});

describe('the time of a reminder', () => {
  it.each([{ kind: 'nothing' } as const, { kind: 'unknown' } as const])('is asked for after %j', (time) => {
    const her = converse();
    expect(her.happens({ kind: 'set-reminder', time, permitted: true, atMs: her.nowMs })).toBe('ask-reminder-time?');
    expect(her.lines('ask-reminder-time')[0]).toEqual({ kind: 'ask-reminder-time', part: null });
  });

  it('is asked for within a part of the day, also when she is not understood', () => {
    const her = converse();
    expect(wantsPart(her, 'evening')).toBe('ask-reminder-time?');
    her.happens({ kind: 'set-reminder', time: { kind: 'unknown' }, permitted: true, atMs: her.nowMs });
    expect(her.lines('ask-reminder-time')[0]).toEqual({ kind: 'ask-reminder-time', part: 'evening' });
  });

  it('is asked for within another part when she thinks better of it', () => {
    const her = converse();
    wantsPart(her, 'evening');
    wantsPart(her, 'morning');
    wants(her, clock('19:00'));
    expect(confirming(her)).toBe('7:00');
  });

  it.each<readonly [PartOfDay, string, string]>([
    ['morning', '7:00', '7:00'],
    ['morning', '19:15', '7:15'],
    ['morning', '12:00', '12:00'],
    ['afternoon', '2:30', '14:30'],
    ['afternoon', '14:30', '14:30'],
    ['afternoon', '0:00', '12:00'],
    ['evening', '7:00', '19:00'],
    ['evening', '21:00', '21:00'],
    ['night', '2:00', '2:00'],
    ['night', '10:00', '22:00'],
    ['night', '12:00', '0:00'],
    ['night', '23:00', '23:00'],
    ['evening', '1:00', '1:00'],
  ])('in the %s, said as %s, is %s', (part, said, time) => {
    const her = converse();
    wantsPart(her, part);
    wants(her, clock(said));
    expect(confirming(her)).toBe(time);
  });

  it('may be named with its hour, and then the part asked for before does not count', () => {
    const her = converse();
    her.says('remind:7:evening');
    expect(confirming(her)).toBe('19:00');
    const undecided = converse();
    undecided.saysAll('remind:evening', 'remind:7:morning');
    expect(confirming(undecided)).toBe('7:00');
  });

  it('may be a bare number then', () => {
    const her = converse();
    wantsPart(her, 'evening');
    const eight = { kind: 'value', value: 8 } as const;
    her.happens({ kind: 'start-routine', minutes: eight, atMs: her.nowMs });
    expect(confirming(her)).toBe('20:00');
  });

  it('is taken as it is where no part was named', () => {
    const her = converse();
    wants(her, SEVEN);
    expect(confirming(her)).toBe('7:00');
  });
});

describe('the permission for a reminder', () => {
  it('is asked for by the platform where she has not given it, and her place is kept', () => {
    const her = inTheMarch().hears(100);
    wants(her, SEVEN, false);
    expect(her.acts).toEqual([
      { kind: 'say', line: { kind: 'needs-permission' } },
      { kind: 'ask-permission', time: SEVEN },
    ]);
    expect(her.state.stage).toEqual({ kind: 'awaiting-permission', time: SEVEN });
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 1, set: 1 }, repsDone: 5, speakingSinceMs: null });
  });

  it('is asked for after she heard how her days stand, at the end of the routine', () => {
    const her = converse();
    her.says('launch');
    for (let exercise = 0; exercise < 4; exercise += 1) her.hearsOut().says('ready');
    wants(her.hearsOut(), SEVEN, false);
    expect(her.acts.map((act) => (act.kind === 'say' ? act.line.kind : act.kind))).toEqual([
      'finished',
      'needs-permission',
      'ask-permission',
    ]);
  });

  it('leads on to the question for a yes', () => {
    const her = inTheMarch().hears(100);
    wants(her, SEVEN, false);
    expect(answers(her, 'accepted', SEVEN)).toBe('ask-confirm-reminder?');
    her.says('yes');
    expect(her.acts).toMatchObject([{ kind: 'attempt', task: { kind: 'set-reminder', time: SEVEN } }]);
  });

  it.each([
    ['denied', 'permission-denied'],
    ['not-answered', 'permission-not-answered'],
  ] as const)('%s leaves it, and leads back', (answer, line) => {
    const her = inTheMarch().hears(100);
    wants(her, SEVEN, false);
    expect(answers(her.fork(), answer, SEVEN)).toBe(`${line} say-ready-to-go-on?`);
    expect(answers(converse(), answer, null)).toBe(`${line} bye`);
  });

  it('may be answered in a session of its own, with the time or without', () => {
    expect(answers(converse(), 'accepted', SEVEN)).toBe('ask-confirm-reminder?');
    expect(answers(converse(), 'accepted', null)).toBe('ask-reminder-time?');
  });

  it('is asked for once more when it turns out to be missing, and only once', () => {
    const her = confirmed(converse());
    fails(her, 'not-permitted', SEVEN);
    expect(her.acts).toEqual([
      { kind: 'say', line: { kind: 'needs-permission' } },
      { kind: 'ask-permission', time: SEVEN },
    ]);
    answers(her, 'accepted', SEVEN);
    her.says('yes');
    expect(fails(her, 'not-permitted', SEVEN)).toBe('reminder-trouble bye');
  });
});

describe('a reminder that fails', () => {
  it.each(['not-on-this-device', 'too-many', 'unavailable'] as const)('is told: %s', (trouble) => {
    const her = confirmed(inTheMarch().hears(100));
    expect(fails(her, trouble, SEVEN)).toBe('reminder-trouble say-ready-to-go-on?');
    expect(her.lines('reminder-trouble')).toEqual([{ kind: 'reminder-trouble', trouble }]);
    expect(her.state.profile.reminder).toBeNull();
  });

  it.each(['not-permitted', 'unavailable'] as const)('to be cancelled stays hers: %s', (trouble) => {
    const her = withReminder();
    her.says('cancel-reminder');
    expect(fails(her, trouble, null)).toBe('reminder-trouble bye');
    expect(her.state.profile.reminder).toEqual(HERS);
  });
});

describe('cancelling a reminder', () => {
  it('takes her own one away', () => {
    const her = withReminder();
    her.says('cancel-reminder');
    expect(her.acts).toEqual([{ kind: 'attempt', task: { kind: 'cancel-reminder', token: 'hers' } }]);
    expect(her.state.profile.reminder).toEqual(HERS);
    expect(her.happens({ kind: 'reminder-cancelled', atMs: her.nowMs })).toBe('reminder-cancelled bye');
    expect(her.state.profile.reminder).toBeNull();
  });

  it('says so where there is none', () => {
    expect(inTheMarch().hears(100).says('cancel-reminder')).toBe('no-reminder say-ready-to-go-on?');
  });
});

function wants(her: Conversation, time: ClockTime, permitted = true): string {
  return wantsAt(her, { kind: 'at', time, part: null }, permitted);
}

function wantsPart(her: Conversation, part: PartOfDay): string {
  return wantsAt(her, { kind: 'part-of-day', part }, true);
}

function wantsAt(her: Conversation, value: TimeWish, permitted: boolean): string {
  return her.happens({ kind: 'set-reminder', time: { kind: 'value', value }, permitted, atMs: her.nowMs });
}

function confirmed(her: Conversation): Conversation {
  wants(her, SEVEN);
  her.says('yes');
  return her;
}

function isSet(her: Conversation): string {
  return her.happens({ kind: 'reminder-set', token: 'new', time: SEVEN, atMs: her.nowMs });
}

function stopped(her: Conversation): Conversation {
  her.says('stop');
  return her.returns();
}

function doneToday(): Conversation {
  const her = inTheMarch();
  her.finishes();
  return her.returns();
}

function fails(her: Conversation, trouble: ReminderTrouble, time: ClockTime | null): string {
  return her.happens({ kind: 'reminder-failed', trouble, time, atMs: her.nowMs });
}

function answers(her: Conversation, answer: 'accepted' | 'denied' | 'not-answered', time: ClockTime | null): string {
  return her.happens({ kind: 'permission-answered', answer, time, atMs: her.nowMs });
}

function withReminder(): Conversation {
  return converse({ profile: { ...listener(), reminder: HERS } });
}

/** The time that is being read back. */
function confirming(her: Conversation): string {
  return her
    .lines('ask-confirm-reminder')
    .slice(0, 1)
    .map(({ time }) => `${time.hour}:${String(time.minute).padStart(2, '0')}`)
    .join();
}

function clock(written: string): ClockTime {
  const [hour, minute] = written.split(':');
  return { hour: Number(hour), minute: Number(minute) };
}
