module.exports = {
  testMatch: ['<rootDir>/**/*.e2e.test.ts'],
  // what takes long runs by `npm run test:e2e:all`
  testPathIgnorePatterns: process.env.E2E_ALL ? [] : ['\\.long\\.e2e\\.test\\.ts$'],
  testEnvironment: '<rootDir>/support/environment.ts',
  moduleNameMapper: { '^cdk8s-rabbitmq$': '<rootDir>/../../lib' },
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/../../tsconfig.json' }] },
  // more than the limits of a test's steps together
  testTimeout: 20 * 60_000,
  setupFiles: ['<rootDir>/support/kubernetes-library.ts'],
  globalSetup: '<rootDir>/../../scripts/jest-set-up.js',
  globalTeardown: '<rootDir>/../../scripts/jest-tear-down.js',
  maxWorkers: 1,
  verbose: true,
  reporters: [
    'default',
    ['<rootDir>/support/figures-reporter.js', { file: 'dist/e2e/figures.jsonl' }],
    ['<rootDir>/support/faults-reporter.js', { file: 'dist/e2e/faults.jsonl' }],
    '<rootDir>/../../scripts/jest-counts-reporter.js',
  ],
};
