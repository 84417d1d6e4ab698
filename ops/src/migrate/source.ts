import type { Dialect } from './dialect';
import { CLOUDPIRATES } from './dialects/cloudpirates';
import { CLUSTER_OPERATOR } from './dialects/cluster-operator';
import { GROUNDHOG2K } from './dialects/groundhog2k';
import { isMap } from './draft';
import { isState, resourcesOfState, type TerraformResource } from './terraform/state';
import { isTopologyKind, type TopologyResource } from './topology-resources';
import { UsageError } from '../core/errors';

type Values = Readonly<Record<string, unknown>>;

/** Keys by which charts differ: the one with most of them is meant. */
const TELLING: readonly (readonly [Dialect, readonly string[]])[] = [
  [CLOUDPIRATES, ['peerDiscoveryK8sPlugin', 'queueBalancing', 'managementPlugin', 'additionalPlugins', 'installPlugins', 'config', 'initContainer']],
  [GROUNDHOG2K, ['authentication', 'customConfig', 'customAdvancedConfig', 'k8sPeerDiscoveryPlugin', 'prometheusPlugin', 'options', 'initImage', 'extraSecretConfigs', 'storage']],
];

/** Where values of a chart are among those of other charts, which one chart has as its dependencies. */
export interface Within {
  /** The key that they are under: the name of the dependency. */
  readonly key: string;
  /** Keys of other charts. */
  readonly others: readonly string[];
}

/** Keys of charts that no chart with dependencies has for itself. */
const USUAL = ['auth', 'replicaCount', 'clustering', 'extraConfiguration', 'configuration', 'extraPlugins', 'plugins', 'persistence', 'metrics', 'memoryHighWatermark', 'loadDefinition'];

/**
 * What a file has: values of a chart, a `RabbitmqCluster`, resources of the Messaging Topology Operator, or a
 * Terraform state.
 */
export interface Source {
  readonly values?: { readonly map: Values; readonly dialect?: Dialect; readonly within?: Within };
  readonly topology: readonly TopologyResource[];
  readonly terraform?: readonly TerraformResource[];
}

/**
 * Tells what the documents of a file are.
 *
 * @throws UsageError where they are nothing that can be migrated, or two clusters
 */
export function sourceOf(documents: readonly unknown[]): Source {
  if (documents.length === 1 && isState(documents[0])) {
    return { topology: [], terraform: resourcesOfState(documents[0]) };
  }
  const resources = documents.flatMap(itemsOf).filter(isMap);
  const topology = resources
    .filter(({ apiVersion, kind }) => isOurs(apiVersion) && isTopologyKind(String(kind)))
    .map(resourceOf);
  const clusters = resources.filter(({ apiVersion, kind }) => isOurs(apiVersion) && kind === 'RabbitmqCluster');
  if (clusters.length > 1) {
    throw new UsageError('the file has several RabbitmqClusters: pass them one at a time');
  }
  if (clusters.length === 1) {
    return { values: { map: clusters[0], dialect: CLUSTER_OPERATOR }, topology };
  }
  const kinds = resources.map(({ kind }) => kind).filter(kind => kind !== undefined);
  if (topology.length > 0) {
    return { topology };
  }
  if (kinds.length > 0 || documents.length > 1 || !documents.every(isMap)) {
    throw new UsageError('the file has neither values of a chart, nor a RabbitmqCluster, nor resources of the Messaging '
      + 'Topology Operator, nor one Terraform state: values are a map of keys, such as replicaCount: 3');
  }
  const [map = {}] = documents as readonly Values[];
  return { values: valuesOf(map), topology };
}

/** Values of a chart, or of the one dependency that looks like a chart of RabbitMQ, with the global ones. */
function valuesOf(map: Values): NonNullable<Source['values']> {
  const dependencies = Object.entries(map).filter((entry): entry is [string, Values] => {
    const [key, value] = entry;
    return /rabbit|mq/i.test(key) && isMap(value) && isOfRabbitMQ(value);
  });
  const [found] = dependencies;
  if (dependencies.length !== 1 || isOfRabbitMQ(map)) {
    return { map, dialect: chartOf(map) };
  }
  const [key, values] = found;
  const { global } = map;
  return {
    map: { ...isMap(global) && { global }, ...values },
    dialect: chartOf(values),
    within: { key, others: Object.keys(map).filter(other => ![key, 'global'].includes(other)) },
  };
}

function isOfRabbitMQ(values: Values): boolean {
  return [...USUAL, ...TELLING.flatMap(([, keys]) => keys)].some(key => key in values);
}

/** Bitnami's chart where none is told. */
function chartOf(values: Values): Dialect | undefined {
  const tells = (key: string): boolean => key in values && !(key === 'storage' && !isMap(values.storage));
  const found = TELLING.map(([dialect, keys]) => ({ dialect, count: keys.filter(tells).length }));
  const most = Math.max(...found.map(({ count }) => count));
  return most === 0 ? undefined : found.find(({ count }) => count === most)?.dialect;
}

function itemsOf(document: unknown): unknown[] {
  return isMap(document) && document.kind === 'List' && Array.isArray(document.items) ? document.items : [document];
}

function isOurs(apiVersion: unknown): boolean {
  return String(apiVersion).startsWith('rabbitmq.com/');
}

function resourceOf({ kind, metadata, spec, status }: Values): TopologyResource {
  return {
    kind: String(kind),
    name: isMap(metadata) ? String(metadata.name) : '',
    namespace: isMap(metadata) && typeof metadata.namespace === 'string' ? metadata.namespace : undefined,
    spec: isMap(spec) ? spec : {},
    status: isMap(status) ? status : {},
  };
}
