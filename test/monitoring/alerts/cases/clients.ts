import { of } from './series';
import { AlertCase } from '../alert-case';

const POD = { pod: 'orders-0' };

export const CLIENT_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQConnectionsHigh',
    fires: { series: of('orders-0', 'rabbitmq_connections', '0 0 2501x20'), at: '12m', alerts: [{ labels: POD, summary: 'Broker orders-0 has 2501 connections' }] },
    quiet: { series: of('orders-0', 'rabbitmq_connections', '2500x30'), at: '20m' },
  },
  {
    alert: 'RabbitMQChannelsHigh',
    fires: { series: of('orders-0', 'rabbitmq_channels', '0 0 10001x20'), at: '12m', alerts: [{ labels: POD, summary: 'Broker orders-0 has 10001 channels' }] },
    quiet: { series: of('orders-0', 'rabbitmq_channels', '10000x30'), at: '20m' },
  },
  {
    alert: 'RabbitMQConnectionChurn',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_connections_opened_total', '0+1200x30'), ...of('orders-1', 'rabbitmq_connections_opened_total', '0+1200x30') },
      at: '14m',
      alerts: [{ summary: '40 connections per second are opened to cluster orders' }],
    },
    quiet: { series: of('orders-0', 'rabbitmq_connections_opened_total', '0+1790x30'), at: '25m' },
  },
  {
    alert: 'RabbitMQChannelChurn',
    fires: { series: of('orders-0', 'rabbitmq_channels_opened_total', '0+12000x30'), at: '14m', alerts: [{ summary: '200 channels per second are opened on cluster orders' }] },
    quiet: { series: of('orders-0', 'rabbitmq_channels_opened_total', '0+8990x30'), at: '25m' },
  },
  {
    alert: 'RabbitMQQueueChurn',
    fires: { series: of('orders-0', 'rabbitmq_queues_created_total', '0+600x30'), at: '13m', alerts: [{ summary: '10 queues per second are created on cluster orders' }] },
    quiet: { series: of('orders-0', 'rabbitmq_queues_created_total', '0+299x30'), at: '25m' },
  },
  {
    alert: 'RabbitMQLoginFailures',
    fires: { series: of('orders-0', 'rabbitmq_auth_attempts_failed_total', '0+6x30'), at: '10m', alerts: [{ summary: '6 logins per minute fail on cluster orders' }] },
    quiet: { series: of('orders-0', 'rabbitmq_auth_attempts_failed_total', '0+5x30'), at: '25m' },
  },
];
