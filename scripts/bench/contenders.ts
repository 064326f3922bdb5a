import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundleLambda } from '../../infra/lambda-bundle';
import type { Workspace } from './workspace';

/** What is compared: our function, parts of it in the shape of a function, and the baselines. */
export type ContenderId =
  | 'raw'
  | 'hello'
  | 'naive'
  | 'adapter'
  | 'adapter-bundled'
  | 'ours'
  | 'ours-without-store'
  | 'compile-routine';

export interface Contender {
  readonly id: ContenderId;
  readonly title: string;
  /** An ES module that exports `handler`. */
  readonly file: string;
  /** Null where nothing is bundled. */
  readonly bytes: number | null;
  readonly gzipBytes: number | null;
  readonly measured: readonly ('cold' | 'warm')[];
  readonly usesStore: boolean;
}

/** Build all that can be built here; what cannot is left out, with a line that says so. */
export async function buildContenders(
  workspace: Workspace,
  print: (line: string) => void,
): Promise<readonly Contender[]> {
  const ours = (name: string, entry?: string) =>
    bundleLambda(path.join(workspace.dir, name), entry && path.join(__dirname, entry));
  const baseline = (name: string) =>
    bundleByDefaults(path.join(__dirname, 'baselines', `${name}.mjs`), path.join(workspace.dir, `${name}.mjs`));
  return [
    { id: 'raw', title: 'no dependency', ...(await baseline('raw')), measured: ['cold'], usesStore: false },
    { id: 'hello', title: 'hello world', ...(await baseline('hello')), measured: BOTH, usesStore: false },
    { id: 'naive', title: 'whole AWS client', ...(await baseline('naive')), measured: BOTH, usesStore: true },
    ...(await adapterContenders(workspace, print)),
    { id: 'ours', title: 'ours', ...(await ours('ours')), measured: BOTH, usesStore: true },
    {
      id: 'ours-without-store',
      title: '  without the store',
      ...(await ours('ours-without-store', 'entries/skill-without-store.ts')),
      measured: ['warm'],
      usesStore: false,
    },
    {
      id: 'compile-routine',
      title: '  compile and pack',
      ...(await ours('compile-routine', 'entries/compile-routine.ts')),
      measured: BOTH,
      usesStore: false,
    },
  ];
}

const BOTH = ['cold', 'warm'] as const;

type Built = Pick<Contender, 'file' | 'bytes' | 'gzipBytes'>;

const ADAPTER_DIR = path.join(__dirname, 'adapter-baseline');

/** The ask-sdk with its adapter, as it lies in node_modules and in one bundle; nothing when it cannot be installed. */
async function adapterContenders(workspace: Workspace, print: (line: string) => void): Promise<readonly Contender[]> {
  const file = path.join(ADAPTER_DIR, 'index.mjs');
  try {
    await installAdapter(workspace, print);
    const bundled = await bundleByDefaults(file, path.join(workspace.dir, 'adapter.mjs'));
    const asItLies = { file, bytes: null, gzipBytes: null };
    return [
      { id: 'adapter', title: 'ask-sdk, its adapter', ...asItLies, measured: BOTH, usesStore: true },
      { id: 'adapter-bundled', title: '  bundled', ...bundled, measured: ['cold'], usesStore: true },
    ];
  } catch (error) {
    print(`Left out: the ask-sdk with its adapter cannot be installed here (${firstLine(error)}).`);
    return [];
  }
}

async function installAdapter({ run }: Workspace, print: (line: string) => void): Promise<void> {
  if (isAdapterInstalled()) return;
  print('Installing the ask-sdk with its adapter beside its baseline, once ...');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: ADAPTER_DIR, timeoutMs: 120_000 });
}

/** npm writes the inner lock last: an installation that was broken off has none. */
function isAdapterInstalled(): boolean {
  const inner = path.join(ADAPTER_DIR, 'node_modules/.package-lock.json');
  if (!existsSync(inner)) return false;
  const versionsIn = (file: string) =>
    Object.entries(packagesIn(file)).map(([name, { version }]) => `${name} ${version}`);
  const installed = new Set(versionsIn(inner));
  return versionsIn(path.join(ADAPTER_DIR, 'package-lock.json')).every(
    (each) => each.startsWith(' ') || installed.has(each),
  );
}

function packagesIn(lockFile: string): Readonly<Record<string, { readonly version?: string }>> {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** What is CommonJS inside a bundle still calls `require`, which an ES module does not have. */
const REQUIRE_FOR_COMMONJS = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/** A baseline as most are bundled: minified, and the bundler's defaults for all else. */
async function bundleByDefaults(entry: string, file: string): Promise<Built> {
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: REQUIRE_FOR_COMMONJS },
    logLevel: 'silent',
  });
  const code = readFileSync(file);
  return { file, bytes: code.length, gzipBytes: gzipSync(code).length };
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
