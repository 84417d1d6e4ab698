import { RabbitMQImage, RabbitMQVersion } from 'cdk8s-rabbitmq';
import { isConnectingPlugin } from './connecting';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { ifFound } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** What a scratch cluster has of the cluster beside which it stands. */
export interface ScratchModel {
  readonly image: RabbitMQImage;
  /** Without those that connect to other brokers. */
  readonly plugins: readonly string[];
  readonly pullSecrets: readonly string[];
  /** The volume of the certificate, if clients use TLS. */
  readonly certificate?: Kubernetes.V1SecretVolumeSource;
}

/** What a scratch cluster takes over from a cluster; of one that no longer exists, the release of its backup. */
export async function modelOf(
  kubernetes: KubernetesConnection,
  { namespace, name }: ClusterRef,
  statefulSet: Kubernetes.V1StatefulSet | undefined,
  version: string,
): Promise<ScratchModel> {
  const spec = statefulSet?.spec?.template.spec;
  const container = spec?.containers.find(candidate => candidate.name === BROKER_CONTAINER);
  if (container?.image === undefined) {
    return { image: RabbitMQImage.official({ version: RabbitMQVersion.of(version) }), plugins: [], pullSecrets: [] };
  }
  const configuration = await ifFound(kubernetes.core.readNamespacedConfigMap({ namespace, name: `${name}-config` }));
  const labelled = statefulSet?.metadata?.labels?.['app.kubernetes.io/version'];
  return {
    image: RabbitMQImage.fromReference(
      container.image,
      labelled === undefined ? {} : { version: RabbitMQVersion.of(labelled) },
    ),
    plugins: (configuration?.data?.enabled_plugins?.match(/[a-z][a-z0-9_]+/g) ?? []).filter(plugin => !isConnectingPlugin(plugin)),
    pullSecrets: (spec?.imagePullSecrets ?? []).flatMap(({ name: of }) => of ?? []),
    certificate: spec?.volumes?.find(volume => volume.name === 'tls')?.secret,
  };
}
