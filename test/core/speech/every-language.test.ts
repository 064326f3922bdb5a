import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import { EXERCISES } from '../../../lambda/core/routine/exercises';
import { TOPICS, type Topic } from '../../../lambda/core/safety/back-pain';
import { MEASURED_VOICE_VERSION as englishVersion } from '../../../lambda/core/speech/english/english-lengths';
import type { Line } from '../../../lambda/core/speech/line';
import { MEASURED_VOICE_VERSION as spanishVersion } from '../../../lambda/core/speech/spanish/spanish-lengths';
import { clausesOf, speechMs } from '../../../lambda/core/speech/speech-length';
import type { Words } from '../../../lambda/core/speech/words';
import { wordsFor } from '../../../lambda/core/speech/words-for';
import { MILESTONE_DAYS } from '../../../lambda/core/streak/milestone';
import { lineTexts, wordingsOf } from '../../../scripts/line-texts';
import { cuesOf, inForm, saidIn, wholePlan } from '../../support/plans';

const ENGLISH = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'];
const LOCALES = [...ENGLISH, 'es-US'];

interface Texts {
  readonly locale: string;
  readonly kind: string;
  readonly texts: readonly string[];
}

/** Everything that can be said while coaching. */
function coached(words: Words): string[] {
  const plans = (['easier', 'standard', 'harder'] as const).flatMap((difficulty) =>
    (['full', 'brief'] as const).flatMap((guidance) =>
      (['straight-through', 'each-set'] as const).flatMap((stops) =>
        (['left', 'right'] as const).flatMap((leadSide) =>
          [0, 1, 2].map((wording) => ({
            ...inForm(wholePlan({ guidance, stops, plankHoldMs: 60_000 }), difficulty),
            leadSide,
            wording,
          })),
        ),
      ),
    ),
  );
  return [...new Set(plans.flatMap((plan) => saidIn(cuesOf(plan, undefined, words))))];
}

const LINES: readonly Texts[] = LOCALES.flatMap((locale) =>
  lineTexts(wordsFor(locale)).map((each) => ({ locale, ...each })),
);
const COACHED: readonly Texts[] = LOCALES.map((locale) => ({
  locale,
  kind: 'the coaching',
  texts: coached(wordsFor(locale)),
}));
const EVERY_TEXT = [...LINES, ...COACHED];

/** Those texts of a kind that break a rule, with where they stand. */
const breaking = (all: readonly Texts[], breaks: (text: string, kind: string) => boolean): string[] =>
  all.flatMap(({ locale, kind, texts }) =>
    texts.filter((text) => breaks(text, kind)).map((text) => `${locale} ${kind}: ${text}`),
  );

describe('every wording in every language', () => {
  it('is there, for each kind of line', () => {
    expect(LINES.filter(({ texts }) => texts.length === 0)).toEqual([]);
    expect(breaking(EVERY_TEXT, (text) => !/\p{L}{2}/u.test(text))).toEqual([]);
  });

  it('is spelt out: no digits, no markup, nothing left unfilled', () => {
    expect(breaking(EVERY_TEXT, (text) => /[\d&<>{}$_[\]]|undefined|null|NaN|\s\s|^\s|\s$/.test(text))).toEqual([]);
  });

  it('ends with a mark, so that what follows is another phrase', () => {
    expect(breaking(EVERY_TEXT, (text) => !/\p{L}[.,?]$/u.test(text))).toEqual([]);
  });

  it('has a capital letter after every full stop, and none of its marks twice', () => {
    expect(breaking(EVERY_TEXT, (text) => /[.?!] ¿?\p{Ll}|[.,?!:]{2}| [.,?!:]|[.,?!:]\p{L}/u.test(text))).toEqual([]);
  });

  it('begins with a capital letter', () => {
    expect(breaking(LINES, (text) => !/^¿?\p{Lu}/u.test(text))).toEqual([]);
  });

  it.each([
    { language: 'en', said: ['en'] },
    { language: 'es', said: ['es'] },
  ])('promises no cure, lays no guilt and passes no judgement on her body: $language', ({ language }) => {
    const mine = EVERY_TEXT.filter(({ locale }) => locale.startsWith(language));
    expect(breaking(mine, (text) => FORBIDDEN[language as keyof typeof FORBIDDEN].test(text))).toEqual([]);
  });

  it('avoids what a voice makes alike: abduction, adduction', () => {
    expect(breaking(EVERY_TEXT, (text) => /abduc|adduc|aducc/i.test(text))).toEqual([]);
  });

  it('has as many question marks opened as closed where the language opens them', () => {
    const marks = (text: string, mark: string): number => text.split(mark).length;
    const mine = EVERY_TEXT.filter(({ locale }) => locale === 'es-US');
    expect(breaking(mine, (text) => marks(text, '¿') !== marks(text, '?'))).toEqual([]);
  });
});

