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
          title: 'Slowest commit', description: 'How long the slowest quorum queue of a broker takes until a majority has a write; milliseconds are healthy.', unit: 's', thresholds: { warning: 0.2, critical: 1 },
          metrics: ['rabbitmq_raft_max_commit_latency_seconds'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_max_commit_latency_seconds', MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Commit', description: 'How long a write takes until a majority has it; milliseconds are healthy.', unit: 's',
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_commit_latency_seconds', MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Elections', description: 'Elections of leaders for metadata and streams; a stable cluster has none.', unit: 'short', metrics: ['rabbitmq_raft_elections'],
          targets: promql => [{ expr: `sum by (module) (${promql.over('increase', 'rabbitmq_raft_elections', '5m', MAIN)})`, legend: '{{module}}' }],
        }),
        lines({
          title: 'Writes of metadata by broker', description: 'Index of the last write that each broker\'s log has; a line that stays behind is a broker that can\'t keep up.', unit: 'short',
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_raft_commit_index', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Write-ahead log and segments',
      panels: [
        lines({
          title: 'Written to the log of metadata', description: 'What metadata and the coordination of streams write; brokers don\'t tell what quorum queues write.', unit: 'Bps', metrics: ['rabbitmq_raft_bytes_written'],
          targets: promql => [{ expr: `sum by (pod) (${promql.over('rate', 'rabbitmq_raft_bytes_written', RATE, MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Most segments of a queue', description: 'Files of the quorum queue with the most; ones that only rise are kept by a message that nobody settles.', unit: 'short', metrics: ['rabbitmq_raft_max_num_segments'],
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
        lines({ title: 'Disk space left', description: 'A line that falls steadily meets the disk alarm.', unit: 'bytes', targets: promql => [{ expr: `min by (pod) (${promql.of('rabbitmq_disk_space_available_bytes', MAIN)})`, legend: '{{pod}}' }] }),
      ],
    },
  ],
};
