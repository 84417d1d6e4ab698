import { IConstruct } from 'constructs';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** A virtual host, declared here or elsewhere. */
export interface IRabbitMQVirtualHost extends IConstruct {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
  /** The name. */
  readonly name: string;
}

/**
 * @throws if two objects are not in one virtual host of one cluster
 */
export function requireSameVirtualHost(what: string, one: IRabbitMQVirtualHost, other: IRabbitMQVirtualHost): void {
  if (one.name !== other.name || !isOneCluster(one.cluster, other.cluster)) {
    const [mine, theirs] = [one, other].map(({ cluster: { clusterName, namespace } }) =>
      (one.cluster.clusterName === other.cluster.clusterName && one.cluster.namespace !== other.cluster.namespace
        ? `"${clusterName}" in namespace "${namespace ?? ''}"`
        : `"${clusterName}"`));
    throw new Error(`${what} is in virtual host "${other.name}" of cluster ${theirs}, `
      + `not in "${one.name}" of ${mine}: use one of the same virtual host.`);
  }
}

/** Whether two constructs are of one cluster, which may be declared here and imported; one can lack its namespace. */
export function isOneCluster(one: IRabbitMQCluster, other: IRabbitMQCluster): boolean {
  const [mine, theirs] = [one.namespace, other.namespace];
  return one.clusterName === other.clusterName && (mine === undefined || theirs === undefined || mine === theirs);
}
