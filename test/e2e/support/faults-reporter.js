const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');

const HEAD = [
  '| fault | brokers | confirmed | lost | duplicated | out of order | longest publishing gap | whole again after |',
  '|---|---|---|---|---|---|---|---|',
];

/** Writes what the fault suites found, as `<name>.json` and `<name>.md`. */
module.exports = class FaultsReporter {
  constructor(globalConfig, { file }) {
    this.file = resolve(file);
  }

  onRunStart() {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, '');
    process.env.E2E_FAULT_ROWS = this.file;
  }

  onRunComplete() {
    const rows = readFileSync(this.file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
    if (rows.length === 0) {
      return;
    }
    const seconds = (value) => `${value.toFixed(1)} s`;
    const cells = ({ fault, replicas, confirmed, lost, duplicated, outOfOrder, longestGapMs, wholeS }) =>
      [fault, replicas, confirmed.toLocaleString('en-US'), lost, duplicated, outOfOrder, seconds(longestGapMs / 1000), seconds(wholeS)];
    const name = this.file.replace(/\.jsonl$/, '');
    writeFileSync(`${name}.json`, `${JSON.stringify(rows, undefined, 2)}\n`);
    writeFileSync(`${name}.md`, `${[...HEAD, ...rows.map((row) => `| ${cells(row).join(' | ')} |`)].join('\n')}\n`);
  }
};
