import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';

/** The exporter's port. */
export const EXPORTER_PORT = { name: 'exporter', number: 9419 } as const;

/** The name of the exporter's objects. */
export function exporterName({ clusterName }: IRabbitMQCluster): string {
  return `${clusterName}-exporter`;
}
