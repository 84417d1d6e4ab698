import { ISecret } from 'cdk8s-plus-28';

/**
 * The exporter for what brokers have no metrics of: feature flags that are disabled, deprecated features in use, and when
 * certificates end. One small pod beside the cluster, in the broker's own image.
 */
export interface RabbitMQExporter {
  /**
   * Whether there is one. It needs the cluster's plain management port.
   * @default - true where the cluster has a port `management`
   */
  readonly enabled?: boolean;
  /**
   * The Secret with `username` and `password` of a user with the tag `monitoring` who is there already.
   * @default - the user `monitoring`: its Secret is made in the cluster, once, and the user in the broker when the exporter starts
   */
  readonly credentials?: ISecret;
}
