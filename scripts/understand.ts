import { parseArgs } from 'node:util';
import { loadInteractionModel } from '../simulator/interaction-model';
import type { InteractionModel } from '../simulator/interaction-model-shape';
import { createUnderstanding } from '../simulator/understanding';
import { isBuiltIn } from '../simulator/understanding/built-in-intents';
import { type Guesser, trainGuesser } from './understanding/nlpjs-guesser';
import { type Answer, isRight, type Tally, tallies, tally } from './understanding/tally';
import { OUT_OF_SCOPE, PARTS, type Part, readUtterances, type Utterance } from './understanding/utterances';

/**
 * `npm run understand` tells how many sentences, that nobody wrote samples from, are understood: by nlp.js trained on our samples, and by
 * the local Alexa. `--part seen` takes the sentences that samples may be bettered on; `--show` prints what went wrong.
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
  const listeners = new Map<string, { nlpjs: Guesser; simulator: Guesser }>();
  const answered: Answered[] = [];
  for (const utterance of readUtterances(part)) {
    const locale = LOCALES[utterance.hand] ?? 'en-US';
    const listener = listeners.get(locale) ?? (await listenerIn(locale));
    listeners.set(locale, listener);
    const { intent: meant, sentence } = utterance;
    const byNlpjs = { meant, taken: await listener.nlpjs(sentence) };
    answered.push({ ...utterance, byNlpjs, bySimulator: { meant, taken: await listener.simulator(sentence) } });
  }
  return answered;
}

async function listenerIn(locale: string): Promise<{ nlpjs: Guesser; simulator: Guesser }> {
  const model = loadInteractionModel(`interaction-model/${locale}.json`);
  return { nlpjs: await trainGuesser(model), simulator: simulatorGuesser(model) };
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

function mistakes(answered: readonly Answered[]): string[] {
  const wrong = answered.filter(({ byNlpjs }) => !isRight(byNlpjs));
  return ['', ...wrong.map(({ intent, sentence, byNlpjs }) => `${intent} < ${sentence} > ${byNlpjs.taken}`)];
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

void main();
