import { Duration } from 'cdk8s';
import { RabbitMQArgument, withAdditional } from './argument';
import { RabbitMQAckMode, RabbitMQEgressOptions } from './federation-props';
import { allowEgress } from './federation-upstream';
import { IRabbitMQExchange, IRabbitMQQueue } from './interfaces';
import { IRabbitMQVirtualHost, isOneCluster } from './virtual-host-interface';
import { Json, ShovelEndModel } from './model';
import { addParameter } from './parameter';
import { enablePlugins } from './plugins';
import { whole } from './numbers';
import { RabbitMQRemovalPolicy } from './removal-policy';
import { fromSecret, RabbitMQSecretValueOptions } from './secret-value';
import { declarationsOf } from './topology';
import { wholeSeconds } from '../kubernetes/seconds';

/** One end of a shovel: a queue or an exchange, here or in another cluster. */
export interface RabbitMQShovelEndOptions {
  /**
   * A queue of this cluster.
   * @default - an exchange, or a queue of another cluster
   */
  readonly queue?: IRabbitMQQueue;
  /**
   * An exchange of this cluster.
   * @default - a queue, or an exchange of another cluster
   */
  readonly exchange?: IRabbitMQExchange;
  /**
   * The Secret with the other cluster's URI: `amqps://user:password@host:5671/vhost`. It is never written to a manifest.
   * @default - the end is in this cluster
   */
  readonly uri?: RabbitMQSecretValueOptions;
  /**
   * The name of a queue of the other cluster.
   * @default - an exchange
   */
  readonly queueName?: string;
  /**
   * The name of an exchange of the other cluster.
   * @default - a queue
   */
  readonly exchangeName?: string;
  /**
   * For an exchange as the source, the binding key; as the destination, the routing key.
   * @default - the message's own as the destination, the empty one as the source
   */
  readonly routingKey?: string;
  /**
   * Where the other cluster is, so that the brokers' NetworkPolicy allows the connection.
   * @default - the NetworkPolicy stays as it is
   */
  readonly egress?: RabbitMQEgressOptions;
}

/** Options of a shovel. */
export interface RabbitMQShovelOptions {
  /** Where messages come from. */
  readonly source: RabbitMQShovelEndOptions;
  /** Where they go. */
  readonly destination: RabbitMQShovelEndOptions;
  /**
   * When a message is acknowledged to the source.
   * @default - RabbitMQAckMode.ON_CONFIRM, the broker's own
   */
  readonly ackMode?: RabbitMQAckMode;
  /**
   * How many messages may be on the way unacknowledged.
   * @default - 1000, the broker's own
   */
  readonly prefetchCount?: number;
  /**
   * How long to wait before a new connection attempt, in whole seconds.
   * @default - 5 seconds, the broker's own
   */
  readonly reconnectDelay?: Duration;
  /**
   * Further keys by name: `src-delete-after`, `dest-add-forward-headers`.
   * @default - none
   */
  readonly additional?: Record<string, RabbitMQArgument>;
  /**
   * What happens in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}

/** Declares a shovel; the plugin `rabbitmq_shovel` is enabled. */
export function addShovel(virtualHost: IRabbitMQVirtualHost, name: string, options: RabbitMQShovelOptions): void {
  const { source, destination, ackMode, prefetchCount, reconnectDelay, removalPolicy } = options;
  const { cluster } = virtualHost;
  enablePlugins(cluster, 'rabbitmq_shovel', 'rabbitmq_shovel_management');
  allowEgress(cluster, source.egress);
  allowEgress(cluster, destination.egress);
  addParameter(virtualHost, 'shovel', name, withAdditional(`shovel "${name}"`, {
    ...end(virtualHost, `source of shovel "${name}" in virtual host "${virtualHost.name}"`, 'src', source),
    ...end(virtualHost, `destination of shovel "${name}" in virtual host "${virtualHost.name}"`, 'dest', destination),
    ...(ackMode && { 'ack-mode': ackMode }),
    ...(prefetchCount !== undefined && { 'src-prefetch-count': whole('prefetchCount', prefetchCount, 1) ?? 1 }),
    ...(reconnectDelay && { 'reconnect-delay': wholeSeconds('reconnectDelay', reconnectDelay) }),
  }, options.additional), removalPolicy);
  declarationsOf(cluster).add({
    model: () => ({
      shovels: [{
        vhost: virtualHost.name,
        name,
        path: virtualHost.node.path,
        source: localEnd(source) ?? distantEnd(source),
        destination: localEnd(destination) ?? distantEnd(destination),
      }],
    }),
  });
}

/** An end in the cluster itself. */
function localEnd({ queue, exchange, uri, routingKey }: RabbitMQShovelEndOptions): ShovelEndModel | undefined {
  const object = queue ?? exchange;
  return object && !uri ? { kind: queue ? 'queue' : 'exchange', vhost: object.virtualHost.name, name: object.name, routingKey } : undefined;
}

/** An end in another cluster: the virtual host of its URI has no name here. */
function distantEnd(
  { queue, exchange, uri, routingKey, ...names }: RabbitMQShovelEndOptions,
): ShovelEndModel | undefined {
  const { queueName = queue?.name, exchangeName = exchange?.name } = names;
  return uri && { kind: queueName === undefined ? 'exchange' : 'queue', vhost: `${uri.key ?? 'uri'} in Secret ${uri.secret.name}`, name: queueName ?? exchangeName ?? '', routingKey };
}

/** @throws if an end has not one of queue and exchange */
function end(virtualHost: IRabbitMQVirtualHost, what: string, prefix: 'src' | 'dest', options: RabbitMQShovelEndOptions): Record<string, Json> {
  const { queue, exchange, uri, queueName = queue?.name, exchangeName = exchange?.name, routingKey } = options;
  if ((queueName === undefined) === (exchangeName === undefined)) {
    throw new Error(`${what} has ${queueName === undefined ? 'neither a queue nor' : 'both a queue and'} an exchange: name one of them.`);
  }
  const object = queue ?? exchange;
  if (!uri && object && !isOneCluster(object.virtualHost.cluster, virtualHost.cluster)) {
    throw new Error(`${what} is "${object.name}" of cluster "${object.virtualHost.cluster.clusterName}", not of "${virtualHost.cluster.clusterName}": set its uri, and queueName or exchangeName.`);
  }
  if (queueName !== undefined && routingKey !== undefined) {
    throw new Error(`${what} has routingKey "${routingKey}" and a queue, which takes no routing key: leave it out, or name an exchange.`);
  }
  if (!uri && !queue && !exchange) {
    throw new Error(`${what} names "${queueName ?? exchangeName ?? ''}" without a URI: pass the queue or the exchange of this cluster, or the uri of another.`);
  }
  const vhost = (queue ?? exchange)?.virtualHost.name ?? virtualHost.name;
  return {
    [`${prefix}-protocol`]: 'amqp091',
    // without a host, the shovel connects to its own broker and needs no password
    [`${prefix}-uri`]: uri ? fromSecret(virtualHost, uri) : `amqp:///${encodeURIComponent(vhost)}`,
    ...(queueName === undefined ? { [`${prefix}-exchange`]: exchangeName ?? '' } : { [`${prefix}-queue`]: queueName }),
    ...(routingKey !== undefined && { [`${prefix}-exchange-key`]: routingKey }),
  };
}
