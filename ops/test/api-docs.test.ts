import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../src';
import { configOfValues } from '../src/deploy/values';

const page = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8');

/** What people work with: not errors, and not what the others are made of. */
const CLASSES = Object.entries<any>(api).filter(([name, type]) =>
  typeof type === 'function' && /^[A-Z]/.test(name) && !(type.prototype instanceof Error) && type !== api.KubernetesConnection);

test('docs/cli.md has every class of the API, with methods that there are', () => {
  const rows = Object.fromEntries([...page.matchAll(/^\| `([A-Z]\w+)` \| (.*) \|$/gm)].map(([, name, methods]) => [name, (methods.match(/\w+/g) ?? []) as string[]]));
  expect(Object.keys(rows).sort()).toEqual(CLASSES.map(([name]) => name).sort());
  for (const [name, type] of CLASSES) {
    expect(rows[name].filter(method => !(method in type.prototype) && !(method in type))).toEqual([]);
    expect([name, Object.hasOwn(type, 'connect')]).toEqual([name, rows[name].includes('connect')]);
  }
});

/** `a.{b,c}` as a.b and a.c. */
function spread(text: string): string[] {
  const [, before, inside, after] = /^(.*?)\{(.*?)\}(.*)$/.exec(text) ?? [];
  return inside === undefined ? [text] : inside.split(',').flatMap(each => spread(`${before}${each}${after}`));
}

test('docs/cli.md has every key of a values file, and no other', () => {
  const [, section] = /## Values files\n([\s\S]*?)\n```yaml/.exec(page)!;
  const documented = [...section.matchAll(/^- .*$/gm)].flatMap(([line]) => [...line.matchAll(/`([^`]+)`/g)].flatMap(([, key]) => spread(key)));
  const [, known] = /Keys: (.*), and configuration\./.exec(refusal({ x: 1 }))!;
  expect(documented.sort()).toEqual([...known.split(', '), 'configuration'].sort());
});

function refusal(values: object): string {
  try {
    configOfValues(values, 'values.yaml');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
