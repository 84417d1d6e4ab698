import { k8s } from 'cdk8s-plus-28';
import { RabbitMQImage } from '../../rabbitmq/image';
import { IRabbitMQCluster } from './cluster-interface';

type PodPart = Pick<k8s.PodSpec, 'automountServiceAccountToken' | 'enableServiceLinks' | 'imagePullSecrets' | 'securityContext'>;
type ContainerPart = Pick<k8s.Container, 'image' | 'imagePullPolicy' | 'securityContext' | 'resources'>;

/** What pods have in common that run a tool in the broker's image: no token, and no more rights than Pod Security "restricted" leaves. */
export function toolPod({ image, imagePullSecrets }: Pick<IRabbitMQCluster, 'image' | 'imagePullSecrets'>): PodPart {
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    imagePullSecrets: imagePullSecrets.length > 0 ? imagePullSecrets.map(({ name }) => ({ name })) : undefined,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: image.user,
      runAsGroup: image.group,
      fsGroup: image.group,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
}

/** The same of their containers. */
export function toolContainer({ image }: { readonly image: RabbitMQImage }): ContainerPart {
  return {
    image: image.reference,
    imagePullPolicy: 'IfNotPresent',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
    resources: {
      requests: { cpu: k8s.Quantity.fromString('50m'), memory: k8s.Quantity.fromString('64Mi') },
      limits: { cpu: k8s.Quantity.fromString('1'), memory: k8s.Quantity.fromString('256Mi') },
    },
  };
}
