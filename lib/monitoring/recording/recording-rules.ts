import { PrometheusRuleSpecGroups, PrometheusRuleSpecGroupsRulesExpr } from '../../../imports/monitoring.coreos.com';
import { CLUSTER_LABELS, ENDPOINT, PEERS, POD_LABELS, QUEUE_LABELS } from '../labels';
import { brokersUp, hasFamily, recorded, up, WatchedCluster } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;

/** What brokers know of each other: the links that they have, and the members to which they have none. */
const MEMBERSHIP = ['erlang_vm_dist_node_state', 'rabbitmq_unreachable_cluster_peers_count'] as const;

/** The windows over which failures are recorded, short and long ones for fast and slow burning. */
export const WINDOWS = ['5m', '30m', '1h', '6h'] as const;

/** A window of `WINDOWS`. */
export type Window = (typeof WINDOWS)[number];

/** The names of what is recorded; each keeps the labels `namespace` and `rabbitmq_cluster`. */
export const RECORDED = {
  members: 'rabbitmq:members:count',
  wanted: 'rabbitmq:brokers_wanted:count',
  majority: 'rabbitmq:majority:count',
  brokersUp: 'rabbitmq:brokers_up:ratio',
  publishingBlocked: 'rabbitmq:publishing_blocked:bool',
  consumingBlocked: 'rabbitmq:consuming_blocked:bool',
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
export function recordingGroups(cluster: WatchedCluster): PrometheusRuleSpecGroups[] {
  const rules = [
    { record: RECORDED.members, expr: members(cluster) },
    { record: RECORDED.wanted, expr: `clamp_min(${recorded(cluster, RECORDED.members)}, ${cluster.replicas})` },
    { record: RECORDED.majority, expr: `floor(${recorded(cluster, RECORDED.members)} / 2) + 1` },
    { record: RECORDED.brokersUp, expr: `${brokersUp(cluster)} / (${recorded(cluster, RECORDED.wanted)} > 0)` },
    { record: RECORDED.consumingBlocked, expr: consumingBlocked(cluster) },
    { record: RECORDED.publishingBlocked, expr: publishingBlocked(cluster) },
    ...WINDOWS.map(window => ({
      record: RECORDED.publishingFailures(window),
      expr: publishingFailures(cluster, window),
    })),
    ...WINDOWS.map(window => ({
      record: RECORDED.consumingFailures(window),
      expr: consumingFailures(cluster, window),
    })),
    ...commitLatency(cluster),
    ...queueAge(cluster),
  ];
  return [{
    name: `rabbitmq.${cluster.name}.recording`,
    rules: rules.map(({ record, expr }) => ({ record, expr: PrometheusRuleSpecGroupsRulesExpr.fromString(expr) })),
  }];
}

/**
 * How many brokers the cluster has, up or not, as those that are up know it: the peers that each sees, those that it
 * doesn't, and itself. It follows a cluster that is scaled by something else than its description. As described where
 * no broker tells.
 */
function members(cluster: WatchedCluster): string {
  const { promql, replicas } = cluster;
  const described = `${brokersUp(cluster)} * 0 + ${replicas}`;
  if (!MEMBERSHIP.every(metric => promql.has(metric))) {
    return described;
  }
  const [links, unreachable] = MEMBERSHIP;
  const seen = `count by (${POD_LABELS}) (${promql.of(links, AGGREGATED, PEERS)} == 3) or max by (${POD_LABELS}) (${up(cluster)} == 1) * 0`;
  return `max by (${CLUSTER_LABELS}) ((${seen}) + max by (${POD_LABELS}) (${promql.of(unreachable, AGGREGATED)}) + 1) or ${described}`;
}

/**
 * 1 while nobody can consume: a majority of the brokers is down, or none can even be found. A cluster that was not
 * whole within a day has never been up, such as one that is being made.
 */
function consumingBlocked(cluster: WatchedCluster): string {
  const nowhere = `max by (${CLUSTER_LABELS}) (absent(${up(cluster)}))`;
  const wasWhole = `max_over_time(${recorded(cluster, RECORDED.brokersUp)}[1d]) >= bool 1`;
  return `((${brokersUp(cluster)} < bool ${recorded(cluster, RECORDED.majority)}) or ${nowhere}) * (${wasWhole})`;
}

/** 1 while nobody can publish: nobody can consume either, or an alarm is on. */
function publishingBlocked(cluster: WatchedCluster): string {
  const down = recorded(cluster, RECORDED.consumingBlocked);
  const alarm = (metric: string): string => `(max by (${CLUSTER_LABELS}) (${cluster.promql.of(metric, AGGREGATED)}) or ${down} * 0)`;
  return `clamp_max(${alarm('rabbitmq_alarms_memory_used_watermark')} + ${alarm('rabbitmq_alarms_free_disk_space_watermark')} + ${down}, 1)`;
}

/**
 * The share of published messages that were not confirmed or reached no queue, and of the time in which
 * nobody could publish.
 */
function publishingFailures(cluster: WatchedCluster, window: Window): string {
  const received = rate(cluster, 'rabbitmq_global_messages_received_total', window);
  const unconfirmed = `clamp_min(${rate(cluster, 'rabbitmq_global_messages_received_confirm_total', window)} - ${rate(cluster, 'rabbitmq_global_messages_confirmed_total', window)}, 0)`;
  const dropped = rate(cluster, 'rabbitmq_global_messages_unroutable_dropped_total', window);
  return orBlocked(`(${unconfirmed} + ${dropped}) / (${received} > 0)`, received, `avg_over_time(${recorded(cluster, RECORDED.publishingBlocked)}[${window}])`);
}

/**
 * A share of what goes through, none of which fails where nothing does, and the share of the time in
 * which nothing could.
 */
function orBlocked(share: string, through: string, blocked: string): string {
  return `(${share} or ${through} * 0 or ${blocked} * 0) + ${blocked}`;
}

/** The share of deliveries that were made again, and of the time in which nobody could consume. */
function consumingFailures(cluster: WatchedCluster, window: Window): string {
  const delivered = rate(cluster, 'rabbitmq_global_messages_delivered_total', window);
  const redelivered = rate(cluster, 'rabbitmq_global_messages_redelivered_total', window);
  return orBlocked(`${redelivered} / (${delivered} > 0)`, delivered, `avg_over_time(${recorded(cluster, RECORDED.consumingBlocked)}[${window}])`);
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
