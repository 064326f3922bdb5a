import type { Line } from '../../../lambda/core/speech/line';
import { wordsFor } from '../../../lambda/core/speech/words-for';
import { wordingsOf } from '../../../scripts/line-texts';

const standing = (days: number, total: number) => ({ days, total, longest: total, doneToday: false });

/** The first of the equal wordings. */
const said = (line: Line): string | undefined => wordingsOf(line, wordsFor('en-US'))[0];

describe('a greeting in English', () => {
  it.each([
    { days: 2, total: 5, text: 'Hello again. Two days in a row so far.' },
    { days: 1, total: 1, text: 'Hello again. Good to have you here.' },
    { days: 0, total: 1, text: 'Hello again. Good to have you here.' },
    { days: 0, total: 0, text: 'Hello. Good to have you here.' },
  ])('tells days in a row from the second one on: $days of $total', ({ days, total, text }) => {
    expect(said({ kind: 'greeting', standing: standing(days, total) })).toBe(text);
  });
});

describe('a milestone in English', () => {
  it('speaks of relief at two weeks, and only there', () => {
    expect(said({ kind: 'milestone', milestone: { kind: 'days-done', total: 14 } })).toMatch(
      /^Fourteen days done\. .*relief/,
    );
    expect(said({ kind: 'milestone', milestone: { kind: 'days-done', total: 7 } })).toBe(
      'Seven days done, and counting.',
    );
  });

  it('speaks of a pelvic floor physical therapist after three months, and only then', () => {
    expect(said({ kind: 'milestone', milestone: { kind: 'three-months' } })).toMatch(/three months.*pelvic floor/);
    expect(said({ kind: 'milestone', milestone: { kind: 'days-done', total: 60 } })).not.toMatch(/pelvic/);
  });
});

describe('the last time in English', () => {
  const last = (daysAgo: number, weekday: number, inSevenDays = 0): string | undefined =>
    said({ kind: 'progress', inSevenDays, total: 9, last: { daysAgo, weekday } });

  it.each([
    { daysAgo: 6, weekday: 0, text: 'on Sunday' },
    { daysAgo: 6, weekday: 1, text: 'on Monday' },
    { daysAgo: 1, weekday: 2, text: 'yesterday' },
    { daysAgo: 0, weekday: 3, text: 'today' },
    { daysAgo: 7, weekday: 4, text: 'one week ago' },
  ])('is named by its weekday within a week: $daysAgo days ago', ({ daysAgo, weekday, text }) => {
    expect(last(daysAgo, weekday)).toMatch(new RegExp(`Last time was ${text}\\.$`));
  });

  it('says "all" of a week that is full', () => {
    expect(last(0, 0, 7)).toMatch(/^All of the last seven days/);
    expect(last(0, 0, 6)).toMatch(/^Six of the last seven days/);
  });
});

describe('what follows in English', () => {
  it.each([
    { side: null, text: 'Say ready for set two.' },
    { side: 'left', text: 'Say ready for set two, left leg.' },
  ] as const)('names the leg where there is one: $side', ({ side, text }) => {
    expect(said({ kind: 'say-ready-for-set', set: 2, side })).toBe(text);
  });

  it.each([
    { guidance: 'brief', text: "I'll use fewer words." },
    { guidance: 'full', text: "I'll tell you everything again." },
  ] as const)('is promised as it was wished: $guidance', ({ guidance, text }) => {
    expect(said({ kind: 'guidance-changed', guidance })).toBe(text);
  });
});
