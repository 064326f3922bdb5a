import { localDate } from '../../../lambda/core/streak/local-date';
import { NO_RUN } from '../../../lambda/core/streak/run';
import { converse, IDS, inTheMarch } from '../../support/converse';

describe('how to do an exercise', () => {
  it.each(['instructions:several', 'instructions:unknown', 'instructions'] as const)(
    'is told once she has named it, asked after "%s"',
    (said) => {
      const her = converse();
      her.says(said);
      expect(her.says('instructions:kicks')).toBe('instructions ask-start?');
      expect(her.lines('instructions')[0]?.exercise).toBe(IDS.kicks);
    },
  );
});

describe('what is left', () => {
  it('names what comes after the exercise she is at', () => {
    const her = inTheMarch();
    her.hears(20).says('whats-left');
    expect(her.lines('whats-left')[0]).toMatchObject({
      where: { exercise: IDS.march },
      after: [IDS.kicks, IDS.plank],
    });
  });

  it('names what is to be done today before she begins', () => {
    const her = converse();
    her.says('whats-left');
    expect(her.lines('routine-length')[0]?.exercises).toEqual([IDS.knees, IDS.march, IDS.kicks, IDS.plank]);
    her.saysAll('skip:march', 'whats-left');
    expect(her.lines('routine-length')[0]?.exercises).toEqual([IDS.knees, IDS.kicks, IDS.plank]);
  });
});

describe('asked when the last hold has just ended', () => {
  /** Two days are done, and the third has been heard to its end. */
  function thirdDayThrough(): ReturnType<typeof converse> {
    const her = converse();
    her.says('launch');
    const before = {
      ...NO_RUN,
      days: 2,
      longest: 2,
      total: 2,
      ...{ firstDone: NOV_20, lastDone: localDate('2026-11-21') },
    };
    her.state = { ...her.state, day: { ...her.today, before } };
    for (let turns = 0; turns < 4; turns += 1) her.hearsOut().says('ready');
    return her.hearsOut();
  }

  it.each([
    { said: 'progress', heard: 'progress milestone finished bye' },
    { said: 'streak', heard: 'milestone finished bye' },
    { said: 'whats-left', heard: 'milestone finished bye' },
  ] as const)('"$said" is answered with how the day ended, a milestone told once', ({ said, heard }) => {
    expect(thirdDayThrough().says(said)).toBe(heard);
  });
});

const NOV_20 = localDate('2026-11-20');
