import { parseArgs } from 'node:util';
import { loadInteractionModel } from '../simulator/interaction-model';
import type { InteractionModel } from '../simulator/interaction-model-shape';
import { createUnderstanding } from '../simulator/understanding';
import { isBuiltIn } from '../simulator/understanding/built-in-intents';
import { type Guesser, trainGuesser } from './understanding/nlpjs-guesser';
import { oneModel } from './understanding/one-model';
import { type Answer, isRight, type Tally, tallies, tally } from './understanding/tally';
import { OUT_OF_SCOPE, PARTS, type Part, readUtterances, type Utterance } from './understanding/utterances';

/**
 * `npm run understand` tells how many sentences, that nobody wrote samples from, are understood: by nlp.js trained on our samples, and by
 * the local Alexa. `--part seen` takes the sentences that samples may be bettered on; `--show` prints what went wrong. It ends with code 1 when
 * nlp.js understands or refuses fewer than it must.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { part: { type: 'string', default: 'unseen' }, show: { type: 'boolean', default: false } },
  });
  const part = PARTS.find((name) => name === values.part);
  if (part === undefined) throw new RangeError(`--part is one of ${PARTS.join(', ')}`);
  const answered = await answers(part);
  print(table(answered));
  if (values.show) print(mistakes(answered));
  const missed = missedBounds(answered);
  print(missed);
  if (missed.length > 0) process.exitCode = 1;
}

/** Each hand speaks to a device set to its own English. */
const LOCALES: Readonly<Record<string, string>> = {
  'brisk-australian': 'en-AU',
  'plain-words': 'en-IN',
  'polite-british': 'en-GB',
};

interface Answered extends Utterance {
  readonly byNlpjs: Answer;
  readonly bySimulator: Answer;
}

async function answers(part: Part): Promise<readonly Answered[]> {
  const american = modelIn(AMERICAN);
  const regional = new Map(Object.values(LOCALES).map((locale) => [locale, modelIn(locale)]));
  const byNlpjs = await trainGuesser(oneModel([american, ...regional.values()]));
  const bySimulator = new Map([american, ...regional.values()].map((model) => [model.locale, simulatorGuesser(model)]));
  return Promise.all(
    readUtterances(part).map(async (utterance) => {
      const { intent: meant, sentence, hand } = utterance;
      const taken = await bySimulator.get(LOCALES[hand] ?? AMERICAN)?.(sentence);
      return {
        ...utterance,
        byNlpjs: { meant, taken: await byNlpjs(sentence) },
        bySimulator: { meant, taken: taken ?? OUT_OF_SCOPE },
      };
    }),
  );
}

const AMERICAN = 'en-US';

function modelIn(locale: string): InteractionModel {
  return loadInteractionModel(`interaction-model/${locale}.json`);
}

function simulatorGuesser(model: InteractionModel): Guesser {
  const { understand } = createUnderstanding(model);
  return async (sentence) => {
    const understood = understand(sentence, { sessionOpen: true });
    return understood.kind === 'intent' ? understood.name : OUT_OF_SCOPE;
  };
}

function table(answered: readonly Answered[]): string[] {
  const byNlpjs = tallies(answered.map((one) => one.byNlpjs));
  const bySimulator = tallies(answered.map((one) => one.bySimulator));
  const lines = [...byNlpjs].map(([intent, told]) => row(intent, told, bySimulator.get(intent)));
  const total = (name: string, belongs: (intent: string) => boolean) => {
    const those = answered.filter(({ intent }) => belongs(intent));
    return row(name, tally(those.map((one) => one.byNlpjs)), tally(those.map((one) => one.bySimulator)), {
      confusions: false,
    });
  };
  return [
    `${'intent'.padEnd(NAME_WIDTH)}${'nlp.js'.padEnd(COUNT_WIDTH)}${'simulator'.padEnd(COUNT_WIDTH)}taken by nlp.js for`,
    ...lines,
    '',
    total('all intents', (intent) => intent !== OUT_OF_SCOPE),
    total('own intents', (intent) => intent !== OUT_OF_SCOPE && !isBuiltIn(intent)),
    total('built-in intents', isBuiltIn),
    total('out of scope, refused', (intent) => intent === OUT_OF_SCOPE),
  ];
}

const NAME_WIDTH = 28;
const COUNT_WIDTH = 18;

function row(name: string, nlpjs: Tally, simulator?: Tally, { confusions } = { confusions: true }): string {
  const others = confusions ? nlpjs.confusions.map(([intent, times]) => `${times} ${intent}`).join(', ') : '';
  const counts = [nlpjs, simulator].map((told) => (told === undefined ? '' : counted(told)).padEnd(COUNT_WIDTH));
  return `${name.padEnd(NAME_WIDTH)}${counts.join('')}${others}`.trimEnd();
}

function counted({ right, of }: Tally): string {
  return `${String(right).padStart(3)} of ${String(of).padEnd(3)} ${((100 * right) / of).toFixed(0).padStart(3)} %`;
}

/** What nlp.js must reach at least, in percent. */
const LEAST_PERCENT = 90;

function missedBounds(answered: readonly Answered[]): string[] {
  const bounds = [
    { what: 'intents are understood', of: answered.filter(({ intent }) => intent !== OUT_OF_SCOPE) },
    { what: 'sentences out of scope are refused', of: answered.filter(({ intent }) => intent === OUT_OF_SCOPE) },
  ];
  return bounds.flatMap(({ what, of }) => {
    const { right } = tally(of.map((one) => one.byNlpjs));
    return 100 * right < LEAST_PERCENT * of.length
      ? ['', `Fewer than ${LEAST_PERCENT} % of ${what} by nlp.js: ${right} of ${of.length}`]
      : [];
  });
}

function mistakes(answered: readonly Answered[]): string[] {
  const wrong = answered.filter(({ byNlpjs }) => !isRight(byNlpjs));
  return ['', ...wrong.map(({ intent, sentence, byNlpjs }) => `${intent} < ${sentence} > ${byNlpjs.taken}`)];
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

void main();
