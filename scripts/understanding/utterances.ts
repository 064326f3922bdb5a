import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sections } from '../interaction-models/read-source';

/** Seen sentences may be looked at while samples are written; unseen ones are for the last measure only. */
export const PARTS = ['seen', 'unseen'] as const;

export type Part = (typeof PARTS)[number];

/** Where a sentence belongs that is for nobody in the skill. */
export const OUT_OF_SCOPE = 'OutOfScope';

/** A sentence as somebody would say it. */
export interface Utterance {
  /** Who made it up: the name of the file. */
  readonly hand: string;
  readonly sentence: string;
  /** The intent that it means, or {@link OUT_OF_SCOPE}. */
  readonly intent: string;
}

/**
 * Read the sentences of a part, one file per hand: `# Intent` above the sentences that mean it.
 * @throws SyntaxError naming a line without an intent
 */
export function readUtterances(part: Part, folder = 'test/utterances'): readonly Utterance[] {
  const files = readdirSync(join(folder, part)).filter((name) => name.endsWith('.txt'));
  return files
    .sort()
    .flatMap((name) =>
      sections(readFileSync(join(folder, part, name), 'utf8')).flatMap(({ title, lines }) =>
        lines.map(({ line }) => ({ hand: basename(name, '.txt'), sentence: line, intent: title })),
      ),
    );
}
