import { ImagePullPolicy, ISecret, k8s } from 'cdk8s-plus-28';
import { RabbitMQImage } from '../../rabbitmq/image';
import { isObjectName } from '../../validation/object-name';
import { dnsProblems } from '../../kubernetes/pod-dns';
import { byteQuantity, quantityProblems } from '../../kubernetes/quantity';
import { resourceProblems } from '../../kubernetes/resources';
import { isToleration } from '../../kubernetes/toleration';
import { errorOf } from '../../validation/errors';

/** Settings of the pods beside the brokers: Jobs, CronJobs and Deployments that serve a cluster. */
export interface RabbitMQAuxiliaryPodOptions {
  /**
   * The container image. It needs the tools of a RabbitMQ image.
   * @default - the brokers' image
   */
  readonly image?: RabbitMQImage;
  /**
   * When the image is pulled.
   * @default - as for the brokers
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Secrets with the credentials of the image's registry.
   * @default - as for the brokers
   */
  readonly imagePullSecrets?: ISecret[];
  /**
   * Labels of the pods. They can't replace the labels that select the pods.
   * @default - as for the brokers: `pod.labels`
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of the pods.
   * @default - as for the brokers: `pod.annotations`
   */
  readonly annotations?: Record<string, string>;
  /**
   * Labels that a Kubernetes node must have.
   * @default - as for the brokers
   */
  readonly nodeSelector?: Record<string, string>;
  /**
   * Rules for Kubernetes nodes beyond labels.
   * @default - as for the brokers
   */
  readonly nodeAffinity?: k8s.NodeAffinity;
  /**
   * Taints that the pods tolerate.
   * @default - as for the brokers
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * The priority class of the pods.
   * @default - as for the brokers
   */
  readonly priorityClassName?: string;
  /**
   * Entries of /etc/hosts.
   * @default - as for the brokers
   */
  readonly hostAliases?: k8s.HostAlias[];
  /**
   * Name servers, search domains and options of the resolver.
   * @default - as for the brokers
   */
  readonly dnsConfig?: k8s.PodDnsConfig;
  /**
   * Where names are looked up: `ClusterFirst`, `Default`, `None`.
   * @default - as for the brokers
   */
  readonly dnsPolicy?: string;
  /**
   * Fields of the pods' security context, which replace those of the same name.
   * @default - Pod Security "restricted", with the user and group of the image unless `platformAssignedIds` is set
   */
  readonly securityContext?: k8s.PodSecurityContext;
  /**
   * Whether the platform assigns user and group ids. If true, `runAsUser`, `runAsGroup` and `fsGroup` are absent.
   * @default - as for the brokers
   */
  readonly platformAssignedIds?: boolean;
  /**
   * Requests and limits of each container, and of the brokers' init container `setup`.
   * @default - each container's own: requests of 50m to 100m CPU and 64Mi memory, limits of at most 10 times as much
   */
  readonly resources?: k8s.ResourceRequirements;
  /**
   * Ephemeral storage that each container requests, and its limit.
   * @default - as for the brokers: `resources.ephemeralStorage`
   */
  readonly ephemeralStorage?: string;
}

/** The settings of a component's pods: those of the cluster, replaced by the component's own. */
export function auxiliaryPodOptions(
  cluster: RabbitMQAuxiliaryPodOptions,
  own: RabbitMQAuxiliaryPodOptions = {},
): RabbitMQAuxiliaryPodOptions {
  return { ...cluster, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
}

/**
 * Checks settings of pods beside the brokers.
 *
 * @param field the prop for messages: `auxiliaryPods`
 * @throws if Kubernetes refuses one of them
 */
export function requireAuxiliaryPods(field: string, options: RabbitMQAuxiliaryPodOptions = {}): void {
  const { tolerations = [], priorityClassName, ephemeralStorage, resources = {} } = options;
  const problems = [
    ...tolerations.filter(toleration => !isToleration(toleration)).map(toleration => `${field}.tolerations has ${JSON.stringify(toleration)}, which Kubernetes refuses. `
      + 'The operator is "Equal" with a key and a value, or "Exists" without a value. The effect is NoSchedule, PreferNoSchedule, NoExecute or empty'),
    ...priorityClassName !== undefined && !isObjectName(priorityClassName)
      ? [`${field}.priorityClassName is "${priorityClassName}", which is not a valid name of a class. Use lower-case letters, digits, "-" and "."`]
      : [],
    ...ephemeralStorage === undefined ? [] : quantityProblems(() => byteQuantity(`${field}.ephemeralStorage`, ephemeralStorage, '1Gi')),
    ...resourceProblems(`${field}.resources`, resources),
    ...dnsProblems(field, options),
  ];
  if (problems.length > 0) {
    throw errorOf(problems);
  }
}
