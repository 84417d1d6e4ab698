const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Has all that tests write to the temporary folder in one place: each app of cdk8s' Testing makes a folder that nobody removes. */
module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'cdk8s-rabbitmq-test-'));
};
