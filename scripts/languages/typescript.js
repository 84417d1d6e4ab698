'use strict';

/**
 * Synthesizes the TypeScript of the docs whose other languages are in examples/docs/, as the comment `languages: NAME` before it says, to
 * OUTDIR/NAME. Run as `typescript.js OUTDIR`.
 */
const fs = require('fs');
const Module = require('module');
const path = require('path');
const ts = require('typescript');

const root = path.join(__dirname, '../..');
const BLOCK = /^<!-- languages: (\w+) -->\n(?:\n|<!--.*-->\n)*```ts\n([^]*?)^```$/gm;
/** What a block takes for given. */
const GIVEN = {
  'declare const chart: Chart;': 'const app = new (require("cdk8s").App)();\nconst chart = new Chart(app, "messaging", { namespace: "messaging" });',
  'declare const cluster: RabbitMQCluster;': 'const cluster = new RabbitMQCluster(chart, "RabbitMQ", { name: "orders", replicas: 3 });',
};

/** The blocks by name, with everything that they need. */
function programs() {
  const pages = ['README.md', ...fs.readdirSync(path.join(root, 'docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)];
  return pages.flatMap(page => [...fs.readFileSync(path.join(root, page), 'utf8').matchAll(BLOCK)]).map(([, name, code]) => {
    const complete = Object.entries(GIVEN).reduce((text, [declared, given]) => text.replace(declared, given), code);
    return [name, complete.includes('app.synth()') ? complete : `${complete}\napp.synth();\n`];
  });
}

function run(name, code) {
  const file = path.join(root, `${name}.js`);
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const program = new Module(file);
  program.filename = file;
  program.paths = Module._nodeModulePaths(root);
  program._compile(outputText, file);
}

for (const [name, code] of programs()) {
  process.env.CDK8S_OUTDIR = path.join(process.argv[2], name);
  fs.mkdirSync(process.env.CDK8S_OUTDIR, { recursive: true });
  run(name, code);
}
