/** As much of package-lock.json as is looked at. */
export interface LockFile {
  readonly version?: string;
  readonly lockfileVersion?: number;
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage extends Dependencies {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  /** It comes inside its parent's archive, whose hash covers it. */
  readonly inBundle?: boolean;
}

interface Dependencies {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

type Versions = Readonly<Record<string, string>>;

/** As much of package.json as is looked at. */
export interface Manifest extends Dependencies {
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** One exact version, also of a package under another name: `npm:typescript@7.0.2`. */
const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * Hold a lock file to what makes an install the same everywhere: a line for each breach, with its remedy. Nothing is asked of the registry.
 */
export function lockFindings(lock: LockFile, manifest: Manifest): readonly string[] {
  if (lock.lockfileVersion !== 3)
    return [`lockfileVersion is ${lock.lockfileVersion}, not 3: run npm install with npm 7 or newer`];
  const { '': root = {}, ...entries } = lock.packages ?? {};
  return [
    ...pinFindings(manifest),
    ...rootFindings(root, manifest),
    ...Object.entries(entries).flatMap(([at, entry]) => entryFindings(at, entry)),
    ...originFindings(Object.values(entries)),
    ...missingFindings(lock.packages ?? {}),
  ];
}

function pinFindings({ dependencies, devDependencies, optionalDependencies, overrides }: Manifest): readonly string[] {
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides });
  return asked
    .filter(([, version]) => typeof version !== 'string' || !EXACT.test(version))
    .map(([name, version]) => `${name} is asked for as "${version}": pin one exact version in package.json`);
}

/** The lock repeats what package.json asked for when it was written. */
function rootFindings(root: Dependencies, manifest: Manifest): readonly string[] {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
  return kinds
    .filter((kind) => !isSame(root[kind] ?? {}, manifest[kind] ?? {}))
    .map((kind) => `package.json and package-lock.json differ in their ${kind}: run npm install`);
}

function isSame(one: Versions, other: Versions): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

function entryFindings(at: string, { version, resolved, integrity, link, inBundle }: LockedPackage): readonly string[] {
  if (link || (resolved !== undefined && !/^https:\/\//.test(resolved)))
    return [`${at} does not come from the registry: take a published version`];
  if (inBundle) return [];
  if (version === undefined || !integrity?.startsWith('sha512-'))
    return [`${at} has no version with a SHA-512 hash: delete it from package-lock.json and run npm install`];
  return [];
}

/** Which registry is nobody's business here: only that it is one. */
function originFindings(entries: readonly LockedPackage[]): readonly string[] {
  const origins = entries.flatMap(({ resolved = '' }) => /^https:\/\/[^/]+/.exec(resolved)?.[0] ?? []);
  const count = new Set(origins).size;
  if (count < 2) return [];
  return [
    `The packages come from ${count} registries: set one, or omit-lockfile-registry-resolved, and run npm install`,
  ];
}

/**
 * A dependency without an entry. Of optional ones these are platforms that the registry did not have when the lock was written: an install
 * elsewhere would fail or lack them.
 */
function missingFindings(packages: Readonly<Record<string, LockedPackage>>): readonly string[] {
  return Object.entries(packages).flatMap(([at, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter((name) => !isLocked(packages, at, name))
      .map(
        (name) =>
          `${name}, which ${at || 'package.json'} asks for, is not in the lock: pin a release of which every platform is published`,
      ),
  );
}

/** Node looks for a package in its own folder's node_modules, then in that of every folder above. */
function isLocked(packages: Readonly<Record<string, LockedPackage>>, from: string, name: string): boolean {
  const inside = from === '' ? 'node_modules/' : `${from}/node_modules/`;
  if (`${inside}${name}` in packages) return true;
  const above = from.lastIndexOf('/node_modules/');
  return from !== '' && isLocked(packages, above < 0 ? '' : from.slice(0, above), name);
}
