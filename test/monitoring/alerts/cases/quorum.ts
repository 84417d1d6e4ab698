import { membership, of, Series, up } from './series';
import { AlertCase } from '../alert-case';
import { RabbitMQVersion } from '../../../../lib';

/**
 * Five brokers where three are described, as an autoscaler makes it: the first three stay, and see the last two go one
 * after the other.
 */
const SCALED_OUT: Series = membership(...[[1, 2], [0, 2], [0, 1]].map(([one, other]) => ({
  unreachable: '0 0 0 1 1 1 1 1 1 2x20', links: { [one]: '3x40', [other]: '3x40', 3: '3x8 stale', 4: '3 3 3 stale' },
})));

function member(pod: number, membership: string, values: string): Series {
  return { [`rabbitmq_detailed_queue_info{@,endpoint="detailed",pod="orders-${pod}",vhost="/",queue="invoices",queue_type="rabbit_quorum_queue",membership="${membership}"}`]: values };
}

function commitIndex(pod: number, values: string, metric = 'rabbitmq_detailed_raft_commit_index'): Series {
  return { [`${metric}{@,endpoint="detailed",pod="orders-${pod}",vhost="/",queue="invoices"}`]: values };
}

const OLD_COMMIT_INDEX = 'rabbitmq_detailed_raft_log_commit_index';

export const QUORUM_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQQuorumAtRisk',
    fires: { series: up('1x20', '1x20', '1 1 1 0x20'), at: '8m', alerts: [{ summary: 'Cluster orders is down to 2 brokers of its members, the minimum majority' }] },
    firesToo: [{
      series: { ...up('1x40', '1x40', '1x40', '1x8 0x30', '1 1 1 0x30'), ...SCALED_OUT }, at: '14m', alerts: [{ summary: 'Cluster orders is down to 3 brokers of its members, the minimum majority' }],
    }],
    quiet: { series: up('1x20', '1x20', '1 1 1 0x3 1x10'), at: '8m' },
    // four of five
    quietToo: [{ series: { ...up('1x40', '1x40', '1x40', '1x8 0x30', '1 1 1 0x30'), ...SCALED_OUT }, at: '8m' }],
  },
  {
    alert: 'RabbitMQQuorumLost',
    fires: { series: up('1x20', '1 1 1 0x20', '1 1 1 stale'), at: '4m', alerts: [{ summary: 'Only 1 brokers of cluster orders are up, fewer than a majority' }] },
    firesToo: [{
      series: {
        ...up('1x20', '1x20', '1 1 1 0x20', '1 1 1 0x20', '1 1 1 0x20'),
        ...membership(...[1, 0].map(other => ({ unreachable: '0 0 0 3x20', links: { [other]: '3x20', 2: '3 3 3 stale', 3: '3 3 3 stale', 4: '3 3 3 stale' } }))),
      },
      at: '4m',
      alerts: [{ summary: 'Only 2 brokers of cluster orders are up, fewer than a majority' }],
    }],
    quiet: { series: up('1x20', '1x20', '1 1 1 0x20'), at: '10m' },
    // the first broker of a cluster that is being made
    quietToo: [{ series: { ...up('1x20', '0x20', '0x20'), ...membership({ unreachable: '0x20', links: {} }) }, at: '10m' }],
  },
  {
    alert: 'RabbitMQQueueWithoutLeader',
    fires: {
      series: { ...member(0, 'leader', '1 1 1 stale'), ...member(1, 'follower', '1x9'), ...member(2, 'follower', '1x9') },
      at: '5m',
      alerts: [{ labels: { vhost: '/', queue: 'invoices' }, summary: 'Quorum queue invoices of / has no leader among its 2 running replicas' }],
    },
    // another one is elected
    quiet: { series: { ...member(0, 'leader', '1 1 1 stale'), ...member(1, 'follower', '1 1 1 1 stale'), ...member(1, 'leader', '_ _ _ _ 1x5'), ...member(2, 'follower', '1x9') }, at: '6m' },
  },
  {
    alert: 'RabbitMQQuorumQueueLagging',
    monitoring: { scraping: { detailedFamilies: ['ra_metrics'] }, alsoVersions: [RabbitMQVersion.V4_1] },
    fires: {
      series: { ...commitIndex(0, '0+1000x20'), ...commitIndex(1, '0+1000x20'), ...commitIndex(2, '0x20') },
      at: '18m',
      alerts: [{ labels: { vhost: '/', queue: 'invoices' }, summary: 'A replica of quorum queue invoices of / is 16000 entries behind' }],
    },
    // while brokers are upgraded from 4.1, where it has another name
    firesToo: [{
      series: { ...commitIndex(0, '0+1000x20'), ...commitIndex(1, '0+1000x20', OLD_COMMIT_INDEX), ...commitIndex(2, '0x20', OLD_COMMIT_INDEX) },
      at: '18m',
      alerts: [{ labels: { vhost: '/', queue: 'invoices' }, summary: 'A replica of quorum queue invoices of / is 16000 entries behind' }],
    }],
    quiet: { series: { ...commitIndex(0, '5000x30'), ...commitIndex(2, '0x30') }, at: '25m' },
    quietToo: [
      { series: { ...commitIndex(0, '5000x30'), ...commitIndex(2, '0x30', OLD_COMMIT_INDEX) }, at: '25m' },
      // a busy queue, whose follower was scraped a minute before
      { series: { ...commitIndex(0, '0+90000x30'), ...commitIndex(2, '0 0+90000x30') }, at: '25m' },
    ],
  },
  {
    alert: 'RabbitMQRaftSlow',
    fires: {
      series: of('orders-1', 'rabbitmq_raft_max_commit_latency_seconds', '0.002 0.002 1.5x20'),
      at: '12m',
      alerts: [{ labels: { pod: 'orders-1' }, summary: 'On broker orders-1 a quorum queue takes 1.5s to commit a write' }],
    },
    quiet: { series: of('orders-1', 'rabbitmq_raft_max_commit_latency_seconds', '1x30'), at: '25m' },
  },
  {
    alert: 'RabbitMQElections',
    fires: {
      series: of('orders-1', 'rabbitmq_raft_elections', '0x10 0+2x40'),
      at: '27m',
      alerts: [{ summary: 'Metadata and streams of cluster orders had 20 elections in 10 minutes' }],
    },
    quiet: { series: of('orders-1', 'rabbitmq_raft_elections', '0x10 0+1x40'), at: '45m' },
  },
];
