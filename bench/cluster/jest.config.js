const e2e = require('../../test/e2e/jest.config');

/** Benchmarks of brokers on a real cluster, with what the end-to-end suite has to reach one. */
module.exports = {
  ...e2e,
  rootDir: '../../test/e2e',
  roots: ['<rootDir>/../../bench/cluster'],
  testMatch: ['**/*.bench.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 20 * 60_000,
  reporters: ['default', ['<rootDir>/support/figures-reporter.js', { file: 'dist/bench/figures.jsonl' }]],
};
