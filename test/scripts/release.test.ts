import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { latestIn, sectionsOf, withRelease } from '../../scripts/release/changelog';
import { readReleaseOptions } from '../../scripts/release/options';
import { disagreements, prepareRelease, type ReleaseTexts, tagFindings } from '../../scripts/release/prepare-release';
import { isNewer, isVersion } from '../../scripts/release/version';

const ROOT = path.join(__dirname, '../..');

const CHANGELOG = `# Changelog

## Unreleased

- She can do a new thing.
- And another.

## 0.1.0 (2026-11-20)

- She can do the first thing.
`;

/** As npm writes it. */
function packageJson(version: string): string {
  return `{\n  "name": "it",\n  "version": "${version}",\n  "private": true\n}\n`;
}

function packageLock(version: string, root = version): string {
  return `{
  "name": "it",
  "version": "${version}",
  "lockfileVersion": 3,
  "packages": {
    "": {
      "name": "it",
      "version": "${root}"
    },
    "node_modules/a": {
      "version": "0.1.0"
    }
  }
}
`;
}

function whatsNew(version: string, english = 'A new thing.'): string {
  return `{\n  "version": "${version}",\n  "en": "${english}"\n}\n`;
}

const TEXTS: ReleaseTexts = {
  packageJson: packageJson('0.1.0'),
  packageLock: packageLock('0.1.0'),
  changelog: CHANGELOG,
  whatsNew: whatsNew('0.1.0'),
};

const RELEASE = { version: '0.2.0', date: '2026-11-23', oldNews: null };

describe('this repository', () => {
  it('has one version in the package, its lock, the changelog and what the page of the skill says is new', () => {
    const texts = { packageJson: 'package.json', packageLock: 'package-lock.json', changelog: 'CHANGELOG.md' };
    const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
    const all = { ...texts, whatsNew: 'interaction-model/whats-new.json' };
    const found = Object.fromEntries(Object.entries(all).map(([name, file]) => [name, read(file)]));
    expect(disagreements(found as ReleaseTexts & typeof found)).toEqual([]);
  });
});

describe('a release', () => {
  it('is written into every file that carries a version, and nothing else in them changes', () => {
    expect(prepareRelease(TEXTS, RELEASE)).toEqual({
      packageJson: packageJson('0.2.0'),
      packageLock: packageLock('0.2.0'),
      changelog: CHANGELOG.replace('## Unreleased', '## 0.2.0 (2026-11-23)'),
      whatsNew: whatsNew('0.2.0'),
    });
  });

  it('may be of the version that the package has where nothing was released before', () => {
    const changelog = '# Changelog\n\n## 0.1.0 (unreleased)\n\n- The first thing.\n';
    const released = prepareRelease({ ...TEXTS, changelog }, { ...RELEASE, version: '0.1.0' });
    expect(released.changelog).toBe('# Changelog\n\n## 0.1.0 (2026-11-23)\n\n- The first thing.\n');
    expect(released.packageJson).toBe(TEXTS.packageJson);
    expect(() => prepareRelease({ ...TEXTS, changelog }, { ...RELEASE, version: '0.0.9' })).toThrow(
      '0.0.9 does not come after 0.1.0',
    );
  });

  it.each([
    { rule: 'what is no version', change: { version: 'v0.2.0' }, says: '"v0.2.0" is no version: give three numbers' },
    { rule: 'a version of two numbers', change: { version: '0.2' }, says: '"0.2" is no version' },
    { rule: 'the same version', change: { version: '0.1.0' }, says: '0.1.0 does not come after 0.1.0' },
    { rule: 'an older version', change: { version: '0.0.9' }, says: '0.0.9 does not come after 0.1.0' },
    { rule: 'what is no date', change: { date: '2026-02-30' }, says: '"2026-02-30" is no date' },
    { rule: 'a day before the last release', change: { date: '2026-11-19' }, says: '2026-11-19 is before 2026-11-20' },
    {
      rule: 'the news of the version before',
      change: { oldNews: whatsNew('0.1.0') },
      says: 'interaction-model/whats-new.json still tells of 0.1.0: write what 0.2.0 brings, in every language',
    },
  ])('is refused with $rule', ({ change, says }) => {
    expect(() => prepareRelease(TEXTS, { ...RELEASE, ...change })).toThrow(says);
  });

  it('is not refused with other news than those of the version before', () => {
    const oldNews = whatsNew('0.1.0', 'Nothing.');
    expect(prepareRelease(TEXTS, { ...RELEASE, oldNews }).whatsNew).toBe(whatsNew('0.2.0'));
  });

  it.each([
    { rule: 'nothing is unreleased', changelog: CHANGELOG.slice(CHANGELOG.indexOf('## 0.1.0')) },
    { rule: 'what is unreleased has no entries', changelog: CHANGELOG.replace(/- (She can do a|And).*\n/g, '') },
  ])('is refused where $rule', ({ changelog }) => {
    expect(() => prepareRelease({ ...TEXTS, changelog }, RELEASE)).toThrow(
      'CHANGELOG.md has no entries under "## Unreleased": write what listeners will notice',
    );
  });

  it('is refused under another version than the one that the changelog announces', () => {
    const announcing = (version: string) => ({
      ...TEXTS,
      changelog: CHANGELOG.replace('Unreleased', `${version} (unreleased)`),
    });
    expect(prepareRelease(announcing('0.2.0'), RELEASE).changelog).toContain('## 0.2.0 (2026-11-23)\n');
    expect(() => prepareRelease(announcing('0.3.0'), RELEASE)).toThrow(
      'CHANGELOG.md calls what is unreleased 0.3.0: release that, or write "## Unreleased"',
    );
  });

  it.each([
    {
      rule: 'the lock',
      texts: { packageLock: packageLock('0.0.9') },
      says: 'package-lock.json says 0.0.9 and package.json 0.1.0',
    },
    {
      rule: "the lock's root",
      texts: { packageLock: packageLock('0.1.0', '0.0.8') },
      says: 'package-lock.json says 0.0.8',
    },
    {
      rule: 'the changelog',
      texts: { changelog: CHANGELOG.replace('0.1.0', '0.1.1') },
      says: 'CHANGELOG.md says 0.1.1 and',
    },
    {
      rule: 'the news',
      texts: { whatsNew: whatsNew('0.0.7') },
      says: 'interaction-model/whats-new.json says 0.0.7 and',
    },
  ])('is refused where $rule has another version', ({ texts, says }) => {
    const differing = { ...TEXTS, ...texts };
    expect(disagreements(differing)).toEqual([expect.stringContaining(says)]);
    expect(() => prepareRelease(differing, RELEASE)).toThrow(says);
  });

  it('is refused where the package has no version', () => {
    const nameless = { ...TEXTS, packageJson: packageJson('next') };
    expect(() => prepareRelease(nameless, RELEASE)).toThrow('package.json has the version "next"');
  });
});

