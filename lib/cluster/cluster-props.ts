import { ImagePullPolicy, ISecret } from 'cdk8s-plus-28';
import { RabbitMQAuxiliaryPodOptions } from './interface/auxiliary-pods';
import { RabbitMQCredentialsOptions } from './credentials';
import { RabbitMQDisruptionBudgetOptions } from './disruption-budget-options';
import { RabbitMQPluginDownload } from './plugin-downloads';
import { RabbitMQPodOptions } from './pod/pod-options';
import { RabbitMQProbesOptions } from './pod/probes';
import { RabbitMQResourcesOptions } from './pod/resources';
import { RabbitMQSchedulingOptions } from './pod/scheduling';
import { RabbitMQServiceAccountOptions } from './service-account-options';
import { RabbitMQServiceOptions } from './service-options';
import { RabbitMQShutdownOptions } from './pod/shutdown';
import { RabbitMQStorageOptions } from './pod/storage';
import { RabbitMQConfigurationOptions } from '../configuration/configuration';
import { RabbitMQImage } from '../rabbitmq/image';
import { RabbitMQMembershipOptions } from './membership/options';
import { RabbitMQAuthenticationOptions } from './authentication/options';
import { RabbitMQNetworkPolicyOptions } from './interface/network-policy';
import { RabbitMQTlsOptions } from './tls/options';
import { RabbitMQVersion } from '../rabbitmq/version';

