import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clausesOf, featuresOf, onsetOf, phraseMs, type SpeechLengths } from '../lambda/core/speech/speech-length';
import { SAMPLES_PER_SECOND, speakPhrase, voiceVersion, WORDS_PER_MINUTE } from '../simulator/voice';
import { CALIBRATION_PHRASES, COUNTING_CLAUSES } from './calibration-phrases';
import { leastSquares } from './least-squares';
import { routinePhrases } from './routine-phrases';

const LENGTHS_FILE = join(__dirname, '../lambda/core/speech/speech-lengths.ts');
/** Clauses up to this many words are listed as measured; longer ones are left to the estimate, so that the list stays short. */
const MEASURED_WORDS = 4;
const HELD_OUT_EVERY = 5;
const PAUSE_MARKS = ['.', ',', ':', ';', '?', '!', '…', '—'];
const ONSET_EXAMPLES = 'push ten keep two come bring down good hold six three five halfway'.split(' ');

/**
 * Measure how long the installed voice takes over the product's phrases, fit the estimate to it and print the result with its error.
 * `--write` puts it into the file that core reads.
 */
async function calibrate(): Promise<void> {
  const product = routinePhrases();
  const phrases = distinct([...product, ...CALIBRATION_PHRASES]);
  const spoken = await spokenMs([...phrases, ...phrases.flatMap(clauseWords), ...COUNTING_CLAUSES]);
  const pauses = { pauseMs: await measurePauses(), onsetMs: await measureOnsets() };

  const isHeldOut = (_: string, at: number) => at % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
  const heldOut = phrases.filter(isHeldOut);
  const rest = phrases.filter((phrase, at) => !isHeldOut(phrase, at));
  const blind = { ...pauses, clauseMs: fitted(rest, spoken), measuredMs: new Map<string, number>() };
  const lengths = { ...pauses, clauseMs: fitted(phrases, spoken), measuredMs: measuredClauses(product, spoken) };

  process.stdout.write(`${render(lengths)}\n`);
  report(
    `estimate alone, on ${heldOut.length} phrases it was not fitted to (of ${phrases.length})`,
    heldOut,
    blind,
    spoken,
  );
  report(`as core uses it, on the ${product.length} phrases of the routine`, product, lengths, spoken);
  report(
    'as core uses it, on those made of measured clauses',
    product.filter((phrase) => isMeasured(phrase, lengths)),
    lengths,
    spoken,
  );
  if (process.argv.includes('--write')) writeFileSync(LENGTHS_FILE, render(lengths));
}

type Spoken = ReadonlyMap<string, number>;

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function clauseWords(phrase: string): string[] {
  return clausesOf(phrase).map(({ words }) => words);
}

async function spokenMs(texts: readonly string[]): Promise<Spoken> {
  const spoken = new Map<string, number>();
  for (const text of distinct(texts)) spoken.set(text, await lengthMs(text));
  return spoken;
}

async function lengthMs(text: string): Promise<number> {
  return ((await speakPhrase(text)).samples.length * 1_000) / SAMPLES_PER_SECOND;
}

/** Both neighbours begin and end openly, so that what is left is the pause of the mark alone. A small letter after a full stop would hide its pause. */
async function measurePauses(): Promise<ReadonlyMap<string, number>> {
  const apart = (await lengthMs('one')) + (await lengthMs('in'));
  const pauses = new Map<string, number>();
  for (const mark of PAUSE_MARKS) pauses.set(mark, Math.round((await lengthMs(`one${mark} In`)) - apart));
  return pauses;
}

async function measureOnsets(): Promise<{ stop: number; friction: number }> {
  const found = { stop: [] as number[], friction: [] as number[] };
  const open = (await lengthMs('one. In')) - (await lengthMs('in'));
  for (const word of ONSET_EXAMPLES) {
    const onset = onsetOf(word);
    if (onset !== 'open')
      found[onset].push((await lengthMs(`one. ${capitalised(word)}`)) - (await lengthMs(word)) - open);
  }
  return { stop: Math.round(mean(found.stop)), friction: Math.round(mean(found.friction)) };
}

