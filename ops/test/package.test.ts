import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => JSON.parse(readFileSync(join(__dirname, '..', '..', path), 'utf8'));

test('the tool has the library\'s licence in its package', () => {
  const licence = (folder: string) => readFileSync(join(__dirname, '../..', folder, 'LICENSE'), 'utf8');
  expect(licence('ops')).toBe(licence('.'));
});

test('the tool is released with the library, and takes the same ranges of peers', () => {
  const { version, peerDependencies } = read('package.json');
  const ops = read('ops/package.json');
  expect(ops.version).toBe(version);
  expect(read('scripts/library/package.json').version).toBe(version);
  expect(ops.dependencies).toMatchObject({ 'cdk8s-rabbitmq': version, ...peerDependencies });
});
