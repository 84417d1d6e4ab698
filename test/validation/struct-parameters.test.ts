import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from 'cdk8s-plus-28';
import * as library from '../../lib';
import { newChart, newCluster } from '../support/synth';

interface Parameter { readonly name: string; readonly type: { readonly fqn?: string } }
interface Method { readonly name?: string; readonly static?: boolean; readonly parameters?: readonly Parameter[] }
interface Type {
  readonly name: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly initializer?: Method;
  readonly methods?: readonly Method[];
}

const ASSEMBLY = join(__dirname, '../../.jsii');
if (!existsSync(ASSEMBLY)) {
  throw new Error('there is no .jsii, which this test reads the API from: run "npm run build" first');
}
const { types } = JSON.parse(readFileSync(ASSEMBLY, 'utf8')) as { readonly types: Readonly<Record<string, Type>> };

const chart = newChart();
const cluster = newCluster({ name: 'mq' }, chart);
const virtualHost = new library.RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' });
const exchange = virtualHost.addExchange('events');
const queue = virtualHost.addQueue('bills');

const INSTANCES: Readonly<Record<string, object>> = {
  RabbitMQCluster: cluster, RabbitMQVirtualHost: virtualHost, RabbitMQExchange: exchange, RabbitMQQueue: queue,
};
const ARGUMENTS: Readonly<Record<string, unknown>> = {
  id: 'Id', name: 'name', user: new library.RabbitMQUser(chart, 'User', { cluster }), exchange, queue, upstreams: [],
  secret: Secret.fromSecretName(chart, 'Secret', 'secret'), pattern: '.*', reference: 'rabbitmq:4.3.6',
};

const isStruct = ({ type: { fqn } }: Parameter): boolean => fqn !== undefined && types[fqn]?.datatype === true;

const calls = Object.values(types).filter(({ kind }) => kind === 'class').flatMap(type =>
  [type.initializer, ...type.methods ?? []].flatMap((method) => {
    const parameters = method?.parameters ?? [];
    return method && parameters.some(isStruct) ? [{ type: type.name, method, parameters }] : [];
  }));

test.each(calls.map(call => [`${call.type} ${call.method.name ?? 'constructor'}`, call] as const))('%s refuses an unknown prop', (_, { type, method, parameters }) => {
  const values = parameters.map(parameter => (isStruct(parameter) ? { xyzzy: 1 } : parameter.name === 'scope' ? newChart() : ARGUMENTS[parameter.name]));
  const owner = (library as unknown as Record<string, new (...args: unknown[]) => object>)[type];
  const call = (): unknown => {
    if (method.name === undefined) {
      return new owner(...values);
    }
    const target = (method.static
      ? owner
      : INSTANCES[type]) as unknown as Record<string, (...args: unknown[]) => unknown>;
    return target[method.name](...values);
  };
  expect(call).toThrow('xyzzy is unknown. Use one of ');
});
