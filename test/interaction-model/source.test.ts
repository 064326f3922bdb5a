import { readIntents, readSlotTypes } from '../../scripts/interaction-models/read-source';
import { inRegion, readRegion } from '../../scripts/interaction-models/regions';
import { spokenForms } from '../../scripts/interaction-models/spoken-forms';

describe('what an author writes down', () => {
  it.each([
    ['stop', ['stop']],
    ['skip (this|that) one', ['skip this one', 'skip that one']],
    ['(a|b) (c|d)', ['a c', 'a d', 'b c', 'b d']],
    ['wait (|a bit)', ['wait', 'wait a bit']],
    ['[stop|end|quit] [it|this]', ['stop it', 'end this', 'quit it']],
    ['(I|we) [stop|end] [it|this]', ['I stop it', 'I end this', 'we stop it', 'we end this']],
  ])('says "%s" in each of its ways', (phrase, ways) => expect(spokenForms(phrase)).toEqual(ways));

  it.each(['skip (this', 'skip this)', 'skip [this', '(a|(b|c))'])('is refused when it is "%s"', (phrase) =>
    expect(() => spokenForms(phrase)).toThrow(RangeError),
  );

  it('is read as intents with slots and samples, none twice', () => {
    const text = '# BrewIntent\ntea = TEA\n\nbrew (|some) {tea}\nbrew {tea}\n# OtherIntent\nwait';
    expect(readIntents(text)).toEqual([
      { name: 'BrewIntent', slots: [{ name: 'tea', type: 'TEA' }], samples: ['brew {tea}', 'brew some {tea}'] },
      { name: 'OtherIntent', slots: [], samples: ['wait'] },
    ]);
  });

  it('is read as slot types with values, none twice', () => {
    expect(readSlotTypes('# TEA\nblack: black tea\n  (strong|plain) tea, black tea\n  breakfast')).toEqual([
      { name: 'TEA', values: [{ id: 'black', name: 'black tea', synonyms: ['strong tea', 'plain tea', 'breakfast'] }] },
    ]);
  });

  it.each([
    ['a sample above every intent', () => readIntents('wait\n# A'), 'Line 1'],
    ['a synonym above every value', () => readSlotTypes('# TEA\nstrong tea'), 'Line 2'],
    ['choices that do not end', () => readIntents('# A\n\nwait (a|b'), 'Line 3'],
    ['a regional line that says nothing', () => readRegion('# en-GB\ncouch sofa', 'en-GB'), 'Line 2'],
  ])('is refused for %s, naming the line', (_, read, line) => {
    expect(read).toThrow(SyntaxError);
    expect(read).toThrow(line);
  });
});

describe('a region', () => {
  const language = {
    intents: [{ name: 'SitIntent', slots: [], samples: ['sit on the couch', 'use {couch}', 'couches'] }],
    slotTypes: [{ name: 'SEAT', values: [{ id: 'couch', name: 'couch', synonyms: ['big couch'] }] }],
  };

  it('replaces whole words, and says a phrase once with each that stands in their place', () => {
    const told = inRegion(language, readRegion('# en-GB en-AU\ncouch -> sofa | settee', 'en-AU'));
    expect(told.intents[0]?.samples).toEqual(['sit on the sofa', 'sit on the settee', 'use {couch}', 'couches']);
    expect(told.slotTypes[0]?.values).toEqual([
      { id: 'couch', name: 'sofa', synonyms: ['settee', 'big sofa', 'big settee'] },
    ]);
  });

  it('adds samples to an intent and synonyms to a value', () => {
    const told = inRegion(
      language,
      readRegion('# en-GB\nSitIntent + sit (here|there)\nSEAT couch + chesterfield', 'en-GB'),
    );
    expect(told.intents[0]?.samples.slice(-2)).toEqual(['sit here', 'sit there']);
    expect(told.slotTypes[0]?.values[0]?.synonyms).toEqual(['big couch', 'chesterfield']);
  });

  it('leaves alone what it does not name', () => {
    expect(inRegion(language, readRegion('# en-GB\ncouch -> sofa', 'en-US'))).toEqual(language);
  });

  it('is refused for adding to what is not there', () => {
    expect(() => inRegion(language, readRegion('# en-GB\nSEAT chair + stool', 'en-GB'))).toThrow('SEAT chair');
  });
});
