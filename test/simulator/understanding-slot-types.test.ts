import '../support/seed';
import fc from 'fast-check';
import { readInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding } from '../../simulator/understanding';

/** A skill that waters plants, with every kind of slot that is filled from numbers. */
const model = readInteractionModel({
  interactionModel: {
    languageModel: {
      invocationName: 'green thumb helper',
      intents: [
        {
          name: 'WaterIntent',
          slots: [
            { name: 'cups', type: 'AMAZON.NUMBER' },
            { name: 'plant', type: 'PLANT' },
            { name: 'amount', type: 'AMOUNT' },
          ],
          samples: [
            '{cups}',
            '{cups} cups',
            'pour {cups} cups',
            'pour {cups} cups on the {plant}',
            'give the {plant} {amount}',
            'give {amount} to the {plant} and {cups} cups to the {plant}',
            '{amount}',
          ],
        },
        {
          name: 'HolidayIntent',
          slots: [{ name: 'duration', type: 'AMAZON.DURATION' }],
          samples: ['{duration}', 'I am away for {duration}', 'take a break of {duration}'],
        },
        {
          name: 'RemindIntent',
          slots: [{ name: 'time', type: 'AMAZON.TIME' }],
          samples: ['{time}', 'remind me at {time}', 'remind me in the {time}', 'remind me {time}'],
        },
        ...['Cancel', 'Fallback', 'Help', 'NavigateHome', 'Stop'].map((name) => ({ name: `AMAZON.${name}Intent` })),
      ],
      types: [
        {
          name: 'PLANT',
          values: [
            { id: 'rose', name: { value: 'rose' } },
            { id: 'fern', name: { value: 'fern', synonyms: ['big fern'] } },
          ],
        },
        { name: 'AMOUNT', values: [{ id: 'more', name: { value: 'more water' } }] },
      ],
    },
  },
});
const { understand } = createUnderstanding(model);

describe('a number she says', () => {
  it.each([
    ['pour five cups', '5'],
    ['pour zero cups', '0'],
    ['pour twelve cups please', '12'],
    ['pour twenty cups', '20'],
    ['pour twenty five cups', '25'],
    ['pour twenty-five cups', '25'],
    ['pour a hundred cups', '100'],
    ['pour one hundred and five cups', '105'],
    ['pour two hundred twenty two cups', '222'],
    ['pour a thousand and one cups', '1001'],
    ['pour two thousand three hundred cups', '2300'],
    ['pour 12 cups', '12'],
    ['Pour 5 hundred cups!', '500'],
    ['pour minus three cups', '-3'],
    ['pour -3 cups', '-3'],
    ['pour a couple of cups', '2'],
    ['pour a dozen cups', '12'],
    ['could you pour uh seven cups now', '7'],
    ['pour me maybe 4 cups', '4'],
    ['eight', '8'],
    ['um, eight please', '8'],
  ])('arrives in digits from "%s"', (sentence, value) => {
    expect(slotOf(sentence, 'WaterIntent', 'cups')).toEqual({
      name: 'cups',
      value,
      confirmationStatus: 'NONE',
      slotValue: { type: 'Simple', value },
    });
  });

  it.each([
    'pour umpteen cups',
    'pour a few cups',
    'pour two and a half cups',
    'pour 2.5 cups',
    'pour five twenty cups',
    'pour half a cups',
  ])('is a question mark when it only sounds like one: "%s"', (sentence) => {
    expect(slotOf(sentence, 'WaterIntent', 'cups')?.value).toBe('?');
  });

  it.each([
    'umpteen',
    'a few',
    'pour purple cups',
    'five golden rings',
    'tell her to be here at five',
    'the twenty year old',
  ])('is not dragged out of "%s"', (sentence) =>
    expect(understand(sentence, OPEN)).toMatchObject({ name: 'AMAZON.FallbackIntent' }),
  );

  it('is the one she means, whatever it is, in words and in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), (count) => {
        expect(slotOf(`pour ${count} cups`, 'WaterIntent', 'cups')?.value).toBe(String(count));
        expect(slotOf(`pour ${inWords(count)} cups`, 'WaterIntent', 'cups')?.value).toBe(String(count));
      }),
    );
  });
});

