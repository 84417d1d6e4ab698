import { randomBytes, randomUUID } from 'node:crypto';
import type { Chart } from 'cdk8s';
import { RabbitMQCertificate, RabbitMQCluster, RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { isolation, lifeline, owned } from './scratch-guards';
import { modelOf, type ScratchModel } from './scratch-model';
import { brokerPods } from '../broker/brokers';
import { cdk8s, plus } from '../core/cdk8s';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, messageOf } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import type { Manifest } from '../kubernetes/objects';
import { isReady } from '../kubernetes/pods';
import { podReasons } from '../pods/pod-reason';
import { StuckPods } from '../pods/stuck-pods';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';

/**
 * Runs `action` with a cluster of one broker without a volume, in the same namespace, with the same image and plugins.
 * It can't connect to anything except DNS, nothing can connect to it, and Kubernetes deletes it after an hour even if
 * this program is killed.
 */
export async function withScratchCluster<T>(
  operation: Operation,
  beside: ClusterRef,
  version: string,
  action: (scratch: ClusterRef) => Promise<T>,
): Promise<T> {
  const { kubernetes, progress } = operation;
  const scratch = { namespace: beside.namespace, name: `verify-${randomUUID().slice(0, 8)}` };
  const statefulSet = await ifFound(kubernetes.apps.readNamespacedStatefulSet(beside));
  const model = await modelOf(kubernetes, beside, statefulSet, version);
  const job = lifeline(scratch, model, statefulSet);
  const manifests = [isolation(scratch, model.image.version), ...scratchManifests(scratch, model)];
  progress.step(`Starting scratch cluster ${scratch.name}`);
  try {
    const owner = await kubernetes.objects.apply(job);
    for (const manifest of manifests) {
      await kubernetes.objects.apply(owned(manifest, scratch.namespace, owner));
    }
    await scratchReady(operation, scratch);
    return await action(scratch);
  } finally {
    progress.step(`Deleting ${scratch.name}`);
    await remove(kubernetes.detached(), scratch, [...manifests, job]).catch((error: unknown) => {
      progress.warn(`scratch cluster ${scratch.name} is not deleted yet: ${messageOf(error)}. Kubernetes deletes it within an hour`);
    });
  }
}

/** @throws IncompleteError if its pod can't start */
async function scratchReady(operation: Operation, scratch: ClusterRef): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const stuck = new StuckPods();
  waitStep(operation, `scratch cluster ${scratch.name} to be Ready`);
  await until(async () => {
    const pods = await brokerPods(kubernetes, scratch);
    const reasons = await podReasons(kubernetes, scratch.namespace, pods);
    progress.live(reasons.map(({ pod, sentence }) => `${pod}: ${sentence}`));
    stuck.check(reasons);
    return pods;
  }, pods => pods.some(isReady), { signal, intervalMs: 1_000 });
}

/** The manifests of a scratch cluster, with Secrets of its own, so that no Job needs the API server. */
export function scratchManifests(
  { namespace, name }: ClusterRef,
  { image, plugins, pullSecrets, certificate }: ScratchModel,
): Manifest[] {
  const chart = new cdk8s.Chart(new cdk8s.App(), 'scratch', { namespace });
  RabbitMQWarnings.of(chart).silence();
  const secret = (id: string, of: string) => plus.Secret.fromSecretName(chart, id, of);
  new RabbitMQCluster(chart, 'RabbitMQ', {
    name,
    image,
    plugins: [...plugins],
    replicas: 1,
    resources: { cpuRequest: '100m', cpuLimit: '1', memoryLimit: '1Gi' },
    storage: { ephemeral: true },
    membership: { leaveOnScaleIn: false },
    imagePullSecrets: pullSecrets.map((of, i) => secret(`PullSecret${i}`, of)),
    credentials: { secret: secret('Credentials', `${name}-credentials`), erlangCookieSecret: secret('Cookie', `${name}-erlang-cookie`) },
    ...(certificate?.secretName !== undefined && {
      tls: { certificate: certificateOf(chart, certificate.secretName, certificate), disablePlainListeners: true },
    }),
  });
  const made = (suffix: string, stringData: Readonly<Record<string, string>>): Manifest => ({
    apiVersion: 'v1', kind: 'Secret', metadata: { name: `${name}-${suffix}`, labels: { app: 'rabbitmq-verify', cluster: name } }, type: 'Opaque', stringData,
  });
  return [
    made('credentials', { username: 'admin', password: randomBytes(24).toString('hex') }),
    made('erlang-cookie', { cookie: randomBytes(24).toString('hex') }),
    ...chart.toJson() as Manifest[],
  ];
}

function certificateOf(
  chart: Chart,
  name: string,
  { items = [] }: Kubernetes.V1SecretVolumeSource,
): RabbitMQCertificate {
  const keyOf = (path: string): string | undefined => items.find(item => item.path === path)?.key;
  const authorityKey = keyOf('ca.crt');
  return RabbitMQCertificate.fromSecret(plus.Secret.fromSecretName(chart, 'Certificate', name), {
    certificateKey: keyOf('tls.crt'),
    privateKeyKey: keyOf('tls.key'),
    ...authorityKey === undefined ? { publiclyTrusted: true } : { authorityKey },
  });
}

async function remove(
  kubernetes: KubernetesConnection,
  { namespace }: ClusterRef,
  manifests: readonly Manifest[],
): Promise<void> {
  for (const { apiVersion, kind, metadata } of manifests) {
    await kubernetes.objects.delete({ apiVersion, kind, metadata: { name: metadata.name, namespace } });
  }
}
