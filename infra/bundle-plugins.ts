import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, type Loader, type OnLoadResult, type Plugin } from 'esbuild';

/** A module of a dependency that does not go into the bundle as it is. `module` is its path in node_modules. */
export type Cut = {
  readonly module: string;
  /** Why the function does without it. */
  readonly because: string;
} & (
  | { readonly kind: 'left-out' }
  /** `by` stands in for it: a file in infra/, whose imports are resolved as in the module. */
  | { readonly kind: 'replaced'; readonly by: string }
  /** What is found in it, and what is put there instead. */
  | { readonly kind: 'trimmed'; readonly edits: readonly (readonly [found: string | RegExp, instead: string])[] }
);

/**
 * Bundle dependencies without what no line of ours needs. Whatever is exported by a module that is left out throws when it is called.
 * The build fails when an edit changes nothing or, with `allMet`, a cut is not met: an update of the dependency has to be looked at.
 */
export function withCuts(cuts: readonly Cut[], { allMet }: { readonly allMet: boolean }): Plugin {
  return {
    name: 'cuts',
    setup({ onLoad, onEnd }) {
      const unmet = new Set(cuts);
      onLoad({ filter: /[\\/]node_modules[\\/]/ }, async ({ path: file }) => {
        const cut = cuts.find(({ module }) => file.endsWith(path.join('node_modules', module)));
        if (cut === undefined) return undefined;
        unmet.delete(cut);
        return { ...(await inPlaceOf(file, cut)), resolveDir: path.dirname(file) };
      });
      onEnd(() => ({
        errors: [...(allMet ? unmet : [])].map(({ module }) => ({
          text: `${module} is to be cut and is not in the bundle: look at infra/bundle-cuts.ts`,
        })),
      }));
    },
  };
}

/**
 * Take from Node's own modules what is used of them through `process.getBuiltinModule` (Node 22.3 and later) instead of importing them: what the
 * loader of ES modules does for every import takes longer than all that is done with it. A dynamic import stays as it is.
 */
export const builtInsWithoutImports: Plugin = {
  name: 'built-ins without imports',
  setup({ onResolve, onLoad }) {
    const names = builtinModules.map((name) => name.replace(/^node:/, '')).join('|');
    onResolve({ filter: new RegExp(`^(node:)?(${names})$`) }, ({ path: name, kind }) => {
      if (kind === 'dynamic-import') return { path: name, external: true };
      return {
        path: name.replace(/^node:/, ''),
        namespace: kind === 'require-call' ? 'required' : 'imported',
        sideEffects: false,
      };
    });
    onLoad({ filter: /./, namespace: 'required' }, ({ path: name }) => ({
      contents: `module.exports = ${builtIn(name)};`,
    }));
    onLoad({ filter: /./, namespace: 'imported' }, ({ path: name }) => ({ contents: exportsOfBuiltIn(name) }));
  },
};

function builtIn(name: string): string {
  return `process.getBuiltinModule('node:${name}')`;
}

/** One by one, so that only what is used is read: some of Node's exports load more when they are looked at. */
function exportsOfBuiltIn(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((each) => each !== 'default');
  return [
    `const read = (name) => ${builtIn(name)}[name];`,
    `export default /* @__PURE__ */ (() => ${builtIn(name)})();`,
    ...names.map((each) => `const ${each}_ = /* @__PURE__ */ read('${each}');`),
    `export { ${names.map((each) => `${each}_ as ${each}`).join(', ')} };`,
  ].join('\n');
}

async function inPlaceOf(file: string, cut: Cut): Promise<OnLoadResult> {
  switch (cut.kind) {
    case 'left-out':
      return { contents: await throwers(file, cut.module), loader: 'js' };
    case 'replaced':
      return {
        contents: await readFile(path.join(__dirname, cut.by)),
        loader: path.extname(cut.by) === '.ts' ? 'ts' : 'js',
      };
    case 'trimmed':
      return { contents: trimmed(await readFile(file, 'utf8'), cut), loader: path.extname(file).slice(1) as Loader };
  }
}

/** A module with the same exports; they can be imported, but not called. */
async function throwers(file: string, module: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [file],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  if (names.length === 0) throw new Error(`${module} exports nothing that could be left out`);
  return names
    .map((name) => `export function ${name}() { throw new Error('${name} is left out of the Lambda bundle'); }`)
    .join('\n');
}

function trimmed(source: string, { module, edits }: Extract<Cut, { kind: 'trimmed' }>): string {
  return edits.reduce((before, [found, instead]) => {
    const after = before.replace(found, instead);
    if (after === before) throw new Error(`${found} is to be cut from ${module} and is not in it`);
    return after;
  }, source);
}
