import { NEW_PROFILE } from '../../../lambda/core/session/new-profile';
import { type Conversation, converse, inTheMarch, listener, type Said } from '../../support/converse';

const EVERYTHING_ERASED = { kind: 'attempt', task: { kind: 'erase', reminder: null } };

describe('"delete my data"', () => {
  it('is asked about before anything is erased', () => {
    const her = inTheMarch().hears(100);
    expect(her.says('delete-data')).toBe('ask-erase?');
    her.says('yes');
    expect(her.acts).toEqual([EVERYTHING_ERASED]);
  });

  it('takes her reminder along', () => {
    const reminder = { token: 'hers', time: { hour: 7, minute: 0 } };
    const her = converse({ profile: { ...listener(), reminder } });
    her.saysAll('delete-data', 'yes');
    expect(her.acts).toEqual([{ kind: 'attempt', task: { kind: 'erase', reminder: 'hers' } }]);
  });

  it.each<readonly [Said, string]>([
    ['no', 'not-erased say-ready-to-go-on?'],
    ['ready', 'not-erased say-ready-to-go-on?'],
    ['next', 'not-erased say-ready-to-go-on?'],
    ['resume', 'not-erased say-ready-to-go-on?'],
    ['fallback', 'not-erased say-ready-to-go-on?'],
    ['stop', 'kept bye'],
  ])('erases nothing after "%s": %s', (said, heard) => {
    const her = inTheMarch().hears(100);
    her.says('delete-data');
    expect(her.says(said)).toBe(heard);
    expect(her.done).toBe('knees 1 2, march 1');
  });

  it('takes no yes for something else that was said in between', () => {
    const her = inTheMarch().hears(100);
    her.saysAll('delete-data', 'streak', 'yes');
    expect(her.acts).not.toContainEqual(EVERYTHING_ERASED);
  });

  it('is asked about again when the yes comes after more than two minutes', () => {
    const her = converse();
    her.says('delete-data');
    expect(her.waits(120_001).says('yes')).toBe('ask-erase?');
    her.waits(120_000).says('yes');
    expect(her.acts).toEqual([EVERYTHING_ERASED]);
  });

  it('leaves someone who was never here', () => {
    const her = erasing(inTheMarch().hears(100));
    const { zone } = her.state;
    expect(her.happens({ kind: 'erased', atMs: her.nowMs })).toBe('erased bye');
    expect(her.state).toMatchObject({
      profile: NEW_PROFILE,
      zone,
      day: { date: '2026-11-22', skipped: [], counts: false, checkpoint: null, activeMs: 0, quiet: false },
      doneBefore: [],
      stoppedExercises: 0,
      stage: { kind: 'opened' },
      lastSaid: null,
    });
    expect(her.done).toBe('');
    expect(her.today.before).toMatchObject({ days: 0, total: 0, longest: 0, firstDone: null });
  });

  it('is told when it did not work, with everything as it was', () => {
    const her = erasing(inTheMarch().hears(100));
    const { profile, day } = her.state;
    expect(her.happens({ kind: 'erase-failed', atMs: her.nowMs })).toBe('erase-failed say-ready-to-go-on?');
    expect(her.state).toMatchObject({ profile, day });
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
  });
});

function erasing(her: Conversation): Conversation {
  her.saysAll('delete-data', 'yes');
  return her;
}