describe('a length of time she says', () => {
  it.each([
    ['I am away for two weeks', 'P2W'],
    ["I'm away for a week", 'P1W'],
    ['I am away for three days', 'P3D'],
    ['I am away for a fortnight', 'P2W'],
    ['I am away for a couple of weeks', 'P2W'],
    ['I am away for one month', 'P1M'],
    ['I am away for a month and a half', 'P1M15D'],
    ['I am away for two and a half weeks', 'P2W4D'],
    ['I am away for a year', 'P1Y'],
    ['I am away for 10 days', 'P10D'],
    ['I am away for one week and two days', 'P1W2D'],
    ['take a break of ten minutes', 'PT10M'],
    ['take a break of ninety seconds', 'PT90S'],
    ['take a break of half an hour', 'PT30M'],
    ['take a break of an hour and a half', 'PT1H30M'],
    ['take a break of one hour and ten minutes', 'PT1H10M'],
    ['two weeks', 'P2W'],
    ['um, a week please', 'P1W'],
  ])('arrives by the ISO standard from "%s"', (sentence, value) => {
    expect(slotOf(sentence, 'HolidayIntent', 'duration')?.value).toBe(value);
  });

  it.each(['I am away for minus three days', 'I am away for days', 'week', 'we met two weeks ago in Paris'])(
    'is not dragged out of "%s"',
    (sentence) => expect(understand(sentence, OPEN)).toMatchObject({ name: 'AMAZON.FallbackIntent' }),
  );
});

describe('a time of day she says', () => {
  it.each([
    ['remind me at seven', '07:00'],
    ['remind me at seven thirty', '07:30'],
    ['remind me at half past seven', '07:30'],
    ['remind me at a quarter to eight', '07:45'],
    ['remind me at quarter past nine', '09:15'],
    ['remind me at ten to six', '05:50'],
    ['remind me at seven oh five', '07:05'],
    ["remind me at seven o'clock", '07:00'],
    ['remind me at quarter to one', '12:45'],
    ['remind me at 7', '07:00'],
    ['remind me at 7:30', '07:30'],
    ['remind me at 19:30', '19:30'],
    ['remind me at 11:11', '11:11'],
    ['remind me at 7 am', '07:00'],
    ['remind me at 7pm', '19:00'],
    ['remind me at 7:15 p.m.', '19:15'],
    ['remind me at half past seven in the evening', '19:30'],
    ['remind me at seven in the evening please', '19:00'],
    ['remind me at seven in the morning', '07:00'],
    ['remind me at ten at night', '22:00'],
    ['remind me at three in the afternoon', '15:00'],
    ['remind me at twelve at night', '00:00'],
    ['remind me at noon', '12:00'],
    ['remind me at midnight', '00:00'],
    ['remind me at twelve pm', '12:00'],
    ['remind me at twelve am', '00:00'],
    ['remind me at twenty thirty', '20:30'],
    ['remind me in the morning', 'MO'],
    ['remind me this afternoon', 'AF'],
    ['remind me this evening', 'EV'],
    ['remind me tonight', 'NI'],
    ['in the morning', 'MO'],
    ['seven thirty', '07:30'],
    ['at half past six', '06:30'],
  ])('arrives as a clock or a part of the day from "%s"', (sentence, value) => {
    expect(slotOf(sentence, 'RemindIntent', 'time')?.value).toBe(value);
  });

  it.each([
    'remind me at ten minutes',
    'remind me at twenty five',
    'remind me at 7:75',
    'the meeting is at seven',
    'good morning',
    'what time is noon in Paris',
  ])('is not dragged out of "%s"', (sentence) =>
    expect(understand(sentence, OPEN)).toMatchObject({ name: 'AMAZON.FallbackIntent' }),
  );
});

describe('several slots in one sentence', () => {
  it('are each filled with their own', () => {
    expect(understand('pour three cups on the big fern', OPEN)).toMatchObject({
      name: 'WaterIntent',
      slots: { cups: { value: '3' }, plant: { value: 'big fern' }, amount: { name: 'amount' } },
    });
    expect(understand('give the rose more water', OPEN)).toMatchObject({
      slots: { amount: { value: 'more water' }, plant: { value: 'rose' } },
    });
  });

  it('are one value where the words are those of a number or of a length of time', () => {
    expect(understand('one minute', OPEN)).toMatchObject({
      name: 'HolidayIntent',
      slots: { duration: { value: 'PT1M' } },
    });
    expect(understand('nine', OPEN)).toMatchObject({ name: 'WaterIntent', slots: { cups: { value: '9' } } });
  });
});

const OPEN = { sessionOpen: true };

function slotOf(sentence: string, intent: string, slot: string) {
  const understood = understand(sentence, OPEN);
  expect(understood).toMatchObject({ name: intent });
  return understood.kind === 'intent' ? understood.slots[slot] : undefined;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function inWords(count: number): string {
  if (count >= 1_000) return `${inWords(Math.floor(count / 1_000))} thousand${rest(count % 1_000)}`;
  if (count >= 100) return `${ONES[Math.floor(count / 100)]} hundred${rest(count % 100)}`;
  if (count >= 20) return `${TENS[Math.floor(count / 10) - 2]}${rest(count % 10)}`;
  return ONES[count] ?? '';
}

function rest(count: number): string {
  return count === 0 ? '' : ` ${inWords(count)}`;
}