/** Properties for `RabbitMQCluster`. */
export interface RabbitMQClusterProps {
  /**
   * The cluster's name, a prefix of all object and node names: at most 52 lower-case letters, digits and `-`.
   * Another name creates a new, empty cluster.
   * @default 'rabbitmq-cluster'
   */
  readonly name?: string;
  /**
   * The number of brokers. Use an odd number from 3 to 7; 0 stops the cluster and keeps its data. Omit it if a
   * `RabbitMQAutoscaler` sets the number.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * The release of RabbitMQ.
   * @default - that of the image; without one, RabbitMQVersion.NEWEST
   */
  readonly version?: RabbitMQVersion;
  /**
   * The container image.
   * @default - the official image of the version, with the management plugin
   */
  readonly image?: RabbitMQImage;
  /**
   * Pull policy of the image.
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Pull Secrets of the image's registry.
   * @default - none
   */
  readonly imagePullSecrets?: ISecret[];
  /**
   * CPU and memory of each broker.
   * @default - 500m to 2 CPUs, 2Gi of memory
   */
  readonly resources?: RabbitMQResourcesOptions;
  /**
   * Each broker's volume.
   * @default - 10Gi of the default storage class, kept when the cluster is deleted or scaled in
   */
  readonly storage?: RabbitMQStorageOptions;
  /**
   * rabbitmq.conf, typed and raw, advanced.config and rabbitmq-env.conf.
   * @default - memory budget, disk limit, peer discovery, quorum queues by default
   */
  readonly configuration?: RabbitMQConfigurationOptions;
  /**
   * Plugins that RabbitMQ ships, beside management, Prometheus and peer discovery, which are always on.
   * @default - none
   */
  readonly plugins?: string[];
  /**
   * Plugins of the image that RabbitMQ does not ship. They are not validated.
   * @default - none
   */
  readonly communityPlugins?: string[];
  /**
   * Plugins that RabbitMQ does not ship, which an init container downloads with a checksum. They are enabled, and need
   * no entry in `communityPlugins`. If there is a NetworkPolicy, allow the server with
   * `cluster.connections.allowTo(…)`.
   * @default - none
   */
  readonly pluginDownloads?: RabbitMQPluginDownload[];
  /**
   * Sources of the administrator's password and of the Erlang cookie.
   * @default - generated once in the cluster
   */
  readonly credentials?: RabbitMQCredentialsOptions;
  /**
   * External authentication: OAuth 2.0, LDAP, client certificates.
   * @default - internal users only
   */
  readonly authentication?: RabbitMQAuthenticationOptions;
  /**
   * TLS for clients and between brokers.
   * @default - none
   */
  readonly tls?: RabbitMQTlsOptions;
  /**
   * Whether brokers and command line tools connect to each other by IPv6, for Kubernetes clusters whose pods have no
   * IPv4 address. Services then have IPv6 addresses. For new clusters only: Kubernetes refuses the change on an
   * existing StatefulSet, because old and new brokers would not reach each other. For clients on dual-stack clusters,
   * set `service.ipFamilyPolicy` instead.
   * @default false
   */
  readonly ipv6?: boolean;
  /**
   * DNS domain of the Kubernetes cluster, for the names in certificates.
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;
  /**
   * Placement of brokers on Kubernetes nodes.
   * @default - spread over nodes and zones where possible
   */
  readonly scheduling?: RabbitMQSchedulingOptions;
  /**
   * The Service that clients connect to.
   * @default - reachable within the Kubernetes cluster
   */
  readonly service?: RabbitMQServiceOptions;
  /**
   * The ServiceAccount of the brokers.
   * @default - one of the cluster's name, without annotations
   */
  readonly serviceAccount?: RabbitMQServiceAccountOptions;
  /**
   * NetworkPolicies of the brokers and of every pod that serves them. Allow peers with `cluster.connections`.
   * @default - for several brokers, or if `production` is set: only the brokers and allowed peers connect
   */
  readonly networkPolicy?: RabbitMQNetworkPolicyOptions;
  /**
   * Number of brokers that may be evicted at a time.
   * @default - one; no budget for a single replica
   */
  readonly disruptionBudget?: RabbitMQDisruptionBudgetOptions;
  /**
   * Probes of the broker container.
   * @default - TCP connections to the AMQP port
   */
  readonly probes?: RabbitMQProbesOptions;
  /**
   * Maximum time that a broker takes to stop.
   * @default - 76 minutes: up to 60 to leave the cluster when scaled in, 5 to wait for a quorum, 1 to drain, 10 to
   * flush; usually seconds
   */
  readonly shutdown?: RabbitMQShutdownOptions;
  /**
   * Automatic membership: what brokers do when the number of replicas changes.
   * @default - brokers leave the cluster on scale-in, and queues get members on scale-out
   */
  readonly membership?: RabbitMQMembershipOptions;
  /**
   * Additional containers, volumes, variables and metadata of the broker pods.
   * @default - nothing
   */
  readonly pod?: RabbitMQPodOptions;
  /**
   * Settings of the pods beside the brokers: the Jobs that create Secrets and users, the exporter and the backup. They
   * follow the brokers unless set here.
   * @default - as for the brokers
   */
  readonly auxiliaryPods?: RabbitMQAuxiliaryPodOptions;
  /**
   * Whether the platform assigns user and group ids, as OpenShift does with its security context constraint
   * `restricted-v2`. If true, `runAsUser`, `runAsGroup` and `fsGroup` are absent from all pods, those of users,
   * exporter and backup included.
   * @default false
   */
  readonly platformAssignedIds?: boolean;
  /**
   * Labels of every object, beside the cluster's own. Not those of the pods: see `pod.labels`. Of the cluster's own
   * labels only `app.kubernetes.io/part-of` can be replaced, which the pods follow.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of every object. Not those of the pods: see `pod.annotations`.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * Ordinal of the first pod, which the other brokers join. Do not change it on an existing cluster.
   * @default 0
   */
  readonly ordinalStart?: number;
  /**
   * Whether to validate production requirements: sizes, replicas, spread, TLS.
   * @default false
   */
  readonly production?: boolean;
  /**
   * Whether to treat warnings as errors.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Ids of warnings to silence, as printed in brackets.
   * @default - none
   */
  readonly acknowledgedWarnings?: string[];
}
