import { parseArgs } from 'node:util';

export type ReleaseOptions =
  | { readonly kind: 'release'; readonly version: string; readonly date: string; readonly isDryRun: boolean }
  | { readonly kind: 'verify'; readonly tag: string };

export const USAGE = `Usage: npm run release -- VERSION [options]
       npm run release -- --verify TAG

  --date DAY     the day of the release, YYYY-MM-DD (today)
  --dry-run      check and tell, write nothing
  --verify TAG   check that a tag, the package and the changelog agree`;

/**
 * Read the words behind `npm run release --`.
 * @param today - `YYYY-MM-DD`
 * @throws TypeError from Node or RangeError, with a message for whoever typed them
 */
export function readReleaseOptions(words: readonly string[], today: string): ReleaseOptions {
  const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  const { verify, date, 'dry-run': isDryRun } = values;
  const [version, ...more] = positionals;
  if (verify !== undefined && (date !== undefined || isDryRun))
    throw new RangeError('--verify writes nothing: give it a tag and nothing else');
  if (verify !== undefined && version === undefined) return { kind: 'verify', tag: verify };
  if (version === undefined || more.length > 0 || verify !== undefined)
    throw new RangeError('Give one version, or --verify and a tag');
  return { kind: 'release', version, date: date ?? today, isDryRun };
}

const OPTIONS = {
  date: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  verify: { type: 'string' },
} as const;
