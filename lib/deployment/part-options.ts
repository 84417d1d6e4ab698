import { RabbitMQAutoscalerOptions } from '../autoscaling/autoscaler-props';
import { RabbitMQBackupOptions } from '../backup/backup-props';
import { RabbitMQIngressOptions } from '../ingress/ingress-props';
import { RabbitMQMonitoringOptions } from '../monitoring/monitoring-props';

/** Monitoring as a part of a deployment. */
export interface RabbitMQDeploymentMonitoringOptions extends RabbitMQMonitoringOptions {
  /**
   * Whether the deployment has monitoring. If false, the other options have no effect.
   * @default true
   */
  readonly enabled?: boolean;
}

/** Access from outside as a part of a deployment. */
export interface RabbitMQDeploymentIngressOptions extends RabbitMQIngressOptions {
  /**
   * Whether the deployment is reachable from outside. If false, the other options have no effect.
   * @default true
   */
  readonly enabled?: boolean;
}

/** The autoscaler as a part of a deployment. */
export interface RabbitMQDeploymentAutoscalerOptions extends RabbitMQAutoscalerOptions {
  /**
   * Whether the deployment has an autoscaler. If false, the manifest contains the number of brokers, and the other
   * options have no effect.
   * @default true
   */
  readonly enabled?: boolean;
}

/** The backup of definitions as a part of a deployment. */
export interface RabbitMQDeploymentBackupOptions extends RabbitMQBackupOptions {
  /**
   * Whether the deployment has backups. If false, the other options have no effect.
   * @default true
   */
  readonly enabled?: boolean;
}

/** TLS as a part of a deployment. Its settings are in `cluster.tls`. */
export interface RabbitMQDeploymentTlsOptions {
  /**
   * Whether the cluster has TLS. If false, passwords and messages travel in plain text.
   * @default - true if the profile or `cluster.tls` has a certificate
   */
  readonly enabled?: boolean;
}
