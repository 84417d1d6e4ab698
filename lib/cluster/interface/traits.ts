import { IRabbitMQCluster, RabbitMQStreamAddressOptions } from './cluster-interface';

/** A cluster whose number of brokers can be left to an autoscaler. An imported cluster is not scalable. */
export interface IRabbitMQScalable {
  /**
   * Reserves names for future brokers in the certificate that cert-manager issues, so that it isn't issued again for
   * each broker that joins.
   *
   * @param maxReplicas the highest number of brokers
   * @throws if it isn't a whole number of 1 or more
   */
  reserveReplicas(maxReplicas: number): void;
  /**
   * Leaves the number of brokers to an autoscaler: the StatefulSet then has no `replicas`.
   *
   * @param minReplicas the smallest number of brokers
   * @param maxReplicas the highest number of brokers
   * @throws if another autoscaler decides already, or the cluster has a number of replicas outside of the range
   */
  scaleBetween(minReplicas: number, maxReplicas: number): void;
}

/** A cluster whose certificate is made with it, so that names can be added. An imported cluster holds none. */
export interface IRabbitMQCertificateHolder {
  /**
   * Adds names to the certificate that cert-manager issues, such as the host that clients outside connect to. A
   * certificate from a Secret or from files keeps the names that it has.
   *
   * @param names DNS names; `*` matches one label
   */
  addCertificateNames(...names: string[]): void;
}

/** A cluster whose brokers can announce an address of their own to stream clients. An imported cluster can't. */
export interface IRabbitMQStreamAdvertiser {
  /**
   * Sets the address that each broker announces to stream clients, which connect to the broker that has the stream.
   *
   * @param address the address outside of Kubernetes
   * @throws if an address was set before, by this method or in the configuration
   */
  advertiseStreams(address: RabbitMQStreamAddressOptions): void;
}

export function isScalable(cluster: IRabbitMQCluster): cluster is IRabbitMQCluster & IRabbitMQScalable {
  return 'scaleBetween' in cluster;
}

export function isCertificateHolder(
  cluster: IRabbitMQCluster,
): cluster is IRabbitMQCluster & IRabbitMQCertificateHolder {
  return 'addCertificateNames' in cluster;
}

export function isStreamAdvertiser(cluster: IRabbitMQCluster): cluster is IRabbitMQCluster & IRabbitMQStreamAdvertiser {
  return 'advertiseStreams' in cluster;
}
