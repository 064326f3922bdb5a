import { type IntentSource, phrasesIn, type SlotTypeSource, sections, unreadable } from './read-source';

/** How one region speaks where it differs from the common source. */
export interface Region {
  readonly replacements: readonly Replacement[];
  readonly additions: readonly Addition[];
}

/** A word or words, and what is said in their place: every phrase with them is said once with each. */
interface Replacement {
  readonly words: string;
  readonly instead: readonly string[];
}

/** Phrases that are said besides: samples of an intent, or synonyms of a value, written `TYPE value-id`. */
interface Addition {
  readonly to: string;
  readonly phrases: readonly string[];
}

/** A language as its author wrote it down. */
export interface LanguageSource {
  readonly intents: readonly IntentSource[];
  readonly slotTypes: readonly SlotTypeSource[];
}

/**
 * Read what is particular to a locale from the table of regions: a heading names the locales that the lines below hold for; a line
 * replaces, `couch -> sofa | settee`, or adds, `AMAZON.PauseIntent + give me a mo, bear with me`.
 * @throws SyntaxError naming a line that does neither
 */
export function readRegion(text: string, locale: string): Region {
  const lines = sections(text).flatMap(({ title, lines }) => (title.split(' ').includes(locale) ? lines : []));
  const replacements: Replacement[] = [];
  const additions: Addition[] = [];
  for (const entry of lines) {
    const [, left = '', sign, right = ''] = /^(.+?) (->|\+) (.+)$/.exec(entry.line) ?? [];
    if (sign === '->') replacements.push({ words: left, instead: right.split(' | ') });
    else if (sign === '+') additions.push({ to: left, phrases: phrasesIn({ ...entry, line: right }) });
    else throw unreadable(entry, 'neither "words -> others" nor "Intent + phrases"');
  }
  return { replacements, additions };
}

/**
 * Say a language as a region does.
 * @throws RangeError when the region adds to an intent or a value that is not there
 */
export function inRegion({ intents, slotTypes }: LanguageSource, region: Region): LanguageSource {
  const added = (to: string) =>
    region.additions.filter((addition) => addition.to === to).flatMap(({ phrases }) => phrases);
  const told = (phrases: readonly string[], to: string) => [...new Set([...replaced(phrases, region), ...added(to)])];
  refuseStrangers(region, { intents, slotTypes });
  return {
    intents: intents.map((intent) => ({ ...intent, samples: told(intent.samples, intent.name) })),
    slotTypes: slotTypes.map((type) => ({
      ...type,
      values: type.values.map(({ id, name, synonyms }) => {
        const [regional = name, ...others] = told([name, ...synonyms], `${type.name} ${id}`);
        return { id, name: regional, synonyms: others };
      }),
    })),
  };
}

function replaced(phrases: readonly string[], { replacements }: Region): readonly string[] {
  return replacements.reduce<readonly string[]>(
    (told, replacement) => told.flatMap((phrase) => replacedIn(phrase, replacement)),
    phrases,
  );
}

function replacedIn(phrase: string, { words, instead }: Replacement): readonly string[] {
  const whole = new RegExp(`(?<![\\w{'-])${words}(?![\\w}-])`, 'g');
  return whole.test(phrase) ? instead.map((others) => phrase.replace(whole, others)) : [phrase];
}

function refuseStrangers({ additions }: Region, { intents, slotTypes }: LanguageSource): void {
  const values = slotTypes.flatMap((type) => type.values.map((value) => `${type.name} ${value.id}`));
  const known = new Set([...intents.map((intent) => intent.name), ...values]);
  const stranger = additions.find(({ to }) => !known.has(to));
  if (stranger !== undefined) throw new RangeError(`The regions add to ${stranger.to}, which is not in the source`);
}
