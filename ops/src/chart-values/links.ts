import { Chart } from 'cdk8s';
import type {
  RabbitMQFederationUpstream, RabbitMQFederationUpstreamOptions, RabbitMQSecretValueOptions,
  RabbitMQShovelEndOptions, RabbitMQShovelOptions,
  RabbitMQVirtualHost,
} from 'cdk8s-rabbitmq';
import { secretNamed, type Target } from './kubernetes';
import { argumentsOf, entriesOf, optionalTime } from './topology-options';
import type { FederationUpstreamValues, SecretValue, ShovelEndValues, ShovelValues, VirtualHostValues } from './topology-values';
import type { HostContents } from './virtual-host';

/** AMQP 0-9-1, without TLS and with it. */
const AMQP_PORTS = [5672, 5671];

/** What links need beside their virtual host. */
export interface LinkScope {
  /** Opens the NetworkPolicy of the brokers. */
  readonly allow: (target: Target) => void;
  /** What names that nothing declares are added to. */
  readonly errors: string[];
}

/** Adds federation upstreams and their sets. */
export function addFederation(
  host: RabbitMQVirtualHost,
  { federationUpstreams, federationUpstreamSets }: VirtualHostValues,
  { allow, errors }: LinkScope,
): void {
  const upstreams = new Map(
    entriesOf(federationUpstreams).map(([name, { egress, ...values }]): [string, RabbitMQFederationUpstream] => {
      open(allow, egress);
      return [name, host.addFederationUpstream(name, upstreamOptions(host, values))];
    }),
  );
  entriesOf(federationUpstreamSets).forEach(([name, { upstreams: names, removalPolicy }]) => {
    const known = names.flatMap(one => upstreams.get(one) ?? []);
    names.filter(one => !upstreams.has(one)).forEach((one) => {
      errors.push(`upstreams of federation upstream set "${name}" in virtual host "${host.name}" has "${one}", which is no declared federation upstream. `
        + 'Add it to federationUpstreams');
    });
    if (known.length > 0) {
      host.addFederationUpstreamSet(name, known, { removalPolicy });
    }
  });
}

/** Adds the shovels of a virtual host. Their ends can be in another one. */
export function addShovels(
  vhost: string, shovels: VirtualHostValues['shovels'], hosts: ReadonlyMap<string, HostContents>, { allow, errors }: LinkScope,
): void {
  const host = hosts.get(vhost)?.host;
  entriesOf(shovels).forEach(([name, values]) => {
    const [source, destination] = (['source', 'destination'] as const).map((option) => {
      const { egress, ...end } = values[option];
      open(allow, egress);
      return shovelEnd(`${option} of shovel "${name}" in virtual host "${vhost}"`, vhost, end, hosts, errors);
    });
    if (host && source && destination) {
      host.addShovel(name, { ...shovelOptions(values), source, destination });
    }
  });
}

function open(allow: LinkScope['allow'], egress: Target | undefined): void {
  if (egress) {
    allow({ ...egress, ports: egress.ports ?? AMQP_PORTS });
  }
}

function secretValue(host: RabbitMQVirtualHost, { existingSecret, key }: SecretValue): RabbitMQSecretValueOptions {
  return { secret: secretNamed(Chart.of(host), existingSecret), key };
}

function upstreamOptions(host: RabbitMQVirtualHost, values: Omit<FederationUpstreamValues, 'egress'>): RabbitMQFederationUpstreamOptions {
  return {
    ...values,
    uri: secretValue(host, values.uri),
    reconnectDelay: optionalTime(values.reconnectDelay),
    expires: optionalTime(values.expires),
    additional: argumentsOf(values.additional),
  };
}

function shovelOptions({ ackMode, prefetchCount, reconnectDelay, additional, removalPolicy }: ShovelValues): Omit<RabbitMQShovelOptions, 'source' | 'destination'> {
  return {
    ackMode,
    prefetchCount,
    reconnectDelay: optionalTime(reconnectDelay),
    additional: argumentsOf(additional),
    removalPolicy,
  };
}

/** An end in this cluster, by an object that values declare, or in another one. */
function shovelEnd(
  what: string,
  vhost: string,
  { virtualHost, uri, queue, exchange, routingKey }: ShovelEndValues,
  hosts: ReadonlyMap<string, HostContents>,
  errors: string[],
): RabbitMQShovelEndOptions | undefined {
  const place = virtualHost ?? vhost;
  const contents = hosts.get(place);
  if (uri) {
    if (virtualHost !== undefined) {
      errors.push(`${what} has uri and virtualHost, and the URI has a virtual host of its own. Remove virtualHost`);
    }
    return contents && { uri: secretValue(contents.host, uri), queueName: queue, exchangeName: exchange, routingKey };
  }
  const found = {
    queue: queue === undefined ? undefined : contents?.queue(queue),
    exchange: exchange === undefined || exchange === 'amq.default' ? undefined : contents?.exchange(exchange),
  };
  const unknown = Object.entries({ queue, exchange }).filter(
    ([kind, name]) => name !== undefined && found[kind as keyof typeof found] === undefined,
  );
  unknown.forEach(([kind, name]) => {
    errors.push(`${what} is ${kind} "${name}", which virtual host "${place}" does not declare. Add it there to ${kind}s`);
  });
  return unknown.length > 0 ? undefined : { ...found, routingKey };
}
