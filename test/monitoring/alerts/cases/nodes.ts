import { elsewhere, membership, Series, up } from './series';
import { AlertCase } from '../alert-case';

/** A link between two brokers, seen from the first. */
function link(from: number, to: number, values: string): Series {
  return { [`erlang_vm_dist_node_state{@,endpoint="prometheus",pod="orders-${from}",peer="rabbit@orders-${to}.orders-nodes.shop"}`]: values };
}

/** A broker of the cluster with a permanent ID. */
function identity(broker: number, cluster: string, values: string): Series {
  return { [`rabbitmq_identity_info{@,endpoint="prometheus",pod="orders-${broker}",rabbitmq_cluster_permanent_id="${cluster}"}`]: values };
}

export const NODE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQClusterDown',
    fires: { series: up('1 1 0x5', '1 1 0x5', '1 1 0x5'), at: '3m', alerts: [{ summary: 'No broker of cluster orders answers' }] },
    firesToo: [
      { series: up('1 1 stale', '1 1 stale', '1 1 stale'), at: '3m', alerts: [{ summary: 'No broker of cluster orders answers' }] },
      // of a cluster that is being made, and isn't up after the time that a broker has to start
      { series: up('0x30', '0x30', '0x30'), at: '16m', alerts: [{ summary: 'No broker of cluster orders answers' }] },
    ],
    quiet: { series: up('1x9', '1 1 0x9', '1 1 0x9'), at: '8m' },
    // nobody has ever found one: RabbitMQNodesMissing tells of it
    quietToo: [{ series: {}, at: '30m' }],
  },
  {
    alert: 'RabbitMQNodeDown',
    fires: {
      series: up('1x20', '1x20', '1 1 1 stale'),
      at: '8m',
      alerts: [{ labels: { pod: 'orders-2' }, summary: 'Broker orders-2 was up within the last hour and is down' }],
    },
    firesToo: [{
      // one of five where three are described
      series: {
        ...up('1x20', '1x20', '1x20', '1x20', '1 1 1 0x20'),
        ...membership(...[0, 1, 2, 3].map(own => ({ unreachable: '0 0 0 1x20', links: Object.fromEntries([0, 1, 2, 3].filter(peer => peer !== own).map(peer => [peer, '3x20'])) }))),
      },
      at: '8m',
      alerts: [{ labels: { pod: 'orders-4' }, summary: 'Broker orders-4 was up within the last hour and is down' }],
    }],
    // back after four minutes; and a fourth broker that was meant to go
    quiet: { series: up('1x20', '1x20', '1 1 1 0 0 0 0 1x10', '1 1 1 stale'), at: '9m' },
  },
  {
    alert: 'RabbitMQSecondCluster',
    fires: {
      series: { ...identity(0, 'second', '1x9'), ...identity(1, 'first', '1x9'), ...identity(2, 'first', '1x9') },
      at: '1m',
      alerts: [{ summary: 'Brokers of cluster orders form 2 clusters behind one Service' }],
    },
    quiet: { series: { ...identity(0, 'first', '1x9'), ...identity(1, 'first', '1x9'), ...identity(2, 'first', '1x9') }, at: '8m' },
    // a new cluster in place of the old one
    quietToo: [{ series: { ...identity(0, 'first', '1 1 stale'), ...identity(1, 'second', '_ _ _ 1x9') }, at: '8m' }],
  },
  {
    alert: 'RabbitMQPartition',
    fires: {
      series: {
        ...up('1x9', '1x9', '1x9'), ...link(0, 1, '3x9'), ...link(1, 0, '3x9'),
        ...link(0, 2, '3 3 3 1x6'), ...link(2, 0, '3 3 3 1x6'), ...link(1, 2, '3 3 3 stale'), ...link(2, 1, '3 3 3 stale'),
      },
      at: '5m',
      alerts: [{ summary: '4 connections between running brokers of cluster orders are missing' }],
    },
    // the third broker is down, which is no partition
    quiet: {
      series: {
        ...up('1x9', '1x9', '1 1 1 0x6'), ...link(0, 1, '3x9'), ...link(1, 0, '3x9'),
        ...link(0, 2, '3 3 3 stale'), ...link(2, 0, '3 3 3 stale'), ...link(1, 2, '3 3 3 stale'), ...link(2, 1, '3 3 3 stale'),
      },
      at: '8m',
    },
  },
  {
    alert: 'RabbitMQNodesMissing',
    fires: { series: up('1x30', '1x30', '1 1 1 0x30'), at: '18m', alerts: [{ summary: 'Only 2 brokers of cluster orders are up, fewer than it should have' }] },
    // nobody has ever found one
    firesToo: [{ series: {}, at: '15m', alerts: [{ summary: 'Only 0 brokers of cluster orders are up, fewer than it should have' }] }],
    quiet: { series: up('1x30', '1x30', '1 1 1 0x13 1x10'), at: '18m' },
  },
  {
    alert: 'RabbitMQPodNotStarting',
    fires: {
      series: {
        ...elsewhere('kube_pod_container_status_waiting_reason', 'pod="orders-1",container="rabbitmq",reason="CrashLoopBackOff"', '0 0 1 1 0 1 0 1 0 1 1 0 1 1 1'),
        ...elsewhere('kube_pod_status_phase', 'pod="orders-2",phase="Pending"', '0 0 1x12'),
      },
      at: '12m',
      alerts: [
        { labels: { pod: 'orders-1', reason: 'CrashLoopBackOff' }, summary: 'Pod orders-1 does not start: CrashLoopBackOff' },
        { labels: { pod: 'orders-2', phase: 'Pending' }, summary: 'Pod orders-2 does not start: Pending' },
      ],
    },
    quiet: {
      series: {
        ...elsewhere('kube_pod_container_status_waiting_reason', 'pod="orders-1",container="rabbitmq",reason="ContainerCreating"', '1x20'),
        ...elsewhere('kube_pod_status_phase', 'pod="orders-2",phase="Pending"', '0 0 1x8 0x9'),
        ...elsewhere('kube_pod_status_phase', 'pod="orders-worker-2",phase="Pending"', '1x20'),
      },
      at: '15m',
    },
  },
  {
    alert: 'RabbitMQBootTakesLong',
    fires: {
      series: {
        ...elsewhere('kube_pod_container_status_running', 'pod="orders-1",container="rabbitmq"', '1x20'),
        ...elsewhere('kube_pod_container_status_ready', 'pod="orders-1",container="rabbitmq"', '0x20'),
      },
      at: '5m',
      alerts: [{ labels: { pod: 'orders-1' }, summary: 'Broker orders-1 has been running for 5 minutes without becoming Ready' }],
    },
    quiet: {
      series: {
        ...elsewhere('kube_pod_container_status_running', 'pod="orders-1",container="rabbitmq"', '1x20'),
        ...elsewhere('kube_pod_container_status_ready', 'pod="orders-1",container="rabbitmq"', '0x4 1x16'),
      },
      at: '12m',
    },
  },
  {
    alert: 'RabbitMQPodTerminatingTooLong',
    fires: {
      series: elsewhere('kube_pod_deletion_timestamp', 'pod="orders-1"', '_ _ 1700000000x20'),
      at: '12m',
      alerts: [{ labels: { pod: 'orders-1' }, summary: 'Pod orders-1 has been stopping for more than 10 minutes' }],
    },
    quiet: { series: elsewhere('kube_pod_deletion_timestamp', 'pod="orders-1"', '_ _ 1700000000x8 stale'), at: '13m' },
  },
  {
    alert: 'RabbitMQRestarts',
    fires: {
      series: {
        'rabbitmq_erlang_uptime_seconds{@,endpoint="prometheus",pod="orders-1",instance="10.0.0.1:15692"}': '60+60x4 60+60x4 60+60x4 stale',
        'rabbitmq_erlang_uptime_seconds{@,endpoint="prometheus",pod="orders-1",instance="10.0.0.2:15692"}': '_x15 60+60x9',
      },
      at: '15m',
      alerts: [{ labels: { pod: 'orders-1' }, summary: 'Broker orders-1 restarted 3 times within an hour' }],
    },
    quiet: { series: { 'rabbitmq_erlang_uptime_seconds{@,endpoint="prometheus",pod="orders-1",instance="10.0.0.1:15692"}': '60+60x4 60+60x4 60+60x20' }, at: '20m' },
  },
  {
    alert: 'RabbitMQEvenNodeCount',
    fires: { series: up('1x90', '1x90', '1x90', '1x90'), at: '60m', alerts: [{ summary: 'Cluster orders has 4 brokers, an even number' }] },
    quiet: { series: up('1x90', '1x90', '0x90'), at: '80m' },
  },
];
