import { INetworkPolicyPeer, Namespaces, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDeploymentPart, RabbitMQDeploymentProps } from './deployment-props';
import { completeManagement, productionManagement } from './management';
import { merged } from './merge';
import { RabbitMQProfile } from './profile';
import { RabbitMQBackup } from '../backup/backup';
import { RabbitMQBackupOptions } from '../backup/backup-props';
import { RabbitMQCluster } from '../cluster/cluster';
import { RabbitMQClusterProps } from '../cluster/cluster-props';
import { isEnforced } from '../cluster/network/connections';
import { RabbitMQIngress } from '../ingress/ingress';
import { RabbitMQIngressOptions } from '../ingress/ingress-props';
import { RabbitMQMonitoring } from '../monitoring/monitoring';
import { RabbitMQMonitoringOptions } from '../monitoring/monitoring-props';
import { RabbitMQAutoscaler } from '../autoscaling/autoscaler';
import { RabbitMQAutoscalerOptions } from '../autoscaling/autoscaler-props';

/**
 * A cluster and all that belongs to it, from a profile and what is other than there. For more than props can say, take its parts:
 * `deployment.cluster.addPlugins(…)`.
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
    requireNotLeftOut(props);
    const cluster = new RabbitMQCluster(this, 'Cluster', clusterProps(props));
    this.cluster = cluster;
    const defaultClients = isEnforced(cluster.connections) ? this.defaultClients(props.profile) : [];
    for (const peer of [...props.clients ?? defaultClients, ...props.additionalClients ?? []]) {
      cluster.connections.allowClientsFrom(peer);
    }
    const autoscaler = autoscalerOptions(props);
    this.autoscaler = autoscaler && new RabbitMQAutoscaler(this, 'Autoscaler', { ...autoscaler, cluster });
    const monitoring = monitoringOptions(props);
    this.monitoring = monitoring && new RabbitMQMonitoring(this, 'Monitoring', { ...monitoring, cluster });
    const ingress = this.ingressOptions(props);
    const backup = backupOptions(props);
    this.backup = backup && new RabbitMQBackup(this, 'Backup', { ...backup, cluster });
    this.ingress = ingress && new RabbitMQIngress(this, 'Ingress', { ...ingress, cluster });
  }

  private defaultClients({ allowsOwnNamespace }: RabbitMQProfile): INetworkPolicyPeer[] {
    const labelled = Namespaces.select(this, 'Clients', { labels: { 'rabbitmq-client': 'true' } });
    return allowsOwnNamespace ? [labelled, Pods.all(this, 'OwnNamespace')] : [labelled];
  }

  private ingressOptions({ profile, ingress, without = [] }: RabbitMQDeploymentProps): RabbitMQIngressOptions | undefined {
    if (!profile.hasIngress || without.includes(RabbitMQDeploymentPart.INGRESS)) {
      return ingress?.management?.controller && !ingress.management.gateway
        ? { ...ingress, management: completeManagement(this, ingress.management, ingress.management.controller) }
        : ingress;
    }
    if (!ingress) {
      throw new Error(`ingress is missing: profile "${profile.name}" has an Ingress for the management UI. Set ingress.management.host, `
        + 'or remove it with without: [RabbitMQDeploymentPart.INGRESS]');
    }
    return ingress.management ? { ...ingress, management: productionManagement(this, this.cluster, ingress.management) } : ingress;
  }
}

function clusterProps(props: RabbitMQDeploymentProps): RabbitMQClusterProps {
  const { profile, cluster, without = [] } = props;
  const { tls, replicas, ...others } = profile.cluster;
  const withTls = { ...others, tls: without.includes(RabbitMQDeploymentPart.TLS) ? undefined : tls };
  // with an autoscaler, an apply must not set the number of brokers back
  return autoscalerOptions(props) ? { ...merged(withTls, cluster), replicas: undefined } : merged({ ...withTls, replicas }, cluster);
}

/** The autoscaler from the number of brokers that the deployment is given; none if it is left out. */
function autoscalerOptions({ profile, cluster, autoscaler, without = [] }: RabbitMQDeploymentProps): RabbitMQAutoscalerOptions | undefined {
  if (without.includes(RabbitMQDeploymentPart.AUTOSCALER) || !(profile.autoscaler ?? autoscaler)) {
    return undefined;
  }
  const replicas = cluster?.replicas;
  if (replicas !== undefined && replicas < 3) {
    throw new Error(`cluster.replicas is ${replicas}: an autoscaler needs at least 3 brokers. Raise it, or leave the autoscaler out with without: [RabbitMQDeploymentPart.AUTOSCALER].`);
  }
  const options = merged(profile.autoscaler ?? {}, autoscaler);
  const minReplicas = options.minReplicas ?? replicas ?? Math.max(profile.cluster.replicas ?? 0, 3);
  if (replicas !== undefined && replicas < minReplicas) {
    throw new Error(`cluster.replicas is ${replicas}, below autoscaler.minReplicas ${minReplicas}. Remove cluster.replicas`);
  }
  return { ...options, minReplicas, maxReplicas: options.maxReplicas ?? Math.max(minReplicas, 9) };
}

function backupOptions({ profile, backup, without = [] }: RabbitMQDeploymentProps): RabbitMQBackupOptions | undefined {
  return without.includes(RabbitMQDeploymentPart.BACKUP) || !(profile.backup ?? backup) ? undefined : merged(profile.backup ?? {}, backup);
}

function monitoringOptions({ profile, monitoring, without = [] }: RabbitMQDeploymentProps): RabbitMQMonitoringOptions | undefined {
  return without.includes(RabbitMQDeploymentPart.MONITORING) || !(profile.monitoring ?? monitoring)
    ? undefined
    : merged(profile.monitoring ?? {}, monitoring);
}

/** @throws if props are given of a part that is left out */
function requireNotLeftOut({ without = [], monitoring, ingress, backup, autoscaler, cluster }: RabbitMQDeploymentProps): void {
  const given: Readonly<Record<RabbitMQDeploymentPart, [field: string, value: unknown]>> = {
    [RabbitMQDeploymentPart.MONITORING]: ['monitoring', monitoring],
    [RabbitMQDeploymentPart.INGRESS]: ['ingress', ingress],
    [RabbitMQDeploymentPart.BACKUP]: ['backup', backup],
    [RabbitMQDeploymentPart.AUTOSCALER]: ['autoscaler', autoscaler],
    [RabbitMQDeploymentPart.TLS]: ['cluster.tls', cluster?.tls],
  };
  for (const part of without) {
    const [field, value] = given[part];
    if (value !== undefined) {
      throw new Error(`${field} is set, but without has "${part}". Remove one of them`);
    }
  }
}
