/**
 * Take a sentence apart into words: lower case, no punctuation, contractions spelt out, a word said twice in a row once.
 * A slot in braces stays one word.
 * @example wordsOf("Wait, wait! I'm not ready") // => ['wait', 'i', 'am', 'not', 'ready']
 */
export function wordsOf(sentence: string): readonly string[] {
  const bare = sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'{}_]+/gu, ' ');
  const words = bare.split(' ').flatMap(spellOut);
  return words.filter((word, index) => word !== '' && word !== words[index - 1]);
}

/** Drop what is said around a command without being part of it ("okay, stop please"); at least one word stays. */
export function withoutEdgeWords(words: readonly string[]): readonly string[] {
  let from = 0;
  let to = words.length;
  while (from < to - 1 && LEADING.has(words[from] ?? '')) from++;
  while (to - 1 > from && TRAILING.has(words[to - 1] ?? '')) to--;
  return words.slice(from, to);
}

/** One word of a sentence as it is compared. `at` is its place in the sentence, `stem` is the same for "kick" and "kicking". */
export interface Term {
  readonly stem: string;
  readonly at: number;
}

/** The words that carry the meaning of a sentence, without articles and fillers ("um", "could you", "I think"). */
export function termsOf(words: readonly string[]): readonly Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const filler = FILLERS.find((phrase) => phrase.every((word, offset) => words[at + offset] === word));
    if (filler === undefined) terms.push({ stem: stem(words[at] ?? ''), at });
    at += filler?.length ?? 1;
  }
  return terms.length > 0 ? terms : words.map((word, at) => ({ stem: stem(word), at }));
}

/** What a sentence denies, by the word after each "not": "I'm not ready" must never be taken for "I'm ready". */
export function deniedIn(stems: readonly string[]): string {
  return stems.flatMap((stem, index) => (DENIALS.has(stem) ? [stems[index + 1] ?? ''] : [])).join(' ');
}

/** Tell whether a stem is of the kind that stands in any sentence and so says little about what is meant. */
export function isEveryday(term: string): boolean {
  return EVERYDAY.has(term);
}

const WHOLE_CONTRACTIONS: ReadonlyMap<string, string> = new Map(
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

function spellOut(word: string): string[] {
  const whole = WHOLE_CONTRACTIONS.get(word);
  if (whole !== undefined) return whole.split(' ');
  for (const [end, spelt] of CONTRACTED_ENDS) {
    if (word.endsWith(end) && word.length > end.length) return (word.slice(0, -end.length) + spelt).split(' ');
  }
  const owner = /^(.+)'s$/.exec(word)?.[1];
  if (owner !== undefined) return BEFORE_IS.has(owner) ? [owner, 'is'] : [owner];
  return [word.replaceAll("'", '')];
}

const LEADING = new Set('alexa please okay um uh er well hey'.split(' '));
const TRAILING = new Set('alexa please'.split(' '));

/** Longest first, so that "I would like to" goes as a whole. */
const FILLERS: readonly (readonly string[])[] = [
  'i would like you to',
  'if you do not mind',
  'i would like to',
  'i want you to',
  'i want to',
  'can you',
  'could you',
  'would you',
  'will you',
  'can we',
  'could we',
  'i think',
  'i guess',
  'i believe',
  'you know',
  'kind of',
  'sort of',
  'thank you',
  'for me',
  'let us',
  'let me',
  ...'a an the um uh er erm hmm ah please okay alright so well just like now then actually really maybe exactly'.split(
    ' ',
  ),
  ...'already quickly thanks alexa hey sorry yes yeah'.split(' '),
].map((phrase) => phrase.split(' '));

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

/** Plural, -ing, -ed and a silent e come off; what remains must still look like a word. */
function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  const bare = word
    .replace(/(?<=..[^sui])s$/, '')
    .replace(/(?<=[aeiouy].*[^e])(?:ing|ed)$/, '')
    .replace(/([^aeiouls])\1$/, '$1');
  return bare.length > 3 ? bare.replace(/e$/, '') : bare;
}

const DENIALS = new Set(['no', 'not', 'never', 'nothing', 'none']);

const EVERYDAY = new Set(
  (
    'a about after again all also am an and any are as at back be been before but by can could day did do down for from ' +
    'get give go going got had have he her here him his how i if in into is it its know let like look make many may me ' +
    'more much my need no not now of off on or other our out over put say see she should show so some tell than that ' +
    'the their them then there these they thing this those to too up us use very want was way we were what when ' +
    'where which while who why will with would you your mine without mean meant said'
  )
    .split(' ')
    .map(stem),
);
