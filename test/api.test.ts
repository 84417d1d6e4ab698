import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

/** What jsii says of the public API: https://github.com/aws/jsii/blob/main/packages/@jsii/spec/src/assembly.ts */
interface Assembly {
  readonly types: Readonly<Record<string, ApiType>>;
}

interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface ApiType extends Documented {
  readonly fqn: string;
  readonly kind: 'class' | 'enum' | 'interface';
  /** An interface whose members are data: what other languages pass as keyword arguments. */
  readonly datatype?: boolean;
  readonly initializer?: Callable;
  readonly methods?: readonly (Documented & Callable)[];
  readonly properties?: readonly Property[];
  readonly members?: readonly Documented[];
  readonly locationInModule: { readonly filename: string };
}

interface Callable {
  readonly parameters?: readonly Property[];
  readonly returns?: { readonly type: TypeReference };
}

interface Property extends Documented {
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly immutable?: boolean;
}

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly elementtype: TypeReference };
  readonly union?: object;
  readonly intersection?: object;
}

const ROOT = join(__dirname, '..');

function readAssembly(): Assembly {
  const file = join(ROOT, '.jsii');
  if (!existsSync(file)) {
    throw new Error('there is no .jsii, which this test reads the API from: run "npm run build" first');
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Assembly;
}

const types = Object.values(readAssembly().types);
const structs = types.filter(({ datatype }) => datatype);
const structProps = structs.flatMap(({ name, properties }) => (properties ?? []).map(property => ({ ...property, path: `${name}.${property.name}` })));

/** Each type that the API mentions, with the place where it does. */
const mentioned = types.flatMap(type => [
  ...(type.properties ?? []).map(property => ({ at: `${type.name}.${property.name}`, type: property.type })),
  ...[{ name: 'constructor', ...type.initializer }, ...(type.methods ?? [])].flatMap(({ name, parameters, returns }) => [
    ...(parameters ?? []).map(parameter => ({ at: `${type.name}.${name}(${parameter.name})`, type: parameter.type })),
    ...(returns ? [{ at: `${type.name}.${name}()`, type: returns.type }] : []),
  ]),
]);

/** A type and those that it is made from. */
function parts(type: TypeReference): TypeReference[] {
  return type.collection ? [type, ...parts(type.collection.elementtype)] : [type];
}

const mentions = (is: (type: TypeReference) => boolean): string[] =>
  mentioned.filter(({ type }) => parts(type).some(is)).map(({ at }) => at);

/** The names that lib/index.ts exports, line by line. */
const exported = readFileSync(join(ROOT, 'lib/index.ts'), 'utf8').split('\n').filter(line => line !== '').map(line => ({
  line,
  names: /^export \{ ([\w, ]+) \} from '\.\/[\w/-]+';$/.exec(line)?.[1].split(', ').map(name => name.replace(/^type /, '')),
}));

describe('the API', () => {
  test('has the names that stay', () => {
    expect(types.map(({ name }) => name)).toEqual(expect.arrayContaining(['RabbitMQCluster', 'RabbitMQMonitoring']));
  });

  test('is what lib/index.ts exports, which does nothing else', () => {
    expect(exported.filter(({ names }) => !names).map(({ line }) => line)).toEqual([]);
    expect(types.map(({ name }) => name).sort()).toEqual(exported.flatMap(({ names }) => names!).sort());
  });

  test('has no type of which other languages know only that it is one of several', () => {
    expect(mentions(({ union, intersection }) => union !== undefined || intersection !== undefined)).toEqual([]);
  });

  test('has no type that is anything', () => {
    // what another cdk8s-plus package returns, in types of its own
    const foreign = 'IRabbitMQPeer.toNetworkPolicyPeerConfig()';
    expect(mentions(({ primitive }) => primitive === 'any' || primitive === 'json')).toEqual([foreign]);
  });

  test('has nothing that was generated from custom resource definitions', () => {
    expect(types.filter(({ locationInModule }) => !locationInModule.filename.startsWith('lib/')).map(({ fqn }) => fqn)).toEqual([]);
    expect(mentions(({ fqn }) => fqn !== undefined
      && !/^(cdk8s-rabbitmq\.[A-Z]\w+|cdk8s\.\w+|constructs\.\w+|cdk8s-plus-28\.(k8s\.)?\w+)$/.test(fqn))).toEqual([]);
  });
});

describe('the documentation of the API', () => {
  test('has something on each type', () => {
    expect(types.filter(({ docs }) => !docs?.summary).map(({ name }) => name)).toEqual([]);
  });

  test('has something on each member', () => {
    const silent = types.flatMap(({ name, properties, methods, members }) =>
      [...(properties ?? []), ...(methods ?? []), ...(members ?? [])].filter(({ docs }) => !docs?.summary).map(member => `${name}.${member.name}`));
    expect(silent).toEqual([]);
  });

  test('has a default for each prop that may be left out', () => {
    expect(structProps.filter(({ optional, docs }) => optional && !docs?.default).map(({ path }) => path)).toEqual([]);
  });

  test('has no default that says nothing', () => {
    expect(structProps.filter(({ docs }) => /^-?\s*(undefined|null|n\/?a)?\.?$/i.test(docs?.default ?? 'x')).map(({ path }) => path)).toEqual([]);
  });

  test('has no default for a prop that must be given', () => {
    expect(structProps.filter(({ optional, docs }) => !optional && docs?.default).map(({ path }) => path)).toEqual([]);
  });
});
