import type { Intent, InteractionModel, SlotType } from './interaction-model-shape';
import { builtInExamples, isBuiltInSlotType } from './understanding/built-in-slot-types';
import type { Language } from './understanding/language';
import { wordsOf } from './understanding/words';

/**
 * Name every pair of samples of two intents that both hold some phrase, with slots spoken out: a listed type by all its values, a
 * built-in one by the words that numbers and times are made of, so that "hold for {seconds}" clashes with "hold for {minutes}" as
 * well as with "hold for ten". What is but an answer, a number or time with nothing telling around it ("{time}", "for {duration}",
 * "just {minutes} minutes"), may mean several intents by the kind of its slot: only a skill that knows what it asked can tell.
 */
export function phrasesOfTwoIntents(model: InteractionModel, language: Language): readonly string[] {
  const samples = model.intents
    .flatMap((intent) => samplesOf(intent, language))
    .map((sample, number) => ({ ...sample, number }));
  const walked = new Set<string>();
  const valuesOf = createValueTrees(model.slotTypes, language);
  const faults = new Map<string, string>();
  const walk = (readers: readonly Reader[], phrase: readonly string[]): void => {
    if (!areOfTwoIntents(readers)) return;
    if (readers.some(isBehindSlot)) {
      // Whichever value of the slot led here, what may follow is the same.
      const place = readers.map(({ sample, at, within }) => `${sample.number} ${at} ${within?.number ?? ''}`).join();
      if (walked.has(place)) return;
      walked.add(place);
    }
    const ended = readers.filter(({ sample, at, within }) => within === null && at === sample.parts.length);
    for (const [earlier, later] of pairsOfTwoIntents(ended)) {
      const pair = `"${later.text}" of ${later.intent} and "${earlier.text}" of ${earlier.intent}`;
      if (!faults.has(pair)) faults.set(pair, `${pair} are both "${phrase.join(' ')}"; keep one`);
    }
    for (const [word, next] of readersByNextWord(readers, valuesOf)) walk(next, [...phrase, word]);
  };
  walk(
    samples.map((sample) => ({ sample, at: 0, within: null })),
    [],
  );
  return [...faults.values()];
}

/** A sample taken apart into words and slots. */
interface TakenApart {
  readonly number: number;
  readonly intent: string;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly isLiteral: boolean;
  /** See {@link answeredType}. */
  readonly answers: string | null;
}

type Part = { readonly word: string } | { readonly slotType: string };

/** How far a sample has been read along a phrase; `within` a slot's values while one is being said. */
interface Reader {
  readonly sample: TakenApart;
  readonly at: number;
  readonly within: Values | null;
}

/** The values of a slot type, word by word; a value ends where `isWhole`. */
interface Values {
  readonly number: number;
  isWhole: boolean;
  readonly next: Map<string, Values>;
}

function samplesOf(intent: Intent, language: Language): Omit<TakenApart, 'number'>[] {
  const texts = [...(language.builtInPhrases[intent.name] ?? []), ...intent.samples];
  const types = new Map(intent.slots.map((slot) => [`{${slot.name.toLowerCase()}}`, slot.type]));
  return texts.map((text) => {
    const parts = wordsOf(text, language).map((word): Part => {
      const slotType = types.get(word);
      return slotType === undefined ? { word } : { slotType };
    });
    const isLiteral = parts.every((part) => 'word' in part);
    return { intent: intent.name, text, parts, isLiteral, answers: answeredType(parts, language) };
  });
}

function createValueTrees(slotTypes: readonly SlotType[], language: Language): (slotType: string) => Values {
  const trees = new Map<string, Values>();
  return (slotType) => {
    const known = trees.get(slotType);
    if (known !== undefined) return known;
    const listed = slotTypes.find((type) => type.name === slotType);
    const tree = treeOf(listed === undefined ? builtInExamples(slotType, language) : textsOf(listed), language);
    trees.set(slotType, tree);
    return tree;
  };
}

function textsOf(type: SlotType): readonly string[] {
  return type.values.flatMap((value) => [value.name, ...value.synonyms]);
}

function treeOf(texts: readonly string[], language: Language): Values {
  let count = 0;
  const branch = (): Values => ({ number: count++, isWhole: false, next: new Map() });
  const root = branch();
  for (const text of texts) {
    let values = root;
    for (const word of wordsOf(text, language)) {
      const next = values.next.get(word) ?? branch();
      values.next.set(word, next);
      values = next;
    }
    values.isWhole = true;
  }
  return root;
}

function readersByNextWord(
  readers: readonly Reader[],
  valuesOf: (slotType: string) => Values,
): ReadonlyMap<string, readonly Reader[]> {
  const byWord = new Map<string, Reader[]>();
  const add = (word: string, reader: Reader): void => {
    const others = byWord.get(word) ?? [];
    byWord.set(word, others);
    others.push(reader);
  };
  for (const { sample, at, within } of readers) {
    const part = sample.parts[at];
    if (part === undefined) continue;
    if ('word' in part) add(part.word, { sample, at: at + 1, within: null });
    else {
      for (const [word, values] of (within ?? valuesOf(part.slotType)).next) {
        if (values.isWhole) add(word, { sample, at: at + 1, within: null });
        if (values.next.size > 0) add(word, { sample, at, within: values });
      }
    }
  }
  return byWord;
}

function isBehindSlot({ sample, at, within }: Reader): boolean {
  const part = sample.parts[at - 1];
  return within === null && part !== undefined && 'slotType' in part;
}

function areOfTwoIntents(readers: readonly Reader[]): boolean {
  return readers.some(({ sample }) => sample.intent !== readers[0]?.sample.intent);
}

function pairsOfTwoIntents(ended: readonly Reader[]): (readonly [TakenApart, TakenApart])[] {
  return ended.flatMap(({ sample: earlier }, index) =>
    ended
      .slice(index + 1)
      .filter(({ sample: later }) => later.intent !== earlier.intent && !areToldByContext(earlier, later))
      .map(({ sample: later }) => [earlier, later] as const),
  );
}

function areToldByContext(one: TakenApart, other: TakenApart): boolean {
  if (one.answers === null && other.answers === null) return false;
  return one.answers !== other.answers && [one, other].every(({ answers, isLiteral }) => answers !== null || isLiteral);
}

/** The built-in slot type of a sample that holds nothing else but words such as "for", "just" and "minutes"; null for any other. */
function answeredType(parts: readonly Part[], { everyday, fillers, durations, stem }: Language): string | null {
  const [slotType, ...others] = parts.flatMap((part) => ('slotType' in part ? [part.slotType] : []));
  if (slotType === undefined || others.length > 0 || !isBuiltInSlotType(slotType)) return null;
  const isBare = parts
    .flatMap((part) => ('word' in part ? [part.word] : []))
    .every(
      (word) => everyday.has(stem(word)) || fillers.at([word], 0) !== null || durations.units.at([word], 0) !== null,
    );
  return isBare ? slotType : null;
}
