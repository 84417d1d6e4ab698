import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DASHBOARDS, dashboardPromQL } from './catalogue';
import { grafanaDashboard } from './grafana';
import { RabbitMQDashboardsOptions } from './options';
import { DashboardDefinition } from './panel';
import { checksum } from '../../kubernetes/checksum';
import { addManifest } from '../../kubernetes/manifest';
import { metadataFor, MonitoringSubject } from '../subject';

/** Grafana dashboards in a ConfigMap, for the sidecar that gathers them: each key is a dashboard. */
export class Dashboards extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    subject: MonitoringSubject,
    series: readonly string[],
    options: RabbitMQDashboardsOptions,
  ) {
    super(scope, id);
    const { cluster } = subject;
    const promql = dashboardPromQL(series);
    const metadata = metadataFor({ cluster }, '-dashboards');
    const rendered = (definition: DashboardDefinition): [string, string] => [
      `${cluster.namespace ?? 'default'}-${cluster.clusterName}-${definition.id}.json`,
      `${JSON.stringify(grafanaDashboard(
        { ...definition, title: `${definition.title}: ${cluster.clusterName}` },
        { uid: `rabbitmq-${checksum([cluster.namespace ?? '', cluster.clusterName], 12)}-${definition.id}`, namespace: cluster.namespace, cluster: cluster.clusterName, promql },
      ))}\n`,
    ];
    addManifest(this, 'Resource', k8s.KubeConfigMap, {
      ...metadata,
      labels: { ...metadata.labels, ...(options.labels ?? { grafana_dashboard: '1' }) },
      annotations: { grafana_folder: options.folder ?? 'RabbitMQ' },
    }, { data: () => Object.fromEntries(DASHBOARDS.map(rendered)) });
  }
}
