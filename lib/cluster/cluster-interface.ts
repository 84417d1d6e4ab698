import { INetworkPolicyPeer, IPodSelector, ISecret } from 'cdk8s-plus-28';
import { RabbitMQMemoryBudget } from './memory-budget';
import { RabbitMQImage } from '../image/image';
import { RabbitMQConnections } from '../security/network/connections';
import { RabbitMQVersion } from '../version/version';

/** A RabbitMQ cluster, made by this library or elsewhere, as other constructs see it. */
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
  /** The number of brokers. */
  readonly replicas: number;
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
  /** Whether the metrics are given to users with the tag `monitoring` only. */
  readonly metricsNeedLogin: boolean;
  /** How a broker divides its memory. */
  readonly memoryBudget: RabbitMQMemoryBudget;
  /** Who may reach the brokers. For a cluster that was made elsewhere nothing comes of it: its NetworkPolicy is made there. */
  readonly connections: RabbitMQConnections;
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
   * The number of brokers.
   * @default 3
   */
  readonly replicas?: number;
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
   * Whether the metrics are given to users with the tag `monitoring` only.
   * @default false
   */
  readonly metricsNeedLogin?: boolean;
  /**
   * The labels that select the brokers' pods.
   * @default - those that this library gives
   */
  readonly podLabels?: Record<string, string>;
  /**
   * The memory limit of a broker's container, as a Kubernetes quantity.
   * @default '2Gi'
   */
  readonly memoryLimit?: string;
}
