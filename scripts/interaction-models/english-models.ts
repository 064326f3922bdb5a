import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIntents, readSlotTypes } from './read-source';
import { inRegion, type LanguageSource, readRegion } from './regions';

/** Where English is written down, and where its models are put. */
export const SOURCE_FOLDER = 'interaction-model/source/en';
export const MODEL_FOLDER = 'interaction-model';

export const ENGLISH_LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'] as const;

export type EnglishLocale = (typeof ENGLISH_LOCALES)[number];

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
    text: `${JSON.stringify(consoleModel(inRegion(language, readRegion(regions, locale))), null, 2)}\n`,
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
        intents,
        types,
      },
    },
  };
}
