import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { type ReleaseOptions, readReleaseOptions, USAGE } from './release/options';
import { prepareRelease, type ReleaseTexts, tagFindings } from './release/prepare-release';
import { print, runCommand } from './run-command';

/** The files that carry a version, from the repository's root, where npm runs scripts. */
const FILES: Readonly<Record<keyof ReleaseTexts, string>> = {
  packageJson: 'package.json',
  packageLock: 'package-lock.json',
  changelog: 'CHANGELOG.md',
  whatsNew: 'interaction-model/whats-new.json',
};

/** Write a version into every file that carries one, or check that a tag agrees with them. It commits nothing and pushes nothing. */
async function release(options: ReleaseOptions): Promise<void> {
  const texts = await readTexts();
  if (options.kind === 'verify') {
    const findings = tagFindings(texts, options.tag);
    if (findings.length > 0) throw new Error(findings.join('\n'));
    return print(`${options.tag} and ${Object.values(FILES).join(', ')} agree`);
  }
  const { version, date, isDryRun } = options;
  const released = prepareRelease(texts, { version, date, oldNews: newsAtLastTag(texts) });
  refuseUncommitted();
  if (!isDryRun) await writeTexts(released);
  print(`${isDryRun ? 'Would write' : 'Wrote'} ${version} (${date}) into ${Object.values(FILES).join(', ')}`);
  print(remainingSteps(version));
}

async function readTexts(): Promise<ReleaseTexts> {
  const names = Object.keys(FILES) as (keyof ReleaseTexts)[];
  const read = await Promise.all(names.map(async (name) => [name, await readFile(FILES[name], 'utf8')] as const));
  return Object.fromEntries(read) as Record<keyof ReleaseTexts, string>;
}

async function writeTexts(texts: ReleaseTexts): Promise<void> {
  for (const name of Object.keys(FILES) as (keyof ReleaseTexts)[]) await writeFile(FILES[name], texts[name]);
}

/** A release holds what was reviewed and nothing else. */
function refuseUncommitted(): void {
  const [first] = git('status', '--porcelain').split('\n');
  if (first) throw new Error(`There are changes that are not committed (${first.trim()}): commit or remove them first`);
}

function newsAtLastTag({ packageJson }: ReleaseTexts): string | null {
  const tag = `v${JSON.parse(packageJson).version}`;
  return git('tag', '--list', tag) === '' ? null : git('show', `${tag}:${FILES.whatsNew}`);
}

/** Ask git something. It is never told to change anything. */
function git(...words: readonly string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`git ${words[0]} cannot be asked here: release from a clone of the repository`, { cause: error });
  }
}

function remainingSteps(version: string): string {
  return `What remains:
  npm run check
  git commit --all --message "Release ${version}"
  git tag --annotate v${version} --message "Release ${version}"
  git push --atomic origin HEAD v${version}    # deploys, once its reviewers agree: docs/releasing.md`;
}

runCommand({
  usage: USAGE,
  readOptions: (words) => readReleaseOptions(words, new Date().toISOString().slice(0, 10)),
  run: release,
});
