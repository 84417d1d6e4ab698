import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../support/docs-blocks';

const ROOT = join(__dirname, '../..');
const pictures = (readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[]).filter(name => name.endsWith('.svg') && !name.startsWith('reference/'));

describe('a picture of the docs', () => {
  test('is one of several', () => {
    expect(pictures.length).toBeGreaterThan(9);
  });

  // without a size, a browser shows it 0 pixels wide in a table cell
  test.each(pictures)('%s has a width and a height', (name) => {
    const [root] = /<svg [^>]*>/.exec(readFileSync(join(ROOT, 'docs', name), 'utf8'))!;
    expect(Number(/ width="(\d+)"/.exec(root)?.[1])).toBeGreaterThan(400);
    expect(Number(/ height="(\d+)"/.exec(root)?.[1])).toBeGreaterThan(200);
  });

  test.each(pictures)('%s has colors for a dark page', (name) => {
    expect(readFileSync(join(ROOT, 'docs', name), 'utf8')).toContain('prefers-color-scheme:dark');
  });

  test('is in a file: the site shows the source of a diagram as code', () => {
    expect(pages().filter(page => /^```mermaid/m.test(readFileSync(join(ROOT, page), 'utf8')))).toEqual([]);
  });

  test('has a text that describes it wherever it is shown', () => {
    const shown = pages().flatMap(page => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+\.svg)\)/g)].map(([, text, file]) => ({ page, text, file })));
    expect(shown.length).toBeGreaterThan(9);
    expect(shown.filter(({ text }) => text.split(' ').length < 5)).toEqual([]);
  });

  test('shows a terminal with the screens that rabbitmq-k8s prints', () => {
    const screen = (name: string): string[] => readFileSync(join(ROOT, 'ops/test/cli/screens', `${name}.txt`), 'utf8').split('\n');
    const shown = readFileSync(join(ROOT, 'docs/images/overview.svg'), 'utf8');
    const labels = screen('status').slice(0, 8).map(line => line.slice(0, 12));
    const header = screen('status').find(line => line.startsWith('NODE'))!;
    const [healthy] = screen('health').map(line => line.replace('shop/', 'production/'));
    expect([...labels, header, healthy].filter(line => !shown.includes(`>${line}`))).toEqual([]);
  });
});
