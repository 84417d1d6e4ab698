import { IRabbitMQCluster, RabbitMQStreamAddressOptions } from './cluster-interface';

/** A cluster whose number of brokers an autoscaler can manage. Imported clusters are not scalable. */
export interface IRabbitMQScalable {
  /**
   * Reserves names for future brokers in the certificate that cert-manager issues, so that a scale-out needs no new
   * certificate.
   *
   * @param maxReplicas the highest number of brokers
   * @throws if it isn't a whole number of 1 or more
   */
  reserveReplicas(maxReplicas: number): void;
  /**
   * Lets an autoscaler manage the number of brokers: the StatefulSet omits `replicas`.
   *
   * @param minReplicas the smallest number of brokers
   * @param maxReplicas the highest number of brokers
   * @throws if the cluster already has an autoscaler, or its number of replicas is outside of the range
   */
  scaleBetween(minReplicas: number, maxReplicas: number): void;
}

/** A cluster that defines its certificate, so that you can add names. Imported clusters do not. */
export interface IRabbitMQCertificateHolder {
  /**
   * Adds names to the certificate that cert-manager issues, such as the external host name for clients. It does not
   * change a certificate from a Secret or from files.
   *
   * @param names DNS names; `*` matches one label
   */
  addCertificateNames(...names: string[]): void;
}

/** A cluster whose brokers can advertise an external address to stream clients. Imported clusters cannot. */
export interface IRabbitMQStreamAdvertiser {
  /**
   * Sets the address that each broker advertises. Stream clients connect to the broker that has the stream.
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
