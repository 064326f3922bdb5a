import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Budget, budgetFor } from '../../scripts/bundle-report/budget';
import { bundleFindings } from '../../scripts/bundle-report/bundle-findings';
import { importChain, traceImports } from '../../scripts/bundle-report/import-chain';
import { isAllowed, licenceOf } from '../../scripts/bundle-report/licence';
import { type LockFile, lockFindings } from '../../scripts/bundle-report/lock-file';
import { readReportOptions } from '../../scripts/bundle-report/options';
import { reportOf, tableOf } from '../../scripts/bundle-report/report';
import { type PackageManifest, type Shipped, shippedIn } from '../../scripts/bundle-report/shipped';
import { buildShipment, readBudget, supplyChainFindings } from '../../scripts/bundle-report/supply-chain';

const PARTS = [
  { file: 'node_modules/@aws-sdk/core/dist/a.js', bytes: 400 },
  { file: 'node_modules/@aws-sdk/core/dist/b.js', bytes: 100 },
  { file: 'node_modules/tiny/node_modules/@aws-sdk/core/index.js', bytes: 60 },
  { file: 'lambda/core/speech/english/lines.ts', bytes: 250 },
  { file: 'lambda/core/ports.ts', bytes: 30 },
  { file: 'lambda/skill.ts', bytes: 20 },
  { file: '<stdin>', bytes: 9 },
  { file: 'imported:timers/promises', bytes: 6 },
];

const MIT = { version: '1.2.3', license: 'MIT' };

function planted(manifest: PackageManifest, bytes = 400): readonly Shipped[] {
  return [{ kind: 'package', name: 'left-pad', folder: 'node_modules/left-pad', bytes, manifest }];
}

function findings(shipped: readonly Shipped[], budget: Partial<Budget> = {}): readonly string[] {
  const roomy = { totalBytes: 1_000, gzipBytes: 500, packages: { 'left-pad': 400 } };
  const wayIn = () => 'lambda/index.ts > left-pad';
  return bundleFindings({ bytes: 900, gzipBytes: 450 }, shipped, { ...roomy, ...budget }, wayIn);
}

describe('the function', () => {
  it('ships only what its budget allows, under licences that we may ship, from lock files that are exact and complete', async () => {
    const shipment = await buildShipment();
    expect(await supplyChainFindings(shipment, await readBudget())).toEqual([]);
    expect(shipment.shipped.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@aws-sdk/client-dynamodb', 'lambda/core/speech/english', '(bundler)']),
    );
    expect(shipment.shipped.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(shipment.bundle.bytes);
  });
});

describe('what ships', () => {
  it('is told by package, nested ones apart, by folder of ours, and as what the bundler adds; the largest first', () => {
    const shipped = shippedIn({ bytes: 1_000, parts: PARTS }, () => MIT);
    expect(shipped.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['@aws-sdk/core', 500],
      ['lambda/core/speech/english', 250],
      ['(bundler)', 140],
      ['tiny/node_modules/@aws-sdk/core', 60],
      ['lambda/core', 30],
      ['lambda', 20],
    ]);
  });

  it('is shown with version, licence, bytes, share and what is allowed', () => {
    const budget = { totalBytes: 1_030, gzipBytes: 515, packages: { '@aws-sdk/core': 520 } };
    const shipped = shippedIn({ bytes: 1_000, parts: PARTS.slice(0, 2) }, () => MIT);
    const report = reportOf({ bytes: 1_000, gzipBytes: 500 }, shipped, budget, []);
    expect(tableOf(report, budget)).toBe(
      [
        '               version  licence  bytes    share  allowed',
        '@aws-sdk/core  1.2.3    MIT        500   50.0 %      520',
        '(bundler)                          500   50.0 %',
        'in all                            1000  100.0 %     1030',
        'gzipped                            500               515',
      ].join('\n'),
    );
  });

  it('may be no package without a budget: the line names it, how it came in, and what to do', () => {
    expect(findings(planted(MIT), { packages: {} })).toEqual([
      'left-pad 1.2.3 ships 400 bytes without a budget, by way of lambda/index.ts > left-pad: take the import out, or allow it ' +
        'with npm run bundle-report -- --write-budget',
    ]);
  });

  it('may be no package named like a property of every object', () => {
    const [pack] = planted(MIT);
    const line = findings([{ ...pack, name: 'constructor' } as Shipped], { packages: {} });
    expect(line).toEqual([expect.stringContaining('constructor 1.2.3 ships 400 bytes without a budget')]);
  });

  it.each([
    { rule: 'a package over its budget', bytes: 401, budget: {}, line: 'left-pad has 401 bytes, 1 over its budget' },
    { rule: 'too much in all', budget: { totalBytes: 899 }, line: 'The bundle has 900 bytes, 1 over its budget' },
    {
      rule: 'too much gzipped',
      budget: { gzipBytes: 449 },
      line: 'The gzipped bundle has 450 bytes, 1 over its budget',
    },
    {
      rule: 'a package in the budget that does not ship',
      budget: { packages: { 'left-pad': 400, 'right-pad': 7 } },
      line: 'right-pad is in the budget and does not ship: npm run bundle-report -- --write-budget takes it out',
    },
    {
      rule: 'a licence that is not allowed',
      licence: 'GPL-3.0-only',
      line: 'left-pad is under GPL-3.0-only, and what',
    },
    { rule: 'a missing licence', licence: '', line: 'left-pad declares no licence in node_modules/left-pad/package' },
  ])('is caught with $rule', ({ bytes, budget, licence = 'MIT', line }) => {
    expect(findings(planted({ version: '1.2.3', license: licence }, bytes), budget)).toEqual([
      expect.stringContaining(line),
    ]);
  });

  it('is well within its budget when the budget allows it', () => expect(findings(planted(MIT))).toEqual([]));
});

