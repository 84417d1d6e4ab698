import { inventoryName, isData, keyOf, labelOf, madeByUs, refOf } from '../inventory/inventory';
import { isRemovable, listedObjects } from '../inventory/removal';
import { requireInventory } from '../deploy/deploy';
import { whyNamespaceStays } from '../inventory/namespace';
import { titleOf, type ClusterRef } from '../core/cluster-ref';
import { isRequestError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import { leaseName, withLease } from '../operation/lease';
import { FIELD_MANAGER, type ObjectRef } from '../kubernetes/objects';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';

/** An object that a cleanup leaves. */
export interface StayingObject {
  readonly object: ObjectRef;
  readonly why: string;
}

/** What of a cluster goes, and what stays. */
export interface CleanupPlan extends ClusterRef {
  readonly goes: readonly ObjectRef[];
  readonly stays: readonly StayingObject[];
}

/** What is deleted beyond what was applied. */
export interface CleanupOptions {
  /**
   * Whether the volumes, with all messages and backups on them, and the Secrets of users and the cookie go too.
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
export async function planCleanup(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  options: CleanupOptions,
): Promise<CleanupPlan> {
  return planKnowing(kubernetes, cluster, options, new Set());
}

/** `known` gets what `whyNamespaceStays()` knows what is ours by. */
async function planKnowing(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  { deleteData = false }: CleanupOptions,
  known: Set<string>,
): Promise<CleanupPlan> {
  const inventory = await requireInventory(kubernetes, cluster);
  const applied: ObjectRef[] = [];
  const data = await labelledData(kubernetes, cluster);
  const stays: StayingObject[] = [];
  for (const object of listedObjects(cluster, inventory)) {
    known.add(keyOf(object));
    const live = await kubernetes.objects.read(object);
    if (live !== undefined && isRemovable(cluster, live)) {
      (isData(live) ? data : applied).push(refOf(live));
    } else if (live !== undefined) {
      stays.push({ object, why: `it lacks the labels of cluster ${cluster.name}, or someone else created it` });
    }
  }
  const ownsNamespace = inventory.ownsNamespace && await isOwnNamespace(kubernetes, cluster);
  if (!deleteData) {
    stays.push(...data.map(object => ({ object, why: whyKept(object) })));
  }
  const keepsInventory = !deleteData && (data.length > 0 || ownsNamespace);
  if (keepsInventory) {
    stays.push({ object: inventoryOf(cluster), why: 'by it, --delete-data knows what to delete later' });
  }
  const goes = [
    ...applied,
    ...(deleteData ? data : []),
    ...(keepsInventory ? [] : [inventoryOf(cluster)]),
    leaseOf(cluster),
  ];
  const namespace = namespaceOf(cluster);
  const why = await whyKeepNamespace(kubernetes, cluster, { ownsNamespace, deleteData, goes, known });
  return why === undefined
    ? { ...cluster, goes: [...goes, namespace], stays }
    : { ...cluster, goes, stays: [...stays, { object: namespace, why }] };
}

/**
 * Deletes what the plan says, and waits until it is gone. Interrupted, it can be done again: what it knows its own by
 * goes after all else, and only the Lease that it holds later still.
 */
export async function cleanup(
  operation: Operation,
  cluster: ClusterRef,
  options: CleanupOptions,
): Promise<CleanupPlan> {
  return withLease(operation, cluster, { operation: 'cleanup', waitMs: options.waitMs }, async (locked) => {
    const { kubernetes, progress, signal } = locked;
    const known = new Set<string>();
    const plan = await planKnowing(kubernetes, cluster, options, known);
    const left = new Set(plan.goes);
    const remove = async (stage: Stage): Promise<void> => {
      for (const object of plan.goes.filter(candidate => stageOf(cluster, candidate) === stage)) {
        signal.throwIfAborted();
        progress.live([labelOf(object)]);
        await kubernetes.objects.delete(object);
        left.delete(object);
      }
    };
    return withFailureState(() => stateOf(cluster, plan, left), async () => {
      progress.step(`Deleting ${titleOf(cluster)}`);
      await remove('applied');
      waitStep(locked, 'the brokers to stop');
      await podsGone(locked, cluster);
      progress.step('Deleting what is left');
      await remove('data');
      await volumesGone(locked, plan.goes);
      const done = await namespaceChecked(kubernetes, plan, known);
      if (done === plan) {
        await remove('namespace');
      }
      await remove('inventory');
      await remove('lease');
      return done;
    });
  });
}

type Stage = 'applied' | 'data' | 'namespace' | 'inventory' | 'lease';

function stageOf(cluster: ClusterRef, object: ObjectRef): Stage {
  switch (object.kind) {
    case 'Namespace': return 'namespace';
    case 'Lease': return 'lease';
    case 'ConfigMap': return object.metadata.name === inventoryName(cluster) ? 'inventory' : 'applied';
    default: return isData(object) ? 'data' : 'applied';
  }
}

function stateOf(cluster: ClusterRef, { goes }: CleanupPlan, left: ReadonlySet<ObjectRef>): string {
  const canGoOn = goes.every(object => stageOf(cluster, object) !== 'inventory' || left.has(object));
  return `${goes.length - left.size} of ${goes.length} objects are deleted; ${canGoOn ? 'clean up again to go on' : `left: ${[...left].map(labelOf).join(', ')}`}`;
}

/** The plan, without the namespace where something has come into it since. */
async function namespaceChecked(
  kubernetes: KubernetesConnection,
  plan: CleanupPlan,
  known: Set<string>,
): Promise<CleanupPlan> {
  const object = plan.goes.find(({ kind }) => kind === 'Namespace');
  const why = object && await whyNamespaceStays(kubernetes, plan.namespace, plan.goes, known);
  return object === undefined || why === undefined
    ? plan
    : { ...plan, goes: plan.goes.filter(candidate => candidate !== object), stays: [...plan.stays, { object, why }] };
}

/** Why the namespace stays; undefined where it goes. */
async function whyKeepNamespace(
  kubernetes: KubernetesConnection,
  { namespace }: ClusterRef,
  { ownsNamespace, deleteData, goes, known }: {
    ownsNamespace: boolean;
    deleteData: boolean;
    goes: readonly ObjectRef[];
    known: Set<string>;
  },
): Promise<string | undefined> {
  if (!ownsNamespace) {
    return 'deploy did not create it';
  }
  return deleteData ? whyNamespaceStays(kubernetes, namespace, goes, known) : 'only --delete-data deletes it';
}

/**
 * Whether `deploy` created the namespace. The inventory alone is no proof, as it is a ConfigMap that others may edit.
 */
async function isOwnNamespace({ objects }: KubernetesConnection, cluster: ClusterRef): Promise<boolean> {
  try {
    const live = await objects.read(namespaceOf(cluster));
    return live !== undefined && live.metadata.labels?.['app.kubernetes.io/managed-by'] === FIELD_MANAGER && madeByUs(live);
  } catch (error) {
    if (isRequestError(error, 403)) {
      return false;
    }
    throw error;
  }
}

function whyKept({ kind }: ObjectRef): string {
  return kind === 'Secret' ? 'a later deploy takes it up' : 'it has messages or backups; a later deploy takes it up';
}

/** The brokers' volumes, and the Secrets that were made in the cluster, by a rotation too. */
async function labelledData({ core }: KubernetesConnection, { namespace, name }: ClusterRef): Promise<ObjectRef[]> {
  const [claims, secrets] = await Promise.all([
    core.listNamespacedPersistentVolumeClaim({ namespace, labelSelector: `app=rabbitmq,cluster=${name}` }),
    core.listNamespacedSecret({ namespace, labelSelector: `cluster=${name}` }),
  ]);
  const ref = (kind: string) => ({ metadata }: { metadata?: { name?: string } }): ObjectRef => ({ apiVersion: 'v1', kind, metadata: { name: metadata?.name ?? '', namespace } });
  const made = secrets.items.filter(({ metadata }) => metadata?.labels?.['app.kubernetes.io/part-of'] === 'rabbitmq' || metadata?.labels?.app === 'rabbitmq-rotation');
  return [...claims.items.map(ref('PersistentVolumeClaim')), ...made.map(ref('Secret'))];
}

function inventoryOf(cluster: ClusterRef): ObjectRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: inventoryName(cluster), namespace: cluster.namespace } };
}

