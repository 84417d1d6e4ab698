import { Duration } from 'cdk8s';
import { RabbitMQAlertSeverity } from './severity';

/** What to change about one of the library's alerts. */
export interface RabbitMQAlertChangeOptions {
  /**
   * Whether there is the alert at all.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * How much it matters.
   * @default - the alert's own
   */
  readonly severity?: RabbitMQAlertSeverity;
  /**
   * The number that it compares with, in the unit that docs/monitoring.md names for the alert.
   * @default - computed from the cluster
   */
  readonly threshold?: number;
  /**
   * Time that the condition must hold before the alert fires.
   * @default - the alert's own
   */
  readonly for?: Duration;
  /**
   * Labels to add, such as a team to route by.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations to add, or to replace `summary`, `description` and `runbook_url`.
   * @default - its own alone
   */
  readonly annotations?: Record<string, string>;
}

/** An additional alert. */
export interface RabbitMQAlertOptions {
  /** The name: letters, digits and `_`. */
  readonly name: string;
  /** The PromQL expression. A `rabbitmq_` metric in it that no broker has is warned about. */
  readonly expr: string;
  /** How much it matters. */
  readonly severity: RabbitMQAlertSeverity;
  /** What is going on, in one line. */
  readonly summary: string;
  /**
   * What it means.
   * @default - none
   */
  readonly description?: string;
  /**
   * Time that the condition must hold before the alert fires.
   * @default - at once
   */
  readonly for?: Duration;
  /**
   * URL of the runbook.
   * @default - nowhere
   */
  readonly runbookUrl?: string;
  /**
   * Labels to add.
   * @default - none
   */
  readonly labels?: Record<string, string>;
}

/** Which alerts there are for a cluster. */
export interface RabbitMQAlertingOptions {
  /**
   * Whether there are any.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether the rules are a file in a ConfigMap `<cluster>-rules`, for a Prometheus without the operator, rather
   * than a PrometheusRule.
   * @default - true where `scraping.method` is `RabbitMQScrapeMethod.ANNOTATIONS`
   */
  readonly asConfigMap?: boolean;
  /**
   * Changes to the library's alerts, by their names: `{ RabbitMQBacklog: { threshold: 50000 } }`.
   * @default - none
   */
  readonly changes?: Record<string, RabbitMQAlertChangeOptions>;
  /**
   * Alerts to add.
   * @default - none
   */
  readonly additional?: RabbitMQAlertOptions[];
  /**
   * Labels on every alert.
   * @default - `severity`, `rabbitmq_cluster`, and `namespace` where it is known
   */
  readonly labels?: Record<string, string>;
  /**
   * Where the runbooks are: the alert's name and `.md` are added.
   * @default - docs/runbooks of this project
   */
  readonly runbooks?: string;
}
