import { requireShare } from './objectives';
import { RabbitMQServiceLevel } from './options';
import { PrometheusRuleSpecGroups, PrometheusRuleSpecGroupsRulesExpr } from '../../../imports/monitoring.coreos.com';
import { brokersUp, CLUSTER_LABELS, ENDPOINT, hasFamily, QUEUE_LABELS, WatchedCluster } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;

/** The windows over which failures are recorded, short and long ones for fast and slow burning. */
export const WINDOWS = ['5m', '30m', '1h', '6h'] as const;

/** A window of `WINDOWS`. */
export type Window = (typeof WINDOWS)[number];

/** The names of what is recorded; each keeps the labels `namespace` and `rabbitmq_cluster`. */
export const RECORDED = {
  brokersUp: 'rabbitmq:brokers_up:ratio',
  publishingBlocked: 'rabbitmq:publishing_blocked:bool',
  publishingFailures: (window: Window) => `rabbitmq:publishing_failures:ratio_${window}`,
  consumingFailures: (window: Window) => `rabbitmq:consuming_failures:ratio_${window}`,
  commitLatency: 'rabbitmq:publish_to_confirm_seconds:max',
  queueAge: 'rabbitmq:queue_age_seconds:max',
} as const;

interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

/** The rules that record the service level of a cluster: what alerts and dashboards look at. */
export function recordingGroups(cluster: WatchedCluster, serviceLevel: RabbitMQServiceLevel): PrometheusRuleSpecGroups[] {
  requireShare('serviceLevel.publishing', serviceLevel.publishing);
  requireShare('serviceLevel.consuming', serviceLevel.consuming);
  const rules = [
    ...(cluster.replicas > 0 ? [{ record: RECORDED.brokersUp, expr: `${brokersUp(cluster)} / ${cluster.replicas}` }] : []),
    { record: RECORDED.publishingBlocked, expr: publishingBlocked(cluster) },
    ...WINDOWS.map(window => ({ record: RECORDED.publishingFailures(window), expr: publishingFailures(cluster, window) })),
    ...WINDOWS.map(window => ({ record: RECORDED.consumingFailures(window), expr: consumingFailures(cluster, window) })),
    ...commitLatency(cluster),
    ...queueAge(cluster),
  ];
  return [{
    name: `rabbitmq.${cluster.name}.recording`,
    rules: rules.map(({ record, expr }) => ({ record, expr: PrometheusRuleSpecGroupsRulesExpr.fromString(expr) })),
  }];
}

/** 1 while nobody can publish: an alarm is on, or a majority of the brokers is down. */
function publishingBlocked(cluster: WatchedCluster): string {
  const alarm = (metric: string): string => `max by (${CLUSTER_LABELS}) (${cluster.promql.of(metric, AGGREGATED)})`;
  return `clamp_max(${alarm('rabbitmq_alarms_memory_used_watermark')} + ${alarm('rabbitmq_alarms_free_disk_space_watermark')} + (${brokersUp(cluster)} < bool ${cluster.majority}), 1)`;
}

/** The share of published messages that were not confirmed or reached no queue, and of the time in which nobody could publish. */
function publishingFailures(cluster: WatchedCluster, window: Window): string {
  const received = rate(cluster, 'rabbitmq_global_messages_received_total', window);
  const unconfirmed = `clamp_min(${rate(cluster, 'rabbitmq_global_messages_received_confirm_total', window)} - ${rate(cluster, 'rabbitmq_global_messages_confirmed_total', window)}, 0)`;
  const dropped = rate(cluster, 'rabbitmq_global_messages_unroutable_dropped_total', window);
  const blocked = `avg_over_time(${RECORDED.publishingBlocked}{${identity(cluster)}}[${window}])`;
  return `((${unconfirmed} + ${dropped}) / (${received} > 0) or ${received} * 0) + ${blocked}`;
}

/** The share of deliveries that were made again. */
function consumingFailures(cluster: WatchedCluster, window: Window): string {
  const delivered = rate(cluster, 'rabbitmq_global_messages_delivered_total', window);
  return `${rate(cluster, 'rabbitmq_global_messages_redelivered_total', window)} / (${delivered} > 0) or ${delivered} * 0`;
}

/** How long a majority takes to agree on a write, which is most of what a publisher waits for its confirm. */
function commitLatency({ promql }: WatchedCluster): RecordingRule[] {
  const metric = 'rabbitmq_raft_max_commit_latency_seconds';
  return promql.has(metric) ? [{ record: RECORDED.commitLatency, expr: `max by (${CLUSTER_LABELS}) (${promql.of(metric)})` }] : [];
}

/** How old the first message of a queue is, where publishers set its timestamp and the broker has it in memory. */
function queueAge(cluster: WatchedCluster): RecordingRule[] {
  return hasFamily('queue_metrics')(cluster)
    ? [{ record: RECORDED.queueAge, expr: `time() - min by (${QUEUE_LABELS}) (${cluster.promql.of('rabbitmq_detailed_queue_head_message_timestamp')} > 0)` }]
    : [];
}

function rate({ promql }: WatchedCluster, metric: string, window: Window): string {
  return `sum by (${CLUSTER_LABELS}) (${promql.over('rate', metric, window, AGGREGATED)})`;
}

/** The matchers for what was recorded of a cluster. */
export function identity({ name, namespace }: WatchedCluster): string {
  return [...(namespace === undefined ? [] : [`namespace="${namespace}"`]), `rabbitmq_cluster="${name}"`].join(',');
}
