import { PromQL } from './promql';
import { METRICS } from './table';
import { closest } from '../../validation/distance';

/** Names of other exporters and of books, and what is meant. */
const MEANT: Readonly<Record<string, string>> = {
  rabbitmq_up: 'up',
  rabbitmq_running: 'up',
  rabbitmq_memory_used: 'rabbitmq_process_resident_memory_bytes',
  rabbitmq_node_mem_used: 'rabbitmq_process_resident_memory_bytes',
  rabbitmq_memory_total: 'rabbitmq_resident_memory_limit_bytes',
  rabbitmq_node_mem_limit: 'rabbitmq_resident_memory_limit_bytes',
  rabbitmq_node_mem_alarm: 'rabbitmq_alarms_memory_used_watermark',
  rabbitmq_node_disk_free: 'rabbitmq_disk_space_available_bytes',
  rabbitmq_node_disk_free_limit: 'rabbitmq_disk_space_available_limit_bytes',
  rabbitmq_node_disk_free_alarm: 'rabbitmq_alarms_free_disk_space_watermark',
  rabbitmq_fd_used: 'rabbitmq_process_open_fds',
  rabbitmq_fd_total: 'rabbitmq_process_max_fds',
  rabbitmq_sockets_used: 'rabbitmq_process_open_fds',
  rabbitmq_partitions: 'rabbitmq_unreachable_cluster_peers_count',
  rabbitmq_connectionsTotal: 'rabbitmq_connections',
  rabbitmq_channelsTotal: 'rabbitmq_channels',
  rabbitmq_queuesTotal: 'rabbitmq_queues',
  rabbitmq_consumersTotal: 'rabbitmq_consumers',
  rabbitmq_queue_messages_total: 'rabbitmq_queue_messages',
  rabbitmq_queue_messages_published_total: 'rabbitmq_global_messages_received_total',
};

/** Metrics that brokers had under names of the past. */
const FORMER = new Set(METRICS.flatMap(({ formerly }) => (formerly ? [formerly.name] : [])));
const NAMES = [...METRICS.map(({ name }) => name), ...FORMER];
const KNOWN = new Set(NAMES);

/** A metric that nobody has, or nobody who is watched, and which one may be meant. */
export interface UnknownMetric {
  readonly name: string;
  readonly nearest?: string;
}

/** The metrics of brokers in an expression that no series has. */
export function unknownMetrics(expression: string): UnknownMetric[] {
  return metricsIn(expression)
    .filter(name => !KNOWN.has(name))
    .map(name => ({ name, nearest: MEANT[name] ?? closest(name, NAMES) }));
}

/**
 * The metrics of brokers in an expression that other series have than those watched, and what these call them, if
 * they have them.
 */
export function absentMetrics(expression: string, promql: PromQL): UnknownMetric[] {
  return metricsIn(expression).flatMap((name) => {
    const names = METRICS.filter(metric => metric.name === name || metric.formerly?.name === name).flatMap(metric =>
      promql.namesFor(metric.name));
    return !KNOWN.has(name) || names.includes(name) ? [] : [{ name, nearest: names[0] }];
  });
}

/** The metrics of brokers in an expression; names with a colon are recorded, not exposed. */
function metricsIn(expression: string): string[] {
  const withoutStrings = expression.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '""');
  const withoutLabels = withoutStrings.replace(/\{[^}]*\}|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  return [...new Set(withoutLabels.match(/(?<![\w:])rabbitmq_\w+(?![\w:])/g))];
}
