import { ImagePullPolicy, ISecret } from 'cdk8s-plus-28';
import { RabbitMQAuxiliaryPodOptions } from './interface/auxiliary-pods';
import { RabbitMQCredentialsOptions } from './credentials';
import { RabbitMQDisruptionBudgetOptions } from './disruption-budget-options';
import { RabbitMQPodOptions } from './pod/pod-options';
import { RabbitMQProbesOptions } from './pod/probes';
import { RabbitMQResourcesOptions } from './pod/resources';
import { RabbitMQSchedulingOptions } from './pod/scheduling';
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
   * The cluster's name, from which each object's and each node's name comes: at most 52 lower-case letters, digits and `-`.
   * A changed name is a new, empty cluster.
   * @default 'rabbitmq-cluster'
   */
  readonly name?: string;
  /**
   * The number of brokers. Odd numbers from 3 to 7 make sense; 0 stops the cluster and keeps its data. To be left out where a
   * `RabbitMQAutoscaler` decides.
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
   * When the image is pulled.
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * The Secrets that open the image's registry.
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
   * @default - what the library computes: memory budget, disk limit, peer discovery, quorum queues by default
   */
  readonly configuration?: RabbitMQConfigurationOptions;
  /**
   * Plugins that RabbitMQ ships, beside management, Prometheus and peer discovery, which are always on.
   * @default - none
   */
  readonly plugins?: string[];
  /**
   * Plugins that the image brings beyond those that RabbitMQ ships. Nothing about them can be checked.
   * @default - none
   */
  readonly communityPlugins?: string[];
  /**
   * Where the administrator's password and the Erlang cookie come from.
   * @default - made in the cluster, once
   */
  readonly credentials?: RabbitMQCredentialsOptions;
  /**
   * Who else than the brokers themselves knows users: an OAuth 2.0 provider, a directory, an authority of certificates.
   * @default - nobody
   */
  readonly authentication?: RabbitMQAuthenticationOptions;
  /**
   * TLS of all that clients connect to, and between the brokers.
   * @default - none
   */
  readonly tls?: RabbitMQTlsOptions;
  /**
   * Which nodes of Kubernetes the brokers run on.
   * @default - spread over nodes and zones where possible
   */
  readonly scheduling?: RabbitMQSchedulingOptions;
  /**
   * The Service that clients connect to.
   * @default - reachable within the Kubernetes cluster
   */
  readonly service?: RabbitMQServiceOptions;
  /**
   * NetworkPolicies of the brokers and of every pod that serves them. Allow peers with `cluster.connections`.
   * @default - for several brokers, or if `production` is set: only the brokers and allowed peers connect
   */
  readonly networkPolicy?: RabbitMQNetworkPolicyOptions;
  /**
   * How many brokers may be evicted at a time.
   * @default - one; no budget for a single replica
   */
  readonly disruptionBudget?: RabbitMQDisruptionBudgetOptions;
  /**
   * How the broker's state is found out.
   * @default - by connecting to its AMQP port
   */
  readonly probes?: RabbitMQProbesOptions;
  /**
   * Maximum time that a broker takes to stop.
   * @default - 76 minutes: up to 60 to leave the cluster when scaled in, 5 to wait for a quorum, 1 to drain, 10 to flush; usually seconds
   */
  readonly shutdown?: RabbitMQShutdownOptions;
  /**
   * What brokers do of themselves when the number of replicas changes.
   * @default - brokers leave the cluster on scale-in, and queues get members on scale-out
   */
  readonly membership?: RabbitMQMembershipOptions;
  /**
   * What the pods have beyond a broker.
   * @default - nothing
   */
  readonly pod?: RabbitMQPodOptions;
  /**
   * Settings of the pods beside the brokers: the Jobs that create Secrets and users, the exporter and the backup. They follow the
   * brokers unless set here.
   * @default - as for the brokers
   */
  readonly auxiliaryPods?: RabbitMQAuxiliaryPodOptions;
  /**
   * Whether the platform assigns user and group ids, as OpenShift does with its security context constraint `restricted-v2`. If
   * true, `runAsUser`, `runAsGroup` and `fsGroup` are absent from all pods, those of users, exporter and backup included.
   * @default false
   */
  readonly platformAssignedIds?: boolean;
  /**
   * Labels of every object, beside the cluster's own. Not those of the pods: see `pod.labels`.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of every object. Not those of the pods: see `pod.annotations`.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * The first pod's number, which is that of the node that the others join. Not to be changed on a cluster that exists.
   * @default 0
   */
  readonly ordinalStart?: number;
  /**
   * Whether to check by what production needs: sizes, replicas, spread.
   * @default false
   */
  readonly production?: boolean;
  /**
   * Whether warnings stop the synth as errors do.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Warnings that are known and meant: their names, as printed in brackets.
   * @default - none
   */
  readonly acknowledgedWarnings?: string[];
}
