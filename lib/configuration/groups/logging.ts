import { memberOf, onOff } from './format';
import { toGroup, toKey } from './mapping';

/** How much is logged. */
export enum RabbitMQLogLevel {
  /** What developers of the broker want to know. */
  DEBUG = 'debug',
  /** What happens. */
  INFO = 'info',
  /** What happens and matters. */
  NOTICE = 'notice',
  /** What may go wrong. */
  WARNING = 'warning',
  /** What went wrong. */
  ERROR = 'error',
  /** What went wrong badly. */
  CRITICAL = 'critical',
  /** Nothing. */
  NONE = 'none',
}

/** How a log message is written. */
export enum RabbitMQLogFormat {
  /** For people. */
  PLAIN = 'plaintext',
  /** An object a line, for a collector. */
  JSON = 'json',
}

/**
 * How much is logged of some kinds of messages, instead of the level of the whole. Each is unset in the broker, and
 * so doesn't filter.
 *
 * @see https://www.rabbitmq.com/docs/logging#log-message-categories
 */
export interface RabbitMQLogCategoriesOptions {
  /**
   * Clients that come and go, for those who need no line for each (`log.connection.level`).
   * @default - as `level`
   */
  readonly connection?: RabbitMQLogLevel;
  /**
   * Errors of AMQP channels (`log.channel.level`).
   * @default - as `level`
   */
  readonly channel?: RabbitMQLogLevel;
  /**
   * Queues (`log.queue.level`).
   * @default - as `level`
   */
  readonly queue?: RabbitMQLogLevel;
  /**
   * Links to other clusters (`log.federation.level`).
   * @default - as `level`
   */
  readonly federation?: RabbitMQLogLevel;
  /**
   * Upgrades (`log.upgrade.level`).
   * @default - as `level`
   */
  readonly upgrade?: RabbitMQLogLevel;
  /**
   * The consensus under quorum queues, streams and metadata (`log.ra.level`).
   * @default - as `level`
   */
  readonly ra?: RabbitMQLogLevel;
  /**
   * Logins, successful and failed (`log.user.level`). Since 4.3.5.
   * @default - as `level`
   */
  readonly user?: RabbitMQLogLevel;
  /**
   * All else (`log.default.level`).
   * @default - as `level`
   */
  readonly other?: RabbitMQLogLevel;
}

/**
 * What brokers log. It goes to the container's output.
 *
 * @see https://www.rabbitmq.com/docs/logging
 */
export interface RabbitMQLoggingConfigurationOptions {
  /**
   * How much is logged (`log.console.level`).
   * @default - RabbitMQLogLevel.INFO, the broker's own
   */
  readonly level?: RabbitMQLogLevel;
  /**
   * How a message is written (`log.console.formatter`). Where the variable `RABBITMQ_LOGS` is set in the container, a
   * broker takes no notice of it.
   * @default - RabbitMQLogFormat.PLAIN, the broker's own
   */
  readonly format?: RabbitMQLogFormat;
  /**
   * Whether a plain message of several lines is written on one (`log.console.formatter.single_line`).
   * @default - false, the broker's own
   */
  readonly singleLine?: boolean;
  /**
   * Other levels for some kinds of messages.
   * @default - `level` for all
   */
  readonly categories?: RabbitMQLogCategoriesOptions;
}

const level = memberOf(RabbitMQLogLevel);

export const logging = toGroup<RabbitMQLoggingConfigurationOptions>({
  level: toKey('log.console.level', level),
  format: toKey('log.console.formatter', memberOf(RabbitMQLogFormat)),
  singleLine: toKey('log.console.formatter.single_line', onOff),
  categories: toGroup<RabbitMQLogCategoriesOptions>({
    connection: toKey('log.connection.level', level),
    channel: toKey('log.channel.level', level),
    queue: toKey('log.queue.level', level),
    federation: toKey('log.federation.level', level),
    upgrade: toKey('log.upgrade.level', level),
    ra: toKey('log.ra.level', level),
    user: toKey('log.user.level', level),
    other: toKey('log.default.level', level),
  }),
});
