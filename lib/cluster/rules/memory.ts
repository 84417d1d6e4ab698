import { entriesLike, stated, statedOf } from './settings';
import { ClusterSubject } from './subject';
import { formatBytes, parseQuantity } from '../../kubernetes/quantity';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { explainBudget, MIN_FREE_BYTES, RabbitMQMemoryBudget, smallestLimitMebibytes } from '../../rabbitmq/memory-budget';

const AVAILABLE = 'total_memory_available_override_value';
const ABSOLUTE = 'vm_memory_high_watermark.absolute';
const RELATIVE = 'vm_memory_high_watermark.relative';
/**
 * From 4.3 on the older key has no effect on quorum queues: deps/rabbit/src/rabbit_ra_systems.erl of rabbitmq-server.
 */
const WAL_SIZE = /^(quorum_queue|raft)\.wal_max_size_bytes$/;
const GIBIBYTE = 2 ** 30;

/** CPU and memory of a broker; https://www.rabbitmq.com/docs/production-checklist#resource-limits-ram */
export const MEMORY_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'memory-limit-missing',
    severity: 'warning',
    when: subject => limitBytes(subject) === undefined,
    message: () => 'the broker container has no memory limit: it can use all memory of its Kubernetes node. Remove the patch',
  }),
  rule({
    id: 'memory-override-above-limit',
    severity: 'error',
    when: subject => subject.memoryBudget.availableBytes > (limitBytes(subject) ?? Infinity),
    message: subject => `${statedOf(subject, AVAILABLE)}, more than the container's limit of ${formatBytes(limitBytes(subject) ?? 0)}: the broker would be OOM-killed before its alarm. Remove it`,
  }),
  ruleForEach({
    id: 'watermark-above-limit',
    severity: 'error',
    each: budgets,
    when: budget => budget.highWatermarkBytes >= budget.limitBytes,
    message: (budget, subject) => `${watermark(subject)}: the alarm would fire at ${formatBytes(budget.highWatermarkBytes)}, but the container is OOM-killed at ${formatBytes(budget.limitBytes)}. Remove it, or stay under 70% of resources.memoryLimit`,
  }),
  ruleForEach({
    id: 'watermark-high',
    severity: 'warning',
    each: budgets,
    when: budget =>
      budget.highWatermarkBytes > 0.7 * budget.limitBytes && budget.highWatermarkBytes < budget.limitBytes,
    message: (budget, subject) => `${watermark(subject)}: the alarm would fire at ${formatBytes(budget.highWatermarkBytes)}, more than 70% of the memory limit ${formatBytes(budget.limitBytes)}. Lower it`,
  }),
  rule({
    id: 'watermark-unusual',
    severity: 'warning',
    when: ({ configuration }) => {
      const share = configuration.number(RELATIVE) ?? 0.6;
      return configuration.get(ABSOLUTE) === undefined && (share < 0.4 || share > 0.7);
    },
    message: subject => `${watermark(subject)}: the RabbitMQ team recommends 0.4 to 0.7 of the available memory`,
  }),
  ruleForEach({
    id: 'memory-free-short',
    severity: 'error',
    each: budgets,
    when: budget =>
      budget.highWatermarkBytes < budget.limitBytes && budget.limitBytes - budget.highWatermarkBytes < MIN_FREE_BYTES,
    message: (budget, subject) => `resources.memoryLimit is "${subject.resources.memoryLimit}", too small: ${explainBudget(budget)}, and RabbitMQ needs ${formatBytes(MIN_FREE_BYTES)}. ${remedy(subject)}`,
  }),
  rule({
    id: 'watermark-twice',
    severity: 'warning',
    when: ({ configuration }) =>
      configuration.chosen(ABSOLUTE) !== undefined && configuration.chosen(RELATIVE) !== undefined,
    message: subject => `${statedOf(subject, ABSOLUTE)}, and ${statedOf(subject, RELATIVE)}: the broker uses the absolute one. Remove one of them`,
  }),
  ruleForEach({
    id: 'wal-large',
    severity: 'warning',
    each: subject => entriesLike(subject, WAL_SIZE).filter(({ key }) => key.startsWith('quorum_queue.') === subject.image.version.isAtLeast('4.3')),
    when: ({ value }, { memoryBudget }) => 3 * Number(value) > memoryBudget.highWatermarkBytes,
    message: (entry, { memoryBudget }) => `${stated(entry)}: the write-ahead log of quorum queues needs 3 times its size in memory, `
      + `and the alarm fires at ${formatBytes(memoryBudget.highWatermarkBytes)}. Lower it to ${formatBytes(Math.floor(memoryBudget.highWatermarkBytes / 3))} or less, or raise resources.memoryLimit`,
  }),
  rule({
    id: 'memory-request-below-limit',
    severity: 'warning',
    when: ({ resources }) => resources.memoryRequestBytes < resources.memoryLimitBytes,
    message: ({ resources }) => `resources.memoryRequest is "${resources.memoryRequest}", below resources.memoryLimit "${resources.memoryLimit}": a broker that uses more than its request may be evicted. Remove the request`,
  }),
  rule({
    id: 'memory-small',
    severity: 'warning',
    when: ({ production, resources }) => production && resources.memoryLimitBytes < 4 * GIBIBYTE,
    message: ({ resources }) => `resources.memoryLimit is "${resources.memoryLimit}" in production: the RabbitMQ team recommends 4Gi or more`,
  }),
  rule({
    id: 'cpu-single',
    severity: 'warning',
    when: ({ production, resources }) => production && resources.cpuLimitCores < 2,
    message: ({ resources }) => `resources.cpuLimit is "${resources.cpuLimit ?? 'none'}" in production: RabbitMQ is not designed for a single core. Use 2 or more`,
  }),
  rule({
    id: 'cpu-few',
    severity: 'warning',
    when: ({ production, resources }) => production && resources.cpuRequestCores < 4,
    message: ({ resources }) => `resources.cpuRequest is "${resources.cpuRequest}" in production: the RabbitMQ team recommends 4 cores or more. Raise it, or acknowledge the warning if the load is small`,
  }),
];

function limitBytes({ broker }: ClusterSubject): number | undefined {
  const limit = broker.resources?.limits?.memory;
  return limit === undefined ? undefined : parseQuantity(String(limit));
}

/** The budget with the limit as it comes out; none where the container has no limit. */
function budgets(subject: ClusterSubject): RabbitMQMemoryBudget[] {
  const limit = limitBytes(subject);
  return limit === undefined ? [] : [{ ...subject.memoryBudget, limitBytes: limit }];
}

function watermark(subject: ClusterSubject): string {
  return statedOf(subject, ABSOLUTE, RELATIVE);
}

/** The limit alone, if the alarm is relative to it. */
function remedy(subject: ClusterSubject): string {
  const share = subject.configuration.number(RELATIVE);
  const bySharesOnly = !subject.configuration.get(ABSOLUTE) && !subject.configuration.chosen(AVAILABLE);
  return share !== undefined && bySharesOnly ? `Raise it to ${smallestLimitMebibytes(share)}Mi or more` : 'Raise it, or lower the watermark';
}
