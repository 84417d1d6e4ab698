/** @type {import('jest').Config} */
module.exports = {
  // a busy machine takes long, and no test waits for this
  testTimeout: 60_000,
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/ops/test'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  moduleNameMapper: { '^cdk8s-rabbitmq$': '<rootDir>/lib' },
  transform: { '\\.ts$': 'ts-jest' },
  collectCoverageFrom: ['lib/**/*.ts', 'ops/src/**/*.ts'],
  globalSetup: '<rootDir>/scripts/jest-set-up.js',
  globalTeardown: '<rootDir>/scripts/jest-tear-down.js',
  reporters: ['default', '<rootDir>/scripts/jest-counts-reporter.js'],
};
