import { DashboardDefinition, lines } from './panel';

const MAIN = 'endpoint="prometheus"';
const RATE = '$__rate_interval';

/** How quorum queues, streams and metadata are replicated and written. */
export const RAFT: DashboardDefinition = {
  id: 'raft',
  title: 'RabbitMQ Raft and disk',
  description: 'Replication of quorum queues and metadata, and what it writes to disk.',
  rows: [
    {
      title: 'Replication',
      panels: [
        lines({
          title: 'Slowest commit', description: 'Commit latency of the slowest quorum queue of a broker. Milliseconds are healthy.', unit: 's', thresholds: { warning: 0.2, critical: 1 },
          metrics: ['rabbitmq_raft_max_commit_latency_seconds'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_max_commit_latency_seconds', MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Commit', description: 'Commit latency. Milliseconds are healthy.', unit: 's',
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_commit_latency_seconds', MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Elections', description: 'Leader elections of metadata and streams. A stable cluster has none.', unit: 'short', metrics: ['rabbitmq_raft_elections'],
          targets: promql => [{ expr: `sum by (module) (${promql.over('increase', 'rabbitmq_raft_elections', '5m', MAIN)})`, legend: '{{module}}' }],
        }),
        lines({
          title: 'Metadata index by broker', description: 'Last log index of each broker. A line below the others means a broker that is too slow.', unit: 'short',
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_commit_index', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Write-ahead log and segments',
      panels: [
        lines({
          title: 'Metadata log writes', description: 'Bytes written for metadata and stream coordination. RabbitMQ does not report those of quorum queues.', unit: 'Bps', metrics: ['rabbitmq_raft_bytes_written'],
          targets: promql => [{ expr: `sum by (pod) (${promql.over('rate', 'rabbitmq_raft_bytes_written', RATE, MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Segments of the largest queue', description: 'Files of the largest quorum queue. A steady rise means an unsettled message.', unit: 'short', metrics: ['rabbitmq_raft_max_num_segments'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_max_num_segments', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Disk of classic queues',
      panels: [
        lines({
          title: 'Operations', description: 'Reads and writes of classic queues and the message store.', unit: 'cps',
          targets: promql => ['read', 'write', 'sync'].map(what => ({ expr: `sum(${promql.over('rate', `rabbitmq_io_${what}_ops_total`, RATE, MAIN)})`, legend: what })),
        }),
        lines({ title: 'Disk space left', description: 'A steady fall leads to the disk alarm.', unit: 'bytes', targets: promql => [{ expr: `min by (pod) (${promql.of('rabbitmq_disk_space_available_bytes', MAIN)})`, legend: '{{pod}}' }] }),
      ],
    },
  ],
};
