import { clausesOf, featuresOf, onsetOf } from '../../../lambda/core/speech/speech-length';

describe('the clauses of a text', () => {
  it('end where the voice pauses, each with the mark behind it', () => {
    expect(clausesOf('Three, two... one — go! Rest')).toEqual([
      { words: 'three', mark: ',' },
      { words: 'two', mark: '…' },
      { words: 'one', mark: '—' },
      { words: 'go', mark: '!' },
      { words: 'rest', mark: '' },
    ]);
  });

  it.each([
    { text: 'Wait…', mark: '…' },
    { text: 'Ready?!', mark: '?' },
    { text: 'Ready!...', mark: '!' },
    { text: 'Ready..', mark: '.' },
  ])('pause by the first of several marks: $text', ({ text, mark }) => {
    expect(clausesOf(text).map((clause) => clause.mark)).toEqual([mark]);
  });

  it('keep apostrophes and hyphens within words, and nothing else', () => {
    expect(clausesOf('Don’t do a sit-up (that’s all)').map(({ words }) => words)).toEqual([
      "don't do a sit-up that's all",
    ]);
    expect(clausesOf("'Left' - right-").map(({ words }) => words)).toEqual(['left right']);
  });

  it('read each digit as its word', () => {
    expect(clausesOf('0123456789').map(({ words }) => words)).toEqual([
      'zero one two three four five six seven eight nine',
    ]);
  });
});

describe('what a length is guessed from', () => {
  it.each([
    // words: keep, breathing; vowels: ee, ea, i; consonants: k, p, b, r, th, ng
    { words: 'keep breathing', features: [1, 2, 0, 3, 6] },
    // to and the are light; vowels: o, e, a; consonants: t, th, b, ck
    { words: 'to the back', features: [1, 3, 2, 3, 4] },
    // vowels: i, e, ee, a, i; consonants: wh, s, t, l, kn, wr, p, h, ll
    { words: 'whistle knee wrap hill', features: [1, 4, 0, 5, 9] },
    // words: sit, up; vowels: i, u; consonants: s, t, p
    { words: 'sit-up', features: [1, 2, 0, 2, 3] },
  ])('is words, light words, vowels and consonants as heard: $words', ({ words, features }) => {
    expect(featuresOf(words, new Set(['to', 'the']))).toEqual(features);
  });
});

it.each([
  { words: 'keep still', onset: 'stop' },
  { words: 'two', onset: 'stop' },
  { words: 'three', onset: 'friction' },
  { words: 'hold', onset: 'friction' },
  { words: 'exhale', onset: 'open' },
  { words: 'lift the foot', onset: 'open' },
])('begins after a longer silence where lips or tongue close first: $words', ({ words, onset }) => {
  expect(onsetOf(words)).toBe(onset);
});
