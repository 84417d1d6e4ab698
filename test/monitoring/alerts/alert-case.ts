import { RabbitMQClusterProps, RabbitMQMonitoringProps } from '../../../lib';

/** An alert as it is sent. */
export interface ExpectedAlert {
  /** Its labels beside `namespace`, `rabbitmq_cluster` and `severity`. */
  readonly labels?: Record<string, string>;
  /** Its summary as it reads; the description is the alert's own with the labels filled in. */
  readonly summary: string;
}

/** A state in which an alert fires. */
export interface FiringCase {
  readonly series: Readonly<Record<string, string>>;
  /** The first minute at which it fires: `7m`. A minute before that it must not. */
  readonly at: string;
  readonly alerts: readonly ExpectedAlert[];
  /** When it still fires, and how it reads then. */
  readonly later?: { readonly at: string; readonly alerts: readonly ExpectedAlert[] };
}

/** A state in which it doesn't. */
export interface QuietCase {
  readonly series: Readonly<Record<string, string>>;
  /** When to look. */
  readonly at: string;
}

/**
 * When an alert fires and when it doesn't, for three brokers `orders-0` to `orders-2` in the namespace `shop`.
 * Series are in promtool's notation, a value a minute; `@` among labels expands to the labels of the cluster:
 * `{ 'rabbitmq_connections{@,pod="orders-0"}': '0 0 5+1x10' }`.
 */
export interface AlertCase {
  /** The alert's name. */
  readonly alert: string;
  /** What is different about the cluster. */
  readonly cluster?: RabbitMQClusterProps;
  /** What is different about its monitoring. */
  readonly monitoring?: Partial<RabbitMQMonitoringProps>;
  /** Whether something is declared for the cluster. */
  readonly topology?: true;
  readonly fires: FiringCase;
  /** Other states in which it fires. */
  readonly firesToo?: readonly FiringCase[];
  /** What is just below: the same state at its limit, or not for long enough. */
  readonly quiet: QuietCase;
  /** Other states in which it doesn't. */
  readonly quietToo?: readonly QuietCase[];
}