describe('a licence', () => {
  it.each([
    { manifest: { license: 'MIT' }, is: 'MIT' },
    { manifest: { license: ' ' }, is: null },
    { manifest: { license: { type: 'ISC' } }, is: 'ISC' },
    { manifest: { licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, is: 'MIT OR GPL-2.0' },
    { manifest: {}, is: null },
  ])('declared as $manifest is $is', ({ manifest, is }) => expect(licenceOf(manifest)).toBe(is));

  it.each([
    { licence: 'Apache-2.0', allowed: true },
    { licence: '(MIT OR GPL-3.0-only)', allowed: true },
    { licence: 'MIT AND ISC', allowed: true },
    { licence: 'MIT AND GPL-3.0-only', allowed: false },
    { licence: 'GPL-3.0-only OR MIT AND ISC', allowed: true },
    { licence: 'MIT WITH Classpath-exception-2.0', allowed: false },
    { licence: '(MIT OR ISC) AND (GPL-3.0-only)', allowed: false },
    { licence: 'GPL-3.0-only AND (MIT OR ISC OR MIT)', allowed: false },
    { licence: 'UNLICENSED', allowed: false },
    { licence: 'SEE LICENSE IN LICENSE.md', allowed: false },
    { licence: 'mit-ish', allowed: false },
  ])('"$licence" may be shipped: $allowed', ({ licence, allowed }) => expect(isAllowed(licence)).toBe(allowed));
});

describe('a budget written on purpose', () => {
  it('allows each package and the whole a hundred bytes and three in a hundred more, and nothing of ours by itself', () => {
    const ours: Shipped = { kind: 'ours', name: 'lambda/core', bytes: 500 };
    expect(budgetFor({ bytes: 900, gzipBytes: 450 }, [ours, ...planted(MIT)])).toEqual({
      totalBytes: 1_027,
      gzipBytes: 564,
      packages: { 'left-pad': 512 },
    });
  });
});

describe('a budget changed by hand', () => {
  it.each([
    '{',
    'null',
    '{}',
    '{"totalBytes":1,"gzipBytes":1}',
    '{"totalBytes":1,"gzipBytes":1,"packages":3}',
    '{"totalBytes":1,"gzipBytes":"1","packages":{}}',
    '{"totalBytes":1,"gzipBytes":1,"packages":{"left-pad":null}}',
  ])('so that it holds %s is refused in a line that says what to do', async (text) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'budget-'));
    try {
      const file = path.join(folder, 'budget.json');
      writeFileSync(file, text);
      await expect(readBudget(file)).rejects.toThrow(/^[^\n]*budget\.json cannot be read: restore it, or npm run .*$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the way in', () => {
  it('of a package is the shortest over files that ship, from the function on', async () => {
    const graph = {
      'lambda/index.ts': ['lambda/skill.ts', 'node_modules/a/unshipped.js'],
      'lambda/skill.ts': ['node_modules/b/x.js'],
      'node_modules/b/x.js': ['node_modules/b/y.js'],
      'node_modules/b/y.js': ['node_modules/@c/d/z.js', 'lambda/index.ts'],
      'node_modules/a/unshipped.js': ['node_modules/@c/d/z.js'],
    };
    const isShipped = (file: string) => !file.includes('unshipped');
    expect(importChain(graph, isShipped, 'node_modules/@c/d')).toEqual([
      'lambda/index.ts',
      'lambda/skill.ts',
      'b',
      '@c/d',
    ]);
    expect(importChain(graph, isShipped, 'node_modules/a')).toEqual([]);
  });

  it('of the database client goes by our storage', async () => {
    const chain = importChain(await traceImports(), () => true, 'node_modules/@aws-sdk/client-dynamodb');
    expect(chain[0]).toBe('lambda/index.ts');
    expect(chain.slice(-2)).toEqual([expect.stringMatching(/^lambda\/storage\//), '@aws-sdk/client-dynamodb']);
  });
});

const HASH = 'sha512-abc';

const LOCK = {
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { a: '1.0.0' }, devDependencies: { t: 'npm:@x/y@2.0.0' } },
    'node_modules/a': { version: '1.0.0', integrity: HASH, optionalDependencies: { 'a-linux': '1.0.0' } },
    'node_modules/a-linux': { version: '1.0.0', integrity: HASH },
    'node_modules/t': { version: '2.0.0', integrity: HASH, dependencies: { inside: '^1.0.0' } },
    'node_modules/t/node_modules/inside': { version: '1.1.0', inBundle: true, dependencies: { a: '>=1' } },
  },
} satisfies LockFile;

const MANIFEST = { dependencies: { a: '1.0.0' }, devDependencies: { t: 'npm:@x/y@2.0.0' } };

function lockWith(entry: string, changed: object): LockFile {
  const packages: Readonly<Record<string, object>> = LOCK.packages;
  return { ...LOCK, packages: { ...packages, [entry]: { ...packages[entry], ...changed } } };
}

describe('a lock file', () => {
  it('that is exact and complete has nothing said against it', () => expect(lockFindings(LOCK, MANIFEST)).toEqual([]));

  it.each([
    { rule: 'an older form', lock: { ...LOCK, lockfileVersion: 2 }, line: 'lockfileVersion is 2, not 3' },
    {
      rule: 'no hash',
      lock: lockWith('node_modules/a', { integrity: undefined }),
      line: 'a has no version with a SHA-512',
    },
    {
      rule: 'a weak hash',
      lock: lockWith('node_modules/a', { integrity: 'sha1-x' }),
      line: 'a has no version with a SHA-512',
    },
    {
      rule: 'a git source',
      lock: lockWith('node_modules/a', { resolved: 'git+ssh://x/y' }),
      line: 'a does not come from',
    },
    {
      rule: 'a plain source',
      lock: lockWith('node_modules/a', { resolved: 'http://x/y' }),
      line: 'a does not come from',
    },
    { rule: 'a folder as source', lock: lockWith('node_modules/a', { link: true }), line: 'a does not come from' },
    {
      rule: 'a platform that was not published',
      lock: lockWith('node_modules/a', { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } }),
      line: 'a-darwin, which node_modules/a asks for, is not in the lock',
    },
    {
      rule: 'a dependency that is only inside another package',
      lock: lockWith('node_modules/a', { dependencies: { inside: '^1.0.0' } }),
      line: 'inside, which node_modules/a asks for, is not in the lock',
    },
  ])('is caught with $rule', ({ lock, line }) => {
    expect(lockFindings(lock, MANIFEST)).toEqual([expect.stringContaining(line)]);
  });

  it('is caught with packages of two registries, and not with those of one', () => {
    const one = lockWith('node_modules/a', { resolved: 'https://one.test/a.tgz' });
    const packages = { ...one.packages, 'node_modules/a-linux': { ...LOCK.packages['node_modules/a-linux'] } };
    const both = (origin: string): LockFile => ({
      ...LOCK,
      packages: {
        ...packages,
        'node_modules/a-linux': { version: '1.0.0', integrity: HASH, resolved: `${origin}/b.tgz` },
      },
    });
    expect(lockFindings(both('https://one.test'), MANIFEST)).toEqual([]);
    expect(lockFindings(both('https://two.test'), MANIFEST)).toEqual([
      expect.stringMatching(/^The packages come from 2 registries: /),
    ]);
  });

  it.each(['^1.0.0', '~1.0.0', '1.x', 'latest', '*', 'github:x/y', 'npm:@x/y@^1.0.0'])(
    'is caught beside a package.json that asks for "%s"',
    (version) => {
      const asking = { ...MANIFEST, dependencies: { a: version } };
      expect(lockFindings(lockWith('', asking), asking)).toEqual([
        `a is asked for as "${version}": pin one exact version in package.json`,
      ]);
    },
  );

  it('is caught when package.json has moved on', () => {
    expect(lockFindings(LOCK, { ...MANIFEST, dependencies: { a: '1.0.1' } })).toEqual([
      'package.json and package-lock.json differ in their dependencies: run npm install',
    ]);
  });
});

describe('npm run bundle-report', () => {
  it('takes a file and whether to write the budget, and refuses anything else', () => {
    expect(readReportOptions([])).toEqual({ json: null, writeBudget: false });
    expect(readReportOptions(['--json', 'x.json', '--write-budget'])).toEqual({ json: 'x.json', writeBudget: true });
    expect(() => readReportOptions(['--write'])).toThrow("Unknown option '--write'");
  });
});
