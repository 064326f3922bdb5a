import type { Line } from './line';
import { pick, type Words } from './words';

/** Put a line into words. The same wording number gives the same words. */
export function lineText(line: Line, words: Words, wording: number): string {
  const wordings = words.lines[line.kind] as (line: Line) => ReturnType<Words['lines'][Line['kind']]>;
  return pick(wordings(line), wording);
}
