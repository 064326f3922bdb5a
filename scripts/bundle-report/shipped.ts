import path from 'node:path';
import type { LambdaBundle } from '../../infra/lambda-bundle';

/** Something that ships in the function: a package, a folder of ours, or what the bundler itself adds. */
export type Shipped =
  | (Share & { readonly kind: 'package'; readonly folder: string; readonly manifest: PackageManifest })
  | (Share & { readonly kind: 'ours' });

interface Share {
  /** A package's path below node_modules, which is its name unless it is there twice; else a folder from the repository's root. */
  readonly name: string;
  readonly bytes: number;
}

/** What a package says of itself in its package.json. */
export interface PackageManifest {
  readonly version?: string;
  /** An SPDX expression; old packages have an object or, as `licenses`, a list. */
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
}

/** Our folders that are told apart; a file belongs to the longest that it is in. */
const OUR_FOLDERS = [
  'lambda/core/speech/english',
  'lambda/core/speech/spanish',
  'lambda/core',
  'lambda/alexa',
  'lambda/storage',
  'lambda',
  'infra',
];

/** What comes from no file: the bytes around the files, and modules that the build writes itself, as its entry. */
const BUNDLER = '(bundler)';

/** As esbuild names such a module: by angle brackets, or by a namespace and a colon. */
const FROM_NO_FILE = /^(<|[\w-]+:)/;

/** Put every byte of a bundle down to a package, a folder of ours or the bundler; the largest first. */
export function shippedIn(
  { bytes, parts }: Pick<LambdaBundle, 'bytes' | 'parts'>,
  readManifest: (folder: string) => PackageManifest,
): readonly Shipped[] {
  const byFolder = new Map<string, number>();
  for (const part of parts) {
    const folder = folderOf(part.file);
    byFolder.set(folder, (byFolder.get(folder) ?? 0) + part.bytes);
  }
  const around = bytes - parts.reduce((sum, part) => sum + part.bytes, 0);
  byFolder.set(BUNDLER, (byFolder.get(BUNDLER) ?? 0) + around);
  return [...byFolder]
    .map(([folder, size]) => shippedAs(folder, size, readManifest))
    .sort((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name));
}

/** The folder of the package that a file is in, of ours that it is in, or `(bundler)` where it is no file. */
export function folderOf(file: string): string {
  if (FROM_NO_FILE.test(file)) return BUNDLER;
  return (
    PACKAGE_FOLDER.exec(file)?.[0] ?? OUR_FOLDERS.find((folder) => file.startsWith(`${folder}/`)) ?? path.dirname(file)
  );
}

/** Up to the innermost package, scoped or not. */
const PACKAGE_FOLDER = /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/;

function shippedAs(folder: string, bytes: number, readManifest: (folder: string) => PackageManifest): Shipped {
  if (!PACKAGE_FOLDER.test(folder)) return { kind: 'ours', name: folder, bytes };
  const name = folder.replace(/^node_modules\//, '');
  return { kind: 'package', name, bytes, folder, manifest: readManifest(folder) };
}
