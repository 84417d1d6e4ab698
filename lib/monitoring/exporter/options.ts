import { ISecret } from 'cdk8s-plus-28';
import { RabbitMQAuxiliaryPodOptions } from '../../cluster/interface/auxiliary-pods';

/**
 * The exporter for what brokers have no metrics of: feature flags that are disabled, deprecated features in use, when
 * certificates end, and objects that differ from the declared topology. One small pod beside the cluster, in the
 * broker's own image.
 */
export interface RabbitMQExporterOptions {
  /**
   * Whether there is one. It needs the management plugin, which each cluster of this library has.
   * @default - true where the cluster has a port `management` or `management-tls`
   */
  readonly enabled?: boolean;
  /**
   * The Secret with `username` and `password` of an existing user with the tag `monitoring`.
   * @default - the user `monitoring`, a `RabbitMQUser` with that tag and no permissions
   */
  readonly credentials?: ISecret;
  /**
   * Settings of its pod that differ from those of the cluster.
   * @default - the cluster's `auxiliaryPods`
   */
  readonly pod?: RabbitMQAuxiliaryPodOptions;
}
