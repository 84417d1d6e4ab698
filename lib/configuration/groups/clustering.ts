import { Duration } from 'cdk8s';
import { memberOf, seconds, text } from './format';
import { Mapping, toEntry, toGroup, toKey } from './mapping';

/** What brokers do that have lost sight of each other. */
export enum RabbitMQPartitionHandling {
  /** Go on; somebody has to decide later whose messages count. */
  IGNORE = 'ignore',
  /** Those that see half of the cluster or less stop until they see more. */
  PAUSE_MINORITY = 'pause_minority',
  /** Go on; later, the part with fewer clients is started again and loses what it took in between. */
  AUTOHEAL = 'autoheal',
}

/** How brokers hold together. */
export interface RabbitMQClusteringConfigurationOptions {
  /**
   * What brokers do that have lost sight of each other (`cluster_partition_handling`). It only counts where the
   * metadata is in Mnesia, and so never from 4.3.
   * @default - RabbitMQPartitionHandling.PAUSE_MINORITY where a new cluster has its metadata in Mnesia, up to 4.1; the
   * broker's own is IGNORE
   * @see https://www.rabbitmq.com/docs/partitions
   */
  readonly partitionHandling?: RabbitMQPartitionHandling;
  /**
   * After how long a silent broker counts as gone, in whole seconds (`net_ticktime`). RabbitMQ advises against less
   * than the default: https://www.rabbitmq.com/docs/nettick
   * @default - Duration.seconds(60), the broker's own
   */
  readonly netTickTime?: Duration;
  /**
   * Tags of the cluster, by name, for people and programs to know it by (`cluster_tags.…`). Since 4.0.4.
   * @default - none
   */
  readonly tags?: Record<string, string>;
}

const tags: Mapping<Record<string, string>> = (values, context) => Object.entries(values).map(([name, value]) => {
  if (!/^[\w-]+$/.test(name)) {
    throw new Error(`${context.field} has a tag "${name}": its name must be of letters, digits, "-" and "_"`);
  }
  return toEntry(`cluster_tags.${name}`, text(value, `${context.field}.${name}`), context);
});

export const clustering = toGroup<RabbitMQClusteringConfigurationOptions>({
  partitionHandling: toKey('cluster_partition_handling', memberOf(RabbitMQPartitionHandling)),
  netTickTime: toKey('net_ticktime', seconds),
  tags,
});
