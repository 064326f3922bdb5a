/** Whom a sentence addresses. `asks` holds what is asked of the skill, in the ways it may be read, the likeliest first. */
export type Addressing =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'launch' }
  | { readonly kind: 'asked'; readonly asks: readonly (readonly string[])[]; readonly nameFirst: boolean };

/**
 * Find the invocation name in a sentence, in the frames that the platform supports: "open <name>", "ask <name> to ...",
 * "... from <name>". The name anywhere else is just words.
 * Source: "Understand How Users Invoke Custom Skills", developer.amazon.com; its English table is known in part only, sure M.
 */
export function readAddressing(words: readonly string[], name: readonly string[]): Addressing {
  const said = withoutCourtesy(words);
  const at = indexOfName(said, name);
  if (at < 0) return { kind: 'unnamed' };
  const before = withoutLast(said.slice(0, at), 'the');
  const rest = withoutFirst(said.slice(at + name.length), 'skill');
  const opening = before.join(' ');
  if (!OPENINGS.has(opening) && !ASKING.has(opening)) return askedBeforeTheName(before, rest);
  if (rest.length === 0) return { kind: 'launch' };
  const first = rest[0] ?? '';
  const bare = CONNECTORS.has(first) && rest.length > 1 ? [rest.slice(1)] : [];
  return { kind: 'asked', asks: [...bare, rest], nameFirst: true };
}

const OPENINGS = new Set(['', ...'start open launch begin play run resume load do use'.split(' '), 'talk to', 'go to']);
const ASKING = new Set(['ask', 'tell']);
const CONNECTORS = new Set('to for about if whether that and'.split(' '));
const LINKS = new Set('from in using with on'.split(' '));

const COURTESIES: readonly (readonly string[])[] = [
  'i would like to',
  'i want to',
  'can you',
  'could you',
  'would you',
  'let us',
  ...'alexa please okay um uh hey'.split(' '),
].map((phrase) => phrase.split(' '));

const FAREWELLS = new Set('please now alexa'.split(' '));

function withoutCourtesy(words: readonly string[]): readonly string[] {
  const courtesy = COURTESIES.find((phrase) => phrase.every((word, index) => words[index] === word));
  if (courtesy !== undefined) return withoutCourtesy(words.slice(courtesy.length));
  return FAREWELLS.has(words.at(-1) ?? '') ? withoutCourtesy(words.slice(0, -1)) : words;
}

function indexOfName(words: readonly string[], name: readonly string[]): number {
  return words.findIndex((_, at) => name.every((word, offset) => words[at + offset] === word));
}

function askedBeforeTheName(before: readonly string[], rest: readonly string[]): Addressing {
  const action = before.slice(0, -1);
  const linked = LINKS.has(before.at(-1) ?? '') && action.length > 0 && rest.length === 0;
  return linked ? { kind: 'asked', asks: [action], nameFirst: false } : { kind: 'unnamed' };
}

function withoutLast(words: readonly string[], word: string): readonly string[] {
  return words.at(-1) === word ? words.slice(0, -1) : words;
}

function withoutFirst(words: readonly string[], word: string): readonly string[] {
  return words[0] === word ? words.slice(1) : words;
}
