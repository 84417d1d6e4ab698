import { RabbitMQAlertSeverity } from './severity';
import { WatchedCluster } from '../watched-cluster';

/** A number that an alert compares with, which a user can change. */
export interface Threshold {
  /** What it counts, with its unit: `share of the memory limit`, `connections a broker`. */
  readonly of: string;
  /** Its default for a cluster. */
  readonly default: (cluster: WatchedCluster) => number;
  /** Where the default comes from: a source, a measurement, or the reason. */
  readonly because: string;
}

/** An alert of ours: a row in one of the tables of this folder. */
export interface Alert {
  /** The name, by which it is changed, switched off, tested, and found in docs/runbooks. */
  readonly name: string;
  readonly severity: RabbitMQAlertSeverity;
  /** How long it has to hold before it fires, in PromQL's notation: `5m`; at once where it is left out. */
  readonly for?: string;
  readonly threshold?: Threshold;
  /** The metrics of brokers that it needs: where a cluster has none of one, the alert is left out. */
  readonly metrics?: readonly string[];
  /** Whether it makes sense for a cluster beside that, such as one of several brokers; always, where it is left out. */
  readonly when?: (cluster: WatchedCluster) => boolean;
  /**
   * The PromQL expression; its samples keep the labels `namespace` and `rabbitmq_cluster`, and `pod` or `queue` where
   * it is about one.
   */
  readonly expr: (cluster: WatchedCluster, threshold: number) => string;
  /** What is going on, with the value, in one line. */
  readonly summary: string;
  /** What it means for messages. */
  readonly description: string;
}