/** Whole words, whatever letters a word is made of. */
const words = (...groups: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(${groups.join('|')})(?!\\p{L})`, 'iu');

const FORBIDDEN = {
  en: words(
    'cures?|cured|heals?|healed|healing|fix(es|ed)?|treats?|treated|treatment|therapy|guarantees?d?|promises?d?|pain-free|eliminates?',
    'must|should|have to|need to|lazy|fail(s|ed|ure)?|shame|guilty?|bad|wrong|poor|weak|broken|broke|lost|disappoint\\w*|excuses?|finally',
    'diet\\w*|calor\\w*|fat|slim\\w*|skinny|lose weight|body ?weight|weight loss|overweight|belly fat|toned?|bikini|pounds|shape|bounce back',
    'push through|no pain|score|diagnos\\w*|postpartum',
  ),
  es: words(
    'curas?|curar(te|á)?|cura(do|da)|sanas?|sanar(te|á)?|arregl\\p{L}*|trat(ar|arte|ará|amiento|amientos)|terapia|garantiz\\p{L}*|garantía|promet\\p{L}*|promesa',
    'debes|deberías|tienes que|hay que|floja|perezosa|pereza|fracas\\p{L}*|fallaste|vergüenza|culpa\\p{L}*|mala?|pobre|débil(es)?|perdiste|excusas?|por fin',
    'dietas?|calor[ií]as?|gorda|grasa|flaca|adelgaz\\p{L}*|bajar de peso|peso|tonific\\p{L}*|kilos|libras|figura',
    'diagn[oó]stic\\p{L}*|puntuación|sin dolor|posparto',
  ),
};

describe('the forbidden words', () => {
  it.each([
    { language: 'en', text: 'This will cure you.' },
    { language: 'en', text: 'You must go on.' },
    { language: 'en', text: 'It heals backs.' },
    { language: 'en', text: 'Lose weight now!' },
    { language: 'en', text: 'It will fix your back, and diagnose it.' },
    { language: 'en', text: "Don't be lazy." },
    { language: 'en', text: 'Results guaranteed.' },
    { language: 'es', text: 'Esto te cura.' },
    { language: 'es', text: 'Baja de peso.' },
    { language: 'es', text: 'Es culpa tuya.' },
    { language: 'es', text: 'Un diagnóstico.' },
    { language: 'es', text: 'Arregla tu espalda.' },
  ] as const)('would be found: $text', ({ language, text }) => expect(text).toMatch(FORBIDDEN[language]));

  it.each([
    { language: 'en', text: 'Weight even, hips level.' },
    { language: 'en', text: 'Breathe secure in your form.' },
    { language: 'en', text: 'A treatise on prefixes and mustard.' },
    { language: 'es', text: 'Segura y procurando, con más caras.' },
  ] as const)('are whole words: $text', ({ language, text }) => expect(text).not.toMatch(FORBIDDEN[language]));
});

/** Those after which the microphone is open. */
const isOpen = (kind: string): boolean => /^(ask|say)-|^(which-one|still-here)$/.test(kind);

describe('what ends a response', () => {
  it('is a question or an invitation where the microphone is left open', () => {
    expect(
      breaking(
        LINES.filter(({ kind }) => isOpen(kind)),
        (text, kind) => (kind.startsWith('ask-') || kind === 'which-one' ? !/\?$/.test(text) : !INVITATION.test(text)),
      ),
    ).toEqual([]);
  });

  it('is nothing that waits for an answer elsewhere', () => {
    expect(
      breaking(
        LINES.filter(({ kind }) => !isOpen(kind)),
        (text) => text.includes('?'),
      ),
    ).toEqual([]);
  });
});

/** In a sentence of its own. */
const INVITATION = /(^|\. )(Say (ready|done|I'm ready)|Di (lista|terminé|estoy lista))[ ,][^.]*\.$/;

describe('the words of an exercise', () => {
  it.each(LOCALES.flatMap((locale) => EXERCISE_IDS.map((id) => ({ locale, id }))))(
    'match its structure, in every form: $locale, $id',
    ({ locale, id }) => {
      const mine = wordsFor(locale).exercises[id];
      for (const guided of ['full', 'lean'] as const) {
        expect(mine.start[guided]).toHaveLength(EXERCISES[id].start.length);
        for (const work of Object.values(EXERCISES[id].work))
          expect(mine.movements[guided]).toHaveLength(work.kind === 'reps' ? work.movements.length : 0);
      }
      for (const text of [mine.variation.easier, mine.variation.harder]) expect(text).toMatch(/^\p{Lu}.*\p{Ll}\.$/u);
      for (const text of Object.values(mine.instructions)) expect(text).toMatch(/^\p{Lu}.*\p{Ll}\.$/u);
    },
  );
});

describe('what takes her time', () => {
  const longest = (locale: string, kind: string): number => {
    const texts = lineTexts(wordsFor(locale)).find((each) => each.kind === kind)?.texts ?? [];
    return Math.max(...texts.map((text) => speechMs(text, wordsFor(locale).speech)));
  };

  it.each(LOCALES.flatMap((locale) => TOPICS.map((topic) => ({ locale, topic }))))(
    'is at most 25 seconds for an answer about her back, its note included: $locale, $topic',
    ({ locale, topic }) => {
      for (const text of wordsFor(locale).lines['back-pain']({ kind: 'back-pain', topic })) {
        expect(text.split('. ')[0]).toMatch(/general information|información general/i);
        expect(speechMs(text, wordsFor(locale).speech)).toBeLessThanOrEqual(25_000);
      }
    },
  );

  it.each(LOCALES)('is about twenty seconds for help: %s', (locale) => {
    expect(longest(locale, 'help-before')).toBeLessThanOrEqual(20_000);
    expect(longest(locale, 'help-during')).toBeLessThanOrEqual(20_000);
  });

  it.each(LOCALES)('is a few seconds for a setting that was changed: %s', (locale) => {
    for (const kind of ['pace-changed', 'plank-hold-changed', 'guidance-changed', 'stops-changed', 'quiet-changed'])
      expect(longest(locale, kind)).toBeLessThanOrEqual(3_500);
    expect(longest(locale, 'difficulty-changed')).toBeLessThanOrEqual(12_000);
  });
});

describe('what is said one after the other in a session', () => {
  const each = (locale: string, line: Line): readonly string[] => wordingsOf(line, wordsFor(locale));

  it.each(LOCALES)('opens one answer about her back unlike the next: %s', (locale) => {
    const opening = (topic: Topic, wording: number): string | undefined =>
      each(locale, { kind: 'back-pain', topic })[wording]?.split('. ')[0];
    for (const wording of [0, 1, 2])
      for (const [at, topic] of TOPICS.slice(1).entries())
        expect(opening(topic, wording)).not.toBe(opening(TOPICS[at] as Topic, wording));
  });

  it.each(LOCALES)('leaves the praise to what follows a milestone: %s', (locale) => {
    for (const total of MILESTONE_DAYS)
      for (const text of each(locale, { kind: 'milestone', milestone: { kind: 'days-done', total } }))
        expect(text).not.toMatch(/well done|nice|lovely|great|good|muy bien|qué bien|felicidades/i);
  });
});

describe('a reminder', () => {
  it('says nothing that a visitor may not hear', () => {
    expect(
      breaking(
        LINES.filter(({ kind }) => kind === 'reminder-text'),
        (text) => /pain|back|birth|pelvi|baby|dolor|espalda|parto|pélvi|bebé/i.test(text),
      ),
    ).toEqual([]);
  });

  it('is read back with what, when and how often before it is set', () => {
    const readBack = LINES.filter(({ kind }) => kind === 'ask-confirm-reminder');
    expect(breaking(readBack, (text) => !/(every day at|(todos los días|cada día) (a|al)) /.test(text))).toEqual([]);
    expect(breaking(readBack, (text) => !/remind|recordatorio|recuerd/i.test(text))).toEqual([]);
  });
});

describe('the words inside a hold', () => {
  it.each(
    ['en-US', 'es-US'].flatMap((locale) => {
      const { hold, halfway, keepBreathing, countdown, lastTwo, easyBreath } = wordsFor(locale).coaching;
      return [hold, halfway, lastTwo, ...keepBreathing, ...countdown, ...easyBreath].map((text) => ({ locale, text }));
    }),
  )('are measured, not estimated (else run `npm run calibrate -- --write`): $locale, $text', ({ locale, text }) => {
    for (const { words: clause } of clausesOf(text))
      expect([...wordsFor(locale).speech.measuredMs.keys()]).toContain(clause);
  });
});

it('is timed by voices of one release', () => {
  expect(spanishVersion).toBe(englishVersion);
});
