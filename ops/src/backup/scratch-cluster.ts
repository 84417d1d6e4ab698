import { randomUUID } from 'node:crypto';
import { App, Chart } from 'cdk8s';
import { RabbitMQCluster, RabbitMQImage, RabbitMQVersion } from 'cdk8s-rabbitmq';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef } from '../core/cluster-ref';
import { ifFound, messageOf } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Manifest, ObjectRef } from '../kubernetes/objects';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** What a scratch cluster has of the cluster beside which it stands. */
interface Model {
  readonly image: RabbitMQImage;
  readonly plugins: string[];
}

/** Runs `action` with a cluster of one broker without a volume, in the same namespace, image and plugins, which is taken away afterwards. */
export async function withScratchCluster<T>(operation: Operation, beside: ClusterRef, version: string, action: (scratch: ClusterRef) => Promise<T>): Promise<T> {
  const { kubernetes, progress, signal } = operation;
  const scratch = { namespace: beside.namespace, name: `verify-${randomUUID().slice(0, 8)}` };
  const manifests = scratchManifests(scratch, await modelOf(kubernetes, beside, version));
  progress.step(`Starting scratch cluster ${scratch.name}`);
  try {
    for (const manifest of manifests) {
      await kubernetes.objects.apply({ ...manifest, metadata: { ...manifest.metadata, namespace: scratch.namespace } });
    }
    await until(() => kubernetes.core.listNamespacedPod({ namespace: scratch.namespace, labelSelector: brokerSelector(scratch) }), ({ items }) => {
      progress.live(items.map(pod => `${pod.metadata?.name ?? ''}: ${pod.status?.phase ?? ''}`));
      return items.some(isReady);
    }, { signal });
    return await action(scratch);
  } finally {
    progress.step(`Taking ${scratch.name} away`);
    await remove(kubernetes.detached(), scratch, manifests).catch((error: unknown) => {
      progress.warn(`scratch cluster ${scratch.name} is not all gone: ${messageOf(error)}; see "kubectl get all -n ${scratch.namespace} -l cluster=${scratch.name}"`);
    });
  }
}

function scratchManifests({ namespace, name }: ClusterRef, { image, plugins }: Model): Manifest[] {
  const chart = new Chart(new App(), 'scratch', { namespace });
  new RabbitMQCluster(chart, 'RabbitMQ', {
    name,
    image,
    plugins,
    replicas: 1,
    resources: { cpuRequest: '100m', cpuLimit: '1', memoryLimit: '1Gi' },
    storage: { ephemeral: true },
  });
  return chart.toJson() as Manifest[];
}

async function modelOf(kubernetes: KubernetesConnection, { namespace, name }: ClusterRef, version: string): Promise<Model> {
  const statefulSet = await ifFound(kubernetes.apps.readNamespacedStatefulSet({ namespace, name }));
  const container = statefulSet?.spec?.template.spec?.containers.find(candidate => candidate.name === BROKER_CONTAINER);
  if (container?.image === undefined) {
    return { image: RabbitMQImage.official({ version: RabbitMQVersion.of(version) }), plugins: [] };
  }
  const configuration = await ifFound(kubernetes.core.readNamespacedConfigMap({ namespace, name: `${name}-config` }));
  const labelled = statefulSet?.metadata?.labels?.['app.kubernetes.io/version'];
  return {
    image: RabbitMQImage.fromReference(container.image, labelled === undefined ? {} : { version: RabbitMQVersion.of(labelled) }),
    plugins: configuration?.data?.enabled_plugins?.match(/[a-z][a-z0-9_]+/g) ?? [],
  };
}

async function remove(kubernetes: KubernetesConnection, { namespace, name }: ClusterRef, manifests: readonly Manifest[]): Promise<void> {
  const secrets = ['credentials', 'erlang-cookie'].map((suffix): ObjectRef => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: `${name}-${suffix}` } }));
  for (const { apiVersion, kind, metadata } of [...manifests, ...secrets]) {
    await kubernetes.objects.delete({ apiVersion, kind, metadata: { name: metadata.name, namespace } });
  }
}
