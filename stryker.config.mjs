/** What has a blank in it is words that she hears: people judge them, and `npm run calibrate` measures them. */
const spokenWords = {
  shouldIgnore: ({ node }) =>
    node.type === 'StringLiteral' && node.value.trim().includes(' ') ? 'Words that she hears' : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'spoken-words', value: spokenWords }];

/** How to run it, what it says and what is left out: docs/mutation.md. */
export default {
  mutate: [
    'lambda/core/**/*.ts',
    // Tables of measured lengths, and the words that differ by region.
    '!lambda/core/speech/*/*-lengths.ts',
    '!lambda/core/speech/english/english-regions.ts',
  ],
  plugins: ['@stryker-mutator/jest-runner', './stryker.config.mjs'],
  ignorers: ['spoken-words'],
  checkers: [],
  disableTypeChecks: true,
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.js',
    config: {
      testMatch: ['<rootDir>/test/core/**/*.test.ts'],
      testRunner: '<rootDir>/test/mutation/jest-circus-until-first-failure.cjs',
      testSequencer: '<rootDir>/test/mutation/likely-killers-first.cjs',
    },
  },
  coverageAnalysis: 'perTest',
  // Constants of a module are met as it loads, so each of their mutants is put to all tests.
  warnings: { slow: false },
  concurrency: 1,
  // Results are kept, and only what changed is run again: `npm run mutate -- --force` runs everything.
  incremental: true,
  incrementalFile: 'dist/mutation/incremental.json',
  tempDirName: 'dist/mutation/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
  htmlReporter: { fileName: 'dist/mutation/index.html' },
  jsonReporter: { fileName: 'dist/mutation/mutation.json' },
  thresholds: { high: 95, low: 85, break: 85 },
  ignorePatterns: [
    '/.ci',
    '/.simulator',
    '/cdk.out',
    '/dist',
    '/docs',
    '/infra',
    '/interaction-model',
    '/simulator',
    '/test/utterances',
  ],
};
