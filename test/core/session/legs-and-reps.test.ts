import { converse, IDS, inTheKicks, inTheMarch, listener } from '../../support/converse';

describe('the leg that leads', () => {
  it('is the other one as soon as one leg has kicked, whatever was done besides', () => {
    const her = converse({ profile: listener({ stops: 'straight-through' }) });
    her.says('launch');
    while (her.segment.next !== null) her.hearsOut().says('ready');
    expect(her.hearsOut().says('ready')).toBe('finished bye');
    expect(her.today.nextLeadSide).toBe('left');
  });

  it('stays where no leg has kicked yet', () => {
    const her = inTheKicks();
    expect(her.done).toBe('knees 1 2, march 1 2');
    expect(her.today.nextLeadSide).toBe('right');
  });
});

describe('the reps that were done when she was interrupted', () => {
  it('are those before the one that she was in', () => {
    const her = inTheKicks();
    const fifth = her.segment.cues.find(({ place }) => place.exercise === IDS.kicks && place.rep === 5);
    her.hears((fifth?.atMs ?? 0) / 1_000 + 0.5).says('pause');
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 2, set: 0, part: 'work' }, repsDone: 4 });
  });

  it('are counted by the dose of the exercise she is at', () => {
    const her = converse();
    her.saysAll('difficulty:easier:knees', 'start-routine', 'ready');
    her.hearsOut().says('ready');
    const eighth = her.segment.cues.find(({ place }) => place.exercise === IDS.march && place.rep === 8);
    her.hears((eighth?.atMs ?? 0) / 1_000 + 0.5).says('pause');
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 1, set: 0 }, repsDone: 7 });
  });

  it('are none of a hold', () => {
    const her = converse();
    her.saysAll('practice:plank', 'ready');
    const hold = her.segment.cues.find(({ kind }) => kind === 'hold');
    her.hears((hold?.atMs ?? 0) / 1_000 + 2).says('pause');
    expect(her.today.checkpoint).toMatchObject({ at: { exercise: 0, set: 0, part: 'work' }, repsDone: 0 });
  });
});

it('takes another form of several exercises for the seconds of the plank among them', () => {
  const her = converse();
  const exercise = { kind: 'several', ids: [IDS.march, IDS.plank] } as const;
  her.happens({ kind: 'change-difficulty', difficulty: { kind: 'value', value: 'harder' }, exercise, atMs: her.nowMs });
  expect(her.state.profile.difficulty).toMatchObject({ [IDS.march]: 'harder', [IDS.plank]: 'harder' });
  expect(her.state.profile.delivery.plankHoldMs).toBe(20_000);
});

it('names no set and no leg of the kicks while they are being explained, and both once they have been', () => {
  const her = inTheMarch();
  const explained = her.fork();
  const setUp = her.segment.cues.find(({ place }) => place.exercise === IDS.kicks);
  her.hears((setUp?.atMs ?? 0) / 1_000 + 1).says('whats-left');
  expect(her.lines('whats-left')[0]?.where).toEqual({ exercise: IDS.kicks, set: null, side: null, repsDone: 0 });
  explained.hearsOut().says('whats-left');
  expect(explained.lines('whats-left')[0]?.where).toEqual({ exercise: IDS.kicks, set: 1, side: 'right', repsDone: 0 });
});
