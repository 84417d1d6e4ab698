import { createHash } from 'node:crypto';
import { RabbitMQAckMode } from 'cdk8s-rabbitmq';
import { literal, object } from './source-file';
import { member, milliseconds, type Option, seconds, split, text, whole } from './values';
import type { VirtualHostSource } from './virtual-host-source';
import { asText, type Json, type JsonObject, type TopologyObject } from '../objects';
import { isUri } from '../redact';

const ackMode = member('RabbitMQAckMode', RabbitMQAckMode);

/** The options of federation upstreams, by their keys: see lib/topology/federation-upstream.ts. */
const UPSTREAM_OPTIONS: Readonly<Record<string, Option>> = {
  exchange: ['exchange', text],
  queue: ['queue', text],
  'prefetch-count': ['prefetchCount', whole(1)],
  'reconnect-delay': ['reconnectDelay', seconds],
  'ack-mode': ['ackMode', ackMode],
  'max-hops': ['maxHops', whole(1)],
  expires: ['expires', milliseconds],
};

/** The options of shovels, by their keys: see lib/topology/shovel.ts. */
const SHOVEL_OPTIONS: Readonly<Record<string, Option>> = {
  'src-prefetch-count': ['prefetchCount', whole(1)],
  'reconnect-delay': ['reconnectDelay', seconds],
  'ack-mode': ['ackMode', ackMode],
};

type Names = ReadonlyMap<string, string>;

/** Writes the parameters of a virtual host. URIs become references to Secrets, as passwords are in them. */
export function addParameters(
  source: VirtualHostSource,
  vhost: string,
  queues: Names,
  exchanges: Names,
  parameters: readonly TopologyObject[],
): void {
  const { file } = source;
  const upstreams = new Map<string, string>();
  const secretOf = (parameter: TopologyObject, key: string): string => {
    const secret = secretName([source.cluster, parameter.component ?? '', parameter.name ?? '', ...(key === 'uri' ? [] : [key])]);
    source.needSecret(secret, `uri: the ${key} of ${parameter.component ?? ''} "${parameter.name ?? ''}" in "${source.name}"`);
    return `{ secret: ${file.use('Secret', 'cdk8s-plus-28')}.fromSecretName(${vhost}, ${literal(secret)}, ${literal(secret)}) }`;
  };
  const members = new Set(
    parameters
      .filter(({ component }) => component === 'federation-upstream-set')
      .flatMap(({ body: { value } }) =>
        (Array.isArray(value) ? value : []).map(one => asText((one as JsonObject).upstream))),
  );
  const order = ['federation-upstream', 'federation-upstream-set', 'shovel'];
  for (const parameter of [...parameters].sort((a, b) => order.indexOf(a.component ?? '') - order.indexOf(b.component ?? ''))) {
    const { component = '', name = '', body: { value } } = parameter;
    if (component === 'federation-upstream' && isObject(value) && typeof value.uri === 'string') {
      const values = Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'uri'));
      const { options, others } = split(values, UPSTREAM_OPTIONS, file);
      const constant = members.has(name) ? file.identifier(name, 'upstream') : undefined;
      if (constant !== undefined) {
        upstreams.set(name, constant);
      }
      file.add(`${constant === undefined ? '' : `const ${constant} = `}${vhost}.addFederationUpstream(${literal(name)}, ${object({ uri: secretOf(parameter, 'uri'), ...options, additional: file.arguments(others) }) ?? ''});`);
    } else if (component === 'federation-upstream-set' && name !== 'all' && isPlainSet(value, upstreams)) {
      file.add(`${vhost}.addFederationUpstreamSet(${literal(name)}, [${value.map(({ upstream }) => upstreams.get(asText(upstream))).join(', ')}]);`);
    } else if (component === 'shovel' && isObject(value) && isAmqp(value)) {
      addShovel(source, vhost, parameter, value, { queues, exchanges, secretOf });
    } else if (hasUri(value)) {
      source.leaveOut(parameter, 'it has a URI in a place that the library does not read from a Secret');
    } else {
      file.add(`${vhost}.addParameter(${literal(component)}, ${literal(name)}, ${file.argument(value)});`);
    }
  }
}

/** The name of a Secret, from names of any characters. */
export function secretName(parts: readonly string[]): string {
  const name = parts.join('-');
  const fitting = name.toLowerCase().replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 200);
  // names that become the same stay apart
  return fitting === name ? name : `${fitting}-${createHash('sha256').update(name).digest('hex').slice(0, 5)}`;
}

interface ShovelContext {
  readonly queues: Names;
  readonly exchanges: Names;
  readonly secretOf: (parameter: TopologyObject, key: string) => string;
}

function addShovel(
  source: VirtualHostSource,
  vhost: string,
  parameter: TopologyObject,
  value: JsonObject,
  context: ShovelContext,
): void {
  const { file } = source;
  const used = new Set<string>();
  const end = (prefix: 'src' | 'dest'): string | undefined => {
    const take = (key: string): Json | undefined => {
      used.add(`${prefix}-${key}`);
      return value[`${prefix}-${key}`];
    };
    take('protocol');
    const [uri, queue, exchange, routingKey] = ['uri', 'queue', 'exchange', 'exchange-key'].map(take);
    const [queueConstant, exchangeConstant] = [
      context.queues.get(asText(queue)),
      context.exchanges.get(asText(exchange)),
    ];
    const isLocal = uri === `amqp:///${encodeURIComponent(source.name)}` && (queueConstant !== undefined || exchangeConstant !== undefined);
    return object({
      ...(isLocal ? { queue: queueConstant, exchange: exchangeConstant } : { queueName: optional(queue), exchangeName: optional(exchange), uri: context.secretOf(parameter, `${prefix}-uri`) }),
      routingKey: optional(routingKey),
    });
  };
  const [from, to] = [end('src'), end('dest')];
  const { options, others } = split(
    Object.fromEntries(Object.entries(value).filter(([key]) => !used.has(key))),
    SHOVEL_OPTIONS,
    file,
  );
  file.add(`${vhost}.addShovel(${literal(parameter.name ?? '')}, ${object({ source: from, destination: to, ...options, additional: file.arguments(others) }) ?? ''});`);
}

function optional(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? literal(value) : undefined;
}

/** A shovel as the library writes one: AMQP 0.9.1 at both ends, and one queue or exchange at each. */
function isAmqp(value: JsonObject): boolean {
  return (['src', 'dest'] as const).every(prefix => value[`${prefix}-protocol`] === 'amqp091' && typeof value[`${prefix}-uri`] === 'string'
    && (typeof value[`${prefix}-queue`] === 'string') !== (typeof value[`${prefix}-exchange`] === 'string'));
}

function isPlainSet(value: Json, upstreams: Names): value is readonly JsonObject[] {
  return Array.isArray(value)
    && value.length > 0
    && value.every(
      one =>
        isObject(one as Json)
        && Object.keys(one as object).length === 1
        && upstreams.has(asText((one as JsonObject).upstream)),
    );
}

function hasUri(value: Json): boolean {
  return value !== null && typeof value === 'object' && Object.entries(value).some(([key, child]) => isUri(key) || hasUri(child));
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
