'use strict';

/** Fails unless each language's package shows the README's example in that language. Run as `readme.js PACKAGES`. */
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const packages = process.argv[2];

function wheelReadme() {
  const folder = path.join(packages, 'python');
  const wheel = fs.readdirSync(folder).find(name => name.endsWith('.whl'));
  const code = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.read(next(n for n in z.namelist() if n.endswith('/METADATA'))).decode())";
  return execFileSync('python3', ['-c', code, path.join(folder, wheel)], { encoding: 'utf8', maxBuffer: 1e8 });
}

// the packages of the peers lie beside ours
function find(folder, name) {
  const found = fs.readdirSync(folder, { recursive: true }).find(file => path.basename(file) === name && path.basename(path.dirname(file)) === 'cdk8srabbitmq');
  return fs.readFileSync(path.join(folder, found), 'utf8');
}

const shown = [
  ['python', wheelReadme, 'cluster = RabbitMQCluster(chart, "RabbitMQ",\n    name="orders"'],
  ['go', () => find(path.join(packages, 'go'), 'README.md'), 'NewRabbitMQCluster(chart, jsii.String("RabbitMQ")'],
  ['java', () => find(path.join(packages, 'java'), 'package-info.java'), 'RabbitMQCluster.Builder.create(chart, "RabbitMQ")'],
];
for (const [language, read, expected] of shown) {
  if (!read().includes(expected)) {
    throw new Error(`the package for ${language} doesn't show the README's example in ${language}: ${expected} is missing`);
  }
}
console.log(`README: shown in ${shown.map(([language]) => language).join(', ')} by the packages`);
