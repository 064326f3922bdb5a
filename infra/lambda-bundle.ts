import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { BUNDLE_CUTS } from './bundle-cuts';
import { builtInsWithoutImports, withCuts } from './bundle-plugins';

export interface LambdaBundle {
  /** Where the bundle was written: an ES module that exports `handler(event, context)`. */
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Every file that went in, by its path from the repository's root, with the bytes of it that are in the bundle; the largest first. */
  readonly parts: readonly BundlePart[];
}

export interface BundlePart {
  readonly file: string;
  readonly bytes: number;
}

const ROOT = path.join(__dirname, '..');

/** Where `npm run build` writes the bundle and the stack takes it from. */
export const LAMBDA_BUNDLE_DIR = path.join(ROOT, 'dist', 'lambda');

/** Loading ends when the function is warm: this module is the only place where a module may wait. */
const WARM_ENTRY = "import { ready } from './lambda/index';\nexport { handler } from './lambda/index';\nawait ready;\n";

/**
 * Writes `<outdir>/index.mjs`: the whole function, what it needs of the AWS SDK included, for the Node 24 runtime.
 * The only definition of the bundle: the build, the stack and the tests all call it.
 * @param entry - a module whose exports the bundle has, in place of the function's own; tests give theirs
 * @throws the bundler's error when the source does not build
 */
export async function bundleLambda(outdir = LAMBDA_BUNDLE_DIR, entry?: string): Promise<LambdaBundle> {
  const file = path.join(outdir, 'index.mjs');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    ...(entry === undefined ? { stdin: { contents: WARM_ENTRY, resolveDir: ROOT } } : { entryPoints: [entry] }),
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'], // the SDK's ES modules first: only they can be tree-shaken
    plugins: [withCuts(BUNDLE_CUTS, { allMet: entry === undefined }), builtInsWithoutImports],
    logLevel: 'silent',
    metafile: true,
  });
  const code = await readFile(file);
  return { file, bytes: code.length, gzipBytes: gzipSync(code).length, parts: partsOf(metafile) };
}

function partsOf({ outputs }: Metafile): readonly BundlePart[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes);
}
