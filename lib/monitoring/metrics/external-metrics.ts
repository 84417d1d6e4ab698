import { Metric, metrics } from './metric';

/**
 * What others know of brokers: Prometheus, kube-state-metrics, the kubelet, cert-manager, our exporter, and our
 * program that scales.
 */
export const EXTERNAL_METRICS: readonly Metric[] = [
  ...metrics(['up', 'ALERTS'], { source: 'prometheus' }),
  ...metrics([
    'rabbitmq_exporter_up', 'rabbitmq_feature_flag_disabled', 'rabbitmq_deprecated_feature_used', 'rabbitmq_certificate_not_after_timestamp_seconds',
    'rabbitmq_topology_missing_objects', 'rabbitmq_topology_changed_objects', 'rabbitmq_topology_undeclared_objects',
    'rabbitmq_scaling_waiting',
  ], { source: 'exporter' }),
  ...metrics([
    'kube_pod_deletion_timestamp', 'kube_pod_container_status_waiting_reason', 'kube_pod_init_container_status_waiting_reason', 'kube_pod_status_phase', 'kube_pod_container_status_running', 'kube_pod_container_status_ready',
    'kube_statefulset_replicas', 'kube_persistentvolumeclaim_status_phase',
    'kube_cronjob_created', 'kube_cronjob_status_last_schedule_time', 'kube_cronjob_status_last_successful_time',
    'kube_horizontalpodautoscaler_status_current_replicas', 'kube_horizontalpodautoscaler_spec_max_replicas',
    'kube_pod_container_resource_limits', 'kube_pod_container_resource_requests',
    'container_memory_working_set_bytes', 'container_cpu_usage_seconds_total', 'container_cpu_cfs_throttled_periods_total',
    'container_cpu_cfs_periods_total',
    'certmanager_certificate_expiration_timestamp_seconds',
  ], { source: 'kubernetes' }),
];
