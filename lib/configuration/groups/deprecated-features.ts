import { memberOf } from './format';
import { Mapping, toEntry, toGroup } from './mapping';

/**
 * Features that RabbitMQ is about to remove.
 *
 * @see https://www.rabbitmq.com/docs/deprecated-features
 */
export enum RabbitMQDeprecatedFeature {
  /** The old notation of addresses in AMQP 1.0. Known from 4.0, denied from 4.3. */
  AMQP_ADDRESS_V1 = 'amqp_address_v1',
  /** The old, wrong way of filtering streams in AMQP 1.0. Known from 4.1, denied from 4.3. */
  AMQP_FILTER_SET_BUG = 'amqp_filter_set_bug',
  /** Mirrored classic queues. Known in 3.13, gone from 4.0. */
  CLASSIC_QUEUE_MIRRORING = 'classic_queue_mirroring',
  /** A prefetch that all consumers of a channel share. Known from 3.13, denied from 4.3. */
  GLOBAL_QOS = 'global_qos',
  /** Figures in the management UI, where Prometheus has them. Known from 3.13, permitted still in 4.3. */
  MANAGEMENT_METRICS_COLLECTION = 'management_metrics_collection',
  /** Choosing a queue's broker by `x-queue-master-locator`. Known from 4.0, denied from 4.3. */
  QUEUE_MASTER_LOCATOR = 'queue_master_locator',
  /** Brokers that keep metadata in memory only. Known from 3.13, gone from 4.3. */
  RAM_NODE_TYPE = 'ram_node_type',
  /** Queues that neither outlive a restart nor belong to one connection. Known from 3.13, denied from 4.3. */
  TRANSIENT_NONEXCL_QUEUES = 'transient_nonexcl_queues',
}

/** Which deprecated features may be used (`deprecated_features.permit.…`). Since 3.13. */
export interface RabbitMQDeprecatedFeaturesOptions {
  /**
   * Those that may be used, where the release would deny them.
   * @default - what the release permits
   */
  readonly permit?: RabbitMQDeprecatedFeature[];
  /**
   * Those that may not be used, where the release would permit them: to find out before an upgrade who still does.
   * @default - what the release denies
   */
  readonly deny?: RabbitMQDeprecatedFeature[];
}

const feature = memberOf(RabbitMQDeprecatedFeature);

function switchTo(value: 'true' | 'false'): Mapping<RabbitMQDeprecatedFeature[]> {
  return (features, context) => features.map(name => toEntry(`deprecated_features.permit.${feature(name, context.field)}`, value, context));
}

const given = toGroup<RabbitMQDeprecatedFeaturesOptions>({ permit: switchTo('true'), deny: switchTo('false') });

export const deprecatedFeatures: Mapping<RabbitMQDeprecatedFeaturesOptions> = (group, context) => {
  const both = group.permit?.find(name => group.deny?.includes(name));
  if (both) {
    throw new Error(`${context.field} has "${both}" both in permit and in deny. Remove it from one`);
  }
  return given(group, context);
};