function fitted(phrases: readonly string[], spoken: Spoken): readonly number[] {
  const clauses = distinct(phrases.flatMap(clauseWords));
  const rows = clauses.map((words) => ({ features: featuresOf(words), value: lookUp(spoken, words) }));
  return leastSquares(rows).map((coefficient) => Math.round(coefficient * 10) / 10);
}

function measuredClauses(phrases: readonly string[], spoken: Spoken): ReadonlyMap<string, number> {
  const short = phrases.flatMap(clauseWords).filter((words) => words.split(' ').length <= MEASURED_WORDS);
  const clauses = distinct([...COUNTING_CLAUSES, ...short]).sort();
  return new Map(clauses.map((words) => [words, Math.round(lookUp(spoken, words))]));
}

function isMeasured(phrase: string, lengths: SpeechLengths): boolean {
  return clauseWords(phrase).every((words) => lengths.measuredMs.has(words));
}

function lookUp(spoken: Spoken, text: string): number {
  const ms = spoken.get(text);
  if (ms === undefined) throw new Error(`never spoken: ${text}`);
  return ms;
}

function render(lengths: SpeechLengths): string {
  const entries = (map: ReadonlyMap<string, number>) =>
    [...map].map(([key, ms]) => `    ["${key}", ${ms}],`.replace(/"([^']*)"/, "'$1'")).join('\n');
  return `/** Release of espeak-ng that was measured. */
export const MEASURED_VOICE_VERSION = '${voiceVersion()}';

/**
 * How long the voice takes, in milliseconds. Written by \`npm run calibrate -- --write\`: do not edit.
 * Voice: espeak-ng ${voiceVersion()}, en-us, ${WORDS_PER_MINUTE} words a minute, silent edges trimmed.
 */
export const SPEECH_LENGTHS = {
  /** For a clause, and for each word, light word, vowel group and consonant in it: least squares over all clauses. */
  clauseMs: [${lengths.clauseMs.join(', ')}] as readonly number[],
  /** From the end of a clause with this mark to the next one, when that begins openly. */
  pauseMs: new Map([
${entries(lengths.pauseMs)}
  ]) as ReadonlyMap<string, number>,
  /** Added to the pause by the way the next clause begins. */
  onsetMs: { stop: ${lengths.onsetMs.stop}, friction: ${lengths.onsetMs.friction} },
  /** Clauses of up to ${MEASURED_WORDS} words, and those that count. */
  measuredMs: new Map([
${entries(lengths.measuredMs)}
  ]) as ReadonlyMap<string, number>,
};
`;
}

function report(title: string, phrases: readonly string[], lengths: SpeechLengths, spoken: Spoken): void {
  const errors = phrases
    .map((phrase) => ({ phrase, ms: phraseMs(phrase, lengths) - lookUp(spoken, phrase), ofMs: lookUp(spoken, phrase) }))
    .sort((a, b) => Math.abs(a.ms) - Math.abs(b.ms));
  const worst = errors.at(-1);
  if (worst === undefined) return;
  const total = (of: (error: (typeof errors)[number]) => number) => errors.reduce((sum, error) => sum + of(error), 0);
  process.stdout.write(
    `${title}:
  mean ${mean(errors.map(({ ms }) => Math.abs(ms))).toFixed(0)} ms (${mean(errors.map(({ ms, ofMs }) => (Math.abs(ms) / ofMs) * 100)).toFixed(1)} %), ` +
      `p95 ${Math.abs(errors[Math.floor(errors.length * 0.95)]?.ms ?? 0).toFixed(0)} ms, ` +
      `all together ${((total(({ ms }) => ms) / total(({ ofMs }) => ofMs)) * 100).toFixed(2)} %
  worst ${worst.ms.toFixed(0)} ms of ${worst.ofMs.toFixed(0)}: ${worst.phrase}\n`,
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

void calibrate();
