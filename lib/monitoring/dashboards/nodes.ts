import { DashboardDefinition, lines } from './panel';
import { PromQL } from '../metrics/promql';

const MAIN = 'endpoint="prometheus"';
const RATE = '$__rate_interval';
const BY_POD = '{{pod}}';

function share(promql: PromQL, used: string, limit: string): string {
  return `max by (pod) (${promql.of(used, MAIN)} / ${promql.of(limit, MAIN)})`;
}

/** The matchers of the brokers' containers, for metrics of the kubelet and of kube-state-metrics. */
const CONTAINER = ['pod=~"$cluster-[0-9]+"', 'container="rabbitmq"'];

function cores(promql: PromQL, metric: string): string {
  return `max(${promql.of(metric, ...CONTAINER, 'resource="cpu"')})`;
}

function periods(promql: PromQL, metric: string): string {
  return `sum by (pod) (${promql.over('rate', metric, RATE, ...CONTAINER)})`;
}

/** What each broker has and uses. */
export const NODES: DashboardDefinition = {
  id: 'nodes',
  title: 'RabbitMQ nodes and memory',
  description: 'Memory, CPU, disk and limits of each broker.',
  rows: [
    {
      title: 'Memory',
      panels: [
        lines({
          title: 'Memory, share of the watermark', description: 'At 100%, the broker blocks publishers.', unit: 'percentunit', thresholds: { warning: 0.85, critical: 1 },
          targets: promql => [{ expr: share(promql, 'rabbitmq_process_resident_memory_bytes', 'rabbitmq_resident_memory_limit_bytes'), legend: BY_POD }],
        }),
        lines({ title: 'Memory used', description: 'Memory of the broker process.', unit: 'bytes', targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_process_resident_memory_bytes', MAIN)})`, legend: BY_POD }] }),
        lines({
          title: 'Erlang memory by type', description: 'Memory of the Erlang VM by type, all brokers. Processes are connections, channels and queues.', unit: 'bytes',
          targets: promql => [
            { expr: `sum by (kind) (${promql.of('erlang_vm_memory_processes_bytes', MAIN)})`, legend: 'processes {{kind}}' },
            { expr: `sum by (usage) (${promql.of('erlang_vm_memory_system_bytes', MAIN)})`, legend: 'system {{usage}}' },
          ],
        }),
        lines({ title: 'Memory reclaimed', description: 'Memory freed by garbage collection. A high rate with little traffic means churn.', unit: 'Bps', targets: promql => [{ expr: `max by (pod) (${promql.over('rate', 'rabbitmq_erlang_gc_reclaimed_bytes_total', RATE, MAIN)})`, legend: BY_POD }] }),
      ],
    },
    {
      title: 'Disk and limits',
      panels: [
        lines({
          title: 'Disk space left', description: 'Below the dashed limit of a broker, publishers are blocked.', unit: 'bytes',
          targets: promql => [
            { expr: `min by (pod) (${promql.of('rabbitmq_disk_space_available_bytes', MAIN)})`, legend: BY_POD },
            { expr: `max(${promql.of('rabbitmq_disk_space_available_limit_bytes', MAIN)})`, legend: 'limit' },
          ],
        }),
        lines({
          title: 'File descriptors', description: 'Share in use. Each connection and open file uses one.', unit: 'percentunit', thresholds: { warning: 0.8, critical: 1 },
          targets: promql => [{ expr: share(promql, 'rabbitmq_process_open_fds', 'rabbitmq_process_max_fds'), legend: BY_POD }],
        }),
        lines({
          title: 'Erlang processes', description: 'Share in use. At 100%, the broker crashes.', unit: 'percentunit', thresholds: { warning: 0.8, critical: 1 },
          targets: promql => [{ expr: share(promql, 'rabbitmq_erlang_processes_used', 'rabbitmq_erlang_processes_limit'), legend: BY_POD }],
        }),
        lines({ title: 'Uptime', description: 'A fall to 0 is a restart.', unit: 's', targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_erlang_uptime_seconds', MAIN)})`, legend: BY_POD }] }),
      ],
    },
    {
      title: 'CPU',
      panels: [
        lines({
          title: 'CPU used', description: 'Cores that each broker uses; the dashed lines are its request and its limit.', unit: 'short',
          targets: promql => [
            { expr: `sum by (pod) (${promql.over('rate', 'container_cpu_usage_seconds_total', RATE, ...CONTAINER)})`, legend: BY_POD },
            { expr: cores(promql, 'kube_pod_container_resource_requests'), legend: 'request' },
            { expr: cores(promql, 'kube_pod_container_resource_limits'), legend: 'limit' },
          ],
        }),
        lines({
          title: 'CPU throttled', description: 'The share of periods in which the CPU limit stopped the broker.', unit: 'percentunit', thresholds: { warning: 0.25, critical: 0.5 },
          targets: promql => [{ expr: `${periods(promql, 'container_cpu_cfs_throttled_periods_total')} / ${periods(promql, 'container_cpu_cfs_periods_total')}`, legend: BY_POD }],
        }),
        lines({ title: 'Run queue', description: 'Runnable Erlang processes that wait for a CPU. A lasting value above some tens means too little CPU.', unit: 'short', targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_erlang_scheduler_run_queue', MAIN)})`, legend: BY_POD }] }),
        lines({
          title: 'Reductions', description: 'Reductions (Erlang work units) per second. A broker with many more than the others leads too many queues.', unit: 'cps',
          targets: promql => [{ expr: `max by (pod) (${promql.over('rate', 'erlang_vm_statistics_reductions_total', RATE, MAIN)})`, legend: BY_POD }],
        }),
      ],
    },
  ],
};
