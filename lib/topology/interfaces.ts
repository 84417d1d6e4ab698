import { IConstruct } from 'constructs';
import { RabbitMQQueueExpectationOptions } from './queue-expectation';
import { RabbitMQUser } from './users/user';
import { IRabbitMQVirtualHost } from './virtual-host-interface';

/** An exchange, declared here or elsewhere. */
export interface IRabbitMQExchange extends IConstruct {
  /** The virtual host. */
  readonly virtualHost: IRabbitMQVirtualHost;
  /** The name. */
  readonly name: string;
  /** Allows a user to publish to the exchange: `write` on its exact name. */
  grantPublish(user: RabbitMQUser): void;
  /** Allows a user to declare and delete the exchange: `configure` on its exact name. */
  grantDeclare(user: RabbitMQUser): void;
}

/** A queue or a stream, declared here or elsewhere. */
export interface IRabbitMQQueue extends IConstruct {
  /** The virtual host. */
  readonly virtualHost: IRabbitMQVirtualHost;
  /** The name. */
  readonly name: string;
  /** Allows a user to consume from the queue: `read` on its exact name. */
  grantConsume(user: RabbitMQUser): void;
  /** Allows a user to declare and delete the queue: `configure` on its exact name. */
  grantDeclare(user: RabbitMQUser): void;
  /**
   * Has alerts fire where an expectation of the queue does not hold. They need a `RabbitMQMonitoring` that scrapes
   * figures of queues.
   *
   * @throws if nothing is expected, something is expected twice, or a number is out of range
   */
  expect(options: RabbitMQQueueExpectationOptions): void;
}
