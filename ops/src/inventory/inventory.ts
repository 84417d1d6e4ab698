import { stringify, parse } from 'yaml';
import type { DeploymentConfig } from './config';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, RefusedError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { FIELD_MANAGER, type LiveObject, type Manifest, type ObjectRef } from '../kubernetes/objects';

/**
 * What was deployed last: its configuration, and its objects, so that what is no longer wanted is found, and cleanup
 * knows its own.
 */
export interface Inventory {
  readonly config: DeploymentConfig;
  readonly objects: readonly ObjectRef[];
  /** Whether the namespace was made for it. */
  readonly ownsNamespace: boolean;
}

const MANAGED_BY = 'app.kubernetes.io/managed-by';

/** Labels by which an object of a cluster is known, whoever applied the library's manifest of it. */
const OWN_LABELS = ['cluster', 'app.kubernetes.io/part-of'];

/** Kinds of objects that outlive the cluster, as they have what can't be made again. */
const DATA_KINDS = ['PersistentVolumeClaim', 'Secret'];

/** The name of the ConfigMap that keeps it. */
export function inventoryName({ name }: ClusterRef): string {
  return `${name}-deployment`;
}

/**
 * Undefined where the cluster wasn't deployed by this program.
 *
 * @throws RefusedError if there is a ConfigMap of this name that is somebody else's
 */
export async function readInventory(
  { core }: KubernetesConnection,
  cluster: ClusterRef,
): Promise<Inventory | undefined> {
  const map = await ifFound(
    core.readNamespacedConfigMap({ namespace: cluster.namespace, name: inventoryName(cluster) }),
  );
  if (map !== undefined && map.metadata?.labels?.[MANAGED_BY] !== FIELD_MANAGER) {
    throw new RefusedError(`there is a ConfigMap ${inventoryName(cluster)} in namespace ${cluster.namespace} that wasn't made by this program, which keeps what it deployed there: choose another --cluster-name`);
  }
  return map?.data && {
    config: parse(map.data['config.yaml'] ?? '{}') as DeploymentConfig,
    objects: parse(map.data['objects.yaml'] ?? '[]') as ObjectRef[],
    ownsNamespace: map.data.ownsNamespace === 'true',
  };
}

/**
 * Has the inventory say what was changed otherwise than by a deploy; nothing where the cluster wasn't deployed
 * by this program.
 */
export async function changeInventory(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  change: Partial<DeploymentConfig>,
): Promise<void> {
  const inventory = await readInventory(kubernetes, cluster);
  if (inventory !== undefined) {
    await kubernetes.objects.patch({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: inventoryName(cluster), namespace: cluster.namespace },
      data: { 'config.yaml': stringify({ ...inventory.config, ...change }) },
    });
  }
}

/**
 * Has the inventory list an object that was created otherwise than by a deploy, so that `deploy` and `cleanup` know it.
 */
export async function addToInventory(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  object: ObjectRef,
): Promise<void> {
  const inventory = await readInventory(kubernetes, cluster);
  if (inventory !== undefined && !inventory.objects.some(listed => keyOf(listed) === keyOf(object))) {
    await kubernetes.objects.patch({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: inventoryName(cluster), namespace: cluster.namespace },
      data: { 'objects.yaml': stringify([...inventory.objects, object].map(refOf)) },
    });
  }
}

/** The ConfigMap as it is applied. */
export function inventoryManifest(cluster: ClusterRef, { config, objects, ownsNamespace }: Inventory): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: inventoryName(cluster),
      namespace: cluster.namespace,
      labels: { app: 'rabbitmq', cluster: cluster.name, [MANAGED_BY]: FIELD_MANAGER, 'app.kubernetes.io/part-of': 'rabbitmq' },
    },
    data: { 'config.yaml': stringify(config), 'objects.yaml': stringify(objects.map(refOf)), ownsNamespace: String(ownsNamespace) },
  };
}

/** Whether an object stays until its deletion is asked for. */
export function isData({ kind }: ObjectRef): boolean {
  return DATA_KINDS.includes(kind);
}

/** Whether its fields are managed by this tool: an object that others deleted and recreated is not. */
export function madeByUs(live: LiveObject): boolean {
  const managers = (live.metadata as { managedFields?: { manager?: string }[] }).managedFields ?? [];
  return managers.some(({ manager }) => manager === FIELD_MANAGER);
}

/** Whether an object that is there is the one that the manifest makes, and not somebody else's of the same name. */
export function isOwn(live: LiveObject, wanted: Manifest): boolean {
  return OWN_LABELS.every(
    label =>
      live.metadata.labels?.[label] !== undefined && live.metadata.labels[label] === wanted.metadata.labels?.[label],
  );
}

/** What identifies an object. */
export function refOf({ apiVersion, kind, metadata: { name, namespace } }: ObjectRef): ObjectRef {
  return { apiVersion, kind, metadata: { name, ...namespace !== undefined && { namespace } } };
}

/** An object's identity as a text; another version of its API is the same object. */
export function keyOf({ apiVersion, kind, metadata: { name } }: ObjectRef): string {
  return `${apiVersion.replace(/\/.*|^v\d+$/, '')}/${kind}/${name}`;
}

/** As messages name an object. */
export function labelOf({ kind, metadata: { name } }: ObjectRef): string {
  return `${kind} ${name}`;
}
