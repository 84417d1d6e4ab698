import { ApiObjectMetadata } from 'cdk8s';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';

/** What a Service tells a Prometheus that discovers by annotations. */
export interface Annotated {
  readonly port: number;
  readonly path: string;
  readonly scheme: 'http' | 'https';
  /** The `endpoint` label of what is scraped. */
  readonly endpoint: string;
}

/**
 * Metadata with the annotations that the scrape configuration of Prometheus' own chart looks for. That configuration
 * makes labels of samples from a Service's labels, so that alerts find what is scraped.
 */
export function annotated(
  metadata: ApiObjectMetadata,
  { clusterName }: IRabbitMQCluster,
  { port, path, scheme, endpoint }: Annotated,
): ApiObjectMetadata {
  return {
    ...metadata,
    labels: { ...metadata.labels, rabbitmq_cluster: clusterName, endpoint },
    annotations: {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(port),
      'prometheus.io/path': path,
      'prometheus.io/scheme': scheme,
    },
  };
}
