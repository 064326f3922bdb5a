/**
 * Longest silence one `<break>` may ask for on the platform.
 * Source: platform sheet section 1, "Pauses": 10 s, copies of the SSML reference agree.
 */
const MAX_BREAK_MS = 10_000;

/** A piece of speech: words, or a silence of whole milliseconds. */
export type SpeechPiece =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'silence'; readonly durationMs: number };

/**
 * Write pieces as the inside of a `<speak>` element, all of them whispered if that is wished. Text is escaped here and nowhere else.
 * @throws RangeError on a silence that is not 1 to {@link MAX_BREAK_MS} whole milliseconds: a fault in our data, never the listener's
 * @example toSsml([{ kind: 'say', text: 'Hold.' }, { kind: 'silence', durationMs: 2_000 }]) // => 'Hold.<break time="2000ms"/>'
 */
export function toSsml(
  pieces: readonly SpeechPiece[],
  { whispered = false }: { readonly whispered?: boolean } = {},
): string {
  const spoken = pieces
    .map((piece, at) => {
      if (piece.kind === 'silence') return breakOf(piece.durationMs);
      return pieces[at + 1]?.kind === 'say' ? `${escapeXml(piece.text)} ` : escapeXml(piece.text);
    })
    .join('');
  // Source of the tag: platform sheet section 2.
  return whispered && spoken !== '' ? `<amazon:effect name="whispered">${spoken}</amazon:effect>` : spoken;
}

function breakOf(durationMs: number): string {
  if (!Number.isInteger(durationMs) || durationMs < 1 || durationMs > MAX_BREAK_MS) {
    throw new RangeError(`A break takes 1 to ${MAX_BREAK_MS} whole milliseconds, not ${durationMs}`);
  }
  return `<break time="${durationMs}ms"/>`;
}

function escapeXml(text: string): string {
  // Hardly any text has a character to escape, and one look is three times as quick as three.
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
