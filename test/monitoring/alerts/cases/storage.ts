import { elsewhere, of, Series } from './series';
import { AlertCase } from '../alert-case';

const POD = { pod: 'orders-0' };

/** Free space, where publishers are blocked below 1 GiB. */
function free(values: string): Series {
  return { ...of('orders-0', 'rabbitmq_disk_space_available_bytes', values), ...of('orders-0', 'rabbitmq_disk_space_available_limit_bytes', `${2 ** 30}x600`) };
}

export const STORAGE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQDiskAlarm',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_alarms_free_disk_space_watermark', '0 0 1 1'), ...free(`${2 ** 30 - 1}x3`) },
      at: '2m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 has 1024MiB of disk space left, below its limit, and blocks publishers' }],
    },
    quiet: { series: { ...of('orders-0', 'rabbitmq_alarms_free_disk_space_watermark', '0x9'), ...free(`${2 ** 30}x9`) }, at: '5m' },
  },
  {
    alert: 'RabbitMQDiskLow',
    fires: { series: free(`${2 ** 31} ${2 ** 31} ${1.5 * 2 ** 30}x20`), at: '12m', alerts: [{ labels: POD, summary: 'Broker orders-0 has 1.5GiB of disk space left' }] },
    quiet: { series: free(`${2 ** 31}x30`), at: '20m' },
  },
  {
    alert: 'RabbitMQVolumeFillingUp',
    // 8 GiB, and 32 MiB less each minute: 7.5 GiB in four hours
    fires: { series: free(`${2 ** 33}-${2 ** 25}x100`), at: '16m', alerts: [{ labels: POD, summary: 'The volume of broker orders-0 reaches its limit within 4 hours; 7.5GiB are left' }] },
    // at half the pace it takes eight
    quiet: { series: free(`${2 ** 33}-${2 ** 24}x100`), at: '60m' },
  },
  {
    alert: 'RabbitMQVolumeFillingUpSlowly',
    // 8 GiB, and 2 MiB less each minute: 2.8 GiB a day
    fires: { series: free(`${2 ** 33}-${2 ** 21}x200`), at: '61m', alerts: [{ labels: POD, summary: 'The volume of broker orders-0 reaches its limit within 4 days; 7.881GiB are left' }] },
    quiet: { series: free(`${2 ** 33}-${2 ** 20}x200`), at: '2h' },
  },
  {
    alert: 'RabbitMQVolumeNotBound',
    fires: {
      series: elsewhere('kube_persistentvolumeclaim_status_phase', 'persistentvolumeclaim="rabbitmq-data-orders-1",phase="Pending"', '0 0 1x20'),
      at: '12m',
      alerts: [{ labels: { persistentvolumeclaim: 'rabbitmq-data-orders-1', phase: 'Pending' }, summary: 'PVC rabbitmq-data-orders-1 of cluster orders is Pending' }],
    },
    quiet: {
      series: {
        ...elsewhere('kube_persistentvolumeclaim_status_phase', 'persistentvolumeclaim="rabbitmq-data-orders-1",phase="Bound"', '1x30'),
        ...elsewhere('kube_persistentvolumeclaim_status_phase', 'persistentvolumeclaim="rabbitmq-data-orders-1",phase="Pending"', '0 0 1x8 0x20'),
      },
      at: '13m',
    },
  },
];
