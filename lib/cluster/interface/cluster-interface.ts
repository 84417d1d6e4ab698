import { INetworkPolicyPeer, IPodSelector, ISecret } from 'cdk8s-plus-28';
import { RabbitMQMemoryBudget } from '../../rabbitmq/memory-budget';
import { RabbitMQImage } from '../../rabbitmq/image';
import { RabbitMQAuxiliaryPodOptions } from './auxiliary-pods';
import { RabbitMQNetworkPolicyOptions } from './network-policy';
import { RabbitMQConnections } from '../network/connections';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** Location of a CA certificate. */
export interface RabbitMQAuthority {
  /** Secret that contains the certificate. */
  readonly secret: ISecret;
  /** Key of the certificate in the Secret. */
  readonly key: string;
}

/** The keys of a user's Secret. */
export interface RabbitMQCredentialsKeys {
  /**
   * The key of the name.
   * @default 'username'
   */
  readonly username?: string;
  /**
   * The key of the password.
   * @default 'password'
   */
  readonly password?: string;
}

/**
 * Read access to a RabbitMQ cluster that this app defines or imports. Traits change a cluster: `IRabbitMQScalable`,
 * `IRabbitMQCertificateHolder`, `IRabbitMQStreamAdvertiser`.
 */
export interface IRabbitMQCluster extends INetworkPolicyPeer, IPodSelector {
  /** Name of the cluster and of its StatefulSet. */
  readonly clusterName: string;
  /** Namespace of the cluster, if it is known. */
  readonly namespace?: string;
  /** The release of RabbitMQ. */
  readonly version: RabbitMQVersion;
  /** The container image of the brokers. */
  readonly image: RabbitMQImage;
  /** Pull Secrets for the registry of the image. */
  readonly imagePullSecrets: ISecret[];
  /** The settings of the pods that serve the cluster: Jobs, CronJobs and Deployments. */
  readonly auxiliaryPods: RabbitMQAuxiliaryPodOptions;
  /** Whether NetworkPolicies are created, and which DNS and API server addresses they allow. */
  readonly networkPolicyOptions: RabbitMQNetworkPolicyOptions;
  /** Number of brokers. With an autoscaler, the minimum. */
  readonly replicas: number;
  /** Maximum number of brokers, set by `scaleBetween` or `reserveReplicas`. */
  readonly maxReplicas: number;
  /** The name of the Service that clients connect to. */
  readonly serviceName: string;
  /** The name of the headless Service that gives each broker its name. */
  readonly nodesServiceName: string;
  /** The client ports by name: `amqp`, `management`, `prometheus`, and one for each protocol plugin. */
  readonly ports: Record<string, number>;
  /** The labels that select the brokers' pods. */
  readonly podLabels: Record<string, string>;
  /** The Secret with the administrator's name and password. */
  readonly credentialsSecret: ISecret;
  /** The keys of the administrator's name and password in that Secret. */
  readonly credentialsKeys: RabbitMQCredentialsKeys;
  /** Name of the administrator, unless only a Secret contains it. */
  readonly administrator?: string;
  /** Whether reading metrics requires a login as a user with the tag `monitoring`. */
  readonly metricsNeedLogin: boolean;
  /** The path of the aggregated metrics: `prometheus.path`. */
  readonly metricsPath: string;
  /**
   * CA that signed the certificate of the brokers, if they use TLS and the CA is not publicly trusted.
   */
  readonly authority?: RabbitMQAuthority;
  /** Host name in the certificate of the brokers, if it is not the name of the client Service. */
  readonly serverName?: string;
  /** Virtual host that RabbitMQ creates at the first start, and that clients use by default: `default_vhost`. */
  readonly defaultVirtualHost: string;
  /** How a broker divides its memory. */
  readonly memoryBudget: RabbitMQMemoryBudget;
  /**
   * Whether `memoryBudget` is derived from a known memory limit. For an imported cluster without `memoryLimit`, it is
   * an assumption.
   */
  readonly isMemoryLimitKnown: boolean;
  /** Whether synth checks the cluster for production. */
  readonly production: boolean;
  /** Ordinal of the first pod. */
  readonly ordinalStart: number;
  /** URL path of the management UI and API, such as `/rabbitmq`. Empty: the root. */
  readonly managementPath: string;
  /**
   * Network access of clients. No effect on imported clusters, whose NetworkPolicy belongs to the app that defines
   * them.
   */
  readonly connections: RabbitMQConnections;
}

