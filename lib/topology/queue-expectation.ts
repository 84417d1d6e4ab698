/**
 * What is expected of a queue while all is well. `RabbitMQMonitoring` of the cluster fires an alert where it
 * does not hold.
 */
export interface RabbitMQQueueExpectationOptions {
  /**
   * The highest number of messages that wait for a consumer, from 0 up. An alert fires after 10 minutes above it.
   * @default - no alert of its own
   */
  readonly maxBacklog?: number;
  /**
   * The lowest number of consumers, from 1 up. An alert fires after 5 minutes below it.
   * @default - no alert of its own
   */
  readonly consumers?: number;
}
