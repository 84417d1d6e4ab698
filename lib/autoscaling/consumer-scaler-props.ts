import { Duration } from 'cdk8s';
import { INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';
import { RabbitMQConsumedQueues } from './consumed-queues';
import { RabbitMQConsumerLoad } from './consumer-load';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** What scales consumers. */
export enum RabbitMQConsumerScalerMethod {
  /** KEDA, which asks the brokers. */
  KEDA = 'keda',
  /** A HorizontalPodAutoscaler, by what Prometheus has of the queues and its adapter serves. It leaves one consumer at the least. */
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
   * The smallest number of consumers; 0 where there may be none while there is nothing to do, which takes KEDA.
   * @default - 0 with KEDA, otherwise 1
   */
  readonly minReplicas?: number;
  /**
   * The highest number of consumers.
   * @default 10
   */
  readonly maxReplicas?: number;
  /**
   * How long fewer consumers have to be enough before any is taken away, an hour at the most. With KEDA the last one goes when there
   * was nothing to do for as long.
   * @default Duration.minutes(5)
   */
  readonly cooldown?: Duration;
  /**
   * How often KEDA asks the brokers, whose own figures are 5 to 10 seconds old: a second at the least.
   * @default Duration.seconds(15)
   */
  readonly pollingInterval?: Duration;
  /**
   * What scales them.
   * @default RabbitMQConsumerScalerMethod.KEDA
   */
  readonly method?: RabbitMQConsumerScalerMethod;
  /**
   * The Secret of the user that KEDA asks as, with `username` and `password`, in the chart's namespace. A tag `monitoring` is all that
   * the user needs. It has to be named where the cluster is in another namespace, and has the authority of the brokers' certificate as
   * `ca.crt` then, where they speak TLS only.
   * @default - that of the platform's user `scaling`, which is made
   */
  readonly credentials?: ISecret;
  /**
   * Where KEDA asks from, for the brokers' NetworkPolicy.
   * @default - pods with `app: keda-operator` in the namespace `keda`
   */
  readonly allowFrom?: INetworkPolicyPeer;
  /**
   * Labels of the objects.
   * @default - none beside those of the cluster's parts
   */
  readonly labels?: Record<string, string>;
}
