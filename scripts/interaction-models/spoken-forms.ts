/**
 * Write out the ways to say a phrase. `(a|b)` stands for every choice; choices in `[a|b]` are made together, each at least once, where
 * every combination would only be more of the same.
 * @throws RangeError when a bracket has no pair, or stands in another
 * @example spokenForms('skip (this|the next) one (|today)') // => four phrases, the first 'skip this one'
 * @example spokenForms('[stop|end|quit] [it|this]') // => ['stop it', 'end this', 'quit it']
 */
export function spokenForms(phrase: string): readonly string[] {
  const texts = everyChoice(phrase.split(/\(([^()[\]]*)\)/)).flatMap((text) =>
    choicesTogether(text.split(/\[([^()[\]]*)\]/)),
  );
  if (texts.some((text) => /[()[\]]/.test(text))) {
    throw new RangeError(`"${phrase}" has a bracket without its pair, or within another`);
  }
  return [...new Set(texts.map((text) => text.trim().replace(/ +/g, ' ')))];
}

/** @param parts - text and choices in turn */
function everyChoice(parts: readonly string[]): readonly string[] {
  return parts
    .map(optionsAt)
    .reduce((texts, options) => texts.flatMap((text) => options.map((option) => text + option)));
}

/** @param parts - text and choices in turn */
function choicesTogether(parts: readonly string[]): readonly string[] {
  const choices = parts.map(optionsAt);
  const count = Math.max(...choices.map((options) => options.length));
  return Array.from({ length: count }, (_, turn) => choices.map((options) => options[turn % options.length]).join(''));
}

function optionsAt(part: string, index: number): readonly string[] {
  return index % 2 === 1 ? part.split('|') : [part];
}
