import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, Pair, parseDocument, YAMLMap } from 'yaml';

const ROOT = join(__dirname, '../..');

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Row {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly description: string;
}

/** Without null where it only means the default. */
function typeOf(schema: Schema | undefined, value: unknown): string {
  if (schema?.enum) {
    return schema.enum.map(one => String(one) || '""').join(', ');
  }
  return [schema?.type ?? 'any'].flat().filter(type => type !== 'null' || value === null).join(', ');
}

/** The comments before a key, without those that are examples. */
function commentOf(pair: Pair, inherited: string): string {
  const own = isScalar(pair.key) ? pair.key.commentBefore ?? '' : '';
  return `${inherited} ${own}`.split('\n').map(line => line.trim()).filter(line => line !== '').join(' ');
}

/** The rows of a map. A key without a comment has that of its map, such as a default label. */
function rows(map: YAMLMap, schema: Schema | undefined, prefix: string, ofMap = ''): Row[] {
  return map.items.flatMap((pair, index) => {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    const name = `${prefix}${key}`;
    const inner = schema?.properties?.[key];
    const description = commentOf(pair, index === 0 ? map.commentBefore ?? '' : '') || ofMap;
    if (isMap(pair.value) && pair.value.items.length > 0) {
      return rows(pair.value, inner, `${name}.`, description);
    }
    const value: unknown = (pair.value as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null;
    return [{ name, type: typeOf(inner, value), value: JSON.stringify(value), description }];
  });
}

/** Rows of a table of the chart's values: name, type, default, description. */
export function chartValuesRows(): string[] {
  const document = parseDocument(readFileSync(join(ROOT, 'chart/values.yaml'), 'utf8'));
  const schema = JSON.parse(readFileSync(join(ROOT, 'chart/values.schema.json'), 'utf8')) as Schema;
  const text = (content: string): string => content.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;');
  return rows(document.contents as YAMLMap, schema, '').map(row => `| \`${row.name}\` | ${text(row.type)} | \`${row.value}\` | ${text(row.description)} |`);
}

/** A table of the chart's values with type, default and description. */
export function chartValuesPage(): string {
  return [
    '# Values of the Helm chart',
    '',
    'Every value of `chart/values.yaml` with its type and default. See [Helm chart](../helm.md).',
    '',
    '| value | type | default | description |',
    '|---|---|---|---|',
    ...chartValuesRows(),
    '',
  ].join('\n');
}
