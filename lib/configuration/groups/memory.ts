import { memberOf, share } from './format';
import { toGroup, toKey } from './mapping';

/** How a broker measures the memory that it uses. */
export enum RabbitMQMemoryCalculation {
  /** As the operating system counts the resident set. */
  RSS = 'rss',
  /** What the Erlang VM's allocators hold. */
  ALLOCATED = 'allocated',
  /** What the Erlang VM's own report adds up to: less than what the container is charged for. */
  ERLANG = 'erlang',
}

/** When a broker stops taking messages for want of memory. */
export interface RabbitMQMemoryConfigurationOptions {
  /**
   * Where the memory alarm goes off and publishers are blocked, as a share of
   * `RabbitMQCluster.memoryBudget.availableBytes`, from 0.01 to 1. Written as `vm_memory_high_watermark.relative`.
   * @default - 0.6, the broker's own of 4.x (0.4 up to 3.13)
   * @see https://www.rabbitmq.com/docs/memory
   */
  readonly highWatermark?: number;
  /**
   * How the used memory is measured (`vm_memory_calculation_strategy`).
   * @default - RabbitMQMemoryCalculation.RSS, the broker's own
   */
  readonly calculationStrategy?: RabbitMQMemoryCalculation;
}

export const memory = toGroup<RabbitMQMemoryConfigurationOptions>({
  highWatermark: toKey('vm_memory_high_watermark.relative', share),
  calculationStrategy: toKey('vm_memory_calculation_strategy', memberOf(RabbitMQMemoryCalculation)),
});
