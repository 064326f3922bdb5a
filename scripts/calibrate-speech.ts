import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clausesOf, featuresOf, onsetOf, phraseMs, type SpeechLengths } from '../lambda/core/speech/speech-length';
import { wordsFor } from '../lambda/core/speech/words-for';
import { SAMPLES_PER_SECOND, speakPhrase, type Voice, voiceVersion, WORDS_PER_MINUTE } from '../simulator/voice';
import { leastSquares } from './least-squares';
import { lineTexts } from './line-texts';
import { routinePhrases } from './routine-phrases';

/** What has to be known of a language before its voice is measured. */
interface Language {
  readonly name: string;
  readonly locale: string;
  readonly voice: Voice;
  /** See {@link SpeechLengths}: pronouns, articles, prepositions and what else goes by unstressed. */
  readonly lightWords: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {
    name: 'english',
    locale: 'en-US',
    voice: 'en-us',
    lightWords:
      'a an and all are as at be but by can do each for from has have i if in is it its me my not of on or so than that the their them ' +
      "then there they this to was we when with you your i'll i'm it's you're",
  },
  es: {
    name: 'spanish',
    locale: 'es-US',
    voice: 'es-419',
    lightWords:
      'a al de del en con por para y e o u que el la los las un una lo le les me te se nos mi tu su mis tus sus es si ni no como ' +
      'ya muy mas este esta esto ha he has hay',
  },
};

const HELD_OUT_EVERY = 5;
const PAUSE_MARKS = ['.', ',', ':', ';', '?', '!', '…', '—'];
/** Words that both languages have voices for; what they mean does not matter. */
const ONSET_EXAMPLES = 'push ten keep two come bring down good hold six three five halfway'.split(' ');

/**
 * Measure how long the installed voice takes over the product's phrases, fit the estimate to it and print the result with its error.
 * `--language es` is for Spanish, `--write` puts the result into the file that core reads.
 */
async function calibrate(language: Language, isToBeWritten: boolean): Promise<void> {
  const words = wordsFor(language.locale);
  const routine = routinePhrases(words);
  const phrases = distinct([...routine, ...lineTexts(words).flatMap(({ texts }) => texts)]);
  const lightWords = new Set(language.lightWords.split(' '));
  const spoken = await spokenMs([...phrases, ...phrases.flatMap(clauseWords)], language.voice);
  const voice = {
    pauseMs: await measurePauses(language.voice),
    onsetMs: await measureOnsets(language.voice),
    lightWords,
  };

  const isHeldOut = (_: string, at: number) => at % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
  const heldOut = phrases.filter(isHeldOut);
  const rest = phrases.filter((phrase, at) => !isHeldOut(phrase, at));
  const blind = { ...voice, clauseMs: fitted(rest, spoken, lightWords), measuredMs: new Map<string, number>() };
  const lengths = {
    ...voice,
    clauseMs: fitted(phrases, spoken, lightWords),
    measuredMs: measuredClauses(routine, spoken),
  };

  const rendered = render(lengths, language);
  report(
    `estimate alone, on ${heldOut.length} phrases it was not fitted to (of ${phrases.length})`,
    heldOut,
    blind,
    spoken,
  );
  report(`as core uses it, on the ${routine.length} phrases of the routine`, routine, lengths, spoken);
  if (isToBeWritten) writeFileSync(fileOf(language), rendered);
  else process.stdout.write(`${rendered}\n`);
}

function fileOf({ name }: Language): string {
  return join(__dirname, `../lambda/core/speech/${name}/${name}-lengths.ts`);
}

type Spoken = ReadonlyMap<string, number>;

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function clauseWords(phrase: string): string[] {
  return clausesOf(phrase).map(({ words }) => words);
}

async function spokenMs(texts: readonly string[], voice: Voice): Promise<Spoken> {
  const spoken = new Map<string, number>();
  for (const text of distinct(texts)) spoken.set(text, await lengthMs(text, voice));
  return spoken;
}

