/** Write an English word as typed in the words it stands for: contractions spelt out, a possessive without its ending. */
export function spellOut(word: string): readonly string[] {
  const whole = CONTRACTIONS.get(word);
  if (whole !== undefined) return whole.split(' ');
  if (!word.includes("'")) return [word];
  for (const [end, spelt] of CONTRACTED_ENDS) {
    if (word.endsWith(end) && word.length > end.length) return (word.slice(0, -end.length) + spelt).split(' ');
  }
  const owner = /^(.+)'s$/.exec(word)?.[1];
  if (owner !== undefined) return BEFORE_IS.has(owner) ? [owner, 'is'] : [owner];
  return [word.replaceAll("'", '')];
}

/** The stem of an English word: plural, -ing, -ed and a silent e come off; what remains must still look like a word. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  const bare = word
    .replace(/(?<=..[^sui])s$/, '')
    .replace(/(?<=[aeiouy].*[^e])(?:ing|ed)$/, '')
    .replace(/([^aeiouls])\1$/, '$1');
  return bare.length > 3 ? bare.replace(/e$/, '') : bare;
}

const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Typed without the apostrophe, as people do.
    im: 'i am',
    ive: 'i have',
    dont: 'do not',
    cant: 'can not',
    wont: 'will not',
    lets: 'let us',
    whats: 'what is',
    thats: 'that is',
    "can't": 'can not',
    cannot: 'can not',
    "won't": 'will not',
    "let's": 'let us',
    gonna: 'going to',
    gotta: 'got to',
    wanna: 'want to',
    gimme: 'give me',
    lemme: 'let me',
    ok: 'okay',
    nevermind: 'never mind',
  }),
);

const CONTRACTED_ENDS: readonly (readonly [end: string, spelt: string])[] = [
  ["n't", ' not'],
  ["'m", ' am'],
  ["'re", ' are'],
  ["'ve", ' have'],
  ["'ll", ' will'],
  ["'d", ' would'],
];

const BEFORE_IS = new Set('what where who how when that it he she there here one someone something'.split(' '));

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    does: 'do',
    doing: 'do',
    feet: 'foot',
    goes: 'go',
    going: 'go',
    has: 'have',
  }),
);
