import { elsewhere, Series, up } from './series';
import { AlertCase } from '../alert-case';

function replicas(values: string): Series {
  return elsewhere('kube_statefulset_replicas', 'statefulset="orders"', values);
}

function brokerVersion(pod: string, version: string, values: string): Series {
  return { [`rabbitmq_build_info{@,endpoint="prometheus",pod="${pod}",rabbitmq_version="${version}"}`]: values };
}

const STATEFULSET = { statefulset: 'orders' };

export const CHANGE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQScaledOut',
    fires: { series: replicas('3x20 5x30'), at: '21m', alerts: [{ labels: STATEFULSET, summary: 'Cluster orders was scaled out to 5 brokers' }] },
    quiet: { series: replicas('5x20 3x30'), at: '21m' },
  },
  {
    alert: 'RabbitMQScaledIn',
    fires: { series: replicas('5x20 3x30'), at: '21m', alerts: [{ labels: STATEFULSET, summary: 'Cluster orders was scaled in to 3 brokers' }] },
    quiet: { series: replicas('3x20 5x30'), at: '21m' },
  },
  {
    alert: 'RabbitMQNodeJoined',
    fires: {
      series: up('1x60', '1x60', '1x60', '_x20 1x30'),
      at: '20m',
      alerts: [{ labels: { pod: 'orders-3' }, summary: 'Broker orders-3 is new in cluster orders' }],
    },
    // a restart
    quiet: { series: up('1x60', '1x60', '1x20 0x9 1x30'), at: '31m' },
  },
  {
    alert: 'RabbitMQNodeLeft',
    fires: {
      series: up('1x60', '1x60', '1x60', '1x20 stale'),
      at: '31m',
      alerts: [{ labels: { pod: 'orders-3' }, summary: 'Broker orders-3 has been gone from cluster orders for ten minutes' }],
    },
    quiet: { series: up('1x60', '1x60', '1x60', '1x20 0x9 1x30'), at: '31m' },
  },
  {
    alert: 'RabbitMQVersionChanged',
    fires: {
      series: { ...brokerVersion('orders-0', '4.3.5', '1x60'), ...brokerVersion('orders-1', '4.3.5', '1x39 stale'), ...brokerVersion('orders-1', '4.3.6', '_x40 1x30') },
      at: '40m',
      alerts: [{ labels: { rabbitmq_version: '4.3.6' }, summary: '1 brokers of cluster orders now run 4.3.6' }],
    },
    // a cluster that is new
    quiet: { series: brokerVersion('orders-0', '4.3.6', '_x40 1x30'), at: '45m' },
  },
  {
    alert: 'RabbitMQAutoscalerAtMaximum',
    fires: {
      series: {
        ...elsewhere('kube_horizontalpodautoscaler_status_current_replicas', 'horizontalpodautoscaler="orders-hpa"', '7 7 9x50'),
        ...elsewhere('kube_horizontalpodautoscaler_spec_max_replicas', 'horizontalpodautoscaler="orders-hpa"', '9x60'),
      },
      at: '32m',
      alerts: [{ labels: { horizontalpodautoscaler: 'orders-hpa' }, summary: 'The autoscaler has cluster orders at its maximum of 9 brokers' }],
    },
    quiet: {
      series: {
        ...elsewhere('kube_horizontalpodautoscaler_status_current_replicas', 'horizontalpodautoscaler="orders-hpa"', '8x60'),
        ...elsewhere('kube_horizontalpodautoscaler_spec_max_replicas', 'horizontalpodautoscaler="orders-hpa"', '9x60'),
      },
      at: '50m',
    },
  },
];
