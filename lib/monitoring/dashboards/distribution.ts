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
      title: 'Links',
      panels: [
        lines({ title: 'Links that are up', description: 'Each broker has one to each other; fewer is a partition or a broker that is down.', unit: 'none', targets: promql => [{ expr: `count by (pod) (${promql.of('erlang_vm_dist_node_state', MAIN, PEER)} == 3)`, legend: '{{pod}}' }] }),
        lines({
          title: 'Peers out of reach', description: 'Members of the cluster that a broker doesn\'t see.', unit: 'none', thresholds: { warning: 1, critical: 2 }, metrics: ['rabbitmq_unreachable_cluster_peers_count'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_unreachable_cluster_peers_count', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Traffic',
      panels: [
        lines({ title: 'Bytes sent', description: 'What replication and clients on other brokers cost.', unit: 'Bps', targets: promql => [{ expr: `max by (pod, peer) (${promql.over('rate', 'erlang_vm_dist_send_bytes', '$__rate_interval', MAIN, PEER)})`, legend: LINK }] }),
        lines({ title: 'Bytes received', description: 'The same from the other side.', unit: 'Bps', targets: promql => [{ expr: `max by (pod, peer) (${promql.over('rate', 'erlang_vm_dist_recv_bytes', '$__rate_interval', MAIN, PEER)})`, legend: LINK }] }),
        lines({ title: 'Waiting to be sent', description: 'A link that stays full is too slow for what goes through it: brokers answer each other late, and elections follow.', unit: 'bytes', targets: promql => [{ expr: perLink(promql, 'erlang_vm_dist_node_queue_size_bytes'), legend: LINK }] }),
        lines({ title: 'Messages waiting in the link\'s process', description: 'More than none for long is a link that is busy.', unit: 'short', targets: promql => [{ expr: perLink(promql, 'erlang_vm_dist_proc_message_queue_len'), legend: LINK }] }),
      ],
    },
  ],
};
