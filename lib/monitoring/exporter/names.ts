import { IRabbitMQCluster } from '../../cluster/cluster-interface';

/** The exporter's port. */
export const EXPORTER_PORT = { name: 'exporter', number: 9419 } as const;

/** The name of the user that monitors, who has the tag `monitoring` and no permission. */
export const MONITORING_USER = 'monitoring';

/** The name of the exporter's objects. */
export function exporterName({ clusterName }: IRabbitMQCluster): string {
  return `${clusterName}-exporter`;
}

/** The name of the Secret with the user that monitors. */
export function monitoringUserSecret({ clusterName }: IRabbitMQCluster): string {
  return `${clusterName}-monitoring`;
}
