import { DASHBOARDS, dashboardPromQL } from '../../../lib/monitoring/dashboards/catalogue';
import { grafanaDashboard } from '../../../lib/monitoring/dashboards/grafana';
import { SERIES } from '../series';
import { CLUSTER, NAMESPACE, UID } from './placeholders';

type Definition = (typeof DASHBOARDS)[number];

function dashboard(definition: Definition, series: string): string {
  return `${JSON.stringify(grafanaDashboard(
    { ...definition, title: `${definition.title}: ${CLUSTER}` },
    { uid: `rabbitmq-${UID}-${definition.id}`, namespace: NAMESPACE, cluster: CLUSTER, promql: dashboardPromQL([series]) },
  ))}\n`;
}

/** The file of a dashboard: `queues.json`, or `queues-3.13.json` for series up to 3.13 whose dashboard differs. */
function fileOf(definition: Definition, series: string): string {
  const last = [...SERIES].reverse().find(other => dashboard(definition, other) === dashboard(definition, series));
  return last === SERIES[SERIES.length - 1] ? `${definition.id}.json` : `${definition.id}-${last ?? series}.json`;
}

/** The files of a series by dashboard. */
export function dashboardsOf(series: string): Record<string, string> {
  return Object.fromEntries(DASHBOARDS.map(definition => [definition.id, fileOf(definition, series)]));
}

/** The Grafana dashboards of all series. */
export function dashboardFiles(): Record<string, string> {
  return Object.fromEntries(SERIES.flatMap(series => DASHBOARDS.map(definition => [`dashboards/${fileOf(definition, series)}`, dashboard(definition, series)])));
}
