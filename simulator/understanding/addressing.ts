import type { Language } from './language';

/** Whom a sentence addresses. `asks` holds what is asked of the skill, in the ways it may be read, the likeliest first. */
export type Addressing =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'launch' }
  | { readonly kind: 'asked'; readonly asks: readonly (readonly string[])[]; readonly nameFirst: boolean };

/**
 * Find the invocation name in a sentence, in the frames that the platform supports: "open <name>", "ask <name> to ...",
 * "... from <name>". The name anywhere else is just words.
 */
export function readAddressing(
  words: readonly string[],
  name: readonly string[],
  { addressing }: Language,
): Addressing {
  const { openings, asking, connectors, labels, links, reporting, wishes } = addressing;
  const said = withoutCourtesy(words, addressing);
  const at = indexOfName(said, name);
  if (at < 0) return { kind: 'unnamed' };
  const before = withoutLast(said.slice(0, at), labels);
  const rest = withoutFirst(said.slice(at + name.length), labels);
  const opening = before.join(' ');
  if (before.length > 0 && !openings.has(opening) && !asking.has(opening)) {
    const action = before.slice(0, -1);
    const linked = links.has(before.at(-1) ?? '') && action.length > 0 && rest.length === 0;
    return linked ? { kind: 'asked', asks: [action], nameFirst: false } : { kind: 'unnamed' };
  }
  if (rest.length === 0) return { kind: 'launch' };
  const [first = '', subject = '', verb = '', ...others] = rest;
  const bare = connectors.has(first) && rest.length > 1 ? [rest.slice(1).map((word) => wishes.get(word) ?? word)] : [];
  const asQuestion = reporting.has(first) && verb !== '' ? [[verb, subject, ...others]] : [];
  return { kind: 'asked', asks: [...asQuestion, ...bare, rest], nameFirst: true };
}

function withoutCourtesy(words: readonly string[], addressing: Language['addressing']): readonly string[] {
  const from = addressing.courtesies.at(words, 0)?.to ?? 0;
  if (from > 0) return withoutCourtesy(words.slice(from), addressing);
  const to = addressing.farewells.startOfLast(words);
  return to === null ? words : withoutCourtesy(words.slice(0, to), addressing);
}

function indexOfName(words: readonly string[], name: readonly string[]): number {
  return words.findIndex((_, at) => name.every((word, offset) => words[at + offset] === word));
}

function withoutLast(words: readonly string[], labels: ReadonlySet<string>): readonly string[] {
  return labels.has(words.at(-1) ?? '') ? withoutLast(words.slice(0, -1), labels) : words;
}

function withoutFirst(words: readonly string[], labels: ReadonlySet<string>): readonly string[] {
  return labels.has(words[0] ?? '') ? words.slice(1) : words;
}
