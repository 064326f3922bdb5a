import { spawn, spawnSync } from 'node:child_process';
import type { SpeechPiece } from '../lambda/core/speech/ssml';

/** Sound of one channel, 16 bits a sample. */
export interface Pcm {
  readonly samplesPerSecond: number;
  readonly samples: Int16Array;
}

/** Where a piece stands in the sound, in milliseconds as its samples have it: not rounded. */
export interface Span {
  readonly startMs: number;
  readonly durationMs: number;
}

export interface RenderedSpeech {
  readonly sound: Pcm;
  /** One span for each piece, in order; each starts where the one before it ended. */
  readonly spans: readonly Span[];
}

/** Turns plain words into sound. */
export type Speak = (text: string) => Promise<Pcm>;

/** The speech program failed or is not installed. `cause` is the original error, where there was one. */
export class VoiceError extends Error {
  override readonly name = 'VoiceError';
}

/**
 * At or below this, of 32,768, a sample at the edge of a phrase is silence: 60 dB under full scale. espeak-ng pads a phrase with 9 ms of
 * zeros behind and 0 to 55 ms before, and beyond them rises past this within a millisecond, so that nothing audible is cut.
 */
export const EDGE_AMPLITUDE = 32;

/** What espeak-ng speaks at; the `speech-lengths.ts` of each language in `lambda/core/speech` were measured at it. */
export const SAMPLES_PER_SECOND = 22_050;

/** The voices that we measure by, one for each language, by espeak-ng's names. */
export type Voice = 'en-us' | 'es-419';

const PROGRAM = 'espeak-ng';
/**
 * How fast the voice speaks. Between two weakly founded figures for a speaker: 150 words a minute (domain sheet section 4) and about 16.7
 * characters a second, which is some 180 (platform sheet section 1, "Speech rate"). To be compared with a device.
 */
export const WORDS_PER_MINUTE = 165;
const WAV_HEADER_BYTES = 44;

/** Tell whether the speech program can be run here. */
export function isVoiceInstalled(program = PROGRAM): boolean {
  return voiceVersion(program) !== null;
}

/** Name the speech program's release, such as `1.51`; null where there is none. */
export function voiceVersion(program = PROGRAM): string | null {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 5_000 });
  return asked.status === 0 ? (/\d+(\.\d+)+/.exec(asked.stdout)?.[0] ?? 'unknown') : null;
}

/**
 * Say one phrase: from the first sample that can be heard to the last, nothing around it. The same text gives the same samples.
 * @param text - plain words; no markup has a meaning
 * @param program - espeak-ng, or another that takes its options
 * @param voice - who says it
 * @throws VoiceError where espeak-ng is missing or fails
 */
export async function speakPhrase(text: string, program = PROGRAM, voice: Voice = 'en-us'): Promise<Pcm> {
  const words = withoutCommands(text);
  return words === ''
    ? { samplesPerSecond: SAMPLES_PER_SECOND, samples: new Int16Array() }
    : trimmed(readWav(await synthesise(words, program, voice)));
}

/**
 * Say pieces with exact silences: a silence is its milliseconds of zero samples, to the nearest sample, because the program's own breaks
 * are dropped, merged or stretched. Words that follow words are said in one phrase, and have the voice's pause between them in front.
 */
export async function renderSpeech(
  pieces: readonly SpeechPiece[],
  speak: Speak = speakPhrase,
): Promise<RenderedSpeech> {
  const said = remembering(speak);
  const parts: Int16Array[] = [];
  for (const phrase of phrasesOf(pieces)) {
    parts.push(...(phrase.kind === 'say' ? await saidInOneGo(phrase.texts, said) : [zeros(phrase.durationMs)]));
  }
  return { sound: { samplesPerSecond: SAMPLES_PER_SECOND, samples: joined(parts) }, spans: spansOf(parts) };
}

/** A phrase is what stands between two silences. */
export type Phrase =
  | { readonly kind: 'say'; readonly texts: readonly string[] }
  | { readonly kind: 'silence'; readonly durationMs: number };

/** Bring together the words that follow one another. */
export function phrasesOf(pieces: readonly SpeechPiece[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const piece of pieces) {
    const before = phrases.at(-1);
    if (piece.kind === 'silence') phrases.push(piece);
    else if (before?.kind === 'say') phrases.splice(-1, 1, { kind: 'say', texts: [...before.texts, piece.text] });
    else phrases.push({ kind: 'say', texts: [piece.text] });
  }
  return phrases;
}

