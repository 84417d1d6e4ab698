import { chosenOf, stated, statedOf } from './settings';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { SIZE_HINT } from '../defaults';

const BACKEND = 'cluster_formation.peer_discovery_backend';
const ORDINAL_START = 'cluster_formation.k8s.ordinal_start';
const SEED_NODE = 'cluster_formation.k8s.seed_node';
const ADDRESS_TYPE = 'cluster_formation.k8s.address_type';
const ONLY_WARN = 'cluster_formation.node_cleanup.only_log_warning';
const PARTITIONS = 'cluster_partition_handling';

/** Peer discovery by other means, under each of its names, and the plugin that brings it. */
const BACKEND_PLUGIN = /^(?:rabbit_peer_discovery_|rabbitmq_peer_discovery_)?(aws|consul|etcd)$/;

/** Peer discovery and partition handling: https://www.rabbitmq.com/docs/cluster-formation */
export const CLUSTERING_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'discovery-plugin-disabled',
    severity: 'error',
    each: ({ configuration }) => (BACKEND_PLUGIN.exec(configuration.get(BACKEND) ?? '')?.slice(1) ?? []).map(name => `rabbitmq_peer_discovery_${name}`),
    when: (plugin, subject) => !enabledPlugins(subject).has(plugin),
    message: (plugin, subject) => `${statedOf(subject, BACKEND)}, which needs ${plugin}. Add it to plugins, or remove the key`,
  }),
  rule({
    id: 'ordinal-start-unseeded',
    severity: 'error',
    when: ({ image, configuration, statefulSet }) => image.version.isAtLeast('4.1') && !image.version.discoversPeersThroughApi
      && configuration.get(SEED_NODE) === undefined
      && (configuration.number(ORDINAL_START) ?? 0) !== (statefulSet.spec?.ordinals?.start ?? 0),
    message: subject => `${statedOf(subject, ORDINAL_START)}, but the first pod has the ordinal ${subject.statefulSet.spec?.ordinals?.start ?? 0}: all brokers would wait for one that does not exist. Set only ordinalStart`,
  }),
  rule({
    id: 'size-hint-differs',
    severity: 'error',
    when: ({ configuration, replicas }) => replicas > 0 && configuration.number(SIZE_HINT) !== replicas,
    message: subject => `${statedOf(subject, SIZE_HINT)}, but replicas is ${subject.replicas}: imported quorum queues would have too few members or be skipped. Remove it`,
  }),
  rule({
    id: 'node-cleanup-forgets',
    severity: 'error',
    when: ({ configuration }) => configuration.get(ONLY_WARN) === 'false',
    message: subject => `${statedOf(subject, ONLY_WARN)}: a briefly unreachable broker would be removed from the cluster and from its quorum queues, because the list of known peers has only the first broker. Remove it`,
  }),
  rule({
    id: 'discovery-address-type',
    severity: 'error',
    when: ({ image, configuration }) => image.version.discoversPeersThroughApi && configuration.get(ADDRESS_TYPE) !== 'hostname',
    message: subject => `${statedOf(subject, ADDRESS_TYPE)}: peer discovery of a StatefulSet works with "hostname" only. Remove it`,
  }),
  rule({
    id: 'discovery-token-missing',
    severity: 'error',
    when: ({ image, podSpec }) =>
      image.version.discoversPeersThroughApi && podSpec.automountServiceAccountToken !== true,
    message: ({ image }) => `automountServiceAccountToken of the pods is not true: brokers of ${image.version.version} read their peers from the API server, which needs a token. Remove the patch`,
  }),
  rule({
    id: 'discovery-token-unneeded',
    severity: 'note',
    when: ({ image, podSpec }) =>
      !image.version.discoversPeersThroughApi && podSpec.automountServiceAccountToken === true,
    message: () => 'automountServiceAccountToken of the pods is true: from 4.1 on, peer discovery uses no API server. Remove the token',
  }),
  rule({
    id: 'partitions-ignored',
    severity: 'warning',
    when: ({ image, configuration, replicas }) => !image.version.usesKhepri && replicas > 2 && (configuration.get(PARTITIONS) ?? 'ignore') === 'ignore',
    message: subject => `${statedOf(subject, PARTITIONS)}: after a network partition, ${subject.replicas} brokers continue as two clusters with diverging data. Use "pause_minority"`,
  }),
  rule({
    id: 'partitions-pause-both',
    severity: 'warning',
    when: ({ image, configuration, replicas }) => !image.version.usesKhepri && replicas === 2 && configuration.get(PARTITIONS) === 'pause_minority',
    message: subject => `${statedOf(subject, PARTITIONS)} with 2 replicas: if either fails, the other pauses too. Use 3 replicas`,
  }),
  ruleForEach({
    id: 'net-tick-time-low',
    severity: 'warning',
    each: subject => [chosenOf(subject, 'net_ticktime')].flatMap(entry => entry ?? []),
    when: ({ value }) => Number(value) < 60,
    message: entry => `${stated(entry)} s, below RabbitMQ's default of 60: a busy broker would count as down. Remove it`,
  }),
];
