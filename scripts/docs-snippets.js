'use strict';

/** Type-checks the TypeScript blocks of docs/*.md; jsii-rosetta does those of the README. */
const fs = require('fs');
const path = require('path');
const ts = require('typescript');

const root = path.join(__dirname, '..');
const docs = path.join(root, 'docs');

const snippets = new Map();
for (const page of fs.readdirSync(docs).filter(name => name.endsWith('.md'))) {
  const blocks = fs.readFileSync(path.join(docs, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm);
  [...blocks].forEach(([, code], i) => snippets.set(path.join(docs, `${page}-${i + 1}.ts`), `${code}\nexport {};\n`));
}

const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
const host = ts.createCompilerHost(options);
const { readFile, fileExists, getSourceFile } = host;
host.readFile = name => snippets.get(name) ?? readFile(name);
host.fileExists = name => snippets.has(name) || fileExists(name);
host.getSourceFile = (name, ...rest) => snippets.has(name) ? ts.createSourceFile(name, snippets.get(name), ts.ScriptTarget.Latest) : getSourceFile(name, ...rest);

const program = ts.createProgram([...snippets.keys()], { ...options, noEmit: true, skipLibCheck: true, noUnusedLocals: false }, host);
const problems = ts.getPreEmitDiagnostics(program);
process.stdout.write(ts.formatDiagnostics(problems, { getCurrentDirectory: () => root, getCanonicalFileName: name => name, getNewLine: () => '\n' }));
process.stdout.write(`docs: ${snippets.size} snippets, ${problems.length} problems\n`);
process.exitCode = snippets.size === 0 || problems.length > 0 ? 1 : 0;