describe('a tag', () => {
  it('that says what the files say may be deployed', () =>
    expect(tagFindings(prepareRelease(TEXTS, RELEASE), 'v0.2.0')).toEqual([]));

  it.each(['0.2.0', 'v0.2.1', 'v0.2.0-rc.1', ''])('"%s" is not that of version 0.2.0', (tag) => {
    expect(tagFindings(prepareRelease(TEXTS, RELEASE), tag)).toEqual([
      `The tag is ${tag} and package.json says 0.2.0: tag the release's own commit`,
    ]);
  });

  it('of what the changelog has no day for is not deployed', () => {
    const changelog = '## 0.1.0 (unreleased)\n\n- A thing.\n';
    expect(tagFindings({ ...TEXTS, changelog }, 'v0.1.0')).toEqual([
      'CHANGELOG.md has no dated section for 0.1.0: npm run release -- 0.1.0',
    ]);
  });
});

describe('a changelog', () => {
  it('is read section by section', () => {
    expect(sectionsOf(CHANGELOG)).toEqual([
      { kind: 'unreleased', version: null, line: 2, entries: 2 },
      { kind: 'released', version: '0.1.0', date: '2026-11-20', line: 7, entries: 1 },
    ]);
    expect(latestIn(CHANGELOG)?.version).toBe('0.1.0');
    expect(latestIn('## Unreleased\n')).toBeNull();
  });

  it.each([
    { rule: 'a heading of no known form', changelog: '## Soon\n', says: '"## Soon" is no heading of a release' },
    { rule: 'a day that there is not', changelog: '## 1.0.0 (2026-13-01)\n', says: 'is no heading of a release' },
    { rule: 'a version twice', changelog: '## 1.0.0 (2026-11-02)\n## 1.0.0 (2026-11-01)\n', says: 'is out of order' },
    {
      rule: 'versions upside down',
      changelog: '## 1.9.0 (2026-11-02)\n## 1.10.0 (2026-11-02)\n',
      says: 'is out of order',
    },
    { rule: 'days upside down', changelog: '## 1.1.0 (2026-11-01)\n## 1.0.0 (2026-11-02)\n', says: 'is out of order' },
    { rule: 'Unreleased at the end', changelog: '## 1.0.0 (2026-11-01)\n## Unreleased\n', says: 'is out of order' },
  ])('is refused with $rule', ({ changelog, says }) => expect(() => sectionsOf(changelog)).toThrow(says));

  it('may have two releases on one day', () => {
    expect(withRelease(CHANGELOG, '0.1.1', '2026-11-20')).toContain('## 0.1.1 (2026-11-20)\n');
  });
});

