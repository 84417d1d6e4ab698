import { stringify, parse } from 'yaml';
import type { DeploymentConfig } from './config';
import type { ClusterRef } from '../cluster-ref';
import { ifFound } from '../errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { FIELD_MANAGER, type Manifest, type ObjectRef } from '../kubernetes/objects';

/** What was deployed last: its configuration, and its objects, so that what is no longer wanted is found, and cleanup knows its own. */
export interface Inventory {
  readonly config: DeploymentConfig;
  readonly objects: readonly ObjectRef[];
  /** Whether the namespace was made for it. */
  readonly ownsNamespace: boolean;
}

/** The name of the ConfigMap that keeps it. */
export function inventoryName({ name }: ClusterRef): string {
  return `${name}-deployment`;
}

/** Undefined where the cluster wasn't deployed by this program. */
export async function readInventory({ core }: KubernetesConnection, cluster: ClusterRef): Promise<Inventory | undefined> {
  const map = await ifFound(core.readNamespacedConfigMap({ namespace: cluster.namespace, name: inventoryName(cluster) }));
  return map?.data && {
    config: parse(map.data['config.yaml'] ?? '{}') as DeploymentConfig,
    objects: parse(map.data['objects.yaml'] ?? '[]') as ObjectRef[],
    ownsNamespace: map.data.ownsNamespace === 'true',
  };
}

/** Has the inventory say what was changed otherwise than by a deploy; nothing where the cluster wasn't deployed by this program. */
export async function changeInventory(kubernetes: KubernetesConnection, cluster: ClusterRef, change: Partial<DeploymentConfig>): Promise<void> {
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

/** The ConfigMap as it is applied. */
export function inventoryManifest(cluster: ClusterRef, { config, objects, ownsNamespace }: Inventory): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: inventoryName(cluster),
      namespace: cluster.namespace,
      labels: { app: 'rabbitmq', cluster: cluster.name, 'app.kubernetes.io/managed-by': FIELD_MANAGER, 'app.kubernetes.io/part-of': 'rabbitmq' },
    },
    data: { 'config.yaml': stringify(config), 'objects.yaml': stringify(objects.map(refOf)), ownsNamespace: String(ownsNamespace) },
  };
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
