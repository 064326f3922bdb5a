import { isDeepStrictEqual } from 'node:util';
import { latestIn, withRelease } from './changelog';
import { isNewer, isVersion } from './version';

/** The files that carry a version, as texts. */
export interface ReleaseTexts {
  readonly packageJson: string;
  readonly packageLock: string;
  readonly changelog: string;
  /** What the skill's page says is new, in every language, from which the manifest takes it. */
  readonly whatsNew: string;
}

interface Versioned {
  readonly version?: string;
  readonly packages?: Readonly<Record<string, Versioned>>;
}

/** What is to be released. */
export interface Release {
  readonly version: string;
  /** The day of the release, `YYYY-MM-DD`. */
  readonly date: string;
  /** What the skill's page said was new when the version before was tagged; null where it was not. */
  readonly oldNews: string | null;
}

/**
 * Write a release into the files that carry a version.
 * @throws Error of one line when it cannot be released: whoever asked for it
 */
export function prepareRelease(texts: ReleaseTexts, { version, date, oldNews }: Release): ReleaseTexts {
  if (!isVersion(version)) throw new Error(`"${version}" is no version: give three numbers, as in 0.2.0`);
  const [disagreement] = disagreements(texts);
  if (disagreement !== undefined) throw new Error(disagreement);
  const present = versionIn(texts.packageJson);
  const isFirst = latestIn(texts.changelog) === null;
  if (!isNewer(version, present) && !(isFirst && version === present))
    throw new Error(`${version} does not come after ${present}: give a greater version`);
  if (oldNews !== null && isSameNews(texts.whatsNew, oldNews))
    throw new Error(
      `interaction-model/whats-new.json still tells of ${present}: write what ${version} brings, in every language`,
    );
  return {
    packageJson: withVersion(texts.packageJson, version),
    packageLock: withVersion(texts.packageLock, version),
    changelog: withRelease(texts.changelog, version, date),
    whatsNew: withVersion(texts.whatsNew, version),
  };
}

function isSameNews(one: string, other: string): boolean {
  const unversioned = (text: string): unknown => ({ ...JSON.parse(text), version: null });
  return isDeepStrictEqual(unversioned(one), unversioned(other));
}

/**
 * Where the files disagree about the version, a line each. Before the first release the changelog names none.
 * @throws Error of one line when one of them cannot be read
 */
export function disagreements({ packageJson, packageLock, changelog, whatsNew }: ReleaseTexts): readonly string[] {
  const version = versionIn(packageJson);
  const lock = JSON.parse(packageLock) as Versioned;
  const latest = latestIn(changelog)?.version ?? version;
  const locked = [lock.version, lock.packages?.['']?.version].find((found) => found !== version);
  const news = (JSON.parse(whatsNew) as Versioned).version;
  return [
    ...(locked === undefined ? [] : [`package-lock.json says ${locked} and package.json ${version}: run npm install`]),
    ...(latest === version ? [] : [`CHANGELOG.md says ${latest} and package.json ${version}: ${AS_RELEASED}`]),
    ...(news === version
      ? []
      : [`interaction-model/whats-new.json says ${news} and package.json ${version}: ${AS_RELEASED}`]),
  ];
}

const AS_RELEASED = 'set both to what was released last, then npm run release';

/**
 * Hold a tag to the files: it may be deployed where this gives no line.
 * @throws Error of one line when one of the files cannot be read
 */
export function tagFindings(texts: ReleaseTexts, tag: string): readonly string[] {
  const version = versionIn(texts.packageJson);
  const isReleased = latestIn(texts.changelog)?.version === version;
  return [
    ...disagreements(texts),
    ...(isReleased ? [] : [`CHANGELOG.md has no dated section for ${version}: npm run release -- ${version}`]),
    ...(tag === `v${version}`
      ? []
      : [`The tag is ${tag} and package.json says ${version}: tag the release's own commit`]),
  ];
}

function versionIn(packageJson: string): string {
  const { version } = JSON.parse(packageJson) as Versioned;
  if (version !== undefined && isVersion(version)) return version;
  throw new Error(`package.json has the version "${version}": give it three numbers, as in 0.1.0`);
}

/** As npm writes its files: two spaces, and a line's end at the end. */
function withVersion(text: string, version: string): string {
  const { packages, ...file } = JSON.parse(text) as Versioned;
  const root = packages?.[''];
  const versioned = { ...file, version };
  const whole = root === undefined ? versioned : { ...versioned, packages: { ...packages, '': { ...root, version } } };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
