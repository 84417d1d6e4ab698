import { Cron } from 'cdk8s';
import { ISecret } from 'cdk8s-plus-28';
import { RabbitMQBackupDestination } from './destination';
import { RabbitMQBackupEncryptionOptions } from './options';
import { RabbitMQAuxiliaryPodOptions } from '../cluster/interface/auxiliary-pods';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** Where and when backups are made, whichever cluster's they are. */
export interface RabbitMQBackupOptions {
  /**
   * Where backups are kept.
   * @default RabbitMQBackupDestination.volume()
   */
  readonly destination?: RabbitMQBackupDestination;
  /**
   * Schedule of the backups, in cron format.
   * @default - daily at 2:17
   */
  readonly schedule?: Cron;
  /**
   * The time zone of the schedule, such as `Europe/Vienna`.
   * @default - that of the Kubernetes cluster's controller manager, mostly UTC
   */
  readonly timeZone?: string;
  /**
   * How many backups are kept: the newest ones. A backup that fails removes none.
   * @default 30
   */
  readonly keep?: number;
  /**
   * The key that backups are encrypted with.
   * @default - in production, unless `credentials` is set, the Secret `<cluster>-backup-key`, which a Job creates once;
   * otherwise not encrypted
   */
  readonly encryption?: RabbitMQBackupEncryptionOptions;
  /**
   * The Secret with `username` and `password` of an existing user with the tag `administrator`.
   * @default - the user `backup`, a `RabbitMQUser` with that tag and no permissions
   */
  readonly credentials?: ISecret;
  /**
   * Settings of the CronJob's pods that differ from those of the cluster.
   * @default - the cluster's `auxiliaryPods`
   */
  readonly pod?: RabbitMQAuxiliaryPodOptions;
  /**
   * Whether to pause backups.
   * @default false
   */
  readonly suspend?: boolean;
  /**
   * Labels of every object, beside the cluster's own.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Whether warnings stop the synth as errors do.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Warnings that are known and meant: their names, as printed in brackets.
   * @default - none
   */
  readonly acknowledgedWarnings?: string[];
}

/** Properties for `RabbitMQBackup`. */
export interface RabbitMQBackupProps extends RabbitMQBackupOptions {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
}
