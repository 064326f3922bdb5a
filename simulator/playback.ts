import type { ui } from 'ask-sdk-model';
import { readPlainText, readSsml, type SsmlReading, spokenText } from './read-ssml';

/** Tells how long a text takes to be spoken at normal speed, in whole milliseconds. */
export type SpeechLength = (text: string) => number;

/** Something Alexa plays. `atMs` counts from the first word of the speech. */
export type PlayedPiece = { readonly atMs: number; readonly durationMs: number } & (
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly whispered: boolean;
      /** Said by Alexa on her own account; left out where the skill has her say it. */
      readonly byAlexa?: true;
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'audio'; readonly source: string }
);

/** A speech laid out in time. */
export interface Playback {
  /** When its first piece sounds, in epoch milliseconds. */
  readonly startsAtMs: number;
  readonly durationMs: number;
  readonly pieces: readonly PlayedPiece[];
  /** All its words in one line, without tags. */
  readonly text: string;
}

/** Where in a speech a moment lies. */
export interface PlaybackPosition {
  readonly piece: PlayedPiece;
  readonly intoPieceMs: number;
  readonly intoSpeechMs: number;
}

/** Take apart what a response gave to be spoken; null when it gave nothing. */
export function readSpeech(speech: ui.OutputSpeech | undefined): SsmlReading | null {
  if (!speech) return null;
  return speech.type === 'SSML' ? readSsml(String(speech.ssml ?? '')) : readPlainText(String(speech.text ?? ''));
}

/** Lay a speech out in time. Recorded sounds are taken as {@link AUDIO_MS} long: nothing is downloaded. */
export function layOut(reading: SsmlReading, startsAtMs: number, speechLength: SpeechLength): Playback {
  const pieces: PlayedPiece[] = [];
  let atMs = 0;
  for (const piece of reading.pieces) {
    const played = playedPiece(piece, atMs, speechLength);
    pieces.push(played);
    atMs += played.durationMs;
  }
  return { startsAtMs, durationMs: atMs, pieces, text: spokenText(reading.pieces) };
}

/** Lay out words of Alexa's own. What the skill says `before` them comes first; without it they start at `startsAtMs`. */
export function layOutAlexasOwn(
  text: string,
  startsAtMs: number,
  speechLength: SpeechLength,
  before: Playback | null = null,
): Playback {
  const own = layOut(readPlainText(text), startsAtMs, speechLength);
  const fromMs = before?.durationMs ?? 0;
  const pieces = own.pieces.map(
    (piece): PlayedPiece => ({ ...piece, atMs: fromMs + piece.atMs, ...(piece.kind === 'words' && { byAlexa: true }) }),
  );
  return {
    startsAtMs: before?.startsAtMs ?? startsAtMs,
    durationMs: fromMs + own.durationMs,
    pieces: [...(before?.pieces ?? []), ...pieces],
    text: [before?.text, own.text].filter(Boolean).join(' '),
  };
}

/** When its last piece has sounded, in epoch milliseconds. */
export function endsAtMs(playback: Playback): number {
  return playback.startsAtMs + playback.durationMs;
}

/** Find what is sounding at a moment; null before the first piece and after the last. */
export function positionAt(playback: Playback, momentMs: number): PlaybackPosition | null {
  const intoSpeechMs = momentMs - playback.startsAtMs;
  if (intoSpeechMs < 0) return null;
  const piece = playback.pieces.find((each) => intoSpeechMs < each.atMs + each.durationMs);
  return piece ? { piece, intoPieceMs: intoSpeechMs - piece.atMs, intoSpeechMs } : null;
}

/** How long a recorded sound is taken to be. */
const AUDIO_MS = 2_000;

function playedPiece(piece: SsmlReading['pieces'][number], atMs: number, speechLength: SpeechLength): PlayedPiece {
  switch (piece.kind) {
    case 'words': {
      const durationMs = Math.round(speechLength(piece.text) / piece.rate);
      return { kind: 'words', text: piece.text, whispered: piece.whispered, atMs, durationMs };
    }
    case 'silence':
      return { kind: 'silence', atMs, durationMs: piece.durationMs };
    case 'audio':
      return { kind: 'audio', source: piece.source, atMs, durationMs: AUDIO_MS };
  }
}
