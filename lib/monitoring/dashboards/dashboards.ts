import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DASHBOARDS, dashboardPromQL } from './catalogue';
import { grafanaDashboard } from './grafana';
import { RabbitMQDashboardsOptions } from './options';
import { checksum } from '../../kubernetes/checksum';
import { addManifest } from '../../kubernetes/manifest';
import { metadataFor, MonitoringSubject } from '../subject';

/** Grafana dashboards in ConfigMaps, for the sidecar that gathers them. */
export class Dashboards extends Construct {
  public constructor(scope: Construct, id: string, subject: MonitoringSubject, series: readonly string[], options: RabbitMQDashboardsOptions) {
    super(scope, id);
    const { cluster } = subject;
    const promql = dashboardPromQL(series);
    for (const definition of DASHBOARDS) {
      const metadata = metadataFor({ cluster }, `-dashboard-${definition.id}`);
      addManifest(this, definition.id, k8s.KubeConfigMap, {
        ...metadata,
        labels: { ...metadata.labels, ...(options.labels ?? { grafana_dashboard: '1' }) },
        annotations: { grafana_folder: options.folder ?? 'RabbitMQ' },
      }, {
        data: () => ({
          [`${cluster.namespace ?? 'default'}-${cluster.clusterName}-${definition.id}.json`]: `${JSON.stringify(grafanaDashboard(
            { ...definition, title: `${definition.title}: ${cluster.clusterName}` },
            { uid: `rabbitmq-${checksum([cluster.namespace ?? '', cluster.clusterName], 12)}-${definition.id}`, namespace: cluster.namespace, cluster: cluster.clusterName, promql },
          ))}\n`,
        }),
      });
    }
  }
}
