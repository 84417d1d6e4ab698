import type { Json, JsonObject } from '../objects';

const MAX_LINE = 140;
const RESERVED = new Set(('arguments await break case catch chart class cluster const continue debugger default delete do else enum eval export extends false '
  + 'finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true '
  + 'try typeof undefined var void while with yield chart cluster').split(' '));

/** TypeScript that is being written: statements of one function, and the imports that they need. */
export class SourceFile {
  private readonly imports = new Map<string, Set<string>>();
  private readonly names = new Set<string>();
  private readonly lines: string[] = [];

  /** Imports a name from a module, and returns it. */
  public use(name: string, from = 'cdk8s-rabbitmq'): string {
    this.imports.set(from, (this.imports.get(from) ?? new Set()).add(name));
    return name;
  }

  /** A name for a constant, of its own. */
  public identifier(name: string, suffix: string): string {
    const words = name.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '').split(/[^A-Za-z0-9]+/).filter(Boolean);
    const camel = words.map((word, index) => (index === 0 ? word[0].toLowerCase() : word[0].toUpperCase()) + word.slice(1)).join('');
    const base = /^[A-Za-z]/.test(camel) && !RESERVED.has(camel) ? camel : `${suffix}${camel[0]?.toUpperCase() ?? ''}${camel.slice(1)}`;
    for (let number = 1; ; number += 1) {
      const found = [base, `${base}${suffix[0].toUpperCase()}${suffix.slice(1)}`][number - 1] ?? `${base}${number}`;
      if (!this.names.has(found) && !RESERVED.has(found)) {
        this.names.add(found);
        return found;
      }
    }
  }

  public add(statement: string): void {
    this.lines.push(`  ${statement}`);
  }

  /** An empty line between parts. */
  public space(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') {
      this.lines.push('');
    }
  }

  /** An expression of `RabbitMQArgument`. */
  public argument(value: Json): string {
    const type = this.use('RabbitMQArgument');
    switch (typeof value) {
      case 'string': return `${type}.text(${literal(value)})`;
      case 'number': return `${type}.number(${value})`;
      case 'boolean': return `${type}.flag(${value})`;
      default:
        if (Array.isArray(value)) {
          return `${type}.list([${value.map(item => this.argument(item as Json)).join(', ')}])`;
        }
        return `${type}.map(${this.arguments(value as JsonObject) ?? '{}'})`;
    }
  }

  /** Arguments by name; undefined where there are none. */
  public arguments(values: JsonObject): string | undefined {
    return object(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.argument(value)])));
  }

  public text(comment: readonly string[]): string {
    const imports = [...this.imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([module, names]) => importOf(module, [...names].sort()));
    return [
      ...imports, '',
      '/**', ...comment.map(line => ` * ${line}`.trimEnd()), ' */',
      'export function declareTopology(chart: Chart, cluster: IRabbitMQCluster): void {', ...this.lines, '}', '',
    ].join('\n');
  }
}

/** Text as a literal. */
export function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('\'', '\\\'').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** An object of those expressions that are there; undefined where none is. */
export function object(members: Readonly<Record<string, string | undefined>>): string | undefined {
  const written = Object.entries(members).flatMap(([name, expression]) =>
    (expression === undefined ? [] : [expression === name ? name : `${/^[A-Za-z_]\w*$/.test(name) && name !== '__proto__' ? name : key(name)}: ${expression}`]));
  return written.length === 0 ? undefined : `{ ${written.join(', ')} }`;
}

/** A list of texts. */
export function literals(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}

function key(name: string): string {
  // as a plain key, it would set the prototype
  return name === '__proto__' ? `[${literal(name)}]` : literal(name);
}

function importOf(module: string, names: readonly string[]): string {
  const line = `import { ${names.join(', ')} } from '${module}';`;
  return line.length <= MAX_LINE ? line : `import {\n${names.map(name => `  ${name},\n`).join('')}} from '${module}';`;
}
