import { ISecret, k8s } from 'cdk8s-plus-28';
import { auxiliaryPodOptions, RabbitMQAuxiliaryPodOptions } from './auxiliary-pods';
import { withEphemeralStorage } from '../../kubernetes/ephemeral-storage';
import { RabbitMQImage } from '../../rabbitmq/image';

type ContainerPart = Pick<k8s.Container, 'image' | 'imagePullPolicy' | 'securityContext' | 'resources'>;

/** What decides on the pods beside the brokers: a cluster, or its model. */
export interface ToolPodHost {
  readonly image: RabbitMQImage;
  readonly auxiliaryPods: RabbitMQAuxiliaryPodOptions;
}

/** What all pods beside the brokers have in common: no token, and Pod Security "restricted". */
export function toolPod({ image, auxiliaryPods }: ToolPodHost, own?: RabbitMQAuxiliaryPodOptions): Omit<k8s.PodSpec, 'containers'> {
  const options = auxiliaryPodOptions(auxiliaryPods, own);
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    imagePullSecrets: pullSecrets(options.imagePullSecrets ?? []),
    affinity: options.nodeAffinity && { nodeAffinity: options.nodeAffinity },
    nodeSelector: options.nodeSelector,
    tolerations: options.tolerations,
    priorityClassName: options.priorityClassName,
    hostAliases: options.hostAliases,
    dnsConfig: options.dnsConfig,
    dnsPolicy: options.dnsPolicy,
    securityContext: {
      ...podSecurity(options.image ?? image, options.platformAssignedIds), ...options.securityContext,
    },
  };
}

/** The labels and annotations of a pod beside the brokers. */
export function toolPodMetadata(
  { auxiliaryPods }: Pick<ToolPodHost, 'auxiliaryPods'>,
  ours: { readonly labels: Record<string, string>; readonly annotations?: Record<string, string> },
  own?: RabbitMQAuxiliaryPodOptions,
): k8s.ObjectMeta {
  const { labels, annotations } = auxiliaryPodOptions(auxiliaryPods, own);
  return { labels: { ...labels, ...ours.labels }, annotations: { ...annotations, ...ours.annotations } };
}

/** What all containers of such pods have in common. */
export function toolContainer(
  { image, auxiliaryPods }: ToolPodHost,
  own?: RabbitMQAuxiliaryPodOptions,
  { cpu = '100m', cpuLimit = '1', memoryLimit = '256Mi' }: { readonly cpu?: string; readonly cpuLimit?: string; readonly memoryLimit?: string } = {},
): ContainerPart {
  const options = auxiliaryPodOptions(auxiliaryPods, own);
  return {
    image: (options.image ?? image).reference,
    imagePullPolicy: options.imagePullPolicy,
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
    resources: withEphemeralStorage(options.resources ?? {
      requests: { cpu: k8s.Quantity.fromString(cpu), memory: k8s.Quantity.fromString('64Mi') },
      limits: { cpu: k8s.Quantity.fromString(cpuLimit), memory: k8s.Quantity.fromString(memoryLimit) },
    }, options.ephemeralStorage),
  };
}

/** The registries' credentials of a pod. */
export function pullSecrets(secrets: readonly ISecret[]): k8s.LocalObjectReference[] | undefined {
  return secrets.length > 0 ? secrets.map(({ name }) => ({ name })) : undefined;
}

/** Pod Security "restricted": https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export function podSecurity({ user, group }: RabbitMQImage, platformAssignedIds = false): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    ...(platformAssignedIds ? {} : { runAsUser: user, runAsGroup: group, fsGroup: group }),
    seccompProfile: { type: 'RuntimeDefault' },
  };
}
