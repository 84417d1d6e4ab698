import { labelOf, refOf, inventoryName } from './inventory';
import { requireInventory } from './deploy';
import { titleOf, type ClusterRef } from '../cluster-ref';
import { leaving } from '../errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { leaseName, withLease } from '../kubernetes/lease';
import { FIELD_MANAGER, type LiveObject, type ObjectRef } from '../kubernetes/objects';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation';

/** What of a cluster goes, and what stays. */
export interface CleanupPlan extends ClusterRef {
  readonly goes: readonly ObjectRef[];
  readonly stays: readonly { readonly object: ObjectRef; readonly why: string }[];
}

/** What is deleted beyond what was applied. */
export interface CleanupOptions {
  /**
   * Whether the volumes, with all messages, and the Secrets of users and the cookie go too.
   * @default false
   */
  readonly deleteData?: boolean;
  /**
   * How long to wait for somebody else's operation on the same cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** Looks what there is, and deletes nothing. */
export async function planCleanup(kubernetes: KubernetesConnection, cluster: ClusterRef, { deleteData = false }: CleanupOptions): Promise<CleanupPlan> {
  const { objects, ownsNamespace } = await requireInventory(kubernetes, cluster);
  const goes: ObjectRef[] = [];
  const stays: { object: ObjectRef; why: string }[] = [];
  for (const object of objects) {
    const live = await kubernetes.objects.read(object);
    if (live !== undefined && madeByUs(live)) {
      goes.push(refOf(live));
    } else if (live !== undefined) {
      stays.push({ object, why: 'it was made anew by somebody else' });
    }
  }
  for (const object of await data(kubernetes, cluster)) {
    if (deleteData) {
      goes.push(object);
    } else {
      stays.push({ object, why: object.kind === 'Secret' ? 'a later deploy takes it up' : 'it has the messages; a later deploy takes it up' });
    }
  }
  goes.push(...bookkeeping(cluster));
  const namespace: ObjectRef = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: cluster.namespace } };
  const others = ownsNamespace ? await othersIn(kubernetes, cluster.namespace, [...goes]) : [];
  if (ownsNamespace && deleteData && others.length === 0) {
    goes.push(namespace);
  } else {
    stays.push({ object: namespace, why: !ownsNamespace ? 'it was there before' : others.length > 0 ? `there is more in it: ${others.slice(0, 5).join(', ')}` : 'it has the data' });
  }
  return { ...cluster, goes, stays };
}

/** Deletes what the plan says, and waits until it is gone. Interrupted, it can be done again: what it knows its own by goes last. */
export async function cleanup(operation: Operation, cluster: ClusterRef, options: CleanupOptions): Promise<CleanupPlan> {
  const plan = await withLease(operation, cluster, { operation: 'cleanup', waitMs: options.waitMs }, async (locked) => {
    const { kubernetes, progress, signal } = locked;
    const found = await planCleanup(kubernetes, cluster, options);
    let deleted = 0;
    const remove = async (objects: readonly ObjectRef[]): Promise<void> => {
      for (const object of objects) {
        signal.throwIfAborted();
        progress.live([labelOf(object)]);
        await kubernetes.objects.delete(object);
        deleted += 1;
      }
    };
    await leaving(() => `${deleted} of ${found.goes.length} objects are deleted; clean up again to go on`, async () => {
      progress.step(`Deleting ${titleOf(cluster)}`);
      await remove(found.goes.filter(object => stageOf(cluster, object) === 'applied'));
      progress.step('Waiting until the brokers are gone');
      await podsGone(locked, cluster);
      progress.step('Deleting what is left');
      await remove(found.goes.filter(object => stageOf(cluster, object) === 'data'));
      await dataGone(locked, cluster, found.goes);
    });
    return found;
  });
  // the lease has been given back
  for (const object of plan.goes.filter(candidate => stageOf(cluster, candidate) === 'last')) {
    await operation.kubernetes.objects.delete(object);
  }
  return plan;
}

