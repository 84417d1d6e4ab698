import { Construct } from 'constructs';
import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { requireName } from './names';
import { whole } from './numbers';
import { enablePlugins } from './plugins';
import { queueArguments } from './queue';
import { RabbitMQQueueOptions } from './queue-props';
import { lifecycle, RabbitMQRecreate, RabbitMQRemovalPolicy } from './removal-policy';
import { declarationsOf } from './topology';
import { grantRight, RabbitMQUser } from './users/user';
import { Duration, Size } from 'cdk8s';
import { RabbitMQLeaderLocator, RabbitMQQueueType } from '../configuration/groups/queues';
import { validateProps } from '../validation/props';

/** Options of a super stream. */
export interface RabbitMQSuperStreamOptions {
  /**
   * The number of partitions, which get the routing keys 0, 1, … Either this or `routingKeys`.
   * @default - one for each routing key
   */
  readonly partitions?: number;
  /**
   * The routing key of each partition.
   * @default - the numbers from 0 up
   */
  readonly routingKeys?: string[];
  /**
   * Which broker gets the leader of each partition.
   * @default - the cluster's `queues.leaderLocator`
   */
  readonly leaderLocator?: RabbitMQLeaderLocator;
  /**
   * The number of replicas of each partition.
   * @default - all brokers
   */
  readonly groupSize?: number;
  /**
   * How long messages are kept, in whole seconds.
   * @default - no limit
   */
  readonly maxAge?: Duration;
  /**
   * The highest number of bytes of each partition.
   * @default - no limit
   */
  readonly maxBytes?: Size;
  /**
   * The size of a segment file.
   * @default - 500 MB, the broker's own
   */
  readonly maxSegmentSize?: Size;
  /**
   * What happens in the brokers when it is no longer declared. A partition with messages is never deleted.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
  /**
   * What happens when the arguments of its partitions change.
   * @default RabbitMQRecreate.NEVER
   */
  readonly recreate?: RabbitMQRecreate;
}

/** Properties for `RabbitMQSuperStream`. */
export interface RabbitMQSuperStreamProps extends RabbitMQSuperStreamOptions {
  /** The virtual host. */
  readonly virtualHost: IRabbitMQVirtualHost;
  /** The name: 1 to 255 bytes, not starting with `amq.`. */
  readonly name: string;
}

/**
 * A super stream: an exchange, and a stream for each partition. The plugin `rabbitmq_stream` is enabled.
 *
 * @throws if it has neither or both of `partitions` and `routingKeys`, or a name is too long
 */
export class RabbitMQSuperStream extends Construct {
  /** The virtual host. */
  public readonly virtualHost: IRabbitMQVirtualHost;
  /** The name. */
  public readonly name: string;
  /** The names of the partitions' streams. */
  public readonly partitionNames: string[];

  public constructor(scope: Construct, id: string, props: RabbitMQSuperStreamProps) {
    super(scope, id);
    const { virtualHost, name, removalPolicy } = props;
    this.virtualHost = virtualHost;
    this.name = name;
    const { leaderLocator, groupSize, maxAge, maxBytes, maxSegmentSize } = props;
    const stream: RabbitMQQueueOptions = { leaderLocator, groupSize, maxAge, maxBytes, maxSegmentSize };
    const { keys, declared } = validateProps(this, 'RabbitMQSuperStreamProps', props, {
      name: () => { requireName('super stream', name); },
      keys: () => routingKeysOf(props),
      declared: () => queueArguments(stream, RabbitMQQueueType.STREAM),
    });
    this.partitionNames = keys.map(key => `${name}-${key}`);
    enablePlugins(virtualHost.cluster, 'rabbitmq_stream', 'rabbitmq_stream_management');
    const vhost = virtualHost.name;
    const removal = lifecycle(removalPolicy);
    const streamArguments = { 'x-queue-type': 'stream', ...Object.fromEntries(declared.map(({ argument, value }) => [argument, value])) };
    // the same as the stream plugin declares: https://www.rabbitmq.com/docs/streams#super-streams
    declarationsOf(virtualHost.cluster).add({
      objects: () => [
        { kind: 'exchange', vhost, name, ...removal, body: { type: 'direct', durable: true, auto_delete: false, internal: false, arguments: { 'x-super-stream': true } } },
        ...this.partitionNames.map(partition => (
          { kind: 'queue', vhost, name: partition, ...lifecycle(removalPolicy, props.recreate), body: { durable: true, auto_delete: false, arguments: streamArguments } })),
        ...this.partitionNames.map((partition, order) => ({
          kind: 'binding', vhost, source: name, destination: partition, destination_type: 'queue', ...removal,
          body: { routing_key: keys[order], arguments: { 'x-stream-partition-order': order } },
        })),
      ],
      model: () => ({
        exchanges: [{ vhost, name, type: 'direct', arguments: {}, path: this.node.path }],
        queues: this.partitionNames.map(partition => ({
          vhost,
          name: partition,
          type: RabbitMQQueueType.STREAM,
          durable: true,
          autoDelete: false,
          arguments: declared,
          path: this.node.path,
        })),
        bindings: this.partitionNames.map((partition, order) => (
          { vhost, source: name, destination: partition, destinationType: 'queue' as const, routingKey: keys[order], arguments: {}, path: this.node.path })),
      }),
    });
  }

  /** Allows a user to publish: `write` on the exact names of the exchange and the partitions. */
  public grantPublish(user: RabbitMQUser): void {
    [this.name, ...this.partitionNames].forEach((name) => { grantRight(user, this.virtualHost, 'write', name); });
  }

  /**
   * Allows a user to consume: `read` on the exact names of the exchange, which clients ask for the partitions,
   * and the partitions.
   */
  public grantConsume(user: RabbitMQUser): void {
    [this.name, ...this.partitionNames].forEach((name) => { grantRight(user, this.virtualHost, 'read', name); });
  }
}

/** @throws if the partitions aren't set in one of the 2 ways, or a name is too long */
function routingKeysOf({ name, partitions, routingKeys }: RabbitMQSuperStreamProps): string[] {
  if ((partitions === undefined) === (routingKeys === undefined)) {
    throw new Error(`super stream "${name}" has ${partitions === undefined ? 'neither' : 'both'} partitions and routingKeys: set one of them.`);
  }
  const keys = routingKeys ?? Array.from({ length: whole('partitions', partitions, 1, 1000) ?? 0 }, (_, index) => String(index));
  keys.forEach((key) => { requireName('partition', `${name}-${key}`); });
  return keys;
}
