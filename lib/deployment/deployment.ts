import { INetworkPolicyPeer, Namespaces, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDeploymentProps } from './deployment-props';
import { completeManagement, productionManagement } from './management';
import { mergeProps, mergedPart } from './merge';
import { RabbitMQProfile } from './profile';
import { RabbitMQBackup } from '../backup/backup';
import { RabbitMQCluster } from '../cluster/cluster';
import { RabbitMQClusterProps } from '../cluster/cluster-props';
import { isEnforced } from '../cluster/network/connections';
import { RabbitMQIngress } from '../ingress/ingress';
import { RabbitMQIngressOptions } from '../ingress/ingress-props';
import { RabbitMQMonitoring } from '../monitoring/monitoring';
import { RabbitMQAutoscaler } from '../autoscaling/autoscaler';
import { RabbitMQAutoscalerOptions } from '../autoscaling/autoscaler-props';
import { validateProps } from '../validation/props';

/**
 * A cluster and all that belongs to it, from a profile and what is other than there. For more than props can say, take
 * its parts: `deployment.cluster.addPlugins(…)`.
 *
 * @throws at construction if a prop is wrong in itself; at synth, all at once, if props don't go together
 */
export class RabbitMQDeployment extends Construct {
  /** The cluster. */
  public readonly cluster: RabbitMQCluster;
  /** What watches it. */
  public readonly monitoring?: RabbitMQMonitoring;
  /** The ways in from outside. */
  public readonly ingress?: RabbitMQIngress;
  /** What adds brokers and takes them away. */
  public readonly autoscaler?: RabbitMQAutoscaler;
  /** What backs its definitions up. */
  public readonly backup?: RabbitMQBackup;

  public constructor(scope: Construct, id: string, props: RabbitMQDeploymentProps) {
    super(scope, id);
    const { autoscaler } = validateProps(this, 'RabbitMQDeploymentProps', props, {
      tls: () => { requireCertificate(props); },
      autoscaler: () => autoscalerOptions(props),
      ingress: () => { requireIngress(props); },
    });
    const cluster = new RabbitMQCluster(this, 'Cluster', clusterProps(props, autoscaler !== undefined));
    this.cluster = cluster;
    const defaultClients = isEnforced(cluster.connections) ? this.defaultClients(props.profile) : [];
    for (const peer of [...props.clients ?? defaultClients, ...props.additionalClients ?? []]) {
      cluster.connections.allowClientsFrom(peer);
    }
    this.autoscaler = autoscaler && new RabbitMQAutoscaler(this, 'Autoscaler', { ...autoscaler, cluster });
    const monitoring = mergedPart(props.profile.monitoring, props.monitoring);
    this.monitoring = monitoring && new RabbitMQMonitoring(this, 'Monitoring', { ...monitoring, cluster });
    const backup = mergedPart(props.profile.backup, props.backup);
    this.backup = backup && new RabbitMQBackup(this, 'Backup', { ...backup, cluster });
    const ingress = this.ingressOptions(props);
    this.ingress = ingress && new RabbitMQIngress(this, 'Ingress', { ...ingress, cluster });
  }

  private defaultClients({ allowsOwnNamespace }: RabbitMQProfile): INetworkPolicyPeer[] {
    const labelled = Namespaces.select(this, 'Clients', { labels: { 'rabbitmq-client': 'true' } });
    return allowsOwnNamespace ? [labelled, Pods.all(this, 'OwnNamespace')] : [labelled];
  }

  private ingressOptions({ profile, ingress: given }: RabbitMQDeploymentProps): RabbitMQIngressOptions | undefined {
    const ingress = mergedPart<RabbitMQIngressOptions>(undefined, given);
    if (!ingress?.management) {
      return ingress;
    }
    if (profile.gateway !== undefined) {
      return { ...ingress, management: productionManagement(this, this.cluster, ingress.management, profile.gateway) };
    }
    const { controller, gateway } = ingress.management;
    return controller && !gateway
      ? { ...ingress, management: completeManagement(this, ingress.management, controller) }
      : ingress;
  }
}

function clusterProps(props: RabbitMQDeploymentProps, isScaled: boolean): RabbitMQClusterProps {
  const { profile, cluster } = props;
  const { tls, replicas, ...others } = profile.cluster;
  const withTls = { ...others, tls: props.tls?.enabled === false ? undefined : tls };
  // with an autoscaler, an apply must not set the number of brokers back
  return isScaled
    ? { ...mergeProps(withTls, cluster), replicas: undefined }
    : mergeProps({ ...withTls, replicas }, cluster);
}

/** The autoscaler, starting from the number of brokers of the deployment; undefined if the deployment has none. */
function autoscalerOptions({
  profile,
  cluster,
  autoscaler,
}: RabbitMQDeploymentProps): RabbitMQAutoscalerOptions | undefined {
  const options = mergedPart(profile.autoscaler, autoscaler);
  if (!options) {
    return undefined;
  }
  const replicas = cluster?.replicas;
  if (replicas !== undefined && replicas < 3) {
    throw new Error(`cluster.replicas is ${replicas}: an autoscaler needs at least 3 brokers. Raise it, or set autoscaler.enabled to false.`);
  }
  const minReplicas = options.minReplicas ?? replicas ?? Math.max(profile.cluster.replicas ?? 0, 3);
  if (replicas !== undefined && replicas < minReplicas) {
    throw new Error(`cluster.replicas is ${replicas}, below autoscaler.minReplicas ${minReplicas}. Remove cluster.replicas`);
  }
  return { ...options, minReplicas, maxReplicas: options.maxReplicas ?? Math.max(minReplicas, 9) };
}

/** @throws if a profile that exposes the management UI has no host for it */
function requireIngress({ profile, ingress }: RabbitMQDeploymentProps): void {
  if (profile.hasIngress && !ingress) {
    throw new Error(`ingress is not set: profile "${profile.name}" exposes the management UI. Set ingress.management.host, or ingress.enabled to false.`);
  }
}

/** @throws if `tls.enabled` contradicts `cluster.tls` or the profile */
function requireCertificate({ profile, cluster, tls }: RabbitMQDeploymentProps): void {
  if (tls?.enabled === false && cluster?.tls) {
    throw new Error('tls.enabled is false, but cluster.tls is set. Remove one of them.');
  }
  if (tls?.enabled && !profile.cluster.tls && !cluster?.tls) {
    throw new Error(`tls.enabled is true, but profile "${profile.name}" has no certificate. Set cluster.tls.certificate.`);
  }
}
