import { Duration, Size } from 'cdk8s';
import { boolean, bytes, memberOf, milliseconds, minutes, path } from './format';
import { toGroup, toKey } from './mapping';

/** What message rates the management UI shows. */
export enum RabbitMQRatesMode {
  /** Of each queue, channel and so on. */
  BASIC = 'basic',
  /** Of each pair of them too, at the price of memory and CPU. */
  DETAILED = 'detailed',
  /** None. */
  NONE = 'none',
}

/**
 * The HTTP API and its UI.
 *
 * @see https://www.rabbitmq.com/docs/management
 */
export interface RabbitMQManagementConfigurationOptions {
  /**
   * What message rates are shown (`management.rates_mode`).
   * @default - RabbitMQRatesMode.BASIC, the broker's own
   */
  readonly ratesMode?: RabbitMQRatesMode;
  /**
   * How often brokers report figures, to the UI and to Prometheus, in whole milliseconds
   * (`collect_statistics_interval`).
   * @default - Duration.seconds(10); the broker's own is 5 seconds, which costs where there are many queues
   * @see https://www.rabbitmq.com/docs/production-checklist
   */
  readonly statisticsInterval?: Duration;
  /**
   * Whether the UI and the API go without figures, for clusters watched by Prometheus alone
   * (`management.disable_stats`).
   * @default - false, the broker's own
   */
  readonly disableStats?: boolean;
  /**
   * The path under which UI and API are found (`management.path_prefix`): `/rabbitmq`.
   * @default - none
   */
  readonly pathPrefix?: string;
  /**
   * The largest request that is taken, such as an upload of definitions (`management.http.max_body_size`). Since
   * 3.12.7, and in 3.11 from 3.11.24.
   * @default - 10,000,000 bytes, the broker's own (rabbitmq_management's Makefile; its documentation says 20 MiB)
   */
  readonly maxUploadSize?: Size;
  /**
   * How long one stays logged in to the UI, in whole minutes (`management.login_session_timeout`).
   * @default - Duration.hours(8), the broker's own
   */
  readonly sessionTimeout?: Duration;
  /**
   * Whether the API refuses to change operator policies, so that they are the platform's alone
   * (`management.restrictions.operator_policy_changes.disabled`). Since 3.11.9, and in 3.10 from 3.10.19.
   * @default - false, the broker's own
   */
  readonly disableOperatorPolicyChanges?: boolean;
  /**
   * Whether the API refuses to add and remove members of quorum queues; the command line tools still can
   * (`management.restrictions.quorum_queue_replica_operations.disabled`). Since 3.12.4, and in 3.11 from 3.11.22.
   * @default - false, the broker's own
   */
  readonly disableReplicaOperations?: boolean;
}

export const management = toGroup<RabbitMQManagementConfigurationOptions>({
  ratesMode: toKey('management.rates_mode', memberOf(RabbitMQRatesMode)),
  statisticsInterval: toKey('collect_statistics_interval', milliseconds),
  disableStats: toKey('management.disable_stats', boolean),
  pathPrefix: toKey('management.path_prefix', path),
  maxUploadSize: toKey('management.http.max_body_size', bytes),
  sessionTimeout: toKey('management.login_session_timeout', minutes),
  disableOperatorPolicyChanges: toKey('management.restrictions.operator_policy_changes.disabled', boolean),
  disableReplicaOperations: toKey('management.restrictions.quorum_queue_replica_operations.disabled', boolean),
});
