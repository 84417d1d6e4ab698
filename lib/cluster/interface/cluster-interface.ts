import { INetworkPolicyPeer, IPodSelector, ISecret } from 'cdk8s-plus-28';
import { RabbitMQMemoryBudget } from '../../rabbitmq/memory-budget';
import { RabbitMQImage } from '../../rabbitmq/image';
import { RabbitMQAuxiliaryPodOptions } from './auxiliary-pods';
import { RabbitMQNetworkPolicyOptions } from './network-policy';
import { RabbitMQConnections } from '../network/connections';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** Where the certificate of an authority is. */
export interface RabbitMQAuthority {
  /** The Secret. */
  readonly secret: ISecret;
  /** The key of the certificate in it. */
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
 * A RabbitMQ cluster, defined in this app or imported, as other constructs read it. What changes a cluster is in
 * traits: `IRabbitMQScalable`, `IRabbitMQCertificateHolder`, `IRabbitMQStreamAdvertiser`.
 */
export interface IRabbitMQCluster extends INetworkPolicyPeer, IPodSelector {
  /** The cluster's name, which is the StatefulSet's too. */
  readonly clusterName: string;
  /** The namespace, where it is known. */
  readonly namespace?: string;
  /** The release of RabbitMQ. */
  readonly version: RabbitMQVersion;
  /** The container image of the brokers. */
  readonly image: RabbitMQImage;
  /** The Secrets that open the image's registry. */
  readonly imagePullSecrets: ISecret[];
  /** The settings of the pods that serve the cluster: Jobs, CronJobs and Deployments. */
  readonly auxiliaryPods: RabbitMQAuxiliaryPodOptions;
  /** Whether there are NetworkPolicies, and which addresses DNS and the API server have in them. */
  readonly networkPolicyOptions: RabbitMQNetworkPolicyOptions;
  /** The number of brokers; the smallest where an autoscaler decides. */
  readonly replicas: number;
  /** The highest number of brokers that was said to be possible: see `scaleBetween` and `reserveReplicas`. */
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
  /** The administrator's name, where it isn't in a Secret only. */
  readonly administrator?: string;
  /** Whether the metrics are given to users with the tag `monitoring` only. */
  readonly metricsNeedLogin: boolean;
  /** The path of the aggregated metrics: `prometheus.path`. */
  readonly metricsPath: string;
  /**
   * The authority that signed the brokers' certificate, where they speak TLS and it isn't one that everybody trusts.
   */
  readonly authority?: RabbitMQAuthority;
  /** The name that the brokers' certificate is for, where it isn't for the client Service. */
  readonly serverName?: string;
  /** The virtual host that RabbitMQ creates, and that clients use if they name none: `default_vhost`. */
  readonly defaultVirtualHost: string;
  /** How a broker divides its memory. */
  readonly memoryBudget: RabbitMQMemoryBudget;
  /**
   * Whether `memoryBudget` follows from a known memory limit. For an imported cluster without `memoryLimit` it
   * is an assumption.
   */
  readonly isMemoryLimitKnown: boolean;
  /** Whether it is checked by what production needs. */
  readonly production: boolean;
  /** The number of the first pod. */
  readonly ordinalStart: number;
  /** The path under which the management UI and API are found: `/rabbitmq`; empty where they are at the root. */
  readonly managementPath: string;
  /**
   * Network access of clients. For an imported cluster this has no effect: the NetworkPolicy belongs to where
   * it is defined.
   */
  readonly connections: RabbitMQConnections;
}

/** Where stream clients outside reach a broker. */
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

/** What has to be known of a cluster that was made elsewhere: see `RabbitMQCluster.fromClusterAttributes()`. */
export interface RabbitMQClusterAttributes {
  /** The cluster's name, which is the StatefulSet's too. */
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
   * The administrator's name, so that nobody else gets it.
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
   * The Secrets that open the image's registry.
   * @default - none
   */
  readonly imagePullSecrets?: ISecret[];
  /**
   * Settings of the pods that serve the cluster: Jobs, CronJobs and Deployments.
   * @default - the cluster's image and pull Secrets
   */
  readonly auxiliaryPods?: RabbitMQAuxiliaryPodOptions;
  /**
   * Whether pods that serve the cluster have NetworkPolicies, and which addresses DNS and the API server have in them.
   * @default - NetworkPolicies for several brokers
   */
  readonly networkPolicy?: RabbitMQNetworkPolicyOptions;
  /**
   * The number of brokers.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * The highest number of brokers that there may be, where an autoscaler decides.
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
   * Whether it is checked by what production needs.
   * @default false
   */
  readonly production?: boolean;
  /**
   * The number of the first pod.
   * @default 0
   */
  readonly ordinalStart?: number;
  /**
   * The path under which the management UI and API are found: `/rabbitmq`.
   * @default - the root
   */
  readonly managementPath?: string;
  /**
   * Whether the metrics are given to users with the tag `monitoring` only.
   * @default false
   */
  readonly metricsNeedLogin?: boolean;
  /**
   * The path of the aggregated metrics.
   * @default '/metrics'
   */
  readonly metricsPath?: string;
  /**
   * The authority that signed the brokers' certificate.
   * @default - one that everybody trusts, where they speak TLS
   */
  readonly authority?: RabbitMQAuthority;
  /**
   * The name that the brokers' certificate is for: see `RabbitMQTlsOptions.serverName`.
   * @default - that of the client Service
   */
  readonly serverName?: string;
  /**
   * The virtual host that RabbitMQ creates, and that clients use if they name none: `default_vhost`.
   * @default '/'
   */
  readonly defaultVirtualHost?: string;
  /**
   * The labels that select the brokers' pods.
   * @default - those that this library gives
   */
  readonly podLabels?: Record<string, string>;
  /**
   * The memory limit of a broker's container, as a Kubernetes quantity. An autoscaler by memory needs it.
   * @default '2Gi'
   */
  readonly memoryLimit?: string;
}
