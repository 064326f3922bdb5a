import type { Slot } from 'ask-sdk-model';
import { exerciseIn, firstValueIn, isFilled, numberIn, pauseIn, timeIn, valueIn } from '../../lambda/alexa/slots';

const NOTHING = { kind: 'nothing' };
const UNKNOWN = { kind: 'unknown' };

describe('a number', () => {
  it.each([
    ['12', 12],
    ['0', 0],
    ['-3', -3],
    ['600', 600],
    ['007', 7],
    ['?', null],
    ['', undefined],
    ['twelve', null],
    ['0x10', null],
    ['1e3', null],
    [' 5', null],
    ['5 minutes', null],
    ['Infinity', null],
    ['99999999999999999999', null],
  ])('said as %p is %p', (value, number) => {
    expect(numberIn(written(value), Math.floor)).toEqual(saidOf(number));
  });

  it('that is no whole one is made whole as is asked for', () => {
    expect(numberIn(written('12.5'), Math.floor)).toEqual({ kind: 'value', value: 12 });
    expect(numberIn(written('12.5'), Math.ceil)).toEqual({ kind: 'value', value: 13 });
  });
});

describe('a time span', () => {
  it.each([
    ['P1D', 1],
    ['P3D', 3],
    ['P2W', 14],
    ['P1M', 30],
    ['P1Y', 365],
    ['P1Y2M1W3D', 435],
    ['PT24H', 1],
    ['PT25H', 2],
    ['PT72H', 3],
    ['P1DT12H', 2],
    ['P120D', 120],
    ['P0D', null],
    ['PT0S', null],
    ['P', null],
    ['PT', null],
    ['P-3D', null],
    ['3 days', null],
    ['?', null],
    ['P99999999999999999999D', null],
  ])('written as %p is a pause of %p whole days', (value, days) => {
    expect(pauseIn(written(value))).toEqual(saidOf(days && { kind: 'days', days }));
  });

  it.each([
    ['PT10M', 10],
    ['PT2H', 120],
    ['PT1H30M', 90],
    ['PT90S', 2],
    ['PT1S', 1],
    ['PT23H59M', 1_439],
  ])('of less than a day, written as %p, is one of %p minutes', (value, minutes) => {
    expect(pauseIn(written(value))).toEqual(saidOf({ kind: 'minutes', minutes }));
  });
});

describe('a time', () => {
  it.each([
    ['07:30', 7, 30],
    ['7:05', 7, 5],
    ['00:00', 0, 0],
    ['23:59', 23, 59],
    ['19:15:00', 19, 15],
  ])('written as %p is that time', (value, hour, minute) => {
    expect(timeIn(written(value))).toEqual(saidOf({ kind: 'at', time: { hour, minute }, part: null }));
  });

  it.each([
    ['MO', 'morning'],
    ['AF', 'afternoon'],
    ['EV', 'evening'],
    ['NI', 'night'],
  ])('written as %p is the %s', (value, part) => {
    expect(timeIn(written(value))).toEqual(saidOf({ kind: 'part-of-day', part }));
  });

  it.each(['24:00', '07:60', '7', '7:5', 'noon', '?', 'XX', '2026-11-22'])('written as %p is unknown', (value) => {
    expect(timeIn(written(value))).toEqual(UNKNOWN);
  });

  it('keeps the part of the day that she names besides', () => {
    const evening = listed(match('evening'));
    const seven = { hour: 7, minute: 0 };
    expect(timeIn(written('07:00'), evening)).toEqual(saidOf({ kind: 'at', time: seven, part: 'evening' }));
    expect(timeIn(written('07:00'), listed(match('noon')))).toEqual(saidOf({ kind: 'at', time: seven, part: null }));
    expect(timeIn(written('MO'), evening)).toEqual(saidOf({ kind: 'part-of-day', part: 'morning' }));
  });

  it.each([undefined, '?'])('may be a part of the day alone (%p)', (value) => {
    expect(timeIn(written(value), listed(match('evening')))).toEqual(saidOf({ kind: 'part-of-day', part: 'evening' }));
  });
});

describe('a slot that was not filled', () => {
  it.each([undefined, written(undefined), written('')])('says nothing (%p)', (slot) => {
    expect(numberIn(slot, Math.floor)).toEqual(NOTHING);
    expect(pauseIn(slot)).toEqual(NOTHING);
    expect(timeIn(slot)).toEqual(NOTHING);
    expect(valueIn(slot, ['on', 'off'])).toEqual(NOTHING);
    expect(firstValueIn(slot, ['on', 'off'])).toEqual(NOTHING);
    expect(exerciseIn(slot)).toEqual({ kind: 'none' });
    expect(isFilled(slot)).toBe(false);
  });
});

describe('a value of a list', () => {
  const CASES: readonly { rule: string; slot: Slot; value: string | null; first?: string }[] = [
    { rule: 'is the one her word stands for', slot: listed(match('on')), value: 'on' },
    { rule: 'is the one that two lists agree on', slot: listed(match('on'), match('on')), value: 'on' },
    { rule: 'is unknown when two fit', slot: listed(match('off', 'on')), value: null, first: 'on' },
    {
      rule: 'is unknown when her word is not on the list',
      slot: listed({ status: { code: 'ER_SUCCESS_NO_MATCH' } }),
      value: null,
    },
    {
      rule: 'is unknown when looking it up failed',
      slot: listed({ status: { code: 'ER_ERROR_TIMEOUT' } }),
      value: null,
    },
    { rule: 'is unknown when it was not looked up', slot: written('on') as Slot, value: null },
    { rule: 'is unknown for an id that is none of ours', slot: listed(match('toString', '__proto__')), value: null },
    { rule: 'is the known one beside an id that is none of ours', slot: listed(match('dim', 'off')), value: 'off' },
    {
      rule: 'is unknown for a match without an id',
      slot: listed({ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: 'on' } }] }),
      value: null,
    },
  ];

  it.each(CASES)('$rule', ({ slot, value }) => {
    expect(valueIn(slot, ['on', 'off'])).toEqual(saidOf(value));
    expect(isFilled(slot)).toBe(true);
  });

  it.each(CASES)('($rule) is the first of the list where the first that fits is meant', ({ slot, value, first }) => {
    expect(firstValueIn(slot, ['on', 'off'])).toEqual(saidOf(first ?? value));
  });
});

function saidOf(value: unknown): object {
  if (value === undefined) return NOTHING;
  return value === null ? UNKNOWN : { kind: 'value', value };
}

function written(value: string | undefined): Slot | undefined {
  return { name: 'any', confirmationStatus: 'NONE', ...(value !== undefined && { value }) };
}

function match(...ids: readonly string[]): object {
  return { status: { code: 'ER_SUCCESS_MATCH' }, values: ids.map((id) => ({ value: { name: id, id } })) };
}

function listed(...authorities: readonly object[]): Slot {
  const resolutionsPerAuthority = authorities.map((each) => ({ authority: 'a', ...each }));
  return { name: 'any', value: 'a word', confirmationStatus: 'NONE', resolutions: { resolutionsPerAuthority } } as Slot;
}
