import { spokenForms } from './spoken-forms';

/** What an author wrote down for one intent, choices written out. */
export interface IntentSource {
  readonly name: string;
  readonly slots: readonly { readonly name: string; readonly type: string }[];
  readonly samples: readonly string[];
}

/** The values of one slot type. */
export interface SlotTypeSource {
  readonly name: string;
  readonly values: readonly SlotValueSource[];
}

export interface SlotValueSource {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}

/**
 * Read intents: `# Name` begins one, `slot = TYPE` declares a slot of it, every other line is a sample in which parentheses hold choices.
 * @throws SyntaxError naming the line that belongs to no intent, or cannot be written out
 */
export function readIntents(text: string): readonly IntentSource[] {
  return sections(text).map(({ title, lines }) => {
    const slots = lines.flatMap(({ line }) => {
      const [, name, type] = SLOT.exec(line) ?? [];
      return name === undefined || type === undefined ? [] : [{ name, type }];
    });
    const samples = lines.filter(({ line }) => !SLOT.test(line)).flatMap(writtenOut);
    return { name: title, slots, samples: [...new Set(samples)] };
  });
}

/**
 * Read slot types: `# NAME` begins one, `id: name` a value of it; the lines below hold its synonyms, commas between.
 * @throws SyntaxError naming the line that belongs to no type or value, or cannot be written out
 */
export function readSlotTypes(text: string): readonly SlotTypeSource[] {
  return sections(text).map(({ title, lines }) => {
    const values: { id: string; name: string; synonyms: string[] }[] = [];
    for (const entry of lines) {
      const [, id, name] = /^([\w-]+): (.+)$/.exec(entry.line) ?? [];
      if (id !== undefined && name !== undefined) values.push({ id, name, synonyms: [] });
      else synonymsOf(values.at(-1), entry).push(...phrasesIn(entry));
    }
    return { name: title, values: values.map(withoutRepetition) };
  });
}

/** A line of a source, counted from 1. */
export interface SourceLine {
  readonly line: string;
  readonly number: number;
}

/**
 * Cut a source at its `# headings`; empty lines are left out.
 * @throws SyntaxError when a line stands before the first heading
 */
export function sections(text: string): readonly { readonly title: string; readonly lines: readonly SourceLine[] }[] {
  const found: { title: string; lines: SourceLine[] }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const section = found.at(-1);
    if (line.startsWith('# ')) found.push({ title: line.slice(2), lines: [] });
    else if (line !== '' && section === undefined)
      throw unreadable({ line, number: index + 1 }, 'no heading is above it');
    else if (line !== '') section?.lines.push({ line, number: index + 1 });
  }
  return found;
}

/**
 * Write out the choices of phrases with commas between.
 * @throws SyntaxError when that cannot be done
 */
export function phrasesIn({ line, number }: SourceLine): readonly string[] {
  return line.split(/, *(?![^([]*[)\]])/).flatMap((phrase) => writtenOut({ line: phrase, number }));
}

export function unreadable({ line, number }: SourceLine, reason: string, options?: { cause: unknown }): SyntaxError {
  return new SyntaxError(`Line ${number}, "${line}": ${reason}`, options);
}

const SLOT = /^(\w+) = ([\w.]+)$/;

function writtenOut(entry: SourceLine): readonly string[] {
  try {
    return spokenForms(entry.line);
  } catch (cause) {
    throw unreadable(entry, (cause as RangeError).message, { cause });
  }
}

function synonymsOf(value: { synonyms: string[] } | undefined, entry: SourceLine): string[] {
  if (value === undefined) throw unreadable(entry, 'no "id: name" is above it');
  return value.synonyms;
}

function withoutRepetition({ id, name, synonyms }: SlotValueSource): SlotValueSource {
  return { id, name, synonyms: [...new Set(synonyms)].filter((synonym) => synonym !== name) };
}
