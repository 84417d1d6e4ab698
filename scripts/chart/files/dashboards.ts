import { DASHBOARDS, dashboardPromQL } from '../../../lib/monitoring/dashboards/catalogue';
import { grafanaDashboard } from '../../../lib/monitoring/dashboards/grafana';
import { SERIES } from '../series';
import { CLUSTER, NAMESPACE, UID } from './placeholders';

/**
 * The Grafana dashboards: `dashboards/queues.json`, and `dashboards/4.0/queues.json` for a series whose dashboard differs from
 * that of the newest series.
 */
export function dashboardFiles(): Record<string, string> {
  const newest = SERIES[SERIES.length - 1];
  return Object.fromEntries(DASHBOARDS.flatMap((definition) => {
    const dashboard = (series: string): string => `${JSON.stringify(grafanaDashboard(
      { ...definition, title: `${definition.title}: ${CLUSTER}` },
      { uid: `rabbitmq-${UID}-${definition.id}`, namespace: NAMESPACE, cluster: CLUSTER, promql: dashboardPromQL([series]) },
    ))}\n`;
    const others = SERIES.filter(series => dashboard(series) !== dashboard(newest));
    return [
      [`dashboards/${definition.id}.json`, dashboard(newest)],
      ...others.map(series => [`dashboards/${series}/${definition.id}.json`, dashboard(series)]),
    ];
  }));
}