/** External address of a broker for stream clients. */
export interface RabbitMQStreamAddressOptions {
  /** The host; `$(POD_NAME)` is replaced by the pod's name: `$(POD_NAME).mq.example.com`. */
  readonly host: string;
  /**
   * The port of streams.
   * @default - the broker's own
   */
  readonly port?: number;
  /**
   * The port of streams over TLS.
   * @default - the broker's own
   */
  readonly tlsPort?: number;
}

/** Properties of a cluster that another tool or app created: see `RabbitMQCluster.fromClusterAttributes()`. */
export interface RabbitMQClusterAttributes {
  /** Name of the cluster and of its StatefulSet. */
  readonly clusterName: string;
  /** The release of RabbitMQ. */
  readonly version: RabbitMQVersion;
  /** The Secret with the administrator's name and password. */
  readonly credentialsSecret: ISecret;
  /**
   * The keys of the administrator's name and password in that Secret.
   * @default - `username` and `password`
   */
  readonly credentialsKeys?: RabbitMQCredentialsKeys;
  /**
   * Name of the administrator. No other user of the app can have this name.
   * @default - not known
   */
  readonly administrator?: string;
  /**
   * The namespace.
   * @default - the chart's
   */
  readonly namespace?: string;
  /**
   * The container image of the brokers.
   * @default - the official image of the version, with the management plugin
   */
  readonly image?: RabbitMQImage;
  /**
   * Pull Secrets for the registry of the image.
   * @default - none
   */
  readonly imagePullSecrets?: ISecret[];
  /**
   * Settings of the pods that serve the cluster: Jobs, CronJobs and Deployments.
   * @default - the cluster's image and pull Secrets
   */
  readonly auxiliaryPods?: RabbitMQAuxiliaryPodOptions;
  /**
   * Whether auxiliary pods have NetworkPolicies, and which DNS and API server addresses these allow.
   * @default - NetworkPolicies for several brokers
   */
  readonly networkPolicy?: RabbitMQNetworkPolicyOptions;
  /**
   * The number of brokers.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Maximum number of brokers, if an autoscaler manages it.
   * @default - the number of replicas
   */
  readonly maxReplicas?: number;
  /**
   * The name of the Service that clients connect to.
   * @default - the cluster's name
   */
  readonly serviceName?: string;
  /**
   * The name of the headless Service.
   * @default - the cluster's name and `-nodes`
   */
  readonly nodesServiceName?: string;
  /**
   * The client ports by name.
   * @default - those of AMQP, management and Prometheus: 5672, 15672, 15692
   */
  readonly ports?: Record<string, number>;
  /**
   * Whether synth checks the cluster for production.
   * @default false
   */
  readonly production?: boolean;
  /**
   * Ordinal of the first pod.
   * @default 0
   */
  readonly ordinalStart?: number;
  /**
   * URL path of the management UI and API, such as `/rabbitmq`.
   * @default - the root
   */
  readonly managementPath?: string;
  /**
   * Whether reading metrics requires a login as a user with the tag `monitoring`.
   * @default false
   */
  readonly metricsNeedLogin?: boolean;
  /**
   * The path of the aggregated metrics.
   * @default '/metrics'
   */
  readonly metricsPath?: string;
  /**
   * CA that signed the certificate of the brokers.
   * @default - a publicly trusted CA, if the brokers use TLS
   */
  readonly authority?: RabbitMQAuthority;
  /**
   * Host name in the certificate of the brokers: see `RabbitMQTlsOptions.serverName`.
   * @default - that of the client Service
   */
  readonly serverName?: string;
  /**
   * Virtual host that RabbitMQ creates at the first start, and that clients use by default: `default_vhost`.
   * @default '/'
   */
  readonly defaultVirtualHost?: string;
  /**
   * The labels that select the brokers' pods.
   * @default - the labels that this library sets
   */
  readonly podLabels?: Record<string, string>;
  /**
   * Memory limit of the broker container, as a Kubernetes quantity. An autoscaler with a memory metric needs it.
   * @default '2Gi'
   */
  readonly memoryLimit?: string;
}
