import { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { RabbitMQProfile } from './profile';
import { RabbitMQBackupOptions } from '../backup/backup-props';
import { RabbitMQClusterProps } from '../cluster/cluster-props';
import { RabbitMQIngressOptions } from '../ingress/ingress-props';
import { RabbitMQMonitoringOptions } from '../monitoring/monitoring-props';
import { RabbitMQAutoscalerOptions } from '../autoscaling/autoscaler-props';

/** A part of a profile that a deployment can do without. */
export enum RabbitMQDeploymentPart {
  /** Monitors, alerts and dashboards. */
  MONITORING = 'monitoring',
  /** The Ingress of the management UI. */
  INGRESS = 'ingress',
  /** Backups of definitions. */
  BACKUP = 'backup',
  /** The autoscaler: the number of brokers is in the manifest, and stays as it is given. */
  AUTOSCALER = 'autoscaler',
  /** TLS: passwords and messages travel in plain text. */
  TLS = 'tls',
}

/**
 * Properties for `RabbitMQDeployment`. Props of the parts are merged over the profile's, group by group and prop by prop: what is
 * given here wins, a list replaces the profile's list, and only `acknowledgedWarnings` add up.
 */
export interface RabbitMQDeploymentProps {
  /** What it is for. */
  readonly profile: RabbitMQProfile;
  /**
   * What is other than in the profile's cluster.
   * @default - the profile's cluster
   */
  readonly cluster?: RabbitMQClusterProps;
  /**
   * Peers that may connect to the client ports, instead of the default ones.
   * @default - if the cluster has a NetworkPolicy: all pods in namespaces labelled `rabbitmq-client=true`; with the profiles dev and
   * test also all pods in the cluster's own namespace
   */
  readonly clients?: INetworkPolicyPeer[];
  /**
   * Peers that may connect to the client ports, in addition to `clients`. Without a NetworkPolicy they have no effect.
   * @default - none
   */
  readonly additionalClients?: INetworkPolicyPeer[];
  /**
   * How the cluster is watched, where that is other than in the profile; a profile without monitoring gets it by this.
   * @default - as in the profile
   */
  readonly monitoring?: RabbitMQMonitoringOptions;
  /**
   * Access from outside of Kubernetes. With the profile prod, the management UI is served by the Gateway `rabbitmq` in the namespace of
   * the chart, which verifies brokers by the ConfigMap `<cluster>-ca`. With `management.controller`, `ingressClass` or `tls` it has an
   * Ingress with a certificate of the Issuer `rabbitmq`; the controllers NGINX and HAPROXY verify brokers by the Secret `<cluster>-ca`.
   * The pods of the Gateway or the controller may connect, unless `allowFrom` is set.
   * @default - none; with the profile prod, it has to be given, or left out by `without`
   */
  readonly ingress?: RabbitMQIngressOptions;
  /**
   * The autoscaler of the brokers; a profile without one gets it by this. No manifest contains the number of brokers then. Its
   * smallest number is `cluster.replicas`, or that of the profile, unless `minReplicas` is set.
   * @default - none; with the profile prod from 5 to 9 brokers
   */
  readonly autoscaler?: RabbitMQAutoscalerOptions;
  /**
   * Backups of definitions; a profile without them gets them by this.
   * @default - none; with the profile prod daily, to a volume
   */
  readonly backup?: RabbitMQBackupOptions;
  /**
   * What of the profile is left out.
   * @default - nothing
   */
  readonly without?: RabbitMQDeploymentPart[];
}
