import { BrokenModelError, loadInteractionModel, readInteractionModel } from '../../simulator/interaction-model';

interface Draft {
  invocationName: unknown;
  intents: { name: string; slots?: { name: string; type: string }[]; samples?: string[] }[];
  types: { name: string; values: { id?: string; name: { value: string; synonyms?: string[] } }[] }[];
}

describe('a skill model that is read', () => {
  it('is taken when it keeps the rules', () => {
    expect(read(() => {})).toEqual({
      locale: 'en-US',
      invocationName: 'tea timer',
      intents: [
        { name: 'BrewIntent', slots: [{ name: 'tea', type: 'TEA' }], samples: ['brew {tea}', 'make some tea'] },
        ...['Cancel', 'Fallback', 'Help', 'NavigateHome', 'Stop'].map((name) => ({
          name: `AMAZON.${name}Intent`,
          slots: [],
          samples: [],
        })),
      ],
      slotTypes: [{ name: 'TEA', values: [{ id: 'oolong', name: 'oolong', synonyms: ['blue tea'] }] }],
    });
  });

  it.each<[string, (draft: Draft) => void, string]>([
    ['a name with capitals', (draft) => (draft.invocationName = 'Tea timer'), 'lower-case letters'],
    ['a name with digits', (draft) => (draft.invocationName = 'tea 4 two'), 'write numbers in words'],
    [
      'a name with a launch word',
      (draft) => (draft.invocationName = 'start tea timer'),
      'contains a launch word, "start"',
    ],
    [
      'a name with a connecting word',
      (draft) => (draft.invocationName = 'tea and biscuits'),
      'a connecting word, "and"',
    ],
    ['a name with a wake word', (draft) => (draft.invocationName = 'alexa tea timer'), 'contains a wake word, "alexa"'],
    [
      'a name that says skill',
      (draft) => (draft.invocationName = 'tea timer skill'),
      'contains a reserved word, "skill"',
    ],
    ['a name of an article and a word', (draft) => (draft.invocationName = 'the tea'), 'add a third word'],
    ['a name that is no text', (draft) => (draft.invocationName = 7), 'invocationName should be a text'],
    ['no way to stop', (draft) => draft.intents.pop(), 'intent AMAZON.StopIntent is missing; add it'],
    [
      'an intent twice',
      (draft) => draft.intents.push({ name: 'AMAZON.HelpIntent' }),
      'AMAZON.HelpIntent is there twice',
    ],
    ['a misspelt built-in', (draft) => draft.intents.push({ name: 'AMAZON.HlepIntent' }), 'check its spelling'],
    ['an intent with a number', (draft) => draft.intents.push({ name: 'Tea2Intent', samples: ['a'] }), 'rename it'],
    [
      'an intent nobody can reach',
      (draft) => draft.intents.push({ name: 'LostIntent' }),
      'is never understood; add some',
    ],
    ['a digit in a sample', (draft) => draft.intents[0]?.samples?.push('brew 2 cups'), 'write numbers in words'],
    ['a question mark in a sample', (draft) => draft.intents[0]?.samples?.push('is it done?'), 'only letters, blanks'],
    ['a blank too many', (draft) => draft.intents[0]?.samples?.push('brew  it'), 'remove the superfluous blanks'],
    [
      'a wake word in a sample',
      (draft) => draft.intents[0]?.samples?.push('alexa brew it'),
      'remove the wake word "alexa"',
    ],
    [
      'a slot never declared',
      (draft) => draft.intents[0]?.samples?.push('for {minutes}'),
      'slot {minutes} is not declared',
    ],
    ['a slot type that is missing', (draft) => draft.types.pop(), 'no type TEA; add it under types'],
    [
      'a sample twice',
      (draft) => draft.intents[0]?.samples?.push('Make some tea'),
      '"make some tea" twice; remove one',
    ],
    ['a phrase of a built-in', (draft) => draft.intents[0]?.samples?.push('never mind'), 'AMAZON.CancelIntent'],
    [
      'a phrase two intents share once slots are spoken',
      (draft) => draft.intents.push({ name: 'BlueIntent', samples: ['brew blue tea'] }),
      '"brew blue tea" of BlueIntent and "brew {tea}" of BrewIntent are both "brew blue tea"; keep one',
    ],
    [
      'an id twice',
      (draft) => draft.types[0]?.values.push({ id: 'oolong', name: { value: 'x' } }),
      'id oolong is there twice',
    ],
    [
      'a slot where another intent has one that is filled by the same words',
      (draft) => draft.intents.push(timed('SteepIntent', 'AMAZON.NUMBER'), timed('WaitIntent', 'AMAZON.NUMBER')),
      '"steep it for {amount}" of WaitIntent and "steep it for {amount}" of SteepIntent are both',
    ],
    [
      'a number where another intent has a time',
      (draft) => draft.intents.push(timed('SteepIntent', 'AMAZON.NUMBER'), timed('WaitIntent', 'AMAZON.TIME')),
      '"steep it for {amount}" of WaitIntent',
    ],
    [
      'a length of time where another intent has its number and unit',
      (draft) =>
        draft.intents.push(timed('SteepIntent', 'AMAZON.DURATION'), timed('WaitIntent', 'AMAZON.NUMBER', ' minutes')),
      '"steep it for {amount} minutes" of WaitIntent',
    ],
    [
      'a spoken number where another intent has a slot',
      (draft) => {
        draft.intents.push(timed('SteepIntent', 'AMAZON.NUMBER'));
        draft.intents.push({ name: 'WaitIntent', samples: ['steep it for five'] });
      },
      'are both "steep it for five"',
    ],
    [
      'two intents that answer a question with the same bare number',
      (draft) => {
        const slots = [{ name: 'amount', type: 'AMAZON.NUMBER' }];
        draft.intents.push({ name: 'SteepIntent', slots, samples: ['{amount}'] });
        draft.intents.push({ name: 'WaitIntent', slots, samples: ['{amount}'] });
      },
      'are both',
    ],
    [
      'a phrase two intents share once both slots are spoken',
      (draft) => {
        draft.types.push({ name: 'CUP', values: [{ name: { value: 'mug' } }] });
        const slots = [
          { name: 'tea', type: 'TEA' },
          { name: 'cup', type: 'CUP' },
        ];
        draft.intents.push({ name: 'PourIntent', slots, samples: ['pour {tea} into a {cup}'] });
        draft.intents.push({ name: 'MugIntent', samples: ['pour blue tea into a mug'] });
      },
      'are both "pour blue tea into a mug"',
    ],
    [
      'a phrase two intents share once contractions are spelt out',
      (draft) =>
        draft.intents.push(
          { name: 'ReadyIntent', samples: ["I'm done"] },
          { name: 'DoneIntent', samples: ['I am done'] },
        ),
      'are both "i am done"',
    ],
    ['a synonym twice', (draft) => draft.types[0]?.values[0]?.name.synonyms?.push('Oolong'), '"oolong" is there twice'],
    [
      'an empty slot type',
      (draft) => draft.types.push({ name: 'CUP', values: [] }),
      'slot type CUP has no value; add some',
    ],
  ])('is refused for %s, saying what mends it', (_, breakIt, fault) => {
    expect(() => read(breakIt)).toThrow(BrokenModelError);
    expect(() => read(breakIt)).toThrow(fault);
  });

  it.each<[string, (draft: Draft) => void]>([
    [
      'two intents whose slots stand in the same place and have no word in common',
      (draft) => {
        draft.types.push({ name: 'CUP', values: [{ name: { value: 'mug' } }] });
        draft.intents.push({
          name: 'CupIntent',
          slots: [{ name: 'cup', type: 'CUP' }],
          samples: ['brew {cup}', '{cup}'],
        });
      },
    ],
    [
      'answers that only the question tells apart',
      (draft) => {
        for (const [name, type] of [
          ['SteepIntent', 'NUMBER'],
          ['WaitIntent', 'DURATION'],
          ['RemindIntent', 'TIME'],
        ] as const) {
          const samples = ['{amount}', 'just {amount}', 'for about {amount}'];
          draft.intents.push({ name, slots: [{ name: 'amount', type: `AMAZON.${type}` }], samples });
        }
        draft.intents.push({ name: 'HurryIntent', samples: ['just a minute', 'one minute'] });
      },
    ],
  ])('may have %s', (_, change) => expect(() => read(change)).not.toThrow());

  it('is read in the blink of an eye when it has two thousand samples', () => {
    const words = 'ash birch cedar elm fir gorse hazel ivy juniper larch maple oak'.split(' ');
    const startMs = performance.now();
    read((draft) => {
      const slots = [
        { name: 'tea', type: 'TEA' },
        { name: 'again', type: 'TEA' },
        { name: 'cups', type: 'AMAZON.NUMBER' },
      ];
      const synonyms = words.flatMap((one) => words.slice(0, 6).map((other) => `${one} ${other} tea`));
      draft.types[0]?.values.push({ id: 'tree', name: { value: 'tree tea', synonyms } });
      for (const one of words) {
        const samples = words.flatMap((other) =>
          words.map(
            (third) => `${third} ${other} {tea} and {again} with {cups} ${one === other ? one : `${one} cups`}`,
          ),
        );
        draft.intents.push({ name: `Tea${one}Intent`, slots, samples });
      }
    });
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });

  it('keeps the rules of its own language', () => {
    expect(() => read((draft) => (draft.invocationName = 'abre mi té'), 'es-US')).toThrow('a launch word, "abre"');
    expect(() => read((draft) => (draft.invocationName = 'té para dos'), 'es-US')).toThrow('a connecting word, "para"');
    expect(() => read((draft) => (draft.invocationName = 'open mi té'), 'es-US')).not.toThrow();
    expect(() => read((draft) => draft.intents[0]?.samples?.push('ayúdame'), 'es-US')).toThrow('AMAZON.HelpIntent');
    expect(() => read(() => {}, 'fr-CA')).toThrow(RangeError);
  });

  it('names every fault at once', () => {
    const broken = catchBroken(() =>
      read((draft) => {
        draft.invocationName = 'open tea timer';
        draft.intents.pop();
      }),
    );
    expect(broken.faults).toHaveLength(2);
  });

  it('is refused with its path when there is no such file', () => {
    const broken = catchBroken(() => loadInteractionModel('interaction-model/xx-XX.json'));
    expect(broken.message).toContain('interaction-model/xx-XX.json');
    expect(broken.message).toContain('check its path');
  });

  it.each([
    [null],
    [{}],
    [[]],
    [{ interactionModel: {} }],
    [{ interactionModel: { languageModel: { invocationName: 'a b c' } } }],
  ])('is refused when it is %j', (json) => expect(() => readInteractionModel(json)).toThrow(BrokenModelError));
});

function timed(name: string, type: string, unit = '') {
  return { name, slots: [{ name: 'amount', type }], samples: [`steep it for {amount}${unit}`] };
}

function read(change: (draft: Draft) => void, locale?: string) {
  const builtIn = ['Cancel', 'Fallback', 'Help', 'NavigateHome', 'Stop'].map((name) => ({
    name: `AMAZON.${name}Intent`,
  }));
  const draft: Draft = {
    invocationName: 'tea timer',
    intents: [
      { name: 'BrewIntent', slots: [{ name: 'tea', type: 'TEA' }], samples: ['brew {tea}', 'make some tea'] },
      ...builtIn,
    ],
    types: [{ name: 'TEA', values: [{ name: { value: 'oolong', synonyms: ['blue tea'] } }] }],
  };
  change(draft);
  const { invocationName, intents, types } = draft;
  return readInteractionModel(
    { interactionModel: { languageModel: { invocationName, intents, types } } },
    'given',
    locale,
  );
}

function catchBroken(attempt: () => unknown): BrokenModelError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof BrokenModelError) return error;
  }
  throw new Error('It was not refused');
}
