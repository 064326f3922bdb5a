import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { englishModels } from './interaction-models/english-models';

/** `npm run models` writes the English interaction models from their source; `npm run models -- --check` only tells which are stale. */
function main(options: readonly string[]): number {
  const stale = englishModels().filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (options.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is stale: run npm run models`);
    return stale.length === 0 ? 0 : 1;
  }
  for (const { path, text } of stale) {
    writeFileSync(path, text);
    console.log(`Wrote ${path}`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
