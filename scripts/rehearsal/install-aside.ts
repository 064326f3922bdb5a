import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../bench/workspace';

/**
 * Install a package of its own, kept out of the main install, unless it lies there already as its lock file wants it.
 * @throws Error when it cannot be installed, as without a registry
 */
export async function installAside({ run }: Workspace, dir: string, say: (line: string) => void): Promise<void> {
  if (isInstalled(dir)) return;
  say(`Installing what ${path.basename(dir)} needs, once ...`);
  await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: dir, timeoutMs: 180_000 });
}

/** npm writes the inner lock last: an installation that was broken off has none. */
function isInstalled(dir: string): boolean {
  const inner = path.join(dir, 'node_modules/.package-lock.json');
  if (!existsSync(inner)) return false;
  const installed = new Set(versionsIn(inner));
  return versionsIn(path.join(dir, 'package-lock.json')).every((each) => each.startsWith(' ') || installed.has(each));
}

function versionsIn(lockFile: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as LockFile;
  return Object.entries(packages).map(([name, { version }]) => `${name} ${version}`);
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}
