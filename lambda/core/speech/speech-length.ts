import { SPEECH_LENGTHS } from './speech-lengths';

/** What the voice was measured to take; see `speech-lengths.ts`. */
export type SpeechLengths = typeof SPEECH_LENGTHS;

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
 * Short clauses are known as measured, longer ones are estimated; `npm run calibrate` prints how well.
 * @param text - plain words as we write them, numbers spelt out, no SSML
 */
export function speechMs(text: string): number {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const ms = Math.round(phraseMs(text, SPEECH_LENGTHS));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, ms);
  return ms;
}

/** Tell how long a text takes to say by given lengths, unrounded. */
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

export function featuresOf(words: string): ClauseFeatures {
  const each = words.split(/[ -]/);
  return [
    1,
    each.length,
    each.filter((word) => LIGHT_WORDS.has(word)).length,
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
const remembered = new Map<string, number>();

const CLAUSE = /([^.,:;?!…—]+)([.,:;?!…—]*)/g;
const WORD = /[a-z]+(?:['-][a-z]+)*/g;
const VOWEL_GROUP = /[aeiouy]+/g;
/** Consonants as heard: a doubled letter, or two letters for one sound, count once. */
const CONSONANT = /ck|[cgpstw]h|kn|ng|wr|([b-df-hj-np-tv-xz])\1?/g;
const DIGIT_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Words that are said without stress, and so faster than their letters suggest. */
const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and all are as at be but by can do each for from has have i if in is it its me my not of on or so than that the their them ' +
    "then there they this to was we when with you your i'll i'm it's you're"
  ).split(' '),
);

/** A digit, which our texts never hold, is read as one word. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/\d/g, (digit) => ` ${DIGIT_WORDS[Number(digit)]} `);
}

function estimatedMs(words: string, { clauseMs }: SpeechLengths): number {
  return featuresOf(words).reduce<number>((ms, amount, at) => ms + amount * (clauseMs[at] ?? 0), 0);
}

function onsetMs(words: string, lengths: SpeechLengths): number {
  const onset = onsetOf(words);
  return onset === 'open' ? 0 : lengths.onsetMs[onset];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
