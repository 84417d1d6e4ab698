import { ApiObjectMetadata } from 'cdk8s';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { objectLabels } from '../cluster/interface/labels';

/** The cluster that a part of the monitoring serves, and what its objects have in common. */
export interface MonitoringSubject {
  readonly cluster: IRabbitMQCluster;
  /** Labels by which a Prometheus operator selects monitors and rules. */
  readonly labels?: Record<string, string>;
}

/**
 * The metadata of an object that serves a cluster: its name is the cluster's, with a suffix where there are several
 * of a kind.
 */
export function metadataFor({ cluster, labels }: MonitoringSubject, suffix = ''): ApiObjectMetadata {
  return {
    name: `${cluster.clusterName}${suffix}`,
    namespace: cluster.namespace,
    labels: { ...labels, ...objectLabels(cluster.clusterName, cluster.version.version) },
  };
}
