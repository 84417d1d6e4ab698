import { counted } from '../core/counted';
import { listeners } from './quiesce';
import { anyPods } from '../broker/brokers';
import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { brokerSelector, type ClusterRef, commandLine, titleOf } from '../core/cluster-ref';
import { IncompleteError, RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import type { LiveObject, Manifest } from '../kubernetes/objects';
import { until } from '../kubernetes/wait';
import { operate, type Operation, type OperationOptions, waitStep } from '../operation/operation';

const API_VERSION = 'snapshot.storage.k8s.io/v1';
const KIND = 'VolumeSnapshot';
const SNAPSHOT_TIMEOUT_MS = 30 * 60_000;

/** Options for `VolumeSnapshotter.create()`. */
export interface SnapshotOptions extends OperationOptions {
  /**
   * The VolumeSnapshotClass.
   * @default - the default one of the volumes' driver
   */
  readonly snapshotClass?: string;
  /**
   * How long the cluster may stand still until the snapshots are cut, in milliseconds. Then they are given up.
   * @default 120000
   */
  readonly stillMs?: number;
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** Snapshots of all volumes of a cluster, of one point in time. */
export interface VolumeSnapshots extends ClusterRef {
  readonly snapshots: readonly { readonly name: string; readonly claim: string; readonly size?: string }[];
  /** For how long clients were kept out. */
  readonly stillSeconds: number;
}

/** Snapshots of volumes, messages included. */
export class VolumeSnapshotter {
  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * Suspends listeners, creates a snapshot of every volume, resumes listeners, and waits until the snapshots are ready.
   *
   * @throws RefusedError if Kubernetes knows no VolumeSnapshots, or not all brokers and members of queues are up:
   * nothing was touched
   * @throws IncompleteError if a snapshot fails: those that were made are deleted
   */
  public async create(cluster: ClusterRef, options: SnapshotOptions = {}): Promise<VolumeSnapshots> {
    return operate(this.connection, options, { name: 'backup', timeoutMs: SNAPSHOT_TIMEOUT_MS }, async (before) => {
      if (!await before.kubernetes.objects.knows(API_VERSION, KIND)) {
        throw new RefusedError(`Kubernetes doesn't know ${KIND}s (${API_VERSION}): install the snapshot controller with its custom resources, and a driver that makes snapshots`);
      }
      return withLease(before, cluster, { operation: 'backup', waitMs: options.waitMs }, operation => snapshotAll(operation, cluster, options));
    });
  }
}

async function snapshotAll(
  operation: Operation,
  cluster: ClusterRef,
  { snapshotClass, stillMs = 120_000 }: SnapshotOptions,
): Promise<VolumeSnapshots> {
  const { kubernetes, progress } = operation;
  const pods = await anyPods(kubernetes, cluster);
  const lacking = await lackingFor(kubernetes, cluster);
  if (lacking.length > 0) {
    throw new RefusedError(`${titleOf(cluster)} is incomplete, and so would be its snapshots: ${firstOf(lacking)}`);
  }
  const { items } = await kubernetes.core.listNamespacedPersistentVolumeClaim({
    namespace: cluster.namespace,
    labelSelector: brokerSelector(cluster),
  });
  const mounted = pods.flatMap(
    ({ spec }) => spec?.volumes?.map(({ persistentVolumeClaim: claim }) => claim?.claimName) ?? [],
  );
  const claims = items.map(({ metadata }) => metadata?.name ?? '').filter(name => mounted.includes(name)).sort();
  if (claims.length === 0) {
    throw new RefusedError(`${titleOf(cluster)} has no volumes: its data goes with its pods`);
  }
  const at = new Date();
  const manifests = claims.map(claim => snapshotOf(cluster, claim, at, snapshotClass));
  const gate = listeners(operation, cluster, pods);
  const start = performance.now();
  const state = (): string => gate.isClosed ? `listeners are suspended: ${commandLine('repair', cluster)} resumes them` : 'clients can connect again';
  await withFailureState(state, async () => {
    await gate.close();
    try {
      await cut(operation, manifests, stillMs);
    } finally {
      progress.step('Resuming listeners');
      await gate.open();
    }
  });
  const stillSeconds = Math.round((performance.now() - start) / 100) / 10;
  waitStep(operation, 'the snapshots to be ready to use');
  const ready = await withFailureState('clients can connect again; the snapshots exist, but may not be ready', async () => awaited(operation, manifests, ({ readyToUse }) => readyToUse === true));
  return {
    ...cluster,
    snapshots: manifests.map(({ metadata: { name } }, i) => ({ name, claim: claims[i] ?? '', size: statusOf(ready[i]).restoreSize })),
    stillSeconds,
  };
}

function snapshotOf(cluster: ClusterRef, claim: string, at: Date, snapshotClass: string | undefined): Manifest {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    apiVersion: API_VERSION,
    kind: KIND,
    metadata: {
      name: `${claim}-${time.toLowerCase()}`,
      namespace: cluster.namespace,
      labels: { app: 'rabbitmq', cluster: cluster.name, 'app.kubernetes.io/managed-by': 'rabbitmq-k8s', 'cdk8s-rabbitmq/snapshot': time },
    },
    spec: {
      source: { persistentVolumeClaimName: claim },
      ...(snapshotClass !== undefined && { volumeSnapshotClassName: snapshotClass }),
    },
  };
}

interface SnapshotStatus {
  readonly creationTime?: string;
  readonly readyToUse?: boolean;
  readonly restoreSize?: string;
  readonly error?: { readonly message?: string };
}

function statusOf(object: LiveObject | undefined): SnapshotStatus {
  return object?.status ?? {};
}

/** Makes the snapshots and waits until all volumes are cut; one that fails takes all of them back. */
async function cut(operation: Operation, manifests: readonly Manifest[], stillMs: number): Promise<void> {
  const { kubernetes, progress } = operation;
  progress.step(`Cutting ${counted(manifests.length, 'volume')}`);
  try {
    await Promise.all(manifests.map(manifest => kubernetes.objects.apply(manifest)));
    const begun = performance.now();
    await awaited(operation, manifests, ({ creationTime }) => creationTime !== undefined, () => {
      if (performance.now() - begun > stillMs) {
        throw new IncompleteError(`not all volumes were cut within ${stillMs / 1000} s: look at the snapshot controller, "kubectl -n ${manifests[0]?.metadata.namespace} describe volumesnapshot"`);
      }
    });
  } catch (error) {
    await Promise.all(manifests.map(manifest => kubernetes.detached().objects.delete(manifest).catch(() => false)));
    throw new IncompleteError((error as Error).message, { cause: error, state: 'the snapshots are deleted, and clients can connect again' });
  }
}

async function awaited(
  { kubernetes, progress, signal }: Operation,
  manifests: readonly Manifest[],
  done: (status: SnapshotStatus) => boolean,
  check = (): void => undefined,
): Promise<LiveObject[]> {
  return await until(async () => {
    const found = await Promise.all(manifests.map(manifest => kubernetes.objects.read(manifest)));
    const failed = found.find(object => statusOf(object).error !== undefined);
    if (failed) {
      throw new IncompleteError(`snapshot ${failed.metadata.name} failed: ${statusOf(failed).error?.message}`);
    }
    check();
    progress.live([`${found.filter(object => done(statusOf(object))).length} of ${found.length}`]);
    return found;
  }, found => found.every(object => done(statusOf(object))), { signal }) as LiveObject[];
}
