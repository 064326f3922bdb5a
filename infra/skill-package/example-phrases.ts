import type { StoreLanguage } from './disclaimers';

/** How a skill is addressed in a language. `%` stands for its invocation name. */
interface Frames {
  readonly opening: readonly string[];
  readonly asking: readonly string[];
  /** May stand between the name and what is asked. */
  readonly connecting: readonly string[];
}

/**
 * The frames that example phrases may use.
 * Source: "Understand How Users Invoke Custom Skills" and Amazon's two posts on example phrases that pass certification, in English and in Spanish,
 * read in their openings; sure M. The platform knows more.
 */
const FRAMES: Readonly<Record<StoreLanguage, Frames>> = {
  en: {
    opening: ['open %', 'start %', 'launch %', 'begin %', 'run %', 'load %', 'talk to %'],
    asking: ['ask %', 'tell %'],
    connecting: ['to', 'for', 'about', 'if', 'whether', 'that'],
  },
  es: {
    opening: ['abre %', 'inicia %', 'comienza %', 'empieza %', 'lanza %', 'habla con %'],
    asking: ['pregúntale a %', 'pregunta a %', 'pídele a %', 'pide a %', 'dile a %'],
    connecting: ['que', 'si', 'por', 'sobre'],
  },
};

/** An example phrase taken apart. `utterances` are what the skill is asked, in lower case, read with and without a connecting word. */
export type ExamplePhrase =
  | { readonly kind: 'opening' }
  | { readonly kind: 'asking'; readonly utterances: readonly string[] }
  | { readonly kind: 'other' };

/** Take a phrase apart that begins with the wake word and addresses the skill by its name. */
export function readExamplePhrase(phrase: string, name: string, language: StoreLanguage): ExamplePhrase {
  const { opening, asking, connecting } = FRAMES[language];
  const said = /^alexa, (.+)$/.exec(phrase.toLowerCase())?.[1] ?? '';
  const named = (frames: readonly string[]) => frames.map((frame) => frame.replace('%', name));
  if (named(opening).includes(said)) return { kind: 'opening' };
  const frame = named(asking).find((start) => said.startsWith(`${start} `));
  if (frame === undefined) return { kind: 'other' };
  const asked = said.slice(frame.length + 1);
  const [first = '', ...rest] = asked.split(' ');
  return { kind: 'asking', utterances: connecting.includes(first) ? [rest.join(' '), asked] : [asked] };
}

/** How the first phrase may look, for whoever has to mend it. */
export function openingPhrase(name: string, language: StoreLanguage): string {
  return `Alexa, ${FRAMES[language].opening[0]?.replace('%', name)}`;
}
