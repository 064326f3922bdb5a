import { converse, inTheMarch, listener } from '../../support/converse';

describe('"done" in the middle of a set', () => {
  it('lets her rest, and "ready" begins the next set', () => {
    const her = inTheMarch();
    expect(her.hears(20).says('ready')).toBe('set-counted say-ready-for-set?');
    expect(her.lines('say-ready-for-set')[0]).toMatchObject({ set: 2 });
    expect(her.says('ready')).toBe('[march set 2] say-ready?');
  });

  it('names the third hold after the second', () => {
    const her = converse();
    her.saysAll('practice:plank', 'ready');
    const secondHold = her.segment.cues.find(({ place, kind }) => place.set === 1 && kind === 'hold');
    her.hears((secondHold?.atMs ?? 0) / 1_000 + 1).says('ready');
    expect(her.lines('say-ready-for-set')[0]).toMatchObject({ set: 3 });
    expect(her.done).toBe('plank 1 2');
  });
});

it('goes back from the second set to the work of the first', () => {
  const her = inTheMarch();
  her.hears(20).saysAll('ready', 'previous');
  expect(her.today.checkpoint?.at).toEqual({ exercise: 1, set: 0, part: 'work' });
});

it('begins again with a yes to what she was offered after a wish that needed a word more', () => {
  const her = converse();
  her.says('launch');
  her.finishes();
  her.returns();
  expect(her.says('change-pace')).toBe('ask-pace?');
  expect(her.says('yes')).toBe('from-the-top [knees set-up] say-ready?');
});

it('pauses her days from the new day on when the old one has just been finished after three in the morning', () => {
  const her = converse({ at: '2026-11-23T02:55-05:00', profile: listener({ stops: 'straight-through' }) });
  her.says('launch');
  while (her.segment.next !== null) her.hearsOut().says('ready');
  her.hearsOut().says('away:2');
  expect(her.today).toMatchObject({ date: '2026-11-22', counts: true });
  expect(her.state.profile.pauses).toEqual([{ from: '2026-11-23', through: '2026-11-24' }]);
});

it('asks about a reminder in the night once, and not again when she is silent', () => {
  const her = converse();
  her.says('remind:23');
  expect(her.lines('ask-confirm-reminder').map(({ inTheNight }) => inTheNight)).toEqual([true, false]);
});
