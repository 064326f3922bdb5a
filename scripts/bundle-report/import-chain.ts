import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { folderOf } from './shipped';

/** Who imports whom: every file by its path from the repository's root, with the files that it imports. */
export type ImportGraph = Readonly<Record<string, readonly string[]>>;

const ROOT = path.join(__dirname, '../..');

/** Where the function begins. */
const FUNCTION_ENTRY = 'lambda/index.ts';

/**
 * Follow every import of the function. What the bundle's definition leaves out or replaces is in here too: a chain is to be looked
 * for only among the files that ship.
 */
export async function traceImports(): Promise<ImportGraph> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [FUNCTION_ENTRY],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'], // as in infra/lambda-bundle.ts: which of a package's files are looked at
    logLevel: 'silent',
  });
  return graphOf(metafile);
}

function graphOf({ inputs }: Metafile): ImportGraph {
  return Object.fromEntries(
    Object.entries(inputs).map(([file, { imports }]) => [file, imports.map((imported) => imported.path)]),
  );
}

/**
 * The shortest way from the function's entry into a folder, by files that ship: our own files, then the folders of packages, each once.
 * Empty where there is none.
 */
export function importChain(
  graph: ImportGraph,
  isShipped: (file: string) => boolean,
  folder: string,
): readonly string[] {
  const cameFrom = new Map<string, string | null>([[FUNCTION_ENTRY, null]]);
  const queue = [FUNCTION_ENTRY];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (folderOf(file) === folder) return named(backFrom(file, cameFrom));
    for (const next of graph[file] ?? []) {
      if (cameFrom.has(next) || !isShipped(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return [];
}

function backFrom(last: string, cameFrom: ReadonlyMap<string, string | null>): readonly string[] {
  const chain: string[] = [];
  for (let file: string | null = last; file !== null; file = cameFrom.get(file) ?? null) chain.unshift(file);
  return chain;
}

function named(files: readonly string[]): readonly string[] {
  const names = files.map((file) => (file.includes('node_modules/') ? folderOf(file) : file));
  return names.map((name) => name.replace(/^node_modules\//, '')).filter((name, index, all) => name !== all[index - 1]);
}
