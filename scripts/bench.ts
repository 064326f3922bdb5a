import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildContenders, type Contender } from './bench/contenders';
import { findDeployedNode } from './bench/deployed-node';
import { figuresOf } from './bench/figures';
import { measure } from './bench/measure';
import { type BenchOptions, readBenchOptions, USAGE } from './bench/options';
import { reportOf } from './bench/report';
import { targetsOf } from './bench/targets';
import { openWorkspace } from './bench/workspace';
import { print, runCommand } from './run-command';

/** Build our function and what it is compared with, measure all of them in turns, and print how they compare. */
async function bench(options: BenchOptions): Promise<void> {
  const workspace = openWorkspace(print);
  const node = await findDeployedNode(workspace, print);
  const contenders = await buildContenders(workspace, print);
  print(
    `Measuring ${contenders.length} on Node ${node.version}, ${options.rounds} cold and ${options.warmRounds} warm rounds ...`,
  );
  const measured = await measure(contenders, node.file, options, workspace, print);
  const figures = figuresOf(measured);
  const targets = targetsOf(contenders, figures);
  print(reportOf(contenders, figures, targets));
  const { out, ...counts } = options;
  mkdirSync(path.dirname(out), { recursive: true });
  const results = contenders.map((contender) => ({ ...named(contender), ...figures.get(contender.id) }));
  writeFileSync(
    out,
    `${JSON.stringify({ node: node.version, options: counts, contenders: results, targets }, null, 2)}
`,
  );
  print(`Written to ${out}`);
}

function named({ id, title, bytes, gzipBytes }: Contender) {
  return { id, title: title.trim(), bytes, gzipBytes };
}

runCommand({ usage: USAGE, readOptions: readBenchOptions, run: bench });
