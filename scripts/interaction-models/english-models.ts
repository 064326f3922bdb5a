import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIntents, readSlotTypes } from './read-source';
import { inRegion, type LanguageSource, readRegion } from './regions';

/** Where English is written down, and where its models are put. */
const SOURCE_FOLDER = 'interaction-model/source/en';
const MODEL_FOLDER = 'interaction-model';

const ENGLISH_LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'] as const;

/** A model to be kept in a file. */
export interface ModelFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Write the English source out as one model per locale, each in the schema of the Alexa developer console.
 * @throws SyntaxError or RangeError when the source cannot be read: its author's mistake
 */
export function englishModels(folder = SOURCE_FOLDER): readonly ModelFile[] {
  const language = readLanguage(folder);
  const regions = readFileSync(join(folder, 'regions.txt'), 'utf8');
  return ENGLISH_LOCALES.map((locale) => ({
    path: join(MODEL_FOLDER, `${locale}.json`),
    text: formatted(consoleModel(inRegion(language, readRegion(regions, locale)))),
  }));
}

/** The name is the same in every locale: all our texts say it. */
const INVOCATION_NAME = 'my back routine';

function readLanguage(folder: string): LanguageSource {
  return {
    intents: textsIn(join(folder, 'intents')).flatMap(readIntents),
    slotTypes: textsIn(join(folder, 'slot-types')).flatMap(readSlotTypes),
  };
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function consoleModel({ intents, slotTypes }: LanguageSource) {
  const types = slotTypes.map(({ name, values }) => ({
    name,
    values: values.map(({ id, name: value, synonyms }) => ({ id, name: { value, synonyms } })),
  }));
  return {
    interactionModel: {
      languageModel: {
        invocationName: INVOCATION_NAME,
        modelConfiguration: { fallbackIntentSensitivity: { level: 'MEDIUM' } },
        intents: intents.map(({ slots, ...intent }) => (slots.length > 0 ? { ...intent, slots } : intent)),
        types,
      },
    },
  };
}

/** JSON as our formatter wants it: a list that fits in a line stands in one. */
function formatted(json: unknown): string {
  const text = JSON.stringify(json, null, 2).replace(
    /^( *)(.*)\[\n([^[\]{}]*)\n *\](,?)$/gm,
    (spread, indent, head, items, comma) => {
      const line = `${indent}${head}[${items.trim().replace(/,\n */g, ', ')}]${comma}`;
      return line.length <= LINE_WIDTH ? line : spread;
    },
  );
  return `${text}\n`;
}

const LINE_WIDTH = 120;