/** Write sound as a WAV file. */
export function toWav({ samplesPerSecond, samples }: Pcm): Buffer {
  const bytes = samples.length * 2;
  const wav = Buffer.alloc(WAV_HEADER_BYTES + bytes);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(WAV_HEADER_BYTES - 8 + bytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16); // length of the format block
  wav.writeUInt16LE(1, 20); // uncompressed
  wav.writeUInt16LE(1, 22); // channels
  wav.writeUInt32LE(samplesPerSecond, 24);
  wav.writeUInt32LE(samplesPerSecond * 2, 28);
  wav.writeUInt16LE(2, 32); // bytes a sample
  wav.writeUInt16LE(16, 34); // bits a sample
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(bytes, 40);
  for (const [at, sample] of samples.entries()) wav.writeInt16LE(sample, WAV_HEADER_BYTES + at * 2);
  return wav;
}

/** Brackets would make espeak-ng read phoneme codes, and control characters end a clause. */
function withoutCommands(text: string): string {
  return text.replace(/[[\]\p{Cc}\s]+/gu, ' ').trim();
}

/** The text goes by standard input, so that no text can be taken for an option. */
function synthesise(text: string, program: string, voice: Voice): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const speaking = spawn(program, ['-z', '-v', voice, '-s', String(WORDS_PER_MINUTE), '--stdin', '--stdout']);
    const chunks: Buffer[] = [];
    speaking.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    speaking.stderr.resume();
    speaking.stdin.on('error', () => undefined); // a program that dies early is reported by its exit
    speaking.on('error', (cause) => reject(new VoiceError(`${program} could not be run`, { cause })));
    speaking.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new VoiceError(`${program} ended with ${code}`));
    });
    speaking.stdin.end(text);
  });
}

/** espeak-ng cannot know the length while it writes to a pipe, so the header's is not to be believed. */
function readWav(wav: Buffer): Pcm {
  const count = Math.max(0, Math.floor((wav.length - WAV_HEADER_BYTES) / 2));
  const samples = Int16Array.from({ length: count }, (_, at) => wav.readInt16LE(WAV_HEADER_BYTES + at * 2));
  if (count > 0 && wav.readUInt32LE(24) !== SAMPLES_PER_SECOND)
    throw new VoiceError(`${PROGRAM} does not speak at ${SAMPLES_PER_SECOND} Hz`);
  return { samplesPerSecond: SAMPLES_PER_SECOND, samples };
}

function trimmed({ samplesPerSecond, samples }: Pcm): Pcm {
  const first = samples.findIndex(isAudible);
  return {
    samplesPerSecond,
    samples: first < 0 ? new Int16Array() : samples.slice(first, samples.findLastIndex(isAudible) + 1),
  };
}

function isAudible(sample: number): boolean {
  return Math.abs(sample) > EDGE_AMPLITUDE;
}

function remembering(speak: Speak): Speak {
  const said = new Map<string, Promise<Pcm>>();
  return (text) => {
    const sound = said.get(text) ?? speak(text);
    said.set(text, sound);
    return sound;
  };
}

/** One part for each text. How far the whole phrase is through a text is known from saying it only up to there. */
async function saidInOneGo(texts: readonly string[], said: Speak): Promise<Int16Array[]> {
  const ends: number[] = [];
  for (const at of texts.keys()) ends.push((await said(texts.slice(0, at + 1).join(' '))).samples.length);
  const { samples } = await said(texts.join(' '));
  return texts.map((_, at) => samples.subarray(ends[at - 1] ?? 0, ends[at]));
}

function zeros(durationMs: number): Int16Array {
  return new Int16Array(Math.round((durationMs * SAMPLES_PER_SECOND) / 1_000));
}

function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function spansOf(parts: readonly Int16Array[]): Span[] {
  let at = 0;
  return parts.map((part) => {
    const span = { startMs: toMs(at), durationMs: toMs(part.length) };
    at += part.length;
    return span;
  });
}

function toMs(samples: number): number {
  return (samples * 1_000) / SAMPLES_PER_SECOND;
}
