import { Duration } from 'cdk8s';
import { boolean, count, milliseconds } from './format';
import { Mapping, toGroup, toKey } from './mapping';

/**
 * Continuous membership reconciliation of quorum queues. Since 3.13.
 *
 * @see https://www.rabbitmq.com/docs/quorum-queues#member-reconciliation
 */
export interface RabbitMQMembershipReconciliationOptions {
  /**
   * Whether it does
   * (`quorum_queue.continuous_membership_reconciliation.enabled`).
   * @default - true where these props are given; without them false, the broker's own
   */
  readonly enabled?: boolean;
  /**
   * The number of members that each queue is grown to (`….target_group_size`), where neither a policy nor the
   * queue says another.
   * @default - the number of members that the queue was declared with
   */
  readonly targetGroupSize?: number;
  /**
   * How often each queue is looked at, in whole milliseconds (`….interval`); joining and leaving nodes have it
   * looked at too.
   * @default - Duration.minutes(60), the broker's own
   */
  readonly interval?: Duration;
  /**
   * Whether members on nodes that aren't in the cluster any more are removed (`….auto_remove`).
   * @default - false, the broker's own
   */
  readonly autoRemove?: boolean;
}

const KEY = 'quorum_queue.continuous_membership_reconciliation';

const given = toGroup<RabbitMQMembershipReconciliationOptions>({
  enabled: toKey(`${KEY}.enabled`, boolean),
  targetGroupSize: toKey(`${KEY}.target_group_size`, count),
  interval: toKey(`${KEY}.interval`, milliseconds),
  autoRemove: toKey(`${KEY}.auto_remove`, boolean),
});

export const membershipReconciliation: Mapping<RabbitMQMembershipReconciliationOptions> = (group, context) =>
  given({ ...group, enabled: group.enabled ?? true }, context);
