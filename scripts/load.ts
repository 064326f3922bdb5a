import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figuresOf } from './load/figures';
import { type LoadOptions, readLoadOptions, USAGE } from './load/options';
import { reportOf } from './load/report';
import { runLoad } from './load/run-load';

/** Put the skill under load on this machine, and print what came of it. */
async function load(options: LoadOptions): Promise<number> {
  const { listeners, overlapping, concurrency, database, seed } = options;
  print(
    `${listeners} listeners, ${overlapping} at a time, on ${concurrency} instances over ${database}, seed ${seed}, Node ${process.version}`,
  );
  const figures = figuresOf(await runLoad(options, print));
  print(reportOf(figures, options));
  if (options.json !== null) {
    mkdirSync(path.dirname(options.json), { recursive: true });
    writeFileSync(options.json, `${JSON.stringify({ node: process.version, options, ...figures }, null, 2)}\n`);
    print(`Written to ${options.json}`);
  }
  return figures.errors.length === 0 ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown, more = ''): never {
  process.stderr.write(`${error instanceof Error ? error.message : error}${more}\n`);
  process.exit(1);
}

function optionsFrom(words: readonly string[]): LoadOptions {
  try {
    return readLoadOptions(words);
  } catch (error) {
    return complain(error, `\n\n${USAGE}`);
  }
}

// The database's process notices that this one has ended, and ends too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

load(optionsFrom(process.argv.slice(2))).then((code) => process.exit(code), complain);
