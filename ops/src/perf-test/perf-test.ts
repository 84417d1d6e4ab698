import { randomUUID } from 'node:crypto';
import { type Load, perfTestLabels, perfTestManifests } from './manifests';
import { figuresIn, type PerfTestFigures } from './results';
import { lackingFor } from '../broker/safety';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { ifFound, IncompleteError, RefusedError } from '../core/errors';
import { firstOf } from '../core/first-of';
import type { Kubernetes } from '../kubernetes/library';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';
import { podReasons, tellingLine } from '../pods/pod-reason';
import { StuckPods } from '../pods/stuck-pods';

/** The result of a test. */
export interface PerfTestResult extends ClusterRef, Load, PerfTestFigures {
  readonly image: string;
}

/**
 * Puts load on a cluster by PerfTest in a Job, and deletes the Job afterwards.
 *
 * @throws RefusedError if a broker is down or a queue lacks replicas: nothing was changed
 * @throws IncompleteError if the test fails
 */
export async function perfTest(
  operation: Operation,
  cluster: ClusterRef,
  image: string,
  load: Load,
): Promise<PerfTestResult> {
  const { kubernetes } = operation;
  const lacking = await lackingFor(kubernetes, cluster);
  if (lacking.length > 0) {
    throw new RefusedError(`${titleOf(cluster)} is not ready for load: ${firstOf(lacking)}`);
  }
  const manifests = perfTestManifests(cluster, `${cluster.name}-perf-test-${randomUUID().slice(0, 8)}`, image, load);
  try {
    for (const manifest of manifests) {
      await kubernetes.objects.apply(manifest);
    }
    const { name } = manifests[0].metadata;
    const pod = await ended(operation, cluster, name, load);
    const log = await kubernetes.core.readNamespacedPodLog({ namespace: cluster.namespace, name: pod.metadata?.name ?? '' }) ?? '';
    if (pod.status?.phase === 'Failed') {
      throw new IncompleteError(`PerfTest failed: ${tellingLine(log) ?? pod.status.message ?? 'it printed nothing'}`);
    }
    return { ...cluster, ...load, image, ...figuresIn(log) };
  } finally {
    const detached = kubernetes.detached();
    await Promise.all(manifests.map(async manifest => detached.objects.delete(manifest).catch(() => false)));
  }
}

async function ended(
  operation: Operation,
  cluster: ClusterRef,
  job: string,
  { durationS }: Load,
): Promise<Kubernetes.V1Pod> {
  const { kubernetes, progress, signal } = operation;
  const stuck = new StuckPods();
  const labels = Object.entries({ ...perfTestLabels(cluster), 'job-name': job }).map(([key, value]) => `${key}=${value}`).join(',');
  waitStep(operation, `PerfTest, which runs for ${durationS} s`);
  const { pod } = await until(async () => {
    const { items: [found] } = await kubernetes.core.listNamespacedPod({
      namespace: cluster.namespace,
      labelSelector: labels,
    });
    const phase = found?.status?.phase;
    if (found === undefined) {
      progress.live([await notCreated(operation, cluster, job)]);
    } else if (phase === 'Pending') {
      const reasons = await podReasons(kubernetes, cluster.namespace, [found]);
      progress.live(reasons.map(({ sentence }) => sentence));
      stuck.check(reasons);
    }
    return { pod: found, isDone: phase === 'Succeeded' || phase === 'Failed' };
  }, ({ isDone }) => isDone, { signal, intervalMs: 1_000 });
  return pod;
}

/** @throws IncompleteError if the Job can't create its pod */
async function notCreated({ kubernetes }: Operation, { namespace }: ClusterRef, name: string): Promise<string> {
  const { items } = await kubernetes.core.listNamespacedEvent({ namespace, fieldSelector: `involvedObject.kind=Job,involvedObject.name=${name},reason=FailedCreate` });
  const message = items.at(-1)?.message;
  if (message !== undefined) {
    throw new IncompleteError(`the pod of PerfTest can't be created: ${message}`);
  }
  return await ifFound(kubernetes.batch.readNamespacedJob({ namespace, name })) === undefined ? 'The Job is gone' : 'The pod is not created yet';
}