async function lengthMs(text: string, voice: Voice): Promise<number> {
  return ((await speakPhrase(text, undefined, voice)).samples.length * 1_000) / SAMPLES_PER_SECOND;
}

/** Both neighbours begin and end openly, so that what is left is the pause of the mark alone. A small letter after a full stop would hide its pause. */
async function measurePauses(voice: Voice): Promise<ReadonlyMap<string, number>> {
  const apart = (await lengthMs('one', voice)) + (await lengthMs('in', voice));
  const pauses = new Map<string, number>();
  for (const mark of PAUSE_MARKS) pauses.set(mark, Math.round((await lengthMs(`one${mark} In`, voice)) - apart));
  return pauses;
}

async function measureOnsets(voice: Voice): Promise<{ stop: number; friction: number }> {
  const found = { stop: [] as number[], friction: [] as number[] };
  const open = (await lengthMs('one. In', voice)) - (await lengthMs('in', voice));
  for (const word of ONSET_EXAMPLES) {
    const onset = onsetOf(word);
    if (onset !== 'open') {
      const withPauseMs = (await lengthMs(`one. ${capitalised(word)}`, voice)) - (await lengthMs(word, voice));
      found[onset].push(withPauseMs - open);
    }
  }
  return { stop: Math.round(mean(found.stop)), friction: Math.round(mean(found.friction)) };
}

function fitted(phrases: readonly string[], spoken: Spoken, lightWords: ReadonlySet<string>): readonly number[] {
  const clauses = distinct(phrases.flatMap(clauseWords));
  const rows = clauses.map((words) => ({ features: featuresOf(words, lightWords), value: lookUp(spoken, words) }));
  return leastSquares(rows).map((coefficient) => Math.round(coefficient * 10) / 10);
}

/** Every clause of the routine is known as it is; what is said outside it is left to the estimate, so that the list stays short. */
function measuredClauses(routine: readonly string[], spoken: Spoken): ReadonlyMap<string, number> {
  const clauses = distinct(routine.flatMap(clauseWords)).sort();
  return new Map(clauses.map((words) => [words, Math.round(lookUp(spoken, words))]));
}

function lookUp(spoken: Spoken, text: string): number {
  const ms = spoken.get(text);
  if (ms === undefined) throw new Error(`never spoken: ${text}`);
  return ms;
}

function render(lengths: SpeechLengths, { name, voice }: Language): string {
  const quoted = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`);
  const entries = (map: ReadonlyMap<string, number>) =>
    [...map].map(([key, ms]) => `    [${quoted(key)}, ${ms}],`).join('\n');
  return `import type { SpeechLengths } from '../speech-length';

/** Release of espeak-ng that was measured. */
export const MEASURED_VOICE_VERSION = '${voiceVersion()}';

/**
 * How long the voice takes, in milliseconds. Written by \`npm run calibrate -- --write\`: do not edit.
 * Voice: espeak-ng ${voiceVersion()}, ${voice}, ${WORDS_PER_MINUTE} words a minute, silent edges trimmed.
 */
export const ${name.toUpperCase()}_LENGTHS: SpeechLengths = {
  clauseMs: [${lengths.clauseMs.join(', ')}],
  pauseMs: new Map([
${entries(lengths.pauseMs)}
  ]),
  onsetMs: { stop: ${lengths.onsetMs.stop}, friction: ${lengths.onsetMs.friction} },
  measuredMs: new Map([
${entries(lengths.measuredMs)}
  ]),
  lightWords: new Set([
${[...lengths.lightWords].map((word) => `    ${quoted(word)},`).join('\n')}
  ]),
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

const { language: asked = 'en', write = false } = parseArgs({
  options: { language: { type: 'string' }, write: { type: 'boolean' } },
}).values;
const language = LANGUAGES[asked];
if (language === undefined) {
  process.stderr.write(`There is no language ${asked}: ${Object.keys(LANGUAGES).join(', ')}\n`);
  process.exitCode = 1;
} else {
  void calibrate(language, write);
}
