/** How many brokers may be evicted at a time, by a node drain or an autoscaler of nodes. */
export interface RabbitMQDisruptionBudgetOptions {
  /**
   * Whether there is one.
   * @default - true with more than one replica
   */
  readonly enabled?: boolean;
  /**
   * How many brokers may be away at a time. Not together with `minAvailable`.
   * @default 1
   */
  readonly maxUnavailable?: number;
  /**
   * How many brokers must stay. Not together with `maxUnavailable`.
   * @default - by `maxUnavailable`
   */
  readonly minAvailable?: number;
}
