import { parseArgs } from 'node:util';

export interface RehearsalOptions {
  /** Leave the folder of the rehearsal where it is. */
  readonly keep: boolean;
  /** What cannot be rehearsed here is a failure. */
  readonly strict: boolean;
}

export const USAGE = `Usage: npm run rehearse -- [options]

  --keep      keep the folder in which it was rehearsed, and say where it is
  --strict    fail where something cannot be rehearsed here, as without Java`;

/**
 * Read the words behind `npm run rehearse --`.
 * @throws TypeError from Node, with a message for whoever typed them
 */
export function readRehearsalOptions(words: readonly string[]): RehearsalOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { keep: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
  });
  return values;
}
