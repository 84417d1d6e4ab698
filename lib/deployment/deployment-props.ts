import { INetworkPolicyPeer } from 'cdk8s-plus-28';
import {
  RabbitMQDeploymentAutoscalerOptions,
  RabbitMQDeploymentBackupOptions,
  RabbitMQDeploymentIngressOptions,
  RabbitMQDeploymentMonitoringOptions,
  RabbitMQDeploymentTlsOptions,
} from './part-options';
import { RabbitMQProfile } from './profile';
import { RabbitMQClusterProps } from '../cluster/cluster-props';

/**
 * Properties for `RabbitMQDeployment`. Props of the parts are merged over the profile's, group by group and prop by
 * prop: a prop or list that is set here replaces the profile's, and only `acknowledgedWarnings` add up.
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
   * @default - if the cluster has a NetworkPolicy: all pods in namespaces labelled `rabbitmq-client=true`; with the
   * profiles dev and test also all pods in the cluster's own namespace
   */
  readonly clients?: INetworkPolicyPeer[];
  /**
   * Peers that may connect to the client ports, in addition to `clients`. Without a NetworkPolicy they have no effect.
   * @default - none
   */
  readonly additionalClients?: INetworkPolicyPeer[];
  /**
   * Monitoring options that differ from the profile's. They add monitoring to a profile without it;
   * `{ enabled: false }` removes it.
   * @default - as in the profile
   */
  readonly monitoring?: RabbitMQDeploymentMonitoringOptions;
  /**
   * Access from outside of Kubernetes. With the profile prod, the management UI is served by the Gateway `rabbitmq` in
   * the namespace of the chart, which verifies brokers by the ConfigMap `<cluster>-ca`. With `management.controller`,
   * `ingressClass` or `tls` it has an Ingress with a certificate of the Issuer `rabbitmq`; the controllers NGINX and
   * HAPROXY verify brokers by the Secret `<cluster>-ca`. The pods of the Gateway or the controller may connect, unless
   * `allowFrom` is set.
   * @default - none; the profile prod requires `ingress.management.host` or `{ enabled: false }`
   */
  readonly ingress?: RabbitMQDeploymentIngressOptions;
  /**
   * Options of the autoscaler that differ from the profile's. They add one to a profile without it;
   * `{ enabled: false }` removes it. With an autoscaler, no manifest contains the number of brokers. Its smallest
   * number is `cluster.replicas`, or that of the profile, unless `minReplicas` is set.
   * @default - none; with the profile prod from 5 to 9 brokers
   */
  readonly autoscaler?: RabbitMQDeploymentAutoscalerOptions;
  /**
   * Backup options that differ from the profile's. They add backups to a profile without them;
   * `{ enabled: false }` removes them.
   * @default - none; with the profile prod daily, to a volume
   */
  readonly backup?: RabbitMQDeploymentBackupOptions;
  /**
   * Whether the cluster has TLS. Its settings are in `cluster.tls`.
   * @default - as in the profile and `cluster.tls`
   */
  readonly tls?: RabbitMQDeploymentTlsOptions;
}
