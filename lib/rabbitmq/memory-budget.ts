import { formatBytes } from '../kubernetes/quantity';

/** How a broker divides the memory of its container; all in bytes. */
export interface RabbitMQMemoryBudget {
  /** The container's limit: above it the broker is killed. */
  readonly limitBytes: number;
  /**
   * What the broker is told that it has: the limit without a fifth for what it doesn't count, and no more than 2
   * GiB of that.
   */
  readonly availableBytes: number;
  /** Where the memory alarm goes off and publishers are blocked. */
  readonly highWatermarkBytes: number;
}

/**
 * The share of the limit that is kept from the broker, for the VM's own allocations, page cache that counts and the
 * command line tools: the RabbitMQ cluster operator's figure, https://github.com/rabbitmq/cluster-operator
 */
const HEADROOM_SHARE = 0.2;
const MAX_HEADROOM_BYTES = 2 * 2 ** 30;

/** The memory that has to be free above the alarm: https://www.rabbitmq.com/docs/production-checklist#resource-limits-ram */
export const MIN_FREE_BYTES = 256 * 2 ** 20;

/** The share of its memory at which a broker of 4.x blocks publishers, for every series: https://www.rabbitmq.com/docs/memory */
export const DEFAULT_WATERMARK = 0.6;

/** What a user decided of it. */
export interface MemoryChoices {
  /** What the broker is told that it has. */
  readonly availableBytes?: number;
  /** Where the alarm goes off, as a share of that. */
  readonly watermark?: number;
  /** Absolute memory watermark, in bytes; replaces a relative one. */
  readonly watermarkBytes?: number;
}

export function memoryBudget(limitBytes: number, chosen: MemoryChoices = {}): RabbitMQMemoryBudget {
  const availableBytes = chosen.availableBytes
    ?? Math.floor(limitBytes - Math.min(limitBytes * HEADROOM_SHARE, MAX_HEADROOM_BYTES));
  return {
    limitBytes: Math.floor(limitBytes),
    availableBytes,
    highWatermarkBytes: chosen.watermarkBytes ?? Math.floor(availableBytes * (chosen.watermark ?? DEFAULT_WATERMARK)),
  };
}

/** How the budget comes about, for messages. */
export function explainBudget(budget: RabbitMQMemoryBudget): string {
  const free = budget.limitBytes - budget.highWatermarkBytes;
  return `of ${formatBytes(budget.limitBytes)}, the broker uses up to ${formatBytes(budget.availableBytes)} and blocks publishers at ${formatBytes(budget.highWatermarkBytes)}, `
    + `which leaves ${formatBytes(free)} of headroom`;
}

/** The smallest limit in MiB that leaves enough memory free above an alarm at a share of it. */
export function smallestLimitMebibytes(watermark: number): number {
  return Math.ceil(MIN_FREE_BYTES / (1 - (1 - HEADROOM_SHARE) * watermark) / 2 ** 20);
}
