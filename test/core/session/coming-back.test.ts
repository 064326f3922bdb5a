import { localDate } from '../../../lambda/core/streak/local-date';
import { converse, IDS, inTheMarch, listener } from '../../support/converse';

const HOUR_MS = 3_600_000;

describe('"I’m back" on a day that is paused', () => {
  const paused = {
    ...listener(),
    pauses: [{ from: localDate('2026-11-20'), through: localDate('2026-11-24') }],
  };

  it('ends the pause when that is the first thing she says', () => {
    const her = converse({ profile: paused });
    expect(her.says('resume')).toBe('pause-over ask-start?');
    expect(her.state.profile.pauses).toEqual([{ from: '2026-11-20', through: '2026-11-21' }]);
  });

  it('takes up what she was offered, and leaves the pause', () => {
    const her = converse({ profile: paused });
    her.says('streak');
    expect(her.says('resume')).toBe('starting [knees set-up] say-ready?');
    expect(her.state.profile.pauses).toEqual(paused.pauses);
  });

  it('takes up the routine that she left, and leaves the pause', () => {
    const her = converse({ profile: paused });
    her.saysAll('launch', 'ready');
    her.hears(150).says('stop');
    expect(her.waits(HOUR_MS).returns().says('resume')).toBe('picking-up position [knees set 2] say-ready?');
    expect(her.state.profile.pauses).toEqual(paused.pauses);
  });

  it('takes up the routine that she is in, and leaves the pause', () => {
    const her = converse({ profile: paused });
    her.saysAll('launch', 'ready');
    her.hears(20).says('pause');
    expect(her.says('resume')).toMatch(/\[knees set 1\] say-ready\?$/);
    expect(her.state.profile.pauses).toEqual(paused.pauses);
  });
});

describe('a session that ends', () => {
  it('has no last word on where she is, though what she did in it is kept', () => {
    const her = inTheMarch();
    const { changedAtMs, activeMs } = her.today;
    her.hears(30).ends('cut-off');
    expect(her.today.changedAtMs).toBe(changedAtMs);
    expect(her.today.activeMs).toBeGreaterThan(activeMs);
  });

  it('leaves a day open that may still count, for her to be asked again', () => {
    const her = converse({ at: '2026-11-21T20:00-05:00', profile: listener({ stops: 'straight-through' }) });
    her.says('launch');
    while (her.segment.next !== null) her.hearsOut().says('ready');
    her.isNow('2026-11-22T07:30-05:00').returns().ends('no-answer');
    expect(her.today.date).toBe('2026-11-21');
    expect(her.returns().says('launch')).toBe('ask-finished?');
  });
});

it('is answered in other words from turn to turn', () => {
  const her = converse();
  const { wording } = her.state;
  her.says('streak');
  expect(her.state.wording).toBe(wording + 1);
});

it('takes her up in the set she was at when speech goes on through several exercises and the power fails', () => {
  const her = converse({ profile: listener({ stops: 'straight-through' }) });
  her.saysAll('launch', 'next');
  const secondSet = her.segment.cues.find(({ place }) => place.part === 'work' && place.set === 1);
  her.hears((secondSet?.atMs ?? 0) / 1_000 + 5).says('pause');
  her.says('ready');
  expect(her.today.checkpoint?.at).toEqual({ exercise: 0, set: 1, part: 'work' });
  her.waits(HOUR_MS).returns();
  expect(her.saysAll('launch', 'no')).toBe('ask-which-place?');
  expect(her.says('instructions:knees')).toBe('picking-up position [knees set 2] say-ready-for-exercise?');
});

it('keeps the leg that leads while only another exercise has been begun', () => {
  const her = converse();
  her.saysAll('launch', 'ready');
  her.hears(120).says('pause');
  expect(her.done).toBe('knees 1');
  her.saysAll('practice:plank', 'start-routine');
  expect(her.today.checkpoint?.plan).toMatchObject({ purpose: 'routine', leadSide: 'right' });
  expect(her.today.checkpoint?.plan.exercises.map(({ id }) => id)).toEqual([
    IDS.knees,
    IDS.march,
    IDS.kicks,
    IDS.plank,
  ]);
});

it('ends with how the day stands when the power failed in the last hold and she had finished', () => {
  const her = converse();
  her.says('launch');
  while (her.segment.next !== null) her.hearsOut().says('ready');
  her.hears(20).waits(HOUR_MS).returns();
  expect(her.says('launch')).toBe('ask-finished?');
  expect(her.says('yes')).toBe('finished bye');
});