function leaseOf({ namespace, name }: ClusterRef): ObjectRef {
  return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: leaseName(name), namespace } };
}

function namespaceOf({ namespace }: ClusterRef): ObjectRef {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
}

/** Kubernetes keeps a claim until it has seen that no pod has it any more. */
async function volumesGone({ kubernetes, signal, progress }: Operation, goes: readonly ObjectRef[]): Promise<void> {
  let claims = goes.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  await until(async () => {
    const found = await Promise.all(claims.map(async claim =>
      await kubernetes.objects.read(claim) === undefined ? [] : [claim]));
    claims = found.flat();
    progress.live(claims.map(claim => `${labelOf(claim)} goes`));
    return claims.length;
  }, left => left === 0, { signal, intervalMs: 500 });
}

async function podsGone({ kubernetes, signal, progress }: Operation, { namespace, name }: ClusterRef): Promise<void> {
  await until(async () => {
    const { items } = await kubernetes.core.listNamespacedPod({ namespace, labelSelector: `cluster=${name}` });
    progress.live(items.map(({ metadata }) => `${metadata?.name} stops`));
    return items.filter(({ metadata }) => metadata?.ownerReferences?.some(({ kind }) => kind === 'StatefulSet')).length;
  }, left => left === 0, { signal, intervalMs: 1_000 });
}
