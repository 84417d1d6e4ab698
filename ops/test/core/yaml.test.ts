import { parse } from 'yaml';
import { readValuesYaml, writeYaml } from '../../src/core/yaml';
import { runMain } from '../support/surroundings';

/** What YAML 1.1 takes for something else where it stands bare. */
const WORDS = ['on', 'off', 'y', 'N', 'yes', 'no', 'true', '~', '1_000', '017', '0x1f', '0b11', '1e3', '.5', '2024-01-01', '1:30'];

test('texts stay texts to those who read YAML 1.1', () => {
  const words = Object.fromEntries(WORDS.map(word => [word, word]));
  expect(parse(writeYaml(words), { version: '1.1' })).toEqual(words);
});

test('values are read as helm reads them', () => {
  expect(readValuesYaml('a: yes\nb: off\nc: 1_000\nd: 017\ne: 2024-01-01\nf: 1:30', 'values.yaml')).toEqual({ a: true, b: false, c: 1000, d: 15, e: '2024-01-01', f: '1:30' });
  expect(readValuesYaml('', 'values.yaml')).toEqual({});
});

test.each([
  [['migrate', '-'], /^error: the standard input is no YAML: \w+ in line 3\n/],
  [['migrate', '/nowhere/values.yaml'], /^error: \/nowhere\/values\.yaml can't be read: /],
])('%j says what is wrong, and nothing of the text', async (argv, message) => {
  const { stderr } = await runMain(argv, undefined, { input: 'a: 1\nb: [s3cret\n' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('s3cret');
});
