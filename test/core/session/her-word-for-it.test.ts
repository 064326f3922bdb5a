import { type Conversation, converse, IDS, type Said } from '../../support/converse';

/** What she is asked when her word fits more than one exercise or none, and what comes of her naming one. */
describe('an exercise named when she was asked which', () => {
  it.each([
    { said: 'skip:several', heard: 'skipped ask-start?' },
    { said: 'skip:unknown', heard: 'skipped ask-start?' },
    { said: 'practice:several', heard: 'practice [kicks set-up] say-ready?' },
    { said: 'practice:unknown', heard: 'practice [kicks set-up] say-ready?' },
    { said: 'practice', heard: 'practice [kicks set-up] say-ready?' },
    { said: 'instructions', heard: 'instructions ask-start?' },
    { said: 'difficulty:easier:unknown', heard: 'difficulty-changed ask-start?' },
  ] as const)('is taken for what she had wanted: "$said"', ({ said, heard }) => {
    const her = askedWhich(said);
    expect(her.says('instructions:kicks')).toBe(heard);
  });

  it('is left out of today', () => {
    const her = askedWhich('skip:several');
    her.says('instructions:kicks');
    expect(her.today.skipped).toEqual([IDS.kicks]);
  });

  it('is made easier, and no other', () => {
    const her = askedWhich('difficulty:easier:unknown');
    her.says('instructions:kicks');
    expect(her.state.profile.difficulty).toEqual({
      [IDS.knees]: 'standard',
      [IDS.march]: 'standard',
      [IDS.kicks]: 'easier',
      [IDS.plank]: 'standard',
    });
  });
});

describe('"pause"', () => {
  it('leaves her all the time before the welcome is answered, also after help', () => {
    const her = converse({ profile: null });
    expect(her.saysAll('launch', 'help')).toBe('help-before ask-start?');
    expect(her.says('pause')).toBe('no-rush say-im-ready?');
    expect(her.says('yes')).toBe('starting [knees set-up] say-ready?');
  });
});

describe('"done" while an exercise is being explained', () => {
  it('goes straight to its first set, and notes that she is there', () => {
    const her = converse();
    her.says('launch');
    expect(her.hears(5).says('ready')).toBe('[knees set 1] say-ready?');
    expect(her.today.checkpoint?.at).toEqual({ exercise: 0, set: 0, part: 'work' });
  });
});

function askedWhich(said: Said): Conversation {
  const her = converse();
  expect(her.says(said)).toMatch(/ask-which\?$/);
  return her;
}
