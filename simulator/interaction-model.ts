import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brokenRules } from './interaction-model-rules';
import type { Intent, InteractionModel, SlotDeclaration, SlotType, SlotTypeValue } from './interaction-model-shape';

/** The model cannot be used: its author's mistake. Every fault says where it is and what mends it. */
export class BrokenModelError extends Error {
  override readonly name = 'BrokenModelError';
  constructor(
    readonly source: string,
    readonly faults: readonly string[],
    options?: { readonly cause?: unknown },
  ) {
    super(
      `The interaction model ${source} cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
      options,
    );
  }
}

/**
 * Read a skill's interaction model, in the schema of the Alexa developer console, from a file.
 * @param locale - of its language; left out, the file is named after it, as in a skill package
 * @throws BrokenModelError when the file is missing, is not JSON, lacks a part or breaks a rule of the platform
 * @throws RangeError when the understanding does not know the language
 */
export function loadInteractionModel(path: string, locale = basename(path, '.json')): InteractionModel {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? 'it is not valid JSON' : 'the file cannot be read; check its path';
    throw new BrokenModelError(path, [`${problem} (${(cause as Error).message})`], { cause });
  }
  return readInteractionModel(json, path, locale);
}

/**
 * Read a skill's interaction model from parsed JSON.
 * @param source - names the model in the error
 * @throws BrokenModelError naming every broken rule, or the first part that has the wrong shape
 * @throws RangeError when the understanding does not know the locale's language
 */
export function readInteractionModel(json: unknown, source = 'given', locale = 'en-US'): InteractionModel {
  const model = new ModelReader(source).model(json, locale);
  const faults = brokenRules(model);
  if (faults.length > 0) throw new BrokenModelError(source, faults);
  return model;
}

/** Turns JSON into a model, and knows where it is when a part has the wrong shape. */
class ModelReader {
  constructor(private readonly source: string) {}

  model(json: unknown, locale: string): InteractionModel {
    const root = this.object(json, 'the file');
    const outer = this.object(root.interactionModel, 'interactionModel');
    const at = 'interactionModel.languageModel';
    const language = this.object(outer.languageModel, at);
    return {
      locale,
      invocationName: this.text(language.invocationName, `${at}.invocationName`),
      intents: this.list(language.intents, `${at}.intents`).map((item, i) => this.intent(item, `intents[${i}]`)),
      slotTypes: this.optionalList(language.types, `${at}.types`).map((item, i) => this.slotType(item, `types[${i}]`)),
    };
  }

  private intent(json: unknown, at: string): Intent {
    const item = this.object(json, at);
    return {
      name: this.text(item.name, `${at}.name`),
      slots: this.optionalList(item.slots, `${at}.slots`).map((slot, i) => this.slot(slot, `${at}.slots[${i}]`)),
      samples: this.texts(item.samples, `${at}.samples`),
    };
  }

  private slot(json: unknown, at: string): SlotDeclaration {
    const item = this.object(json, at);
    return { name: this.text(item.name, `${at}.name`), type: this.text(item.type, `${at}.type`) };
  }

  private slotType(json: unknown, at: string): SlotType {
    const item = this.object(json, at);
    const values = this.optionalList(item.values, `${at}.values`);
    return {
      name: this.text(item.name, `${at}.name`),
      values: values.map((value, i) => this.slotTypeValue(value, `${at}.values[${i}]`)),
    };
  }

  private slotTypeValue(json: unknown, at: string): SlotTypeValue {
    const item = this.object(json, at);
    const named = this.object(item.name, `${at}.name`);
    const name = this.text(named.value, `${at}.name.value`);
    return {
      id: item.id === undefined || item.id === '' ? name : this.text(item.id, `${at}.id`),
      name,
      synonyms: this.texts(named.synonyms, `${at}.name.synonyms`),
    };
  }

  private texts(json: unknown, at: string): string[] {
    return this.optionalList(json, at).map((item, i) => this.text(item, `${at}[${i}]`));
  }

  private optionalList(json: unknown, at: string): readonly unknown[] {
    return json === undefined ? [] : this.list(json, at);
  }

  private list(json: unknown, at: string): readonly unknown[] {
    return Array.isArray(json) ? json : this.fail(at, 'a list', json);
  }

  private object(json: unknown, at: string): Readonly<Record<string, unknown>> {
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? (json as Record<string, unknown>) : this.fail(at, 'an object', json);
  }

  private text(json: unknown, at: string): string {
    return typeof json === 'string' && json !== '' ? json : this.fail(at, 'a text that is not empty', json);
  }

  private fail(at: string, wanted: string, found: unknown): never {
    const seen = found === undefined ? 'nothing is there' : `found ${JSON.stringify(found).slice(0, 60)}`;
    throw new BrokenModelError(this.source, [`${at} should be ${wanted}; ${seen}`]);
  }
}
