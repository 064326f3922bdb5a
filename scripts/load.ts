import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figuresOf } from './load/figures';
import { type LoadOptions, readLoadOptions, USAGE } from './load/options';
import { reportOf } from './load/report';
import { runLoad } from './load/run-load';
import { print, runCommand } from './run-command';

/** Put the skill under load on this machine, and print what came of it. */
async function load(options: LoadOptions): Promise<void> {
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
  if (figures.errors.length > 0) process.exitCode = 1;
}

// The database's process notices that this one has ended, and ends too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

runCommand({ usage: USAGE, readOptions: readLoadOptions, run: load });
