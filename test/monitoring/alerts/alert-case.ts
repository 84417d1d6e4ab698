import { RabbitMQClusterProps, RabbitMQMonitoringProps } from '../../../lib';

/** An alert as it is sent. */
export interface ExpectedAlert {
  /** Its labels beside `namespace`, `rabbitmq_cluster` and `severity`. */
  readonly labels?: Record<string, string>;
  /** Its summary as it reads; the description is the alert's own with the labels filled in. */
  readonly summary: string;
}

/**
 * When an alert fires and when it doesn't, for three brokers `orders-0` to `orders-2` in the namespace `shop`.
 * Series are in promtool's notation, a value a minute; `@` among labels stands for those that tell the cluster:
 * `{ 'rabbitmq_connections{@,pod="orders-0"}': '0 0 5+1x10' }`.
 */
export interface AlertCase {
  /** The alert's name. */
  readonly alert: string;
  /** What is different about the cluster. */
  readonly cluster?: RabbitMQClusterProps;
  /** What is different about its monitoring. */
  readonly monitoring?: Partial<RabbitMQMonitoringProps>;
  readonly fires: {
    readonly series: Readonly<Record<string, string>>;
    /** The first minute at which it fires: `7m`. A minute before that it must not. */
    readonly at: string;
    readonly alerts: readonly ExpectedAlert[];
  };
  /** What is just below: the same state at its limit, or not for long enough. */
  readonly quiet: {
    readonly series: Readonly<Record<string, string>>;
    /** When to look. */
    readonly at: string;
  };
}
