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
  if (one.name !== other.name || one.cluster.clusterName !== other.cluster.clusterName) {
    throw new Error(`${what} is in virtual host "${other.name}" of cluster "${other.cluster.clusterName}", `
      + `not in "${one.name}" of "${one.cluster.clusterName}": use one of the same virtual host.`);
  }
}
