import { english } from '../../../lambda/core/speech/english/english';
import type { Line } from '../../../lambda/core/speech/line';
import { lineText } from '../../../lambda/core/speech/line-text';
import { pick, type Wordings } from '../../../lambda/core/speech/words';
import { wordsFor } from '../../../lambda/core/speech/words-for';

describe('equal wordings', () => {
  const three: Wordings = ['a', 'b', 'c'];

  it('take turns, session by session', () => {
    expect([0, 1, 2, 3, 4, 300_000_001].map((wording) => pick(three, wording))).toEqual(['a', 'b', 'c', 'a', 'b', 'b']);
  });

  it('are always the same one when there is only one', () => {
    expect(pick(['a'], 17)).toBe('a');
  });

  it.each([-1, 0.5, Number.NaN])('never leave her without words: %d', (wording) => {
    expect(three).toContain(pick(three, wording));
  });
});

describe('a line', () => {
  it('has the words that its number picks', () => {
    const say = (wording: number): string => lineText({ kind: 'say-ready' }, english, wording);
    expect([say(0), say(1), say(2)]).toEqual([
      "Say ready when you're in place.",
      "Say ready when you're set.",
      "Say ready when you're in place.",
    ]);
  });

  it('has its own matter in its words', () => {
    const where = { exercise: 'donkey-kicks', set: 2, side: 'left', repsDone: 3 } as const;
    expect(lineText({ kind: 'you-were-at', where }, english, 0)).toBe(
      'Welcome back. You were at set two of the donkey kick, left leg, with three done.',
    );
  });
});

describe('the words for a language', () => {
  const welcomeIn = (locale: string): string => lineText({ kind: 'welcome' }, wordsFor(locale), 0);
  const emergencyIn = (locale: string): string =>
    lineText({ kind: 'get-help', advice: 'emergency' }, wordsFor(locale), 0);

  it.each([
    { locale: 'en-US', number: 'nine one one' },
    { locale: 'en-GB', number: 'nine nine nine' },
    { locale: 'en-CA', number: 'nine one one' },
    { locale: 'en-AU', number: 'triple zero' },
    { locale: 'en-IN', number: 'one one two' },
    { locale: 'es-US', number: 'nueve uno uno' },
  ])('are those of its region: $locale', ({ locale, number }) => expect(emergencyIn(locale)).toContain(number));

  it.each([
    { locale: 'en-NZ', welcome: /^Welcome/ },
    { locale: 'en', welcome: /^Welcome/ },
    { locale: 'es-MX', welcome: /^Te doy la bienvenida/ },
    { locale: 'es', welcome: /^Te doy la bienvenida/ },
  ])('are those of the language where the region has none: $locale', ({ locale, welcome }) => {
    expect(welcomeIn(locale)).toMatch(welcome);
  });

  it.each(['de-DE', '', '-', '-US', 'constructor', '__proto__', 'toString', 'en_US', 'e'])(
    'are American English for %j',
    (locale) => expect(wordsFor(locale)).toBe(english),
  );

  it.each(['en-US', 'en-GB', 'es-US', 'es-MX', 'de-DE'])('are the same object each time: %s', (locale) => {
    expect(wordsFor(locale)).toBe(wordsFor(locale));
  });
});

it('is no silence but an error when a line holds what nobody has words for', () => {
  const line = { kind: 'ask-reminder-time', part: 'teatime' } as unknown as Line;
  expect(() => lineText(line, english, 0)).toThrow('There are no words for what is in the line ask-reminder-time');
});
