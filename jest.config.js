/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  maxWorkers: '100%',
  // Some tests start processes or a voice; a busy machine must not fail them.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // test/dynamodb-local is a package of its own: its database wrapper must not be mistaken for one of our modules.
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/', '<rootDir>/test/dynamodb-local/node_modules/'],
  setupFiles: ['<rootDir>/test/support/jest-setup.ts'],
  // tsconfig.json sets isolatedModules, so ts-jest only strips types; `npm run check:types` checks them.
  transform: { '^.+\\.ts$': ['ts-jest', {}] },
};
