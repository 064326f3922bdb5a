import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { Nlp } from '@nlpjs/nlp';
import type { InteractionModel } from '../../simulator/interaction-model-shape';
import { languageOf } from '../../simulator/understanding/languages';
import { spokenForms } from '../interaction-models/spoken-forms';
import { SlotMarks } from './slot-marks';
import { OUT_OF_SCOPE } from './utterances';

/** Guesses the intent of a sentence, or that it is out of scope. */
export type Guesser = (sentence: string) => Promise<string>;

/** Sentences of our own beside a model's samples. */
export interface Background {
  /** Everyday sentences that are for nobody in the skill. */
  readonly outOfScope: readonly string[];
  /** What people add to a sentence without meaning anything by it. */
  readonly asides: readonly string[];
}

/**
 * Train nlp.js, a library that knows nothing of our simulator, on a model's samples, the platform's phrases for built-in intents, and a
 * background of speech that means nothing to the skill. Offline; the same answers on every run.
 *
 * It weighs words without their order, as Alexa does not; so every pair of neighbours is given to it as one more word.
 */
export async function trainGuesser(
  model: InteractionModel,
  { outOfScope, asides }: Background = BACKGROUND,
): Promise<Guesser> {
  const language = languageOf(model.locale);
  const marks = new SlotMarks(model, language);
  const nlp = await untrained();
  const learn = (words: readonly string[], intent: string) => nlp.addDocument(ENGLISH, withPairs(words), intent);
  for (const { words, intent } of ofIntents(model, language.builtInPhrases, marks)) learn(words, intent);
  for (const { words, intent } of withAsides(model, asides, marks)) learn(words, intent);
  for (const sentence of outOfScope) learn(marks.sentence(sentence), NONE);
  await nlp.train();
  return async (sentence) => meantBy(await nlp.process(ENGLISH, withPairs(marks.sentence(sentence))));
}

interface Lesson {
  readonly words: readonly string[];
  readonly intent: string;
}

function ofIntents(
  model: InteractionModel,
  builtIn: Readonly<Record<string, readonly string[]>>,
  marks: SlotMarks,
): Lesson[] {
  return model.intents.flatMap((intent) =>
    [
      ...(builtIn[intent.name] ?? []).map((phrase) => marks.sentence(phrase)),
      ...intent.samples.flatMap((sample) => marks.sample(intent, sample)),
    ].map((words) => ({ words, intent: intent.name })),
  );
}

/** Every second sample once more with an aside behind it, or long sentences would all look strange. */
function withAsides(model: InteractionModel, asides: readonly string[], marks: SlotMarks): Lesson[] {
  const rambling = model.intents.flatMap((intent) =>
    intent.samples
      .filter((_, index) => index % 2 === 0 && asides.length > 0)
      .map((sample) => ({ words: marks.sample(intent, sample)[0] ?? [], intent: intent.name })),
  );
  return rambling.map(({ words, intent }, index) => ({
    words: [...words, ...marks.sentence(asides[index % asides.length] ?? '')],
    intent,
  }));
}

/** nlp.js's own name for the class of what means nothing. */
const NONE = 'None';

/** From this share of the squared activations on, 0 to 1, a sentence means nothing. Chosen on the seen part. */
const SURELY_NOTHING = 0.7;

/** More rounds bring nothing, chosen on the seen part; the library's own limit is 20,000. */
const ROUNDS = 60;

type Guess = Awaited<ReturnType<Nlp['process']>>;

function meantBy({ classifications }: Guess): string {
  const nothing = classifications.find(({ intent }) => intent === NONE)?.score ?? 0;
  const best = classifications.find(({ intent, score }) => intent !== NONE && score > 0);
  return best === undefined || nothing >= SURELY_NOTHING ? OUT_OF_SCOPE : best.intent;
}

/** nlp.js goes by the language, whatever the region. */
const ENGLISH = 'en';

async function untrained(): Promise<Nlp> {
  const container = await containerBootstrap();
  container.use(LangEn);
  container.registerConfiguration(`nlu-${ENGLISH}`, {
    ...LIBRARY_DEFAULTS,
    log: false,
    iterations: ROUNDS,
    useNoneFeature: false,
  });
  return new Nlp({ container, languages: [ENGLISH], autoSave: false, autoLoad: false, forceNER: false });
}

/** A configuration of ours replaces the library's own as a whole. Source: `nlu.js` of @nlpjs/nlu 4.27. */
const LIBRARY_DEFAULTS = {
  keepStopwords: true,
  nonefeatureValue: 1,
  nonedeltaMultiplier: 1.2,
  spellCheck: false,
  spellCheckDistance: 1,
  filterZeros: true,
};

function withPairs(words: readonly string[]): string {
  const pairs = words.slice(1).map((word, index) => `${words[index]}_${word}`);
  return [...words, ...pairs].join(' ');
}

function linesOf(name: string): readonly string[] {
  return readFileSync(join(__dirname, name), 'utf8').split('\n').filter(Boolean).flatMap(spokenForms);
}

const BACKGROUND: Background = { outOfScope: linesOf('out-of-scope.en.txt'), asides: linesOf('asides.en.txt') };
