/** What happens to an object in the brokers once it is no longer declared. */
export enum RabbitMQRemovalPolicy {
  /** It stays. */
  RETAIN = 'retain',
  /**
   * It is deleted as soon as nobody misses it: a queue when it has no messages and no consumers, an exchange when it
   * has no bindings, a virtual host when it has no queues, anything else at once.
   */
  DELETE_WHEN_UNUSED = 'delete',
}

/** What happens to an exchange or a queue that is declared otherwise than it is; RabbitMQ cannot change either. */
export enum RabbitMQRecreate {
  /** The change is refused, and the report says what differs. */
  NEVER = 'never',
  /** It is deleted and declared again once it is empty and unused. A queue with messages is never deleted. */
  WHEN_EMPTY = 'when-empty',
}

/** What the Job reads of both. */
export function lifecycle(removal?: RabbitMQRemovalPolicy, recreate?: RabbitMQRecreate): { readonly removal?: 'delete'; readonly recreate?: true } {
  return {
    ...(removal === RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED && { removal: 'delete' as const }),
    ...(recreate === RabbitMQRecreate.WHEN_EMPTY && { recreate: true as const }),
  };
}
