import { Duration } from 'cdk8s';
import { INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';
import { RabbitMQConsumedQueues } from './consumed-queues';
import { RabbitMQConsumerLoad } from './consumer-load';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** What scales consumers. */
export enum RabbitMQConsumerScalerMethod {
  /** KEDA, which reads queues from the brokers. */
  KEDA = 'keda',
  /** A HorizontalPodAutoscaler with queue metrics of Prometheus and its adapter. It keeps at least 1 consumer. */
  PROMETHEUS_ADAPTER = 'prometheus-adapter',
}

/** The workload that consumes: a Deployment unless said otherwise, in the chart's namespace. */
export interface RabbitMQConsumersOptions {
  /** Its name. */
  readonly name: string;
  /**
   * Its kind.
   * @default 'Deployment'
   */
  readonly kind?: string;
  /**
   * Its API version.
   * @default 'apps/v1'
   */
  readonly apiVersion?: string;
}

/** Properties for `RabbitMQConsumerScaler`. */
export interface RabbitMQConsumerScalerProps {
  /** The cluster that is consumed from. */
  readonly cluster: IRabbitMQCluster;
  /** What consumes. Its own number of replicas is to be left out. */
  readonly consumers: RabbitMQConsumersOptions;
  /** The queues that are consumed from. */
  readonly queues: RabbitMQConsumedQueues;
  /** By how much work it is scaled. */
  readonly load: RabbitMQConsumerLoad;
  /**
   * The smallest number of consumers. 0 allows none while queues are empty, and needs KEDA.
   * @default - 0 with KEDA, otherwise 1
   */
  readonly minReplicas?: number;
  /**
   * The highest number of consumers.
   * @default 10
   */
  readonly maxReplicas?: number;
  /**
   * How long fewer consumers have to be enough before any is taken away, an hour at the most. With KEDA the last one
   * goes when there was nothing to do for as long.
   * @default Duration.minutes(5)
   */
  readonly cooldown?: Duration;
  /**
   * Interval at which KEDA reads queues, at least 1 second. The brokers' figures are 5 to 10 seconds old.
   * @default Duration.seconds(15)
   */
  readonly pollingInterval?: Duration;
  /**
   * What scales them.
   * @default RabbitMQConsumerScalerMethod.KEDA
   */
  readonly method?: RabbitMQConsumerScalerMethod;
  /**
   * The Secret of the user that KEDA asks as, with `username` and `password`, in the chart's namespace. A tag
   * `monitoring` is all that the user needs. It has to be named where the cluster is in another namespace, and has the
   * authority of the brokers' certificate as `ca.crt` then, where they speak TLS only.
   * @default - that of the platform user `scaling`, which is created
   */
  readonly credentials?: ISecret;
  /**
   * The pods or the namespace of KEDA, for the brokers' NetworkPolicy.
   * @default - pods with `app: keda-operator` in the namespace `keda`
   */
  readonly allowFrom?: INetworkPolicyPeer;
  /**
   * Labels of the objects.
   * @default - none beside those of the cluster's parts
   */
  readonly labels?: Record<string, string>;
}
