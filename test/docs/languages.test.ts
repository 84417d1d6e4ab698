import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pages } from '../support/docs-blocks';

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, 'examples/docs');
const MARK = /^<!-- languages: (\w+) -->\n(?:\n|<!--.*-->\n)*(?:```ts\n([^]*?)^```$)?/gm;

const blocks = pages().flatMap(page => [...readFileSync(join(ROOT, page), 'utf8').matchAll(MARK)].map(([, name, code]) => ({ page, name, code })));
const filesOf = (name: string): string[] => [`${name}.py`, `${name[0].toUpperCase()}${name.slice(1)}.java`, `${name}.go`];

describe('a program of the docs in other languages', () => {
  test('is one of several', () => {
    expect(new Set(blocks.map(({ name }) => name)).size).toBeGreaterThanOrEqual(6);
  });

  test.each(blocks)('$name in $page comes after a comment with TypeScript below it', ({ code }) => {
    expect(code).toContain('from \'cdk8s-rabbitmq\'');
  });

  test.each(blocks)('$name in $page exists in Python, Java and Go', ({ name }) => {
    expect(filesOf(name).filter(file => !existsSync(join(FOLDER, file)))).toEqual([]);
  });

  test('has the same TypeScript on every page', () => {
    const others = blocks.filter(({ name, code }) => blocks.find(other => other.name === name)?.code !== code);
    expect(others).toEqual([]);
  });

  test('is shown on a page', () => {
    const shown = new Set(blocks.map(({ name }) => name));
    expect(readdirSync(FOLDER).filter(file => !shown.has(basename(file, extname(file)).toLowerCase()))).toEqual([]);
  });
});
