import type { Intent, InteractionModel } from '../../simulator/interaction-model-shape';
import { builtInExamples, builtInMentions, isBuiltInSlotType } from '../../simulator/understanding/built-in-slot-types';
import type { Language } from '../../simulator/understanding/language';
import { NOT_UNDERSTOOD } from '../../simulator/understanding/numbers';
import { wordsOf } from '../../simulator/understanding/words';

/** Puts one mark in the place of everything that fills a slot, in samples and in sentences alike; knows nothing but the model. */
export class SlotMarks {
  /** By first word, the longest first. */
  private readonly values = new Map<string, { readonly words: readonly string[]; readonly mark: string }[]>();

  constructor(
    model: InteractionModel,
    private readonly language: Language,
  ) {
    for (const type of model.slotTypes) {
      for (const phrase of type.values.flatMap((value) => [value.name, ...value.synonyms])) {
        const words = wordsOf(phrase, language);
        const others = this.values.get(words[0] ?? '') ?? [];
        this.values.set(words[0] ?? '', [...others, { words, mark: markOf(type.name) }]);
      }
    }
    for (const values of this.values.values()) values.sort((a, b) => b.words.length - a.words.length);
  }

  /** The words of a sentence, contractions spelt out, with marks for the slot values in it; the longest value from the left counts. */
  sentence(text: string): readonly string[] {
    const words = this.withNumbersMarked(wordsOf(text, this.language));
    const marked: string[] = [];
    for (let at = 0; at < words.length; ) {
      const value = this.values.get(words[at] ?? '')?.find((known) => isAt(known.words, words, at));
      marked.push(value?.mark ?? words[at] ?? '');
      at += value?.words.length ?? 1;
    }
    return marked;
  }

  /** A sample in the forms that it has with marks: one, or some of the ways to say a time or a length of time. */
  sample(intent: Intent, text: string): readonly (readonly string[])[] {
    const turn = intent.samples.indexOf(text);
    const spoken = intent.slots
      .filter((slot) => text.includes(`{${slot.name}}`))
      .reduce(
        (texts, { name, type }) =>
          texts.flatMap((form) => this.formsOf(type, turn).map((value) => form.replace(`{${name}}`, value))),
        [text],
      );
    return distinct(spoken.map((form) => this.sentence(form)));
  }

  private formsOf(slotType: string, turn: number): readonly string[] {
    if (slotType === 'AMAZON.NUMBER') return [NUMBER_MARK];
    if (!isBuiltInSlotType(slotType)) return [markOf(slotType)];
    const examples = builtInExamples(slotType, this.language).map((example) => this.sentence(example).join(' '));
    return inTurn([...new Set(examples)], turn);
  }

  private withNumbersMarked(words: readonly string[]): readonly string[] {
    const numbers = builtInMentions('AMAZON.NUMBER', words, this.language).filter(
      ({ from, to, value }) => value !== NOT_UNDERSTOOD && (to - from > 1 || !isOne(value)),
    );
    return words.flatMap((word, at) => {
      const number = numbers.find(({ from, to }) => at >= from && at < to);
      if (number === undefined) return [word];
      return at === number.from ? [NUMBER_MARK] : [];
    });
  }
}

/** So many ways to say a time or a length of time in one sample, others in the next; all in each would drown the samples without one. */
const EXAMPLES = 6;

function inTurn(examples: readonly string[], turn: number): readonly string[] {
  const count = Math.min(EXAMPLES, examples.length);
  return Array.from({ length: count }, (_, index) => examples[(turn * count + index) % examples.length] ?? '');
}

const NUMBER_MARK = 'xnumber';

/** "One" mostly stands for a thing ("this one", "the next one"), and its likes in other languages for an article. */
function isOne(value: string): boolean {
  return value === '1';
}

/** Letters only, so that no tokeniser takes it apart, and no word of any language. */
function markOf(slotType: string): string {
  return `x${slotType.toLowerCase().replace(/[^a-z]/g, '')}`;
}

function isAt(phrase: readonly string[], words: readonly string[], from: number): boolean {
  return phrase.every((word, offset) => words[from + offset] === word);
}

function distinct(forms: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()];
}
