import { type Conversation, converse, expectAProperEnding, inTheMarch, type Said } from '../../support/converse';

const WISHES: Readonly<Record<string, (her: Conversation) => string>> = {
  'count today': (her) => her.says('log-routine'),
  'delete her data': (her) => her.says('delete-data'),
  'remind her': (her) =>
    her.happens({
      kind: 'set-reminder',
      time: { kind: 'value', value: { kind: 'at', time: { hour: 7, minute: 0 }, part: null } },
      permitted: true,
      atMs: her.nowMs,
    }),
};

const SAYINGS: readonly Said[] = ['launch', 'streak', 'help', 'list-exercises', 'instructions:march'];

describe.each(Object.entries(WISHES))('asked whether to %s', (_, wishes) => {
  it.each(SAYINGS)('takes no yes for it once she has said "%s"', (said) => {
    const her = inTheMarch().hears(100);
    wishes(her);
    her.saysAll(said, 'yes');
    expectNothingDone(her);
  });

  it('asks it once more when she wants to hear it again, and takes her yes then', () => {
    const her = inTheMarch().hears(100);
    const question = wishes(her);
    expect(her.says('repeat')).toBe(question);
    her.says('yes');
    expect(her.acts.some(({ kind }) => kind === 'attempt') || her.today.counts).toBe(true);
  });

  it('asks it once more when she wants to think, and takes her yes then', () => {
    const her = inTheMarch().hears(100);
    const question = wishes(her);
    expect(her.says('pause')).toBe(`no-rush ${question}`);
    her.says('yes');
    expect(her.acts.some(({ kind }) => kind === 'attempt') || her.today.counts).toBe(true);
  });

  it('does nothing when she falls silent, and takes no yes for it in the next session', () => {
    const her = inTheMarch().hears(100);
    wishes(her);
    her.ends('no-answer').waits(1_000).returns().says('yes');
    expectNothingDone(her);
  });

  it.each(['no', 'fallback'] as const)('does nothing after "%s", and leads back', (said) => {
    const her = inTheMarch().hears(100);
    wishes(her);
    expect(her.says(said)).toMatch(/^not-\w+|^reminder-not-set/);
    expectAProperEnding(her.acts);
    expectNothingDone(her);
    her.says('yes');
    expectNothingDone(her);
  });

  it.each(['ready', 'next', 'resume'] as const)('does nothing after "%s"', (said) => {
    const her = inTheMarch().hears(100);
    wishes(her);
    her.says(said);
    expectAProperEnding(her.acts);
    expectNothingDone(her);
    her.says('yes');
    expectNothingDone(her);
  });

  it('is answered at once by a yes, also outside a routine', () => {
    const her = converse();
    wishes(her);
    expect(her.waits(120_000).says('yes')).not.toMatch(/^ask-/);
  });

  it('asks again after a yes that comes later than two minutes', () => {
    const her = converse();
    const question = wishes(her);
    expect(her.waits(120_001).says('yes')).toBe(question);
    expectNothingDone(her);
  });
});

it.each(['ready', 'next', 'resume'] as const)(
  'goes on after "%s" with what it is said to, but not with her data',
  (said) => {
    const heard = Object.values(WISHES).map((wishes) => {
      const her = inTheMarch().hears(100);
      wishes(her);
      return her.says(said);
    });
    const onward = 'picking-up [march set 2] say-ready?';
    expect(heard).toEqual([onward, 'not-erased say-ready-to-go-on?', `reminder-not-set ${onward}`]);
  },
);

function expectNothingDone(her: Conversation): void {
  expect(her.acts.map(({ kind }) => kind)).not.toContain('attempt');
  expect(her.today.counts).toBe(false);
}
