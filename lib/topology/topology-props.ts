import { Cron, Duration } from 'cdk8s';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** Properties for `RabbitMQTopology`. */
export interface RabbitMQTopologyProps {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
  /**
   * The name of its Kubernetes objects, and of what it records in the brokers. Apps that import one cluster
   * need different names.
   * @default - the cluster's name and `-topology`
   */
  readonly name?: string;
  /**
   * Whether a CronJob applies the topology periodically, which restores lost objects and reads rotated passwords.
   * @default true
   */
  readonly reapply?: boolean;
  /**
   * When the CronJob runs.
   * @default - every minute: what is deleted comes back within 2 minutes
   */
  readonly reapplySchedule?: Cron;
  /**
   * How long a run may take, waiting for brokers included, in whole seconds.
   * @default Duration.hours(1)
   */
  readonly deadline?: Duration;
  /**
   * How long a finished Job is kept, in whole seconds. Leave it out under Argo CD and Flux: both create a Job again
   * that is gone but declared, and prune one whose content is no longer declared.
   * @default - until it is pruned or deleted
   */
  readonly ttlAfterFinished?: Duration;
  /**
   * Whether warnings are errors.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Names of warnings that are meant, as in the brackets at their end.
   * @default - none
   */
  readonly acknowledgedWarnings?: string[];
}
