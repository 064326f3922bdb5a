import { STORE_TEXTS } from '../../infra/skill-package/store-texts-by-locale';
import { TESTING_INSTRUCTIONS } from '../../infra/skill-package/testing-instructions';
import { EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import { EXERCISES, PLANK_HOLD_MS } from '../../lambda/core/routine/exercises';
import { ENGLISH_REGIONS } from '../../lambda/core/speech/english/english-regions';
import { wordsFor } from '../../lambda/core/speech/words-for';

const LOCALES = Object.entries(STORE_TEXTS);
const ENGLISH = LOCALES.filter(([locale]) => locale.startsWith('en'));

describe.each(LOCALES)('the store in %s', (locale, { name, summary, description, keywords }) => {
  it('calls the skill as the skill calls itself', () => {
    const [welcome = ''] = wordsFor(locale).lines.welcome({ kind: 'welcome' });
    expect(welcome.toLowerCase()).toContain(name.toLowerCase());
  });

  it('says what is needed, and that no account is', () => {
    expect(description).toMatch(
      /What you need: .* chair, .* No account|Lo que necesitas: .* silla .* No hace falta ninguna cuenta/,
    );
  });

  it('says in a sentence what it is, without promising anything', () => {
    expect(summary).toMatch(/often used after pregnancy|suelen usarse después del embarazo/);
    expect(summary).not.toMatch(/\b(will|pain|dolor)\b/);
  });

  it('says how to stop, to come back, and to have everything deleted', () => {
    expect(description).toMatch(/"Alexa, paus[ea]".*/);
    expect(description).toMatch(/"Alexa, (start my back routine|abre mi rutina de espalda)"/);
    expect(description).toMatch(/"Alexa, (delete my data|borra mis datos)"/);
  });

  it('repeats no keyword', () => {
    expect(new Set(keywords.map((keyword) => keyword.toLowerCase())).size).toBe(keywords.length);
  });
});

it('tells the doses that are coached', () => {
  const doses = EXERCISE_IDS.map((id) => ({ sets: EXERCISES[id].sets, work: EXERCISES[id].work.standard }));
  const tenTimesTwo = { sets: 2, work: { kind: 'reps', reps: 10 } };
  expect(doses).toMatchObject([tenTimesTwo, tenTimesTwo, tenTimesTwo, { sets: 3, work: { kind: 'hold' } }]);
  expect(PLANK_HOLD_MS.standard).toBe(15_000);
  for (const [, { description }] of ENGLISH) {
    expect(description).toMatch(
      /together and apart, two sets of ten\n.*march, two sets of ten\n.*kick, ten on each leg\n/,
    );
    expect(description).toContain('three holds of fifteen seconds');
  }
  expect(STORE_TEXTS['es-US']?.description).toMatch(
    /dos series de diez\n.*dos series de diez\n.*diez con cada pierna\n/,
  );
  expect(STORE_TEXTS['es-US']?.description).toContain('tres veces quince segundos');
});

/** What a child calls her. */
const MOTHERS: Readonly<Record<string, string>> = {
  'en-US': 'new mom',
  'en-CA': 'new mom',
  'en-GB': 'new mum',
  'en-AU': 'new mum',
  'en-IN': 'new mum',
};

describe.each(ENGLISH)('the English of %s', (locale, { description, keywords }) => {
  it('speaks as the country does, and as the skill does there', () => {
    const region = ENGLISH_REGIONS[locale as keyof typeof ENGLISH_REGIONS];
    const isAmerican = locale === 'en-US';
    expect(description).toContain(`a ${region.couch} or the wall`);
    expect(description).toContain(isAmerican ? 'physical therapist' : 'physiotherapist');
    expect(description).toContain(isAmerican ? 'cesarean' : 'caesarean');
    expect(keywords).toContain(MOTHERS[locale]);
    expect(description.includes('GP')).toBe(region.doctor.startsWith('G P'));
  });
});

it('quotes the sentence that the reminder really says', () => {
  const [reminder = ''] = wordsFor('en-US').lines['reminder-text']({ kind: 'reminder-text' });
  expect(TESTING_INSTRUCTIONS).toContain(`"${reminder.replace('.', '')}"`);
});
