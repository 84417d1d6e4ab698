import { counted } from '../core/counted';
import { expansionPlan, type ExpansionPlan, templateOf } from './plan';
import { brokerPods } from '../broker/brokers';
import { bounded } from '../core/abort';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef } from '../core/cluster-ref';
import { changeInventory } from '../inventory/inventory';
import { ifFound } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import type { Kubernetes } from '../kubernetes/library';
import { FIELD_MANAGER } from '../kubernetes/objects';
import { isRunning } from '../kubernetes/pods';
import { scalar } from '../kubernetes/quantity';
import { until } from '../kubernetes/wait';
import { operate, type Operation, type OperationOptions, waitStep } from '../operation/operation';

export const EXPAND_TIMEOUT_MS = 30 * 60_000;

/** Options for `VolumeExpander.expand()`. */
export interface ExpandOptions extends OperationOptions {
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** Grows the volumes of brokers that run. */
export class VolumeExpander {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** What a larger size would change. */
  public async plan(cluster: ClusterRef, size: string, options: OperationOptions = {}): Promise<ExpansionPlan> {
    return operate(this.connection, options, { name: 'expand', timeoutMs: 60_000 }, operation => expansionPlan(operation, cluster, size));
  }

  /**
   * Expands the PVCs, then recreates the StatefulSet with the new size in its template, because Kubernetes rejects a
   * change of it. The pods keep running. The volume of a broker that is down grows when the broker starts; the
   * operation does not wait for it.
   *
   * @throws RefusedError if volumes would have to shrink, or can't grow: nothing was changed
   */
  public async expand(cluster: ClusterRef, size: string, options: ExpandOptions = {}): Promise<ExpansionPlan> {
    return operate(this.connection, options, { name: 'expand', timeoutMs: EXPAND_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: 'expand', waitMs: options.waitMs }, async (leased) => {
        leased.progress.step('Reading the volumes');
        const plan = await expansionPlan(leased, cluster, size);
        await withFailureState(`some volumes may be of ${size} already; the same command again goes on`, async () => {
          await growClaims(leased, cluster, plan);
          if (scalar(plan.template) !== scalar(size)) {
            await renewStatefulSet(leased, cluster, size);
          }
          await changeInventory(leased.kubernetes, cluster, { storageSize: size });
        });
        return plan;
      }));
  }
}

async function growClaims(
  operation: Operation,
  cluster: ClusterRef,
  { namespace, claims, size }: ExpansionPlan,
): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  for (const { name } of claims) {
    await kubernetes.objects.patch({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, namespace }, spec: { resources: { requests: { storage: size } } } });
  }
  waitStep(operation, `${counted(claims.length, 'volume')} to grow to ${size}`);
  await until(async () => {
    const { items } = await kubernetes.core.listNamespacedPod({ namespace, labelSelector: brokerSelector(cluster) });
    const mounted = new Set(items.filter(pod => isRunning(pod, BROKER_CONTAINER)).map(({ metadata }) => metadata?.name ?? ''));
    const states = await Promise.all(claims.map(async ({ name }) => (
      growth(await kubernetes.core.readNamespacedPersistentVolumeClaim({ name, namespace }), size, mounted))));
    progress.live(states.map(({ line }) => line));
    return states;
  }, states => states.every(({ done }) => done), { signal });
}

function growth(
  { metadata, status }: Kubernetes.V1PersistentVolumeClaim, size: string, runningPods: ReadonlySet<string>,
): { readonly done: boolean; readonly line: string } {
  const capacity = status?.capacity?.storage;
  const condition = status?.conditions?.find(({ type }) => type === 'FileSystemResizePending' || type === 'Resizing');
  // the file system of a volume grows while it is mounted
  const isUsed = [...runningPods].some(pod => metadata?.name?.endsWith(`-${pod}`));
  const done = scalar(capacity ?? 0) >= scalar(size) || status?.phase !== 'Bound' || !isUsed;
  return { done, line: `${metadata?.name}  ${capacity ?? status?.phase}${condition ? `: ${condition.type}` : ''}` };
}

/** Deletes the StatefulSet, leaving its pods, and makes it again; not to be interrupted in between. */
async function renewStatefulSet(operation: Operation, cluster: ClusterRef, size: string): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const former = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  const uninterrupted = kubernetes.detached();
  progress.step('Recreating the StatefulSet; its pods keep running');
  const next = renewed(former, size);
  signal.throwIfAborted();
  await withFailureState(`the StatefulSet ${cluster.name} may be gone, while its pods run on: apply your manifests with ${size} to have it back, and it takes its pods over`, async () => {
    // in the body, as the API server reads no query beside one: without it, the pods would go too
    await uninterrupted.apps.deleteNamespacedStatefulSet({ ...cluster, body: { propagationPolicy: 'Orphan', preconditions: { uid: former.metadata?.uid } } });
    await until(
      async () => ifFound(uninterrupted.apps.readNamespacedStatefulSet(cluster)),
      found => found?.metadata?.uid !== former.metadata?.uid,
      { signal: bounded([], 60_000).signal, intervalMs: 100 },
    );
    await uninterrupted.apps.createNamespacedStatefulSet({
      namespace: cluster.namespace,
      body: next,
      fieldManager: FIELD_MANAGER,
    });
  });
  const pods = (await brokerPods(kubernetes, cluster)).length;
  waitStep(operation, `the StatefulSet to adopt ${pods} ${pods === 1 ? 'pod' : 'pods'}`);
  await until(async () => {
    const { metadata, status } = await kubernetes.apps.readNamespacedStatefulSet(cluster);
    return status?.observedGeneration === metadata?.generation && (status?.replicas ?? 0) >= pods;
  }, adopted => adopted, { signal });
}

function renewed(former: Kubernetes.V1StatefulSet, size: string): Kubernetes.V1StatefulSet {
  const { name, namespace, labels, annotations } = former.metadata ?? {};
  const data = templateOf(former)?.metadata?.name;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace, labels, annotations },
    spec: former.spec && {
      ...former.spec,
      volumeClaimTemplates: former.spec.volumeClaimTemplates?.map(({ metadata, spec }) => ({
        metadata: { name: metadata?.name, labels: metadata?.labels, annotations: metadata?.annotations },
        spec: metadata?.name === data
          ? { ...spec, resources: { ...spec?.resources, requests: { ...spec?.resources?.requests, storage: size } } }
          : spec,
      })),
    },
  };
}