function stageOf(cluster: ClusterRef, { kind, metadata: { name } }: ObjectRef): 'applied' | 'data' | 'last' {
  if (kind === 'Namespace' || kind === 'Lease' || (kind === 'ConfigMap' && name === inventoryName(cluster))) {
    return 'last';
  }
  return kind === 'PersistentVolumeClaim' || kind === 'Secret' ? 'data' : 'applied';
}

/** By who set its fields: what was deleted and made anew by others isn't ours. */
function madeByUs(live: LiveObject): boolean {
  const managers = (live.metadata as { managedFields?: { manager?: string }[] }).managedFields ?? [];
  return managers.some(({ manager }) => manager === FIELD_MANAGER);
}

/** Volumes, and the Secrets that were made in the cluster. */
async function data({ core }: KubernetesConnection, { namespace, name }: ClusterRef): Promise<ObjectRef[]> {
  const [claims, secrets] = await Promise.all([
    core.listNamespacedPersistentVolumeClaim({ namespace, labelSelector: `app=rabbitmq,cluster=${name}` }),
    core.listNamespacedSecret({ namespace, labelSelector: `app.kubernetes.io/part-of=rabbitmq,cluster=${name}` }),
  ]);
  const ref = (kind: string) => ({ metadata }: { metadata?: { name?: string } }): ObjectRef => ({ apiVersion: 'v1', kind, metadata: { name: metadata?.name ?? '', namespace } });
  return [...claims.items.map(ref('PersistentVolumeClaim')), ...secrets.items.map(ref('Secret'))];
}

function bookkeeping(cluster: ClusterRef): ObjectRef[] {
  const { namespace } = cluster;
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: inventoryName(cluster), namespace } },
    { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: leaseName(cluster.name), namespace } },
  ];
}

/** What else is in the namespace that somebody may need. */
async function othersIn({ core, apps }: KubernetesConnection, namespace: string, ours: readonly ObjectRef[]): Promise<string[]> {
  const lists = await Promise.all([
    apps.listNamespacedStatefulSet({ namespace }).then(({ items }) => items.map(item => ['StatefulSet', item] as const)),
    apps.listNamespacedDeployment({ namespace }).then(({ items }) => items.map(item => ['Deployment', item] as const)),
    core.listNamespacedPersistentVolumeClaim({ namespace }).then(({ items }) => items.map(item => ['PersistentVolumeClaim', item] as const)),
    core.listNamespacedSecret({ namespace }).then(({ items }) => items.map(item => ['Secret', item] as const)),
    core.listNamespacedConfigMap({ namespace }).then(({ items }) => items.map(item => ['ConfigMap', item] as const)),
  ]);
  const known = new Set([...ours.map(labelOf), 'ConfigMap kube-root-ca.crt']);
  return lists.flat().map(([kind, { metadata }]) => `${kind} ${metadata?.name}`).filter(label => !known.has(label));
}

/** Kubernetes keeps a claim until it has seen that no pod has it any more. */
async function dataGone({ kubernetes, signal, progress }: Operation, cluster: ClusterRef, goes: readonly ObjectRef[]): Promise<void> {
  const going = new Set(goes.map(labelOf));
  await until(async () => {
    const left = (await data(kubernetes, cluster)).map(labelOf).filter(label => going.has(label));
    progress.live(left.map(label => `${label} goes`));
    return left.length;
  }, left => left === 0, { signal, intervalMs: 500 });
}

async function podsGone({ kubernetes, signal, progress }: Operation, { namespace, name }: ClusterRef): Promise<void> {
  await until(async () => {
    const { items } = await kubernetes.core.listNamespacedPod({ namespace, labelSelector: `cluster=${name}` });
    progress.live(items.map(({ metadata }) => `${metadata?.name} stops`));
    return items.filter(({ metadata }) => metadata?.ownerReferences?.some(({ kind }) => kind === 'StatefulSet')).length;
  }, left => left === 0, { signal, intervalMs: 1_000 });
}
