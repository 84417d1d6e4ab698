import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { ENDPOINT, POD_LABELS } from '../labels';
import { ofItsPods } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;

/** Memory, CPU, file descriptors and Erlang processes of a broker. */
export const RESOURCE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQMemoryAlarm',
    severity: RabbitMQAlertSeverity.CRITICAL,
    metrics: ['rabbitmq_alarms_memory_used_watermark'],
    expr: ({ promql }) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_process_resident_memory_bytes', AGGREGATED)})`
      + ` and max by (${POD_LABELS}) (${promql.of('rabbitmq_alarms_memory_used_watermark')}) > 0`,
    summary: 'Broker {{ $labels.pod }} uses {{ $value | humanize1024 }}B of memory, more than its watermark, and blocks publishers',
    description: 'Every connection that publishes to cluster {{ $labels.rabbitmq_cluster }} is blocked, on all brokers, until {{ $labels.pod }} is below its watermark again. '
      + 'Consumers continue, and no confirmed message is lost.',
  },
  {
    name: 'RabbitMQMemoryHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'share of the memory watermark', default: () => 0.85, because: 'usage varies by a tenth under steady load' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_process_resident_memory_bytes', AGGREGATED)} / ${promql.of('rabbitmq_resident_memory_limit_bytes', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory watermark',
    description: 'If memory grows further, the memory alarm blocks all publishers to cluster {{ $labels.rabbitmq_cluster }}.',
  },
  {
    name: 'RabbitMQContainerMemoryHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'share of the container\'s memory limit', default: () => 0.9, because: 'the kernel kills it at 1; the memory alarm fires at 0.48' },
    expr: (cluster, threshold) => `max by (namespace, pod) (${cluster.promql.of('container_memory_working_set_bytes', ofItsPods(cluster), 'container="rabbitmq"')})`
      + ` / ${cluster.memoryBudget.limitBytes} > ${threshold}`,
    summary: 'The container of broker {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit',
    description: 'At its limit, the kernel kills the broker: clients lose their connections, and cluster {{ $labels.rabbitmq_cluster }} has one broker less until it is back.',
  },
  {
    name: 'RabbitMQCpuHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: {
      of: 'share of the container\'s CPU limit, or of its request without a limit',
      default: () => 0.85,
      because: 'the rest is needed for elections, and for the clients of a broker that fails',
    },
    expr: (cluster, threshold) => {
      const ofBroker = [ofItsPods(cluster), 'container="rabbitmq"'];
      const used = `sum by (namespace, pod) (${cluster.promql.over('rate', 'container_cpu_usage_seconds_total', '5m', ...ofBroker)})`;
      const cores = (metric: string): string => `max by (namespace, pod) (${cluster.promql.of(metric, ...ofBroker, 'resource="cpu"')})`;
      return `${used} / (${cores('kube_pod_container_resource_limits')} or ${cores('kube_pod_container_resource_requests')}) > ${threshold}`;
    },
    summary: 'Broker {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its CPU',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} still keeps up. A peak, or the load of another broker that fails, makes confirms and deliveries wait.',
  },
  {
    name: 'RabbitMQCpuThrottled',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'share of periods in which the container was throttled', default: () => 0.5, because: 'half of the time without CPU delays every confirm' },
    expr: (cluster, threshold) => {
      const rate = (metric: string): string => `sum by (namespace, pod) (${cluster.promql.over('rate', metric, '5m', ofItsPods(cluster), 'container="rabbitmq"')})`;
      return `${rate('container_cpu_cfs_throttled_periods_total')} / ${rate('container_cpu_cfs_periods_total')} > ${threshold}`;
    },
    summary: 'Broker {{ $labels.pod }} is throttled by its CPU limit {{ $value | humanizePercentage }} of the time',
    description: 'Confirms and deliveries of cluster {{ $labels.rabbitmq_cluster }} are delayed. Elections become more likely, because brokers answer each other late.',
  },
  {
    name: 'RabbitMQFileDescriptorsHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'share of file descriptors', default: () => 0.8, because: 'each connection and each open file of a queue uses one; at 1, the broker accepts no connections' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_process_open_fds', AGGREGATED)} / ${promql.of('rabbitmq_process_max_fds', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} has {{ $value | humanizePercentage }} of its file descriptors in use',
    description: 'When all are used, the broker of cluster {{ $labels.rabbitmq_cluster }} accepts no connections and cannot open files of queues.',
  },
  {
    name: 'RabbitMQFileDescriptorAlarm',
    severity: RabbitMQAlertSeverity.CRITICAL,
    metrics: ['rabbitmq_alarms_file_descriptor_limit'],
    expr: ({ promql }) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_process_open_fds', AGGREGATED)})`
      + ` and max by (${POD_LABELS}) (${promql.of('rabbitmq_alarms_file_descriptor_limit')}) > 0`,
    summary: 'Broker {{ $labels.pod }} has no free file descriptors: {{ $value }} are open',
    description: 'It accepts no connections: clients of cluster {{ $labels.rabbitmq_cluster }} that reach it fail until some are free.',
  },
  {
    name: 'RabbitMQErlangProcessesHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'share of Erlang processes', default: () => 0.8, because: 'at 1, the broker crashes; each connection, channel and queue uses some' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_erlang_processes_used', AGGREGATED)} / ${promql.of('rabbitmq_erlang_processes_limit', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its Erlang processes',
    description: 'When all are used, the broker of cluster {{ $labels.rabbitmq_cluster }} crashes. Probably a client opens connections, channels or queues without closing them.',
  },
];
