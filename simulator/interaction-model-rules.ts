import { phrasesOfTwoIntents } from './interaction-model-clashes';
import type { Intent, InteractionModel, SlotType } from './interaction-model-shape';
import { BUILT_IN_INTENTS, isBuiltIn } from './understanding/built-in-intents';
import type { InvocationNameWords } from './understanding/language';
import { languageOf } from './understanding/languages';

/**
 * Name every rule of the platform that a model breaks, each with where and what mends it; none when it is sound.
 * Sources: the platform sheet's section 4, "Choose the Invocation Name for a Custom Skill" and the certification tips; most are
 * known second-hand (sure M), so a model that passes may still be refused by the console.
 * @throws RangeError when the understanding does not know the model's language
 */
export function brokenRules(model: InteractionModel): readonly string[] {
  const language = languageOf(model.locale);
  return [
    ...brokenNameRules(model.invocationName, language.invocationName),
    ...missingIntents(model),
    ...repeated(model.intents.map((intent) => intent.name)).map(
      (name) => `intent ${name} is there twice; merge the two`,
    ),
    ...model.intents.flatMap((intent) => brokenIntentRules(intent, model)),
    ...repeated(model.slotTypes.map((type) => type.name)).map(
      (name) => `slot type ${name} is there twice; merge the two`,
    ),
    ...model.slotTypes.flatMap(brokenSlotTypeRules),
    ...phrasesOfTwoIntents(model, language),
  ];
}

const WAKE_WORDS = ['alexa', 'amazon', 'echo', 'computer'];

const REQUIRED_INTENTS: Readonly<Record<string, string>> = {
  'AMAZON.CancelIntent': 'certification wants it',
  'AMAZON.FallbackIntent': 'without it, words that mean nothing to the skill are forced on its nearest intent',
  'AMAZON.HelpIntent': 'certification wants it',
  'AMAZON.NavigateHomeIntent': 'devices with a screen send it',
  'AMAZON.StopIntent': 'certification wants it',
};

function brokenNameRules(name: string, { forbidden, smallWords }: InvocationNameWords): string[] {
  const at = `invocation name "${name}"`;
  const words = name.split(' ');
  const faults: string[] = [];
  if (!/^[\p{Ll}'. ]+$/u.test(name)) {
    faults.push(`${at} may hold lower-case letters, blanks, apostrophes and periods only; write numbers in words`);
  }
  for (const { what, words: unwanted } of [...forbidden, { what: 'a wake word', words: WAKE_WORDS }]) {
    for (const word of words.filter((word) => unwanted.includes(word))) {
      faults.push(`${at} contains ${what}, "${word}"; choose another word`);
    }
  }
  if (words.length === 2 && words.some((word) => smallWords.includes(word))) {
    faults.push(`${at} has two words and one is an article or preposition; add a third word`);
  }
  return faults;
}

function missingIntents(model: InteractionModel): string[] {
  const present = new Set(model.intents.map((intent) => intent.name));
  return Object.entries(REQUIRED_INTENTS)
    .filter(([name]) => !present.has(name))
    .map(([name, reason]) => `intent ${name} is missing; add it: ${reason}`);
}

function brokenIntentRules(intent: Intent, model: InteractionModel): string[] {
  const faults = intent.samples.flatMap((sample) => brokenSampleRules(sample, intent));
  if (isBuiltIn(intent.name)) {
    const known = BUILT_IN_INTENTS.has(intent.name) || intent.name.includes('<');
    if (!known) faults.push(`intent ${intent.name} is no built-in of the platform; check its spelling`);
  } else {
    if (!/^[A-Za-z][A-Za-z_]*$/.test(intent.name)) {
      faults.push(`intent ${intent.name} may be named with letters and underscores only; rename it`);
    }
    if (intent.samples.length === 0)
      faults.push(`intent ${intent.name} has no sample and is never understood; add some`);
  }
  for (const slot of intent.slots) {
    const known = slot.type.startsWith('AMAZON.') || model.slotTypes.some((type) => type.name === slot.type);
    if (!known) faults.push(`intent ${intent.name}, slot ${slot.name}: no type ${slot.type}; add it under types`);
  }
  for (const sample of repeated(intent.samples.map((text) => text.toLowerCase()))) {
    faults.push(`intent ${intent.name} has the sample "${sample}" twice; remove one`);
  }
  return faults;
}

function brokenSampleRules(sample: string, intent: Intent): string[] {
  const at = `intent ${intent.name}, sample "${sample}"`;
  const faults: string[] = [];
  if (!/^(?:[\p{L}'. -]|\{\w+\})+$/u.test(sample)) {
    faults.push(`${at}: only letters, blanks, apostrophes, periods, hyphens and {slots}; write numbers in words`);
  }
  if (sample !== sample.trim().replace(/ +/g, ' ')) faults.push(`${at}: remove the superfluous blanks`);
  for (const word of sample
    .toLowerCase()
    .split(' ')
    .filter((word) => WAKE_WORDS.includes(word))) {
    faults.push(`${at}: remove the wake word "${word}"; it never reaches a skill`);
  }
  for (const slot of slotsOf(sample).filter((name) => !intent.slots.some((declared) => declared.name === name))) {
    faults.push(`${at}: slot {${slot}} is not declared; add it to the intent's slots`);
  }
  return faults;
}

function brokenSlotTypeRules(type: SlotType): string[] {
  const at = `slot type ${type.name}`;
  const faults = repeated(type.values.map((value) => value.id)).map(
    (id) => `${at}: id ${id} is there twice; rename one`,
  );
  if (type.values.length === 0) faults.push(`${at} has no value; add some`);
  for (const value of type.values) {
    for (const word of repeated([value.name, ...value.synonyms].map((text) => text.toLowerCase()))) {
      faults.push(`${at}, value ${value.id}: "${word}" is there twice; remove one`);
    }
  }
  return faults;
}

function slotsOf(sample: string): string[] {
  return [...sample.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(texts.filter((text) => seen.size === seen.add(text).size))];
}
