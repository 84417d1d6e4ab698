import { randomUUID } from 'node:crypto';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { isDenied, RefusedError } from '../core/errors';
import type { Kubernetes } from '../kubernetes/library';
import type { Manifest } from '../kubernetes/objects';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';
import { type PodReason, podReasons } from '../pods/pod-reason';

/** How long a pull may take before the check gives up, in milliseconds. The upgrade goes on then. */
const PULL_MS = 5 * 60_000;
/** How long an image that can't be pulled is tried, in milliseconds. */
const REFUSED_MS = 20_000;
const CONTAINER = 'pull';

/**
 * Pulls an image by a pod that ends at once, where brokers run. A pod that can't be created or scheduled proves nothing
 * and is a warning.
 *
 * @throws RefusedError if the image can't be pulled: nothing was changed
 */
export async function assertPullable(
  operation: Operation,
  cluster: ClusterRef,
  image: string,
  refusedMs = REFUSED_MS,
): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const statefulSet = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  const pod = podManifest(cluster, image, statefulSet.spec?.template.spec);
  const where = { namespace: cluster.namespace, name: pod.metadata.name };
  waitStep(operation, `a node to pull ${image}`, PULL_MS);
  try {
    await kubernetes.objects.apply(pod);
  } catch (error) {
    if (isDenied(error)) {
      progress.warn(`whether ${image} can be pulled is not known: ${error.message}`);
      return;
    }
    throw error;
  }
  try {
    const begun = performance.now();
    let refusedSince: number | undefined;
    const isPulled = await until(async () => {
      const found = await kubernetes.core.readNamespacedPod(where);
      if (hasImage(found)) {
        return true;
      }
      const [reason] = await podReasons(kubernetes, cluster.namespace, [found]);
      progress.live([reason.sentence]);
      refusedSince = reason.needsChange ? refusedSince ?? performance.now() : undefined;
      if (refusedSince !== undefined && performance.now() - refusedSince > refusedMs) {
        throw new RefusedError(refusalText(reason), { state: 'nothing was changed' });
      }
      return performance.now() - begun > PULL_MS ? false : undefined;
    }, result => result !== undefined, { signal, intervalMs: 1_000 });
    if (!isPulled) {
      progress.warn(`whether ${image} can be pulled is not known: no node has pulled it yet`);
    }
  } finally {
    await kubernetes.detached().objects.delete(pod).catch(() => false);
  }
}

/** Whether the container ran, or failed for another reason than its image. */
function hasImage({ status }: Kubernetes.V1Pod): boolean {
  const state = status?.containerStatuses?.find(({ name }) => name === CONTAINER)?.state;
  return state?.running !== undefined || state?.terminated !== undefined || /^(CrashLoopBackOff|RunContainerError|CreateContainer)/.test(state?.waiting?.reason ?? '');
}

function refusalText({ sentence, evidence, remedy }: PodReason): string {
  return `${sentence}${evidence === undefined ? '' : ` (${evidence})`}${remedy === undefined ? '' : `. ${remedy}`}`;
}

function podManifest(cluster: ClusterRef, image: string, broker: Kubernetes.V1PodSpec | undefined): Manifest {
  const { runAsUser, runAsGroup } = broker?.securityContext ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${cluster.name}-pull-${randomUUID().slice(0, 8)}`,
      namespace: cluster.namespace,
      labels: { app: 'rabbitmq-pull', 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' },
    },
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: 600,
      terminationGracePeriodSeconds: 1,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: broker?.imagePullSecrets,
      nodeSelector: broker?.nodeSelector,
      tolerations: broker?.tolerations,
      securityContext: { runAsNonRoot: true, runAsUser, runAsGroup, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: CONTAINER,
        image,
        imagePullPolicy: broker?.containers.find(({ name }) => name === BROKER_CONTAINER)?.imagePullPolicy,
        command: ['true'],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
      }],
    },
  };
}
