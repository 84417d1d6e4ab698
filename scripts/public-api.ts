import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes api/public.txt: one sorted line per public member, so that a diff shows what a change does to the API. */
const root = join(__dirname, '..');

interface Reference { fqn?: string; primitive?: string; collection?: { kind: string; elementtype: Reference } }
interface Parameter { name: string; type: Reference; optional?: boolean; variadic?: boolean }
interface Method {
  name?: string;
  parameters?: Parameter[];
  returns?: { type: Reference; optional?: boolean };
  static?: boolean;
  protected?: boolean;
}
interface Property {
  name: string;
  type: Reference;
  optional?: boolean;
  immutable?: boolean;
  static?: boolean;
  protected?: boolean;
}
interface Type {
  name: string; kind: string; datatype?: boolean; base?: string; interfaces?: string[];
  initializer?: Method; properties?: Property[]; methods?: Method[]; members?: { name: string }[];
}

function typeName({ fqn, primitive, collection }: Reference): string {
  if (collection) {
    const element = typeName(collection.elementtype);
    return collection.kind === 'array' ? `${element}[]` : `Record<string, ${element}>`;
  }
  return primitive ?? fqn?.replace(/^cdk8s-rabbitmq\./, '') ?? 'any';
}

function parameters(list: readonly Parameter[] = []): string {
  return list.map(({ name, type, optional, variadic }) =>
    `${variadic ? '...' : ''}${name}${optional ? '?' : ''}: ${typeName(type)}${variadic ? '[]' : ''}`).join(', ');
}

function method({ name, parameters: taken, returns }: Method): string {
  const result = returns ? `${typeName(returns.type)}${returns.optional ? ' | undefined' : ''}` : 'void';
  return `${name ?? ''}(${parameters(taken)}): ${result}`;
}

function property({ name, type, optional, immutable }: Property): string {
  return `${immutable ? 'readonly ' : ''}${name}${optional ? '?' : ''}: ${typeName(type)}`;
}

function lines(type: Type): string[] {
  const kind = type.datatype ? 'struct' : type.kind;
  const bases = [type.base, ...type.interfaces ?? []].filter(base => base !== undefined);
  const line = (what: string, owner: { static?: boolean; protected?: boolean }, text: string): string =>
    `${type.name} ${owner.protected ? 'protected ' : ''}${owner.static ? 'static ' : ''}${what} ${text}`;
  return [
    `${type.name} ${kind}${bases.length > 0 ? ` extends ${bases.map(fqn => typeName({ fqn })).join(', ')}` : ''}`,
    ...type.initializer ? [`${type.name} constructor (${parameters(type.initializer.parameters)})`] : [],
    ...(type.properties ?? []).map(each => line('property', each, property(each))),
    ...(type.methods ?? []).map(each => line('method', each, method(each))),
    ...(type.members ?? []).map(({ name }) => `${type.name} value ${name}`),
  ];
}

const assembly: { types: Record<string, Type> } = JSON.parse(readFileSync(join(root, '.jsii'), 'utf8'));
const sorted = Object.values(assembly.types).flatMap(lines).sort();
mkdirSync(join(root, 'api'), { recursive: true });
writeFileSync(join(root, 'api/public.txt'), `${sorted.join('\n')}\n`);
