import { KEY } from './conf-text';
import { Entry } from './effective';
import { authentication, RabbitMQAuthenticationConfigurationOptions } from './groups/authentication';
import { clustering, RabbitMQClusteringConfigurationOptions } from './groups/clustering';
import { deprecatedFeatures, RabbitMQDeprecatedFeaturesOptions } from './groups/deprecated-features';
import { disk, RabbitMQDiskConfigurationOptions } from './groups/disk';
import { text } from './groups/format';
import { limits, RabbitMQLimitsConfigurationOptions } from './groups/limits';
import { logging, RabbitMQLoggingConfigurationOptions } from './groups/logging';
import { management, RabbitMQManagementConfigurationOptions } from './groups/management';
import { toGroup } from './groups/mapping';
import { memory, RabbitMQMemoryConfigurationOptions } from './groups/memory';
import { networking, RabbitMQNetworkingConfigurationOptions } from './groups/networking';
import { prometheus, RabbitMQPrometheusConfigurationOptions } from './groups/prometheus';
import { queues, RabbitMQQueuesConfigurationOptions } from './groups/queues';
import { RabbitMQVersion } from '../rabbitmq/version';

/**
 * The configuration of a cluster's brokers. What is worth a review has a prop; `raw` takes any other key.
 *
 * @see https://www.rabbitmq.com/docs/configure
 */
export interface RabbitMQConfigurationOptions {
  /**
   * When brokers stop taking messages for want of memory.
   * @default - see the props
   */
  readonly memory?: RabbitMQMemoryConfigurationOptions;
  /**
   * When brokers stop taking messages for want of disk space.
   * @default - see the props
   */
  readonly disk?: RabbitMQDiskConfigurationOptions;
  /**
   * How much a client or a tenant may take.
   * @default - see the props
   */
  readonly limits?: RabbitMQLimitsConfigurationOptions;
  /**
   * How brokers hold their clients' connections.
   * @default - see the props
   */
  readonly networking?: RabbitMQNetworkingConfigurationOptions;
  /**
   * How queues are made and kept.
   * @default - see the props
   */
  readonly queues?: RabbitMQQueuesConfigurationOptions;
  /**
   * How brokers hold together.
   * @default - see the props
   */
  readonly clustering?: RabbitMQClusteringConfigurationOptions;
  /**
   * What brokers log.
   * @default - see the props
   */
  readonly logging?: RabbitMQLoggingConfigurationOptions;
  /**
   * The HTTP API and its UI.
   * @default - see the props
   */
  readonly management?: RabbitMQManagementConfigurationOptions;
  /**
   * The metrics for Prometheus.
   * @default - see the props
   */
  readonly prometheus?: RabbitMQPrometheusConfigurationOptions;
  /**
   * How users prove who they are.
   * @default - see the props
   */
  readonly authentication?: RabbitMQAuthenticationConfigurationOptions;
  /**
   * Which deprecated features may be used. Since 3.13.
   * @default - those that the release permits
   */
  readonly deprecatedFeatures?: RabbitMQDeprecatedFeaturesOptions;
  /**
   * Any keys of rabbitmq.conf, as they stand there. They go before the props above and the library's defaults. A key
   * that the release doesn't know, or a value that it wouldn't take, is an error.
   * @default - none
   */
  readonly raw?: Record<string, string>;
  /**
   * rabbitmq.conf as text, with comments, such as that of another installation. It is checked as `raw` is, goes before
   * the props above and after `raw`. Messages name the line.
   * @default - none
   */
  readonly rabbitmqConf?: string;
  /**
   * Erlang terms for what rabbitmq.conf has no key for, written to `advanced.config`. They go before rabbitmq.conf.
   * @default - none
   * @see https://www.rabbitmq.com/docs/configure#advanced-config-file
   */
  readonly advancedConfig?: string;
  /**
   * Environment variables of the Erlang VM, written to `rabbitmq-env.conf`.
   * @default - none
   * @see https://www.rabbitmq.com/docs/configure#customise-environment
   */
  readonly envConfig?: string;
}

type Untyped = 'raw' | 'rabbitmqConf' | 'advancedConfig' | 'envConfig';

const groups = toGroup<Omit<RabbitMQConfigurationOptions, Untyped>>({
  memory,
  disk,
  limits,
  networking,
  queues,
  clustering,
  logging,
  management,
  prometheus,
  authentication,
  deprecatedFeatures,
});

/**
 * The entries of rabbitmq.conf that the typed props set.
 *
 * @throws if a prop has an invalid value, or sets a key that the release does not have
 */
export function typedEntries(configuration: RabbitMQConfigurationOptions, version: RabbitMQVersion): Entry[] {
  return groups(configuration, { field: 'configuration', version });
}

/**
 * The entries that the user wrote. Whether the release knows them isn't judged here.
 *
 * @throws if a key or a value can't stand in rabbitmq.conf
 */
export function rawEntries(raw: Record<string, string>): Entry[] {
  const field = 'configuration.raw';
  const given = Object.entries(raw).filter(([, value]) => value as unknown !== undefined);
  return given.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => {
    if (!KEY.test(key)) {
      throw new Error(`${field} has a key ${JSON.stringify(key)}: it must be words of letters, digits, "-" and "_" with dots between them`);
    }
    return { key, value: text(value, `${field}["${key}"]`), origin: 'raw', field };
  });
}
