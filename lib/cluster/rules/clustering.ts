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

/** How nodes find each other and hold together: https://www.rabbitmq.com/docs/cluster-formation */
export const CLUSTERING_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'discovery-plugin-disabled',
    severity: 'error',
    each: ({ configuration }) => (BACKEND_PLUGIN.exec(configuration.get(BACKEND) ?? '')?.slice(1) ?? []).map(name => `rabbitmq_peer_discovery_${name}`),
    when: (plugin, subject) => !enabledPlugins(subject).has(plugin),
    message: (plugin, subject) => `${statedOf(subject, BACKEND)}, which takes ${plugin}: add it to plugins, or leave the key out`,
  }),
  rule({
    id: 'ordinal-start-unseeded',
    severity: 'error',
    when: ({ image, configuration, statefulSet }) => image.version.isAtLeast('4.1') && !image.version.discoversPeersThroughApi
      && configuration.get(SEED_NODE) === undefined
      && (configuration.number(ORDINAL_START) ?? 0) !== (statefulSet.spec?.ordinals?.start ?? 0),
    message: subject => `${statedOf(subject, ORDINAL_START)}, and the first pod's number is ${subject.statefulSet.spec?.ordinals?.start ?? 0}: all brokers would wait for one that isn't there; set ordinalStart alone`,
  }),
  rule({
    id: 'size-hint-differs',
    severity: 'error',
    when: ({ configuration, replicas }) => replicas > 0 && configuration.number(SIZE_HINT) !== replicas,
    message: subject => `${statedOf(subject, SIZE_HINT)}, and replicas is ${subject.replicas}: quorum queues of definitions would be made with too few members or not at all; leave it out`,
  }),
  rule({
    id: 'node-cleanup-forgets',
    severity: 'error',
    when: ({ configuration }) => configuration.get(ONLY_WARN) === 'false',
    message: subject => `${statedOf(subject, ONLY_WARN)}: a broker that is out of reach for a moment would be forgotten with its members of quorum queues, as the list of peers that it is compared with has the first one only; leave it out`,
  }),
  rule({
    id: 'discovery-address-type',
    severity: 'error',
    when: ({ image, configuration }) => image.version.discoversPeersThroughApi && configuration.get(ADDRESS_TYPE) !== 'hostname',
    message: subject => `${statedOf(subject, ADDRESS_TYPE)}: the pods of a StatefulSet find each other by "hostname" only; leave it out`,
  }),
  rule({
    id: 'discovery-token-missing',
    severity: 'error',
    when: ({ image, podSpec }) => image.version.discoversPeersThroughApi && podSpec.automountServiceAccountToken !== true,
    message: ({ image }) => `automountServiceAccountToken of the pods isn't true: brokers of ${image.version.version} ask the API server for their peers, and can't without a token; take the patch out`,
  }),
  rule({
    id: 'discovery-token-unneeded',
    severity: 'note',
    when: ({ image, podSpec }) => !image.version.discoversPeersThroughApi && podSpec.automountServiceAccountToken === true,
    message: () => 'automountServiceAccountToken of the pods is true: brokers from 4.1 on ask no API server; leave the token out',
  }),
  rule({
    id: 'partitions-ignored',
    severity: 'warning',
    when: ({ image, configuration, replicas }) => !image.version.usesKhepri && replicas > 2 && (configuration.get(PARTITIONS) ?? 'ignore') === 'ignore',
    message: subject => `${statedOf(subject, PARTITIONS)}: cut off from each other, ${subject.replicas} brokers go on as two clusters whose data never comes together again; use "pause_minority"`,
  }),
  rule({
    id: 'partitions-pause-both',
    severity: 'warning',
    when: ({ image, configuration, replicas }) => !image.version.usesKhepri && replicas === 2 && configuration.get(PARTITIONS) === 'pause_minority',
    message: subject => `${statedOf(subject, PARTITIONS)} with 2 replicas: if either fails the other pauses too; use 3 replicas`,
  }),
  ruleForEach({
    id: 'net-tick-time-low',
    severity: 'warning',
    each: subject => [chosenOf(subject, 'net_ticktime')].flatMap(entry => entry ?? []),
    when: ({ value }) => Number(value) < 60,
    message: entry => `${stated(entry)} s, below the broker's own 60: a busy node would be taken for a dead one; leave it out`,
  }),
];