describe('a version', () => {
  it.each(['0.1.0', '10.20.30'])('may be %s', (text) => expect(isVersion(text)).toBe(true));

  it.each(['', '1', '1.2', '1.2.3.4', '01.2.3', '1.2.3-rc.1', ' 1.2.3', 'x.y.z'])('cannot be "%s"', (text) =>
    expect(isVersion(text)).toBe(false),
  );

  it.each([
    { one: '0.10.0', other: '0.9.9', newer: true },
    { one: '1.0.0', other: '0.99.99', newer: true },
    { one: '0.0.2', other: '0.0.1', newer: true },
    { one: '0.1.0', other: '0.1.0', newer: false },
    { one: '0.9.9', other: '1.0.0', newer: false },
    { one: '1.2.0', other: '1.1.9', newer: true },
    { one: '1.1.9', other: '1.2.0', newer: false },
  ])('$one comes after $other: $newer', ({ one, other, newer }) => expect(isNewer(one, other)).toBe(newer));
});

describe('npm run release', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'release-test-'));
    mkdirSync(path.join(home, 'interaction-model'));
    write(TEXTS);
    git('init', '--quiet');
    commitAll();
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const FILES = {
    packageJson: 'package.json',
    packageLock: 'package-lock.json',
    changelog: 'CHANGELOG.md',
    whatsNew: 'interaction-model/whats-new.json',
  } as const;

  function write(texts: ReleaseTexts): void {
    for (const [name, file] of Object.entries(FILES))
      writeFileSync(path.join(home, file), texts[name as keyof ReleaseTexts]);
  }

  function written(): ReleaseTexts {
    const read = Object.entries(FILES).map(([name, file]) => [name, readFileSync(path.join(home, file), 'utf8')]);
    return Object.fromEntries(read);
  }

  function git(...words: readonly string[]): string {
    const nobody = ['-c', 'user.name=n', '-c', 'user.email=e', '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false'];
    return execFileSync('git', [...nobody, ...words], { cwd: home, encoding: 'utf8' });
  }

  function commitAll(): void {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'x');
  }

  function release(...words: readonly string[]): {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  } {
    const script = [path.join(ROOT, 'scripts/release.ts'), ...words];
    const ran = spawnSync(process.execPath, ['--import', require.resolve('tsx'), ...script], {
      cwd: home,
      encoding: 'utf8',
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  }

  it('writes the version, says what remains, and leaves committing, tagging and pushing to a person', () => {
    const looked = release('0.2.0', '--date', '2026-11-23', '--dry-run');
    expect(looked).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Would write 0\.2\.0 \(2026-11-23\) into /),
    });
    expect(written()).toEqual(TEXTS);

    const done = release('0.2.0', '--date', '2026-11-23');
    expect(done).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('git push --atomic origin HEAD v0.2.0'),
    });
    expect(written()).toEqual(prepareRelease(TEXTS, RELEASE));
    expect(git('log', '--format=%s')).toBe('x\n');
    expect(git('tag')).toBe('');

    commitAll();
    expect(release('--verify', 'v0.2.0')).toMatchObject({ code: 0, err: '' });
    expect(release('--verify', 'v0.2.1')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The tag is v0\.2\.1.*\n$/),
    });
  });

  it('refuses, in one line, what was not committed and news that were told before', () => {
    git('tag', 'v0.1.0');
    expect(release('0.2.0')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^.*whats-new\.json still tells of 0\.1\.0.*\n$/),
    });
    write({ ...TEXTS, whatsNew: whatsNew('0.1.0', 'Something else.') });
    expect(release('0.2.0')).toMatchObject({
      code: 1,
      out: '',
      err: 'There are changes that are not committed (M interaction-model/whats-new.json): commit or remove them first\n',
    });
    expect(written().packageJson).toBe(TEXTS.packageJson);
  });

  it('dates a release by today where no day is given, and shows how it is called when it is called wrongly', () => {
    const options = { kind: 'release', version: '0.2.0', date: '2026-11-23', isDryRun: false };
    expect(readReleaseOptions(['0.2.0'], '2026-11-23')).toEqual(options);
    expect(readReleaseOptions(['--verify', 'v1.0.0'], '2026-11-23')).toEqual({ kind: 'verify', tag: 'v1.0.0' });
    for (const words of [[], ['0.2.0', '0.3.0'], ['0.2.0', '--verify', 'v0.2.0']])
      expect(() => readReleaseOptions(words, '2026-11-23')).toThrow('Give one version, or --verify and a tag');
    for (const more of [['--date', '2026-11-23'], ['--dry-run']])
      expect(() => readReleaseOptions(['--verify', 'v0.2.0', ...more], '2026-11-23')).toThrow(
        '--verify writes nothing: give it a tag and nothing else',
      );
    expect(() => readReleaseOptions(['--now'], '2026-11-23')).toThrow("Unknown option '--now'");
  });
});
