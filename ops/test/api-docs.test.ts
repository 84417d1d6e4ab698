import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
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

test('docs/cli.md has an example of a values file that is accepted', () => {
  const [, example] = /## Values files\n[\s\S]*?\n```yaml\n([\s\S]*?)```/.exec(page)!;
  expect(configOfValues(parse(example), 'values.yaml')).toMatchObject({ clusterName: 'orders', replicas: 3, backup: { schedule: '0 * * * *', keySecret: 'backup-key' } });
});
