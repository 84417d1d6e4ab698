import { elsewhere, of } from './series';
import { RabbitMQVersion } from '../../../../lib';
import { AlertCase } from '../alert-case';

const POD = { pod: 'orders-0' };
const GIB = 2 ** 30;

export const RESOURCE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQMemoryAlarm',
    fires: {
      series: {
        ...of('orders-0', 'rabbitmq_alarms_memory_used_watermark', '0 0 1 1'), ...of('orders-1', 'rabbitmq_alarms_memory_used_watermark', '0 0 0 0'),
        ...of('orders-0', 'rabbitmq_process_resident_memory_bytes', `${GIB}x3`), ...of('orders-1', 'rabbitmq_process_resident_memory_bytes', `${GIB}x3`),
      },
      at: '2m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 uses 1GiB of memory, more than its watermark, and blocks publishers' }],
    },
    quiet: { series: { ...of('orders-0', 'rabbitmq_alarms_memory_used_watermark', '0 0 0 0'), ...of('orders-0', 'rabbitmq_process_resident_memory_bytes', `${GIB}x3`) }, at: '3m' },
  },
  {
    alert: 'RabbitMQMemoryHigh',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_process_resident_memory_bytes', '80 80 90x20'), ...of('orders-0', 'rabbitmq_resident_memory_limit_bytes', '100x30') },
      at: '12m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 uses 90% of its memory watermark' }],
    },
    quiet: { series: { ...of('orders-0', 'rabbitmq_process_resident_memory_bytes', '85x30'), ...of('orders-0', 'rabbitmq_resident_memory_limit_bytes', '100x30') }, at: '20m' },
  },
  {
    alert: 'RabbitMQContainerMemoryHigh',
    fires: {
      series: elsewhere('container_memory_working_set_bytes', 'pod="orders-0",container="rabbitmq"', `0 0 ${1.9 * GIB}x20`),
      at: '12m',
      alerts: [{ labels: POD, summary: 'The container of broker orders-0 uses 95% of its memory limit' }],
    },
    quiet: { series: elsewhere('container_memory_working_set_bytes', 'pod="orders-0",container="rabbitmq"', `${1.8 * GIB}x30`), at: '20m' },
  },
  {
    alert: 'RabbitMQCpuHigh',
    fires: {
      series: {
        // 1.8 of 2 cores
        ...elsewhere('container_cpu_usage_seconds_total', 'pod="orders-0",container="rabbitmq"', '0+108x40'),
        ...elsewhere('kube_pod_container_resource_limits', 'pod="orders-0",container="rabbitmq",resource="cpu"', '2x40'),
        ...elsewhere('kube_pod_container_resource_requests', 'pod="orders-0",container="rabbitmq",resource="cpu"', '1x40'),
        // 0.9 of 1 core that it requests, without a limit
        ...elsewhere('container_cpu_usage_seconds_total', 'pod="orders-1",container="rabbitmq"', '0+54x40'),
        ...elsewhere('kube_pod_container_resource_requests', 'pod="orders-1",container="rabbitmq",resource="cpu"', '1x40'),
      },
      at: '20m',
      alerts: [
        { labels: POD, summary: 'Broker orders-0 uses 90% of its CPU' },
        { labels: { pod: 'orders-1' }, summary: 'Broker orders-1 uses 90% of its CPU' },
      ],
    },
    quiet: {
      series: {
        ...elsewhere('container_cpu_usage_seconds_total', 'pod="orders-0",container="rabbitmq"', '0+101x40'),
        ...elsewhere('kube_pod_container_resource_limits', 'pod="orders-0",container="rabbitmq",resource="cpu"', '2x40'),
        ...elsewhere('kube_pod_container_resource_requests', 'pod="orders-0",container="rabbitmq",resource="cpu"', '1x40'),
      },
      at: '30m',
    },
  },
  {
    alert: 'RabbitMQCpuThrottled',
    fires: {
      series: {
        ...elsewhere('container_cpu_cfs_throttled_periods_total', 'pod="orders-0",container="rabbitmq"', '0+360x40'),
        ...elsewhere('container_cpu_cfs_periods_total', 'pod="orders-0",container="rabbitmq"', '0+600x40'),
      },
      at: '16m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 is throttled by its CPU limit 60% of the time' }],
    },
    quiet: {
      series: {
        ...elsewhere('container_cpu_cfs_throttled_periods_total', 'pod="orders-0",container="rabbitmq"', '0+300x40'),
        ...elsewhere('container_cpu_cfs_periods_total', 'pod="orders-0",container="rabbitmq"', '0+600x40'),
      },
      at: '30m',
    },
  },
  {
    alert: 'RabbitMQFileDescriptorsHigh',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_process_open_fds', '1 1 900x20'), ...of('orders-0', 'rabbitmq_process_max_fds', '1000x30') },
      at: '12m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 has 90% of its file descriptors in use' }],
    },
    quiet: { series: { ...of('orders-0', 'rabbitmq_process_open_fds', '800x30'), ...of('orders-0', 'rabbitmq_process_max_fds', '1000x30') }, at: '20m' },
  },
  {
    alert: 'RabbitMQFileDescriptorAlarm',
    cluster: { version: RabbitMQVersion.V4_2 },
    fires: {
      series: { ...of('orders-0', 'rabbitmq_alarms_file_descriptor_limit', '0 0 1 1'), ...of('orders-0', 'rabbitmq_process_open_fds', '1000x3') },
      at: '2m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 has no free file descriptors: 1000 are open' }],
    },
    quiet: { series: { ...of('orders-0', 'rabbitmq_alarms_file_descriptor_limit', '0x9'), ...of('orders-0', 'rabbitmq_process_open_fds', '1000x9') }, at: '5m' },
  },
  {
    alert: 'RabbitMQErlangProcessesHigh',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_erlang_processes_used', '1 1 900x20'), ...of('orders-0', 'rabbitmq_erlang_processes_limit', '1000x30') },
      at: '12m',
      alerts: [{ labels: POD, summary: 'Broker orders-0 uses 90% of its Erlang processes' }],
    },
    quiet: { series: { ...of('orders-0', 'rabbitmq_erlang_processes_used', '800x30'), ...of('orders-0', 'rabbitmq_erlang_processes_limit', '1000x30') }, at: '20m' },
  },
];
