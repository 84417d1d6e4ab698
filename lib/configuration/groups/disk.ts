import { quantity } from './format';
import { toGroup, toKey } from './mapping';

/** When a broker stops taking messages for want of disk space. */
export interface RabbitMQDiskConfigurationOptions {
  /**
   * The free space below which publishers are blocked, as a Kubernetes quantity: `2Gi`. Written in bytes, as
   * `disk_free_limit.absolute`.
   * @default - computed from memory and volume size; the broker's own of 50 MB loses nodes
   * @see https://www.rabbitmq.com/docs/disk-alarms
   */
  readonly freeLimit?: string;
}

export const disk = toGroup<RabbitMQDiskConfigurationOptions>({
  freeLimit: toKey('disk_free_limit.absolute', quantity),
});
