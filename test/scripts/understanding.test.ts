import { readFileSync } from 'node:fs';
import { readIntents } from '../../scripts/interaction-models/read-source';
import { spokenForms } from '../../scripts/interaction-models/spoken-forms';
import { trainGuesser } from '../../scripts/understanding/nlpjs-guesser';
import { SlotMarks } from '../../scripts/understanding/slot-marks';
import { isRight, tallies, tally } from '../../scripts/understanding/tally';
import { PARTS, readUtterances } from '../../scripts/understanding/utterances';
import { loadInteractionModel } from '../../simulator/interaction-model';
import type { InteractionModel } from '../../simulator/interaction-model-shape';
import { languageOf } from '../../simulator/understanding/languages';
import { wordsOf } from '../../simulator/understanding/words';

const ENGLISH = languageOf('en-US');

/** Three intents, small enough to know by hand what is right. */
const TEA_TIMER: InteractionModel = {
  locale: 'en-US',
  invocationName: 'tea timer',
  intents: [
    ...readIntents(
      '# BrewIntent\ntea = TEA\nminutes = AMAZON.NUMBER\n(brew|make|prepare) {tea}\nbrew {tea} for {minutes} minutes\n' +
        '# TasteIntent\ntea = TEA\n(how does {tea} taste|how strong is {tea}|is {tea} bitter|describe {tea}|the taste of {tea})',
    ),
    { name: 'AMAZON.StopIntent', slots: [], samples: ['no more tea'] },
  ],
  slotTypes: [
    { name: 'TEA', values: [{ id: 'green', name: 'green tea', synonyms: ['green', 'sencha', "dragon's well"] }] },
  ],
};

describe('counting what was understood', () => {
  const answers = [
    { meant: 'BrewIntent', taken: 'BrewIntent' },
    { meant: 'BrewIntent', taken: 'TasteIntent' },
    { meant: 'BrewIntent', taken: 'OutOfScope' },
    { meant: 'BrewIntent', taken: 'OutOfScope' },
    { meant: 'TasteIntent', taken: 'TasteIntent' },
  ];

  it('tells for each intent how many were right and what the others were taken for, most often first', () => {
    const brew = {
      right: 1,
      of: 4,
      confusions: [
        ['OutOfScope', 2],
        ['TasteIntent', 1],
      ],
    };
    expect([...tallies(answers)]).toEqual([
      ['BrewIntent', brew],
      ['TasteIntent', { right: 1, of: 1, confusions: [] }],
    ]);
  });

  it('tells it for all intents together', () => {
    expect(tally(answers)).toMatchObject({ right: 2, of: 5 });
  });

  it.each([
    ['AMAZON.StopIntent', 'AMAZON.CancelIntent', true],
    ['AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent', true],
    ['OutOfScope', 'AMAZON.FallbackIntent', true],
    ['AMAZON.StopIntent', 'AMAZON.PauseIntent', false],
    ['OutOfScope', 'AMAZON.StopIntent', false],
  ])('%s taken for %s: right is %s', (meant, taken, right) => expect(isRight({ meant, taken })).toBe(right));
});

describe('what is put in the place of slots', () => {
  const marks = new SlotMarks(TEA_TIMER, ENGLISH);

  it.each([
    ['please brew some sencha', 'please brew some xtea'],
    ['green tea', 'xtea'],
    ["I'd like dragon's well", 'i would like xtea'],
    ['for twenty five minutes', 'for xnumber minutes'],
    ['this one', 'this one'],
    ['some coffee', 'some coffee'],
  ])('in "%s" is "%s"', (sentence, marked) => expect(marks.sentence(sentence).join(' ')).toBe(marked));

  it('is the same in a sample', () => {
    const [brew] = TEA_TIMER.intents;
    expect(brew && marks.sample(brew, 'brew {tea} for {minutes} minutes')).toEqual([
      ['brew', 'xtea', 'for', 'xnumber', 'minutes'],
    ]);
  });
});

describe('nlp.js, trained on a model', () => {
  it('guesses intents from words that no sample has together, and refuses what is about something else', async () => {
    const background = {
      outOfScope: ['play some music', 'what is the weather', 'turn on the lights'],
      asides: ['if you can'],
    };
    const guess = await trainGuesser(TEA_TIMER, background);
    expect(await guess("could you make dragon's well for eight minutes")).toBe('BrewIntent');
    expect(await guess('so how does sencha taste then')).toBe('TasteIntent');
    expect(await guess('no more')).toBe('AMAZON.StopIntent');
    expect(await guess('play some music and make the weather taste')).toBe('OutOfScope');
    expect(await guess('zebra')).toBe('OutOfScope');
  });
});

describe('the sentences to be understood', () => {
  const utterances = PARTS.flatMap((part) => readUtterances(part));
  const models = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'].map((locale) =>
    loadInteractionModel(`interaction-model/${locale}.json`),
  );

  it('are at least 30 for every intent, and 100 that are out of scope', () => {
    const counts = new Map<string, number>();
    for (const { intent } of utterances) counts.set(intent, (counts.get(intent) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count < 30)).toEqual([]);
    expect(counts.get('OutOfScope')).toBeGreaterThanOrEqual(100);
  });

  it('mean intents that there are', () => {
    const named = new Set([...(models[0]?.intents ?? []).map((intent) => intent.name), 'OutOfScope']);
    expect(utterances.map(({ intent }) => intent).filter((intent) => !named.has(intent))).toEqual([]);
  });

  // A failure tells where they are, not what they are: unseen ones stay unseen.
  it('are none of our samples, whatever is said for the slots, but for what everybody says', () => {
    const marks = models.map((model) => new SlotMarks(model, ENGLISH));
    const samples = models.map((model, index) => {
      const forms = model.intents.flatMap((intent) =>
        intent.samples.flatMap((sample) => marks[index]?.sample(intent, sample) ?? []),
      );
      return new Set(forms.map((form) => form.join(' ')));
    });
    const copied = utterances
      .filter(({ sentence }) => isTelling(sentence))
      .filter(({ sentence }) =>
        samples.some((set, index) => set.has(marks[index]?.sentence(sentence).join(' ') ?? '')),
      );

    expect(copied.map(({ hand, intent }) => `${hand}: ${intent}`)).toEqual([]);
  });

  it('are nowhere in what nlp.js is taught to refuse', () => {
    const refused = new Set(readLines('out-of-scope.en.txt').map((line) => wordsOf(line, ENGLISH).join(' ')));
    const copied = utterances.filter(
      ({ sentence }) => isTelling(sentence) && refused.has(wordsOf(sentence, ENGLISH).join(' ')),
    );
    expect(copied.map(({ hand, intent }) => `${hand}: ${intent}`)).toEqual([]);
  });
});

/** Up to so many words there are not many ways to say a thing: "stop", "no thanks", "go on to the next set". */
function isTelling(sentence: string): boolean {
  return wordsOf(sentence, ENGLISH).length > 6;
}

function readLines(name: string): readonly string[] {
  return readFileSync(`scripts/understanding/${name}`, 'utf8').split('\n').filter(Boolean).flatMap(spokenForms);
}
