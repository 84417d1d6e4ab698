import { Duration, JsonPatch } from 'cdk8s';
import { at, Case, patched, patchedNodesService, POD, raw } from '../check';

export const CLUSTERING_CASES: readonly Case[] = [
  {
    id: 'nodes-unpublished', rule: 2,
    outside: patchedNodesService(JsonPatch.remove('/spec/publishNotReadyAddresses')),
    says: /^publishNotReadyAddresses of Service "rabbitmq-cluster-nodes" is not true: starting brokers can't find each/,
    inside: patchedNodesService(JsonPatch.add('/spec/internalTrafficPolicy', 'Cluster')),
  },
  {
    id: 'discovery-plugin-disabled',
    outside: raw({ 'cluster_formation.peer_discovery_backend': 'consul' }),
    says: /^configuration\.raw "cluster_formation\.peer_discovery_backend" is consul, which needs rabbitmq_peer_discovery_consul\. Add it to plugins, or/,
    inside: { ...raw({ 'cluster_formation.peer_discovery_backend': 'consul' }), plugins: ['rabbitmq_peer_discovery_consul'] },
  },
  {
    id: 'discovery-plugin-disabled', about: 'of the core',
    outside: raw({ 'cluster_formation.peer_discovery_backend': 'rabbit_peer_discovery_etcd' }),
    says: /rabbitmq_peer_discovery_etcd/,
    inside: raw({ 'cluster_formation.peer_discovery_backend': 'classic_config' }),
  },
  {
    id: 'ordinal-start-unseeded', rule: 25,
    outside: { ordinalStart: 3, ...raw({ 'cluster_formation.k8s.ordinal_start': '2' }) },
    says: /^configuration\.raw "cluster_formation\.k8s\.ordinal_start" is 2, but the first pod has the ordinal 3:/,
    inside: { ordinalStart: 3 },
  },
  {
    id: 'ordinal-start-unseeded', rule: 25, about: 'by a patch',
    outside: patched(JsonPatch.add('/spec/ordinals', { start: 1 })),
    says: /^rabbitmq\.conf has no "cluster_formation\.k8s\.ordinal_start", but the first pod has the ordinal 1:/,
    inside: { ...at('4.0.9'), ...patched(JsonPatch.add('/spec/ordinals', { start: 1 })) },
  },
  {
    id: 'size-hint-differs', rule: 55,
    outside: raw({ 'cluster_formation.target_cluster_size_hint': '1' }),
    says: /^configuration\.raw "cluster_formation\.target_cluster_size_hint" is 1, but replicas is 3: imported quorum queues would/,
    inside: raw({ 'cluster_formation.target_cluster_size_hint': '3' }),
  },
  {
    id: 'node-cleanup-forgets', rule: 54,
    outside: raw({ 'cluster_formation.node_cleanup.only_log_warning': 'false' }),
    says: /^configuration\.raw "cluster_formation\.node_cleanup\.only_log_warning" is false: a briefly unreachable broker would be removed from/,
    inside: raw({ 'cluster_formation.node_cleanup.only_log_warning': 'true' }),
  },
  {
    id: 'discovery-address-type', rule: 57,
    outside: at('4.0.9', { 'cluster_formation.k8s.address_type': 'ip' }),
    says: /"cluster_formation\.k8s\.address_type" is ip/,
    inside: at('4.0.9', { 'cluster_formation.k8s.address_type': 'hostname' }),
  },
  {
    id: 'discovery-token-missing', rule: 57,
    outside: { ...at('4.0.9'), ...patched(JsonPatch.replace(`${POD}/automountServiceAccountToken`, false)) },
    says: /^automountServiceAccountToken of the pods is not true: brokers of 4\.0\.9 read their/,
    inside: { ...at('4.1.0'), ...patched(JsonPatch.replace(`${POD}/automountServiceAccountToken`, false)) },
  },
  {
    id: 'discovery-token-unneeded', rule: 58,
    outside: patched(JsonPatch.replace(`${POD}/automountServiceAccountToken`, true)),
    says: /^automountServiceAccountToken of the pods is true/,
    inside: at('4.0.9'),
  },
  {
    id: 'partitions-ignored', rule: 50,
    outside: at('4.1.8', { cluster_partition_handling: 'ignore' }),
    says: /^configuration\.raw "cluster_partition_handling" is ignore: after a network partition, 3 brokers continue as/,
    inside: at('4.1.8'),
  },
  {
    id: 'partitions-ignored', rule: 50, about: 'with Khepri',
    outside: at('3.10.25', { cluster_partition_handling: 'ignore' }),
    says: /pause_minority/,
    inside: at('4.2.0', { cluster_partition_handling: 'ignore' }),
  },
  {
    id: 'partitions-pause-both', rule: 51,
    outside: { ...at('4.1.8'), replicas: 2 },
    says: /"cluster_partition_handling" is pause_minority with 2 replicas/,
    inside: { ...at('4.2.0'), replicas: 2 },
  },
  {
    id: 'net-tick-time-low', rule: 72,
    outside: { configuration: { clustering: { netTickTime: Duration.seconds(59) } } },
    says: /^configuration\.clustering\.netTickTime is 59 s, below RabbitMQ's default of 60: a busy broker/,
    inside: { configuration: { clustering: { netTickTime: Duration.seconds(60) } } },
  },
  { id: 'size-hint-differs', rule: 55, about: 'of a cluster that is stopped', outside: raw({ 'cluster_formation.target_cluster_size_hint': '4' }), says: /is 4/, inside: { replicas: 0 } },
  { id: 'size-hint-differs', rule: 55, about: 'of one broker', outside: { replicas: 1, ...raw({ 'cluster_formation.target_cluster_size_hint': '3' }) }, says: /^configuration\.raw "cluster_formation\.target_cluster_size_hint" is 3, but replicas is 1: imported quorum queues would/, inside: { replicas: 1 } },
  {
    id: 'partitions-ignored', rule: 50, about: 'with three brokers',
    outside: { ...at('4.1.8', { cluster_partition_handling: 'ignore' }), replicas: 3 },
    says: /3 brokers/,
    inside: { ...at('4.1.8', { cluster_partition_handling: 'ignore' }), replicas: 2 },
  },
  { id: 'partitions-pause-both', rule: 51, about: 'by another way', outside: { ...at('3.13.7'), replicas: 2 }, says: /^rabbitmq\.conf "cluster_partition_handling" is pause_minority with 2 replicas: if either fails, the other/, inside: { ...at('3.13.7', { cluster_partition_handling: 'autoheal' }), replicas: 2 } },
  { id: 'partitions-pause-both', rule: 51, about: 'with three brokers', outside: { ...at('4.0.9'), replicas: 2 }, says: /2 replicas/, inside: at('4.0.9') },
];
