import { k8s } from 'cdk8s-plus-28';

/** What the brokers' pods have beyond a broker. */
export interface RabbitMQPodOptions {
  /**
   * Labels of the pods, beside the cluster's own. A change rolls the pods.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of the pods. A change rolls the pods.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * Environment variables of the broker container. They can't override variables that the cluster sets.
   * @default - none
   */
  readonly env?: k8s.EnvVar[];
  /**
   * Sidecar containers. One without a security context gets that of Pod Security "restricted".
   * @default - none
   */
  readonly sidecars?: k8s.Container[];
  /**
   * Containers that run before the broker, after the cluster's own.
   * @default - none
   */
  readonly initContainers?: k8s.Container[];
  /**
   * Volumes of the pods.
   * @default - none
   */
  readonly volumes?: k8s.Volume[];
  /**
   * Mounts of the broker's container.
   * @default - none
   */
  readonly volumeMounts?: k8s.VolumeMount[];
  /**
   * Entries of /etc/hosts.
   * @default - none
   */
  readonly hostAliases?: k8s.HostAlias[];
  /**
   * Name servers, search domains and options of the resolver.
   * @default - those of Kubernetes
   */
  readonly dnsConfig?: k8s.PodDnsConfig;
  /**
   * Where names are looked up: `ClusterFirst`, `Default`, `None`.
   * @default - Kubernetes' own, `ClusterFirst`
   */
  readonly dnsPolicy?: string;
}
