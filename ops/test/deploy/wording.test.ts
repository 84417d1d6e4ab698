import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPOLOGY_WARNINGS } from '../../../scripts/chart/messages/topology-examples';
import { WARNINGS } from '../../../scripts/chart/messages/examples';
import { BAD_VALUE_SETS } from '../../../scripts/chart/proof/bad-value-sets';
import { inValues } from '../../src/chart-values/wording';
import { configOfValues } from '../../src/deploy/values';
import { synthesize } from '../../src/inventory/synth';

/** Names of files and hosts, units, and keys of rabbitmq.conf, which look like paths of keys. */
const OTHERS = /^(?:rabbitmq\.conf|advanced\.config|ca\.crt|kB|\w*_.*|.*\.example\.com)$/;

function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const { properties = {} } = schema as { readonly properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(keysIn)];
}

const KEYS = new Set(keysIn(JSON.parse(readFileSync(join(__dirname, '../../../chart/values.schema.json'), 'utf8'))));

/** What a message names that looks like a prop or like code, and is no key of values. */
function strangers(message: string): string[] {
  const text = message.replace(/"[^"]*"/g, '""').replace(/\[[\w-]+\]$/gm, '');
  const code = text.match(/(?<!\.)RabbitMQ[A-Z]\w*[.(]|\w+\(|\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];
  const names = text.match(/(?<![\w.$/-])[a-z]\w*(?:\.[a-zA-Z]\w*)*(?![\w(/-]|\.\w)/g) ?? [];
  const paths = names.filter(name => /[a-z][A-Z]|\./.test(name) && !OTHERS.test(name)).map(name => name.split('.'));
  return [...code.filter(word => !/^(?:ERL|RABBITMQ)_/.test(word)), ...paths.filter(path => !KEYS.has(path[0]) || !KEYS.has(path[path.length - 1])).map(path => path.join('.'))];
}

/** What the library refuses of values that the schema takes. */
function refusal(values: object): string | undefined {
  try {
    synthesize(configOfValues(values, 'values.yaml'));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return message.startsWith('this can\'t be deployed') ? message : undefined;
  }
}

describe('the words of deploy --values', () => {
  test('name a Secret of the registry by the list that has it', () => {
    const values = { image: { pullSecrets: ['a', 'b'] }, global: { imagePullSecrets: ['a', { name: 'C' }] } };
    expect(inValues('imagePullSecrets[1] is "b"', values)).toBe('image.pullSecrets[1] is "b"');
    expect(inValues('[a/b] imagePullSecrets[2] is "C"', values)).toBe('global.imagePullSecrets[1] is "C"');
  });

  test('name no prop that is not a key of values, in what is refused', () => {
    const refusals = Object.values(BAD_VALUE_SETS).flatMap(({ values }) => refusal(values) ?? []);
    expect(refusals.length).toBeGreaterThan(100);
    expect(refusals.filter(text => strangers(text).length > 0).map(text => [strangers(text), text])).toEqual([]);
  });

  test('name no prop that is not a key of values, in warnings', () => {
    const warnings = [...Object.values(WARNINGS), ...Object.values(TOPOLOGY_WARNINGS)].flatMap(({ values }) => {
      try {
        return synthesize(configOfValues(values, 'values.yaml')).warnings;
      } catch {
        return [];
      }
    });
    expect(warnings.filter(text => strangers(text).length > 0).map(text => [strangers(text), text])).toEqual([]);
  });
});
