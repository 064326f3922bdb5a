import type { Line } from './line';
import { pick, type Words } from './words';

/**
 * Put a line into words. The same wording number gives the same words.
 * @throws RangeError for a line that holds something we have no words for, such as one of a damaged session: better an apology than silence
 */
export function lineText(line: Line, words: Words, wording: number): string {
  const wordings = words.lines[line.kind] as (line: Line) => ReturnType<Words['lines'][Line['kind']]>;
  const text: string | undefined = pick(wordings(line), wording);
  if (!text) throw new RangeError(`There are no words for what is in the line ${line.kind}`);
  return text;
}
