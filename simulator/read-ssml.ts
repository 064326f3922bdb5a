import { SaxesParser } from 'saxes';

/** A tag as it was written. */
export interface SsmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The tags around it, outermost first. */
  readonly within: readonly string[];
}

/** Something that takes time when it is spoken. `rate` is 1 at normal speed. */
export type SsmlPiece =
  | { readonly kind: 'words'; readonly text: string; readonly rate: number; readonly whispered: boolean }
  | { readonly kind: 'silence'; readonly durationMs: number }
  | { readonly kind: 'audio'; readonly source: string };

/** What a speech consists of. With a `fault` the rest is what could be read before it. */
export interface SsmlReading {
  readonly source: string;
  /** Why it is not well-formed XML; null when it is. */
  readonly fault: string | null;
  readonly elements: readonly SsmlElement[];
  readonly pieces: readonly SsmlPiece[];
}

/** Read speech that was written as SSML. Never throws: what is wrong with it is in `fault`. */
export function readSsml(source: string): SsmlReading {
  const writer = createPieceWriter();
  const elements: SsmlElement[] = [];
  const open: SsmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, within: open.map((outer) => outer.name) };
    elements.push(element);
    open.push(element);
    if (tag.name === 'break') writer.silence(breakMs(tag.attributes) ?? 0);
    if (tag.name === 'audio') writer.audio(tag.attributes.src ?? '');
    if (tag.name === 'sub') writer.words(tag.attributes.alias ?? '', open);
    if (SENTENCE_TAGS.has(tag.name)) writer.pieceEnds();
  });
  parser.on('closetag', (tag) => {
    open.pop();
    if (SENTENCE_TAGS.has(tag.name)) writer.pieceEnds();
  });
  const words = (text: string): void => {
    if (!open.some((element) => element.name === 'sub' || element.name === 'audio')) writer.words(text, open);
  };
  parser.on('text', words);
  parser.on('cdata', words);
  const fault = faultOf(() => parser.write(source).close());
  return { source, fault, elements, pieces: writer.pieces() };
}

/** Read speech that was given as plain text: nothing in it is a tag. */
export function readPlainText(source: string): SsmlReading {
  const writer = createPieceWriter();
  writer.words(source, []);
  return { source, fault: null, elements: [], pieces: writer.pieces() };
}

/** How long a `<break>` lasts, in milliseconds; null when its time cannot be understood. */
export function breakMs(attributes: Readonly<Record<string, string>>): number | null {
  const time = attributes.time;
  if (time === undefined) return STRENGTH_MS[attributes.strength ?? 'medium'] ?? null;
  const [, count, unit] = /^\+?(\d*\.?\d+)(ms|s)$/.exec(time.trim()) ?? [];
  if (count === undefined) return null;
  return Math.round(Number(count) * (unit === 's' ? 1_000 : 1));
}

/** Everything that is said, as one line of text without tags. */
export function spokenText(pieces: readonly SsmlPiece[]): string {
  return pieces.flatMap((piece) => (piece.kind === 'words' ? [piece.text] : [])).join(' ');
}

const SENTENCE_TAGS = new Set(['p', 's']);

/** Our estimates: the platform names the strengths and no lengths. */
const STRENGTH_MS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 100,
  weak: 250,
  medium: 400,
  strong: 800,
  'x-strong': 1_200,
};

const RATE: Readonly<Record<string, number>> = { 'x-slow': 0.5, slow: 0.8, medium: 1, fast: 1.25, 'x-fast': 1.5 };

function createPieceWriter() {
  const pieces: SsmlPiece[] = [];
  let running: { text: string; readonly rate: number; readonly whispered: boolean } | null = null;
  const pieceEnds = (): void => {
    const text = running?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (running && /[\p{L}\p{N}]/u.test(text)) pieces.push({ ...running, kind: 'words', text });
    running = null;
  };
  return {
    pieceEnds,
    words: (text: string, open: readonly SsmlElement[]): void => {
      const rate = rateOf(open);
      const whispered = open.some((element) => element.name === 'amazon:effect');
      if (running && (running.rate !== rate || running.whispered !== whispered)) pieceEnds();
      running = { text: (running?.text ?? '') + text, rate, whispered };
    },
    silence: (durationMs: number): void => {
      pieceEnds();
      pieces.push({ kind: 'silence', durationMs });
    },
    audio: (source: string): void => {
      pieceEnds();
      pieces.push({ kind: 'audio', source });
    },
    pieces: (): readonly SsmlPiece[] => {
      pieceEnds();
      return pieces;
    },
  };
}

function rateOf(open: readonly SsmlElement[]): number {
  return open.reduce((rate, element) => {
    const written = element.name === 'prosody' ? element.attributes.rate : undefined;
    if (written === undefined) return rate;
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(written)?.[1];
    return rate * (percent === undefined ? (RATE[written] ?? 1) : Math.max(Number(percent), 1) / 100);
  }, 1);
}

function faultOf(read: () => void): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
