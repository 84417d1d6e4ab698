import { expansionPlan, type ExpansionPlan, templateOf } from './plan';
import { bounded } from '../core/abort';
import type { ClusterRef } from '../core/cluster-ref';
import { changeInventory } from '../inventory/inventory';
import { ifFound, leaving } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import type { Kubernetes } from '../kubernetes/library';
import { FIELD_MANAGER } from '../kubernetes/objects';
import { scalar } from '../kubernetes/quantity';
import { until } from '../kubernetes/wait';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

const EXPAND_TIMEOUT_MS = 30 * 60_000;

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

  /** What would come of a larger size. */
  public async plan(cluster: ClusterRef, size: string, options: OperationOptions = {}): Promise<ExpansionPlan> {
    return operate(this.connection, options, { name: 'expand', timeoutMs: 60_000 }, operation => expansionPlan(operation, cluster, size));
  }

  /**
   * Expands the PVCs, then recreates the StatefulSet with the new size in its template, because Kubernetes rejects a change of it. The
   * pods keep running.
   *
   * @throws RefusedError if volumes would have to shrink, or can't grow: nothing was touched
   */
  public async expand(cluster: ClusterRef, size: string, options: ExpandOptions = {}): Promise<ExpansionPlan> {
    return operate(this.connection, options, { name: 'expand', timeoutMs: EXPAND_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: 'expand', waitMs: options.waitMs }, async (leased) => {
        leased.progress.step('Looking at the volumes');
        const plan = await expansionPlan(leased, cluster, size);
        await leaving(`some volumes may be of ${size} already; the same command again goes on`, async () => {
          await growClaims(leased, plan);
          if (scalar(plan.template) !== scalar(size)) {
            await renewStatefulSet(leased, cluster, size);
          }
          await changeInventory(leased.kubernetes, cluster, { storageSize: size });
        });
        return plan;
      }));
  }
}

async function growClaims({ kubernetes, progress, signal }: Operation, { namespace, claims, size }: ExpansionPlan): Promise<void> {
  for (const { name } of claims) {
    await kubernetes.objects.patch({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, namespace }, spec: { resources: { requests: { storage: size } } } });
  }
  progress.step(`Waiting until ${claims.length} volumes are of ${size}`);
  await until(async () => {
    const states = await Promise.all(claims.map(async ({ name }) => growth(await kubernetes.core.readNamespacedPersistentVolumeClaim({ name, namespace }), size)));
    progress.live(states.map(({ line }) => line));
    return states;
  }, states => states.every(({ done }) => done), { signal });
}

function growth({ metadata, status }: Kubernetes.V1PersistentVolumeClaim, size: string): { readonly done: boolean; readonly line: string } {
  const capacity = status?.capacity?.storage;
  const condition = status?.conditions?.find(({ type }) => type === 'FileSystemResizePending' || type === 'Resizing');
  // a claim that nobody mounts, or that isn't bound, grows when it is used next
  const done = scalar(capacity ?? 0) >= scalar(size) || status?.phase !== 'Bound';
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
  await leaving(`the StatefulSet ${cluster.name} may be gone, while its pods run on: apply your manifests with ${size} to have it back, and it takes its pods over`, async () => {
    // in the body, as the API server reads no query beside one: without it, the pods would go too
    await uninterrupted.apps.deleteNamespacedStatefulSet({ ...cluster, body: { propagationPolicy: 'Orphan', preconditions: { uid: former.metadata?.uid } } });
    await until(
      async () => ifFound(uninterrupted.apps.readNamespacedStatefulSet(cluster)),
      found => found?.metadata?.uid !== former.metadata?.uid,
      { signal: bounded([], 60_000).signal, intervalMs: 100 },
    );
    await uninterrupted.apps.createNamespacedStatefulSet({ namespace: cluster.namespace, body: next, fieldManager: FIELD_MANAGER });
  });
  progress.step('Waiting until the pods belong to it');
  await until(async () => {
    const { metadata, status, spec } = await kubernetes.apps.readNamespacedStatefulSet(cluster);
    return status?.observedGeneration === metadata?.generation && status?.readyReplicas === spec?.replicas;
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
        spec: metadata?.name === data ? { ...spec, resources: { ...spec?.resources, requests: { ...spec?.resources?.requests, storage: size } } } : spec,
      })),
    },
  };
}
