import { Duration } from 'cdk8s';
import { RabbitMQScalingMetric } from './scaling-metric';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** How brokers are added: two at a time, so that their number stays odd. */
export interface RabbitMQScaleOutOptions {
  /**
   * Time that the load must need more brokers before any is added, at most 1 hour.
   * @default Duration.seconds(0)
   */
  readonly stabilization?: Duration;
  /**
   * How long after two brokers were added none is: they have to join, take queues over, and carry their part of the
   * load. Up to half an hour.
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;
}

/** How brokers are taken away: two at a time, so that their number stays odd. */
export interface RabbitMQScaleInOptions {
  /**
   * Whether any ever is. Where it isn't, a lower `maxReplicas` still takes some away.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Time that fewer brokers must suffice before any is removed, at most 1 hour.
   * @default Duration.hours(1)
   */
  readonly stabilization?: Duration;
  /**
   * How long after two brokers were taken away none is. Up to half an hour, and no longer than `stabilization`:
   * Kubernetes allows itself to take away in one step what was added within the period.
   * @default - half an hour, or `stabilization` where that is less
   */
  readonly period?: Duration;
}

/** When brokers are added and taken away, whichever cluster's they are. */
export interface RabbitMQAutoscalerOptions {
  /**
   * The smallest number of brokers: odd, and 3 at the least.
   * @default 3
   */
  readonly minReplicas?: number;
  /**
   * The highest number of brokers: odd.
   * @default 9
   */
  readonly maxReplicas?: number;
  /**
   * What is gone by; where several want different numbers, the highest counts.
   * @default - RabbitMQScalingMetric.cpu(70) and RabbitMQScalingMetric.memory(80)
   */
  readonly metrics?: RabbitMQScalingMetric[];
  /**
   * How brokers are added.
   * @default - at once where they are needed, then none for 5 minutes
   */
  readonly scaleOut?: RabbitMQScaleOutOptions;
  /**
   * How brokers are taken away.
   * @default - two, where they weren't needed for an hour, then none for half an hour
   */
  readonly scaleIn?: RabbitMQScaleInOptions;
  /**
   * Whether the autoscaler is kept from even numbers by a `ValidatingAdmissionPolicy`, which has no namespace and needs
   * Kubernetes 1.30. The autoscaler alone adds one broker where two are more than it needs.
   * @default true
   */
  readonly oddSizes?: boolean;
  /**
   * Labels of the objects beside the cluster's own.
   * @default - none
   */
  readonly labels?: Record<string, string>;
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

/** Properties for `RabbitMQAutoscaler`. */
export interface RabbitMQAutoscalerProps extends RabbitMQAutoscalerOptions {
  /** The cluster. Its own `replicas` is to be left out. */
  readonly cluster: IRabbitMQCluster;
}
