import { at, Case, raw } from '../check';

export const OBSOLETE_KEY_CASES: readonly Case[] = [
  {
    id: 'memory-key-without-effect', rule: 47,
    outside: at('4.0.0', { vm_memory_high_watermark_paging_ratio: '0.5' }),
    says: /^configuration\.raw "vm_memory_high_watermark_paging_ratio" has no effect from 4\.0 on/,
    inside: at('3.13.7', { vm_memory_high_watermark_paging_ratio: '0.5' }),
  },
  {
    id: 'memory-key-without-effect', rule: 47,
    outside: raw({ memory_monitor_interval: '2500' }),
    says: /"memory_monitor_interval"/,
    inside: at('3.13.7', { memory_monitor_interval: '2500' }),
  },
  {
    id: 'mirroring-key-removed', rule: 48,
    outside: at('4.0.0', { mirroring_sync_batch_size: '4096' }),
    says: /^configuration\.raw "mirroring_sync_batch_size" configures mirrored queues, which 4\.0 removed\. Remove it; quorum queues/,
    inside: at('3.13.7', { mirroring_sync_batch_size: '4096' }),
  },
  {
    id: 'mirroring-key-removed', rule: 48,
    outside: raw({ 'default_policies.operator.a.classic_queues.ha_mode': 'all' }),
    says: /ha_mode"/,
    inside: at('3.13.7', { 'default_policies.operator.a.classic_queues.ha_mode': 'all' }),
  },
  {
    id: 'queue-master-locator', rule: 53,
    outside: at('4.0.0', { queue_master_locator: 'min-masters' }),
    says: /^configuration\.raw "queue_master_locator" has no effect from 4\.0 on\. Remove it, and use/,
    inside: at('3.13.7', { queue_master_locator: 'min-masters' }),
  },
  {
    id: 'wal-key-without-effect',
    outside: at('4.3.0', { 'raft.wal_max_size_bytes': '67108864' }),
    says: /^configuration\.raw "raft\.wal_max_size_bytes" has no effect on quorum queues from 4\.3 on\. Use/,
    inside: at('4.2.9', { 'raft.wal_max_size_bytes': '67108864' }),
  },
  {
    id: 'partition-handling-without-effect', rule: 52,
    outside: at('4.3.0', { cluster_partition_handling: 'autoheal' }),
    says: /"cluster_partition_handling" has no effect with Khepri/,
    inside: at('4.1.8', { cluster_partition_handling: 'autoheal' }),
  },
  {
    id: 'discovery-key-ignored', rule: 56,
    outside: at('4.1.0', { 'cluster_formation.k8s.token_path': '/token' }),
    says: /^configuration\.raw "cluster_formation\.k8s\.token_path" configures the peer discovery of 4\.0 and older: newer brokers/,
    inside: at('4.0.9', { 'cluster_formation.k8s.token_path': '/token' }),
  },
  {
    id: 'discovery-key-ignored', rule: 56, about: 'of the right release',
    outside: raw({ 'cluster_formation.k8s.address_type': 'hostname' }),
    says: /address_type/,
    inside: raw({ 'cluster_formation.k8s.seed_node': 'rabbit@rabbitmq-cluster-1.rabbitmq-cluster-nodes.default' }),
  },
  {
    id: 'discovery-retry-limit-ignored',
    outside: at('4.1.0', { 'cluster_formation.discovery_retry_limit': '10' }),
    says: /has no effect on Kubernetes from 4\.1 on/,
    inside: at('4.0.9', { 'cluster_formation.discovery_retry_limit': '10' }),
  },
  {
    id: 'socket-buffer-fixed', rule: 76,
    outside: at('4.1.0', { 'tcp_listen_options.sndbuf': '32768' }),
    says: /^configuration\.raw "tcp_listen_options\.sndbuf" is 32768: from 4\.1 on/,
    inside: at('4.0.9', { 'tcp_listen_options.sndbuf': '32768' }),
  },
  {
    id: 'socket-buffer-fixed', rule: 76, about: 'of a plugin',
    outside: { ...raw({ 'mqtt.tcp_listen_options.recbuf': '32768' }), plugins: ['rabbitmq_mqtt'] },
    says: /"mqtt\.tcp_listen_options\.recbuf"/,
    inside: raw({ 'tcp_listen_options.backlog': '4096' }),
  },
  {
    id: 'frame-size-changed', rule: 77,
    outside: raw({ frame_max: '262144' }),
    says: /^configuration\.raw "frame_max" is 262144/,
    inside: {},
  },
  { id: 'frame-size-changed', rule: 77, outside: raw({ initial_frame_max: '16384' }), says: /"initial_frame_max" is 16384/, inside: {} },
  {
    id: 'deprecated-feature-permitted', rule: 82,
    outside: raw({ 'deprecated_features.permit.global_qos': 'true' }),
    says: /^configuration\.raw "deprecated_features\.permit\.global_qos" permits "global_qos", which a later release removes\. Stop using it/,
    inside: raw({ 'deprecated_features.permit.global_qos': 'false' }),
  },
];
