import '../support/seed';
import fc from 'fast-check';
import { loadInteractionModel, readInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding, type Understood } from '../../simulator/understanding';
import { ENGLISH } from '../../simulator/understanding/english';
import {
  SENTENCES_BEYOND_THE_LETTER,
  SENTENCES_FOR_NOBODY,
  SENTENCES_NEAR_THE_LETTER,
} from './understanding-sentences';

const model = loadInteractionModel('interaction-model/en-US.json');
const { understand } = createUnderstanding(model);

const listed = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([intent, sentences]) => sentences.map((sentence) => ({ intent, sentence })));

describe('what she says in the middle of a session', () => {
  it.each(listed(SENTENCES_BEYOND_THE_LETTER))('"$sentence" is $intent', ({ sentence, intent }) => {
    expect(nameOf(heard(sentence))).toBe(intent);
  });

  it.each(listed(SENTENCES_NEAR_THE_LETTER))('"$sentence" is $intent', ({ sentence, intent }) => {
    expect(nameOf(heard(sentence))).toBe(intent);
  });

  it.each(SENTENCES_FOR_NOBODY)('"%s" is nothing to the skill', (sentence) => {
    expect(nameOf(heard(sentence))).toBe('AMAZON.FallbackIntent');
  });

  it.each(
    Object.entries(ENGLISH.builtInPhrases).filter(([name]) => model.intents.some((intent) => intent.name === name)),
  )('every phrase documented for %s means it', (name, phrases) => {
    for (const phrase of phrases) expect([phrase, nameOf(heard(phrase))]).toEqual([phrase, name]);
  });

  it.each([
    ["I'm not ready", 'AMAZON.PauseIntent'],
    ['im ready', 'ReadyIntent'],
    ["I'm not done", 'AMAZON.FallbackIntent'],
    ["don't skip this one", 'AMAZON.FallbackIntent'],
    ["I don't want to start", 'AMAZON.NoIntent'],
    ["I can't do the plank", 'SkipExerciseIntent'],
    ['skip to the plank', 'PracticeExerciseIntent'],
    ['no, the plank', 'ExerciseInstructionsIntent'],
    ['no chest pain', 'AMAZON.FallbackIntent'],
    ['no stop', 'AMAZON.StopIntent'],
  ])('"%s" is never taken for its opposite', (sentence, intent) => {
    expect(nameOf(heard(sentence))).toBe(intent);
  });

  it.each([
    ['I am done', 'ReadyIntent'],
    ['am I done', 'WhatsLeftIntent'],
    ['so, am I done now?', 'WhatsLeftIntent'],
    ["I'm done for now", 'AMAZON.PauseIntent'],
    ["I'm done for today", 'AMAZON.StopIntent'],
    ['I did it', 'ReadyIntent'],
    ['did I do it today', 'StreakIntent'],
    ['skip', 'AMAZON.NextIntent'],
    ['skip this one', 'SkipExerciseIntent'],
    ['start over', 'AMAZON.StartOverIntent'],
    ['start', 'StartRoutineIntent'],
    ["I'm done with the marches", 'ReadyIntent'],
    ['how many kicks are left', 'WhatsLeftIntent'],
    ['was that the march', 'AMAZON.FallbackIntent'],
    ['constructor has own property', 'AMAZON.FallbackIntent'],
    ['help me', 'AMAZON.HelpIntent'],
    ['help me with the plank', 'ExerciseInstructionsIntent'],
  ])('tells "%s" from what sounds alike', (sentence, intent) => {
    expect(nameOf(heard(sentence))).toBe(intent);
  });

  it.each([
    ['no wait, skip it', 'SkipExerciseIntent'],
    ["oh come on, how much longer, if you don't mind", 'WhatsLeftIntent'],
    ['hang on, that is too fast', 'ChangePaceIntent'],
    ['umm thirty', 'StartRoutineIntent'],
    ['oh no, spilled the milk', 'AMAZON.FallbackIntent'],
  ])('"%s" is %s, whatever is said around it', (sentence, intent) => expect(nameOf(heard(sentence))).toBe(intent));

  it('hears a length of time with and without the word that leads to it', () => {
    expect(heard('for a week')).toMatchObject({ slots: { duration: { value: 'P1W' } }, why: { sample: '{duration}' } });
    expect(heard('pause my streak for ten days')).toMatchObject({
      slots: { duration: { value: 'P10D' } },
      why: { rule: 'letter' },
    });
  });

  it('takes a symptom said in the middle of a long sentence for one', () => {
    const sentence = "I've got pains in my chest and it's scary";
    expect(heard(sentence)).toMatchObject({ name: 'ReportPainIntent', why: { rule: 'named' } });
  });

  it('shows why, with the sample it went by and how near it was', () => {
    expect(heard('um, how much longer please')).toMatchObject({
      why: { rule: 'letter', sample: 'how much longer', score: 1 },
    });
    const near = heard('which exercise was I on');
    expect(near).toMatchObject({ why: { rule: 'likeness', sample: 'which exercise am I on' } });
    expect(heard('peel potatoes')).toMatchObject({ why: { rule: 'nothing-near', sample: null, score: 0 } });
  });

  it('understands any sentence as something, with a score from 0 to 1, and the same twice', () => {
    const words = [
      'the',
      'plank',
      'bridge',
      'how',
      'skip',
      'not',
      'my back routine',
      "I'm",
      'ask',
      'é',
      '{exercise}',
      '?',
      '10',
    ];
    const sentence = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words)).map((said) => said.join(' ')),
    );
    fc.assert(
      fc.property(sentence, fc.boolean(), (said, sessionOpen) => {
        const understood = understand(said, { sessionOpen });
        expect(understand(said, { sessionOpen })).toEqual(understood);
        if (understood.kind !== 'intent') return;
        expect(model.intents.map((intent) => intent.name)).toContain(understood.name);
        expect(understood.why.score).toBeGreaterThanOrEqual(0);
        expect(understood.why.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the exercise she names', () => {
  it.each([
    ['how do I do the march one', 'march one', ['bridge-march']],
    ['how to do a donkey kick', 'donkey kick', ['donkey-kicks']],
    ['kickbacks', 'kickbacks', ['donkey-kicks']],
    ['the bridge with the knees', 'bridge with the knees', ['bridge-abduction-adduction']],
    ['um the butterfly bridge please', 'butterfly bridge', ['bridge-abduction-adduction']],
    ['skip the couch plank today', 'couch plank', ['elevated-plank']],
    ['please leave out the donkey kicks', 'donkey kicks', ['donkey-kicks']],
    ['skip the second one', 'second one', ['bridge-march']],
    ['how do I do the bridge', 'bridge', ['bridge-abduction-adduction', 'bridge-march']],
    ['the bridge', 'bridge', ['bridge-abduction-adduction', 'bridge-march']],
  ])('in "%s" is "%s", resolved', (sentence, value, ids) => {
    expect(slotIn(heard(sentence))).toMatchObject({
      name: 'exercise',
      value,
      confirmationStatus: 'NONE',
      resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' } }] },
    });
    expect(idsIn(heard(sentence))).toEqual(ids);
  });

  it.each([
    ['how do I do burpees', 'ExerciseInstructionsIntent', 'burpees'],
    ['can you tell me how to do a side plank twist', 'ExerciseInstructionsIntent', 'side plank twist'],
    ['skip the jumping jacks', 'SkipExerciseIntent', 'jumping jacks'],
    ["I can't do burpees today", 'SkipExerciseIntent', 'burpees'],
  ])('in "%s" may be one we do not have', (sentence, intent, value) => {
    const understood = heard(sentence);
    expect(nameOf(understood)).toBe(intent);
    expect(slotIn(understood)).toEqual({
      name: 'exercise',
      value,
      confirmationStatus: 'NONE',
      resolutions: {
        resolutionsPerAuthority: [
          { authority: 'amzn1.er-authority.local-alexa.EXERCISE', status: { code: 'ER_SUCCESS_NO_MATCH' } },
        ],
      },
      slotValue: {
        type: 'Simple',
        value,
        resolutions: {
          resolutionsPerAuthority: [
            { authority: 'amzn1.er-authority.local-alexa.EXERCISE', status: { code: 'ER_SUCCESS_NO_MATCH' } },
          ],
        },
      },
    });
  });

  it.each(['how do I do this one', 'skip this one', 'what do I do'])('is left empty in "%s"', (sentence) => {
    expect(slotIn(heard(sentence))).toEqual({ name: 'exercise', confirmationStatus: 'NONE' });
  });

  it.each(['burpees', 'how do I do that thing again', 'how do I do my taxes', "what's the news"])(
    'is not invented in "%s"',
    (sentence) => {
      expect(slotIn(heard(sentence))?.value).toBeUndefined();
    },
  );
});

describe('whom she addresses', () => {
  it.each([
    'Alexa, start my back routine',
    'open My Back Routine, please',
    'Alexa, can you launch my back routine?',
    "let's begin my back routine",
    'play my back routine',
    'run my back routine',
    'resume my back routine',
    'I want to start my back routine now',
    'my back routine',
    'ask my back routine',
  ])('is the skill, to be launched, in "%s"', (sentence) => {
    expect(understand(sentence, { sessionOpen: false })).toEqual({ kind: 'launch' });
    expect(understand(sentence, { sessionOpen: true })).toEqual({ kind: 'launch' });
  });

  it.each([
    ['Alexa, ask my back routine how to do a donkey kick', 'ExerciseInstructionsIntent'],
    ['ask my back routine how many days in a row', 'StreakIntent'],
    ['ask my back routine for my streak', 'StreakIntent'],
    ['ask my back routine about my streak', 'StreakIntent'],
    ['ask my back routine if I did it today', 'StreakIntent'],
    ["ask my back routine what's next", 'WhatsLeftIntent'],
    ['tell my back routine to stop', 'AMAZON.StopIntent'],
    ['tell my back routine to list the exercises', 'ListExercisesIntent'],
    ["tell my back routine that I'm ready", 'ReadyIntent'],
    ['open my back routine and skip the plank', 'SkipExerciseIntent'],
    ['start my back routine from the beginning', 'AMAZON.StartOverIntent'],
    ["what's my streak in my back routine", 'StreakIntent'],
    ['ask my back routine to order a pizza', 'AMAZON.FallbackIntent'],
  ])('is the skill in one breath with the wish in "%s"', (sentence, intent) => {
    expect(nameOf(understand(sentence, { sessionOpen: false }))).toBe(intent);
    expect(nameOf(understand(sentence, { sessionOpen: true }))).toBe(intent);
  });

  it.each([
    "what's the weather",
    'ready',
    'stop',
    'how do I do a donkey kick',
    'start the routine',
    'I love my back routine',
    'how long is my back routine',
  ])('is Alexa herself in "%s" while no session is open', (sentence) => {
    expect(understand(sentence, { sessionOpen: false })).toEqual({ kind: 'not-for-us', reason: 'unnamed' });
  });

  it('is Alexa herself when something else is wanted from the skill last named', () => {
    expect(understand('buy milk from my back routine', { sessionOpen: false }).kind).toBe('not-for-us');
  });

  it.each(['', '   ', '...', 'Alexa', 'Alexa!'])('is nobody when nothing is said: "%s"', (sentence) => {
    expect(understand(sentence, { sessionOpen: true })).toEqual({ kind: 'not-for-us', reason: 'nothing-said' });
  });
});

describe('another skill', () => {
  const builtIn = ['Cancel', 'Fallback', 'Help', 'NavigateHome', 'Stop'].map((name) => ({
    name: `AMAZON.${name}Intent`,
  }));
  const barista = createUnderstanding(
    readInteractionModel({
      interactionModel: {
        languageModel: {
          invocationName: 'corner barista',
          intents: [
            {
              name: 'OrderIntent',
              slots: [
                { name: 'size', type: 'SIZE' },
                { name: 'drink', type: 'DRINK' },
                { name: 'day', type: 'AMAZON.DATE' },
              ],
              samples: ['{drink}', 'order a {size} {drink}', 'order for {day}', 'what do you serve'],
            },
            {
              name: 'OnlyIntent',
              slots: [{ name: 'drink', type: 'DRINK' }],
              samples: ['just {drink}', 'have you run out of {drink}'],
            },
            ...builtIn,
          ],
          types: [
            { name: 'SIZE', values: [{ id: 'S', name: { value: 'small', synonyms: ['little'] } }] },
            {
              name: 'DRINK',
              values: [{ name: { value: 'flat white' } }, { name: { value: 'tea', synonyms: ['of tea and milk'] } }],
            },
          ],
        },
      },
    }),
  );

  it('has several slots of one sentence filled', () => {
    const order = barista.understand('could you order a little flat white please', { sessionOpen: true });
    expect(order).toMatchObject({
      name: 'OrderIntent',
      slots: {
        size: {
          value: 'little',
          resolutions: { resolutionsPerAuthority: [{ values: [{ value: { id: 'S', name: 'small' } }] }] },
        },
        drink: { value: 'flat white' },
        day: { name: 'day', confirmationStatus: 'NONE' },
      },
    });
  });

  it('takes a bare value for an answer, but not every sentence that holds one', () => {
    expect(barista.understand('um, tea please', { sessionOpen: true })).toMatchObject({
      slots: { drink: { value: 'tea' } },
    });
    expect(nameOf(barista.understand('more tea', { sessionOpen: true }))).toBe('AMAZON.FallbackIntent');
  });

  it('tells samples apart that differ in small words only, when one is said word for word', () => {
    expect(nameOf(barista.understand('tea', { sessionOpen: true }))).toBe('OrderIntent');
    expect(nameOf(barista.understand('just tea, please', { sessionOpen: true }))).toBe('OnlyIntent');
  });

  it('finds the value that leaves a sample whole, though a longer one is named', () => {
    expect(barista.understand('have you run out of tea and milk', { sessionOpen: true })).toMatchObject({
      name: 'OnlyIntent',
    });
    expect(barista.understand('have you run out of tea', { sessionOpen: true })).toMatchObject({
      slots: { drink: { value: 'tea' } },
      why: { rule: 'letter' },
    });
  });

  it('is asked, not told, when the words stand the other way round', () => {
    expect(nameOf(barista.understand('you have run out of tea', { sessionOpen: true }))).toBe('OnlyIntent');
    const told = barista.understand('you have run out of tea', { sessionOpen: true });
    const asked = barista.understand('have you run out of tea', { sessionOpen: true });
    expect(scoreOf(told)).toBeLessThan(0.85);
    expect(scoreOf(asked)).toBe(1);
  });

  it('is not guessed at where a built-in slot type is needed that is not understood here', () => {
    expect(nameOf(barista.understand('order for tomorrow', { sessionOpen: true }))).toBe('AMAZON.FallbackIntent');
  });

  it('is addressed by its own name only', () => {
    expect(barista.understand('open corner barista', { sessionOpen: false })).toEqual({ kind: 'launch' });
    expect(barista.understand('open my back routine', { sessionOpen: false }).kind).toBe('not-for-us');
  });
});

function heard(sentence: string): Understood {
  return understand(sentence, { sessionOpen: true });
}

function nameOf(understood: Understood): string {
  return understood.kind === 'intent' ? understood.name : understood.kind;
}

function scoreOf(understood: Understood): number {
  return understood.kind === 'intent' ? understood.why.score : 0;
}

function slotIn(understood: Understood) {
  return understood.kind === 'intent' ? understood.slots.exercise : undefined;
}

function idsIn(understood: Understood): string[] {
  const values = slotIn(understood)?.resolutions?.resolutionsPerAuthority?.[0]?.values ?? [];
  return values.map(({ value }) => value.id);
}
