/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/ops/test'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  moduleNameMapper: { '^cdk8s-rabbitmq$': '<rootDir>/lib' },
  transform: { '\\.ts$': 'ts-jest' },
  collectCoverageFrom: ['lib/**/*.ts', 'ops/src/**/*.ts'],
  reporters: ['default', '<rootDir>/scripts/jest-counts-reporter.js'],
};
