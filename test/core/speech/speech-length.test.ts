import '../../support/seed';
import fc from 'fast-check';
import { english } from '../../../lambda/core/speech/english/english';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import { wordsFor } from '../../../lambda/core/speech/words-for';

describe('speechMs', () => {
  it.each(['', ' ', '\n\t', '...', '?!', '—', '«»'])('is 0 where there is nothing to say: %j', (text) => {
    expect(speechMs(text, english.speech)).toBe(0);
  });

  it.each([
    { text: 'Three.', ms: 347 },
    { text: 'Two.', ms: 289 },
    { text: 'One.', ms: 404 },
    { text: 'Halfway.', ms: 526 },
    { text: 'Keep breathing.', ms: 805 },
    { text: 'And hold.', ms: 685 },
    { text: 'And rest.', ms: 559 },
    { text: 'Together.', ms: 529 },
  ])('knows to 5 ms what the voice takes over $text', ({ text, ms }) => {
    expect(Math.abs(speechMs(text, english.speech) - ms)).toBeLessThanOrEqual(5);
  });

  it.each(['three', 'Three.', 'THREE', 'three!', ' three? ', '"Three"'])('takes %j for the same word', (text) => {
    expect(speechMs(text, english.speech)).toBe(speechMs('Three.', english.speech));
  });

  it.each([
    { text: 'One. Together.', ms: 1_306 },
    { text: 'Keep breathing. Last two.', ms: 1_807 },
    { text: 'Three, two, one.', ms: 1_430 },
    { text: 'One? Two.', ms: 1_070 },
    { text: 'One! Two.', ms: 1_110 },
  ])('counts the pause between sentences and clauses: $text', ({ text, ms }) => {
    expect(Math.abs(speechMs(text, english.speech) - ms)).toBeLessThanOrEqual(20);
  });

  it.each([
    { text: 'Squeeze your glutes and keep your hips level.', ms: 2_589 },
    { text: "Let's pick up where you stopped, with the second set of donkey kicks, left leg.", ms: 4_879 },
    { text: 'Many people notice some relief after about two weeks of regular practice.', ms: 4_063 },
  ])('comes within 15 % of the voice over longer words: $text', ({ text, ms }) => {
    expect(speechMs(text, english.speech)).toBeGreaterThan(ms * 0.85);
    expect(speechMs(text, english.speech)).toBeLessThan(ms * 1.15);
  });

  it('reads a curly apostrophe, an accent and a digit as words', () => {
    expect(speechMs('You’re set', english.speech)).toBe(speechMs("You're set", english.speech));
    expect(speechMs('déjà vu', english.speech)).toBe(speechMs('deja vu', english.speech));
    expect(speechMs('Set 2.', english.speech)).toBe(speechMs('Set two.', english.speech));
  });

  it('takes a word that every object knows for an ordinary one', () => {
    expect(speechMs('constructor', english.speech)).toBeGreaterThan(300);
  });

  it('is a whole number of milliseconds for any text, and never negative', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const ms = speechMs(text, english.speech);
        return Number.isInteger(ms) && ms >= 0;
      }),
    );
  });

  it('takes longer for any sentence that is added', () => {
    const sentence = fc
      .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, sentence, (first, second) => {
        const both = speechMs(`${first}. ${second}.`, english.speech);
        return both > speechMs(first, english.speech) && both > speechMs(second, english.speech);
      }),
    );
  });

  it('asks the voice that says it', () => {
    const slower = { ...english.speech, measuredMs: new Map([['three', 700]]) };
    expect([speechMs('Three.', english.speech), speechMs('Three.', slower)]).toEqual([347, 700]);
    expect(speechMs('Tres.', wordsFor('es-US').speech)).toBeGreaterThan(300);
  });

  it('gives the same answer after thousands of other texts', () => {
    const before = speechMs('Breathe out, navel to spine.', english.speech);
    for (let count = 0; count < 5_000; count += 1) speechMs(`text ${count}`, english.speech);
    expect(speechMs('Breathe out, navel to spine.', english.speech)).toBe(before);
  });
});
