const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');

/** Prints the values that tests recorded with `figure()`, and keeps them in a file, one JSON object a line. */
module.exports = class FiguresReporter {
  constructor(globalConfig, options) {
    this.file = resolve(options.file);
  }

  onRunStart() {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, '');
    process.env.E2E_FIGURES = this.file;
  }

  onRunComplete() {
    const figures = readFileSync(this.file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
    if (figures.length === 0) {
      return;
    }
    const value = (figure) => figure.value.toLocaleString('en-US');
    const names = Math.max(...figures.map((figure) => figure.name.length));
    const values = Math.max(...figures.map((figure) => value(figure).length));
    const rows = figures.map((figure) => `${figure.name.padEnd(names)}  ${value(figure).padStart(values)} ${figure.unit}`);
    process.stderr.write(`\nFigures\n${rows.join('\n')}\n\n`);
  }
};
