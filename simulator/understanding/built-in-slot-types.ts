import { readTime } from './clock-times';
import { readDuration } from './durations';
import type { Language } from './language';
import { readNumber, readNumberSlot, type SlotSaid } from './numbers';

/** Words of a sentence that a built-in slot type understands: words `from` up to, not including, `to`. */
export interface BuiltInMention extends SlotSaid {
  readonly from: number;
}

/**
 * Tell whether a type is one of the platform's own that is understood here: whole numbers, lengths of time and times of day. Any
 * other built-in type is never filled.
 * Source: "Slot Type Reference", developer.amazon.com, known in part only; values as in section 4 of the platform sheet.
 */
export function isBuiltInSlotType(slotType: string): boolean {
  return slotType in READERS;
}

/**
 * Find everything in a sentence that a built-in slot type understands. A time and a length of time are found with and without what leads to
 * them ("at seven", "seven"; "for a week", "a week"), for a sample may hold either.
 */
export function builtInMentions(slotType: string, words: readonly string[], language: Language): BuiltInMention[] {
  const read = READERS[slotType];
  const mentions: BuiltInMention[] = [];
  for (let from = 0; read !== undefined && from < words.length; ) {
    const said = read(words, from, language);
    mentions.push(...said.map((one) => ({ ...one, from: one.from ?? from })));
    // What belongs to one number is no part of another: "minus three days" holds no "three days".
    from = Math.max(said[0]?.to ?? 0, readNumber(words, from, language.numbers)?.to ?? 0, from + 1);
  }
  return mentions;
}

/** Some of what can be said for a built-in slot type, such that two types that can be confused have one in common. */
export function builtInExamples(slotType: string, { numbers, durations, clock }: Language): readonly string[] {
  const counts = numbers.values.phrases;
  const times = clock.patterns.map(([pattern]) =>
    pattern.replace('{hour}', counts[1] ?? '').replace(/\{.*\}/, counts[10] ?? ''),
  );
  const led = clock.parts.phrases.flatMap((part) => clock.leads.phrases.map((lead) => `${lead} ${part}`));
  const examples: Readonly<Record<string, readonly string[]>> = {
    'AMAZON.NUMBER': counts,
    'AMAZON.DURATION': durations.units.phrases.flatMap((unit) =>
      [...durations.one.phrases, ...counts].map((count) => `${count} ${unit}`),
    ),
    'AMAZON.TIME': [...counts, ...times, ...clock.named.phrases, ...clock.parts.phrases, ...led],
  };
  return examples[slotType] ?? [];
}

type Found = SlotSaid & { readonly from?: number };

const READERS: Readonly<
  Record<string, (words: readonly string[], from: number, language: Language) => readonly Found[]>
> = {
  'AMAZON.NUMBER': (words, from, { numbers }) => found(readNumberSlot(words, from, numbers)),
  'AMAZON.DURATION': durationsAt,
  'AMAZON.TIME': timesAt,
};

function timesAt(words: readonly string[], from: number, language: Language): readonly Found[] {
  const led = language.clock.leads.at(words, from)?.to;
  const at = led ?? from;
  const time = readTime(words, at, language);
  // "Ten minutes" is no time of day.
  if (time === null || language.durations.units.at(words, time.to) !== null) return [];
  return led === undefined ? [time] : [time, { ...time, from: led }];
}

function durationsAt(words: readonly string[], from: number, language: Language): readonly Found[] {
  const led = language.durations.leads.at(words, from)?.to;
  const duration = readDuration(words, led ?? from, language);
  if (duration === null) return [];
  return led === undefined ? [duration] : [duration, { ...duration, from: led }];
}

function found(said: SlotSaid | null): readonly Found[] {
  return said === null ? [] : [said];
}
