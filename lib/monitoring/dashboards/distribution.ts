import { DashboardDefinition, lines } from './panel';
import { PromQL } from '../metrics/promql';

const MAIN = 'endpoint="prometheus"';
const PEER = 'peer=~"rabbit@.+"';
const LINK = '{{pod}} to {{peer}}';

function perLink(promql: PromQL, metric: string): string {
  return `max by (pod, peer) (${promql.of(metric, MAIN, PEER)})`;
}

/** What brokers say to each other. */
export const DISTRIBUTION: DashboardDefinition = {
  id: 'distribution',
  title: 'RabbitMQ Erlang distribution',
  description: 'The links between brokers: whether they are there, and what goes through them.',
  rows: [
    {
      title: 'Connections',
      panels: [
        lines({ title: 'Connections between brokers', metrics: ['erlang_vm_dist_node_state'], description: 'Each broker has one to each other. Fewer means a partition or a broker that is down.', unit: 'none', targets: promql => [{ expr: `count by (pod) (${promql.of('erlang_vm_dist_node_state', MAIN, PEER)} == 3)`, legend: '{{pod}}' }] }),
        lines({
          title: 'Unreachable peers by broker', description: 'Cluster members that a broker cannot reach.', unit: 'none', thresholds: { warning: 1, critical: 2 }, metrics: ['rabbitmq_unreachable_cluster_peers_count'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_unreachable_cluster_peers_count', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Traffic',
      panels: [
        lines({ title: 'Bytes sent', metrics: ['erlang_vm_dist_send_bytes'], description: 'Traffic of replication and of clients connected to other brokers.', unit: 'Bps', targets: promql => [{ expr: `max by (pod, peer) (${promql.over('rate', 'erlang_vm_dist_send_bytes', '$__rate_interval', MAIN, PEER)})`, legend: LINK }] }),
        lines({ title: 'Bytes received', metrics: ['erlang_vm_dist_recv_bytes'], description: 'The same from the other side.', unit: 'Bps', targets: promql => [{ expr: `max by (pod, peer) (${promql.over('rate', 'erlang_vm_dist_recv_bytes', '$__rate_interval', MAIN, PEER)})`, legend: LINK }] }),
        lines({ title: 'Distribution buffer', metrics: ['erlang_vm_dist_node_queue_size_bytes'], description: 'A buffer that stays full means a slow network: brokers answer late, and elections follow.', unit: 'bytes', targets: promql => [{ expr: perLink(promql, 'erlang_vm_dist_node_queue_size_bytes'), legend: LINK }] }),
        lines({ title: 'Messages waiting in the distribution process', metrics: ['erlang_vm_dist_proc_message_queue_len'], description: 'A lasting value above 0 means a busy connection.', unit: 'short', targets: promql => [{ expr: perLink(promql, 'erlang_vm_dist_proc_message_queue_len'), legend: LINK }] }),
      ],
    },
  ],
};
