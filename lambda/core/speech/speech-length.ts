/** What a language's voice was measured to take, in milliseconds. */
export interface SpeechLengths {
  /** For a clause, and for each word, light word, vowel group and consonant in it: see {@link featuresOf}. */
  readonly clauseMs: readonly number[];
  /** From the end of a clause with a mark to the next one, when that begins openly. */
  readonly pauseMs: ReadonlyMap<string, number>;
  /** Added to the pause by the way the next clause begins. */
  readonly onsetMs: { readonly stop: number; readonly friction: number };
  /** Clauses that were measured as they are. */
  readonly measuredMs: ReadonlyMap<string, number>;
  /** Words that are said without stress, and so faster than their letters suggest. Written as clauses are: lower case, no accents. */
  readonly lightWords: ReadonlySet<string>;
}

/** Words between two marks that make the voice pause. `mark` is the one behind them, empty at the end of an unfinished text. */
export interface Clause {
  /** Lower case, one space between words, no signs but apostrophes and hyphens. Never empty. */
  readonly words: string;
  readonly mark: string;
}

/** What the length of a clause is estimated from, in the order of {@link SpeechLengths} `clauseMs`. */
export type ClauseFeatures = readonly [
  clauses: 1,
  words: number,
  lightWords: number,
  vowelGroups: number,
  consonants: number,
];

/**
 * Tell how long a text takes to say, from the first sound to the last: whole milliseconds, 0 for a text without words.
 * The clauses of the routine are known as measured, others are estimated; `npm run calibrate` prints how well.
 * @param text - plain words as we write them, numbers spelt out, no SSML
 * @param speech - what the voice takes that says it
 */
export function speechMs(text: string, speech: SpeechLengths): number {
  const known = textsOf(speech);
  const knownMs = known.get(text);
  if (knownMs !== undefined) return knownMs;
  const ms = Math.round(phraseMs(text, speech));
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(text, ms);
  return ms;
}

/** Tell how long a text takes to say, unrounded and without remembering it. */
export function phraseMs(text: string, lengths: SpeechLengths): number {
  let ms = 0;
  let markBefore = '';
  for (const { words, mark } of clausesOf(text)) {
    if (markBefore !== '') ms += (lengths.pauseMs.get(markBefore) ?? 0) + onsetMs(words, lengths);
    ms += lengths.measuredMs.get(words) ?? estimatedMs(words, lengths);
    markBefore = mark;
  }
  return ms;
}

/** Divide a text where the voice pauses by itself. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const [, between = '', marks = ''] of plain(text).matchAll(CLAUSE)) {
    const words = (between.match(WORD) ?? []).join(' ');
    if (words !== '') clauses.push({ words, mark: marks.startsWith('...') ? '…' : marks.charAt(0) });
  }
  return clauses;
}

export function featuresOf(words: string, lightWords: ReadonlySet<string>): ClauseFeatures {
  const each = words.split(/[ -]/);
  return [
    1,
    each.length,
    each.filter((word) => lightWords.has(word)).length,
    count(words, VOWEL_GROUP),
    count(words, CONSONANT),
  ];
}

/** How a clause begins decides how long the voice stays silent before it: lips or tongue close before a stop, and a little before a friction. */
export function onsetOf(words: string): 'stop' | 'friction' | 'open' {
  if (/^(?!th)[ckpqt]/.test(words)) return 'stop';
  return /^[bdfghjstvz]/.test(words) ? 'friction' : 'open';
}

/** Above the number of different texts of a routine; bounds the memory of a process that lives for days. */
const MOST_REMEMBERED = 2_000;
const remembered = new WeakMap<SpeechLengths, Map<string, number>>();

function textsOf(speech: SpeechLengths): Map<string, number> {
  const known = remembered.get(speech) ?? new Map<string, number>();
  remembered.set(speech, known);
  return known;
}

const CLAUSE = /([^.,:;?!…—]+)([.,:;?!…—]*)/g;
const WORD = /[a-z]+(?:['-][a-z]+)*/g;
const VOWEL_GROUP = /[aeiouy]+/g;
/** Consonants as heard: a doubled letter, or two letters for one sound, count once. */
const CONSONANT = /ck|[cgpstw]h|kn|ng|wr|([b-df-hj-np-tv-xz])\1?/g;
const DIGIT_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A digit, which our texts never hold, is read as one word. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/\d/g, (digit) => ` ${DIGIT_WORDS[Number(digit)]} `);
}

function estimatedMs(words: string, { clauseMs, lightWords }: SpeechLengths): number {
  return featuresOf(words, lightWords).reduce<number>((ms, amount, at) => ms + amount * (clauseMs[at] ?? 0), 0);
}

function onsetMs(words: string, lengths: SpeechLengths): number {
  const onset = onsetOf(words);
  return onset === 'open' ? 0 : lengths.onsetMs[onset];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
