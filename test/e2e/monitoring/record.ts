import { writeFileSync } from 'node:fs';
import { DASHBOARDS, dashboardPromQL } from '../../../lib/monitoring/dashboards/catalogue';
import { type Recording, RECORDING } from '../../../scripts/dashboard-recording';
import type { Deployment } from '../support/deployment';
import type { Prometheus } from '../support/prometheus';

const POINTS = 90;
const SERIES = ['4.3'];

/** The families of detailed metrics that dashboards and alerts draw on, those that are off by default as well. */
export const EVERY_FAMILY = ['queue_coarse_metrics', 'queue_consumer_count', 'queue_metrics', 'ra_metrics'];

/** A dashboard's expression with its variables filled in. */
export function filledIn(expression: string, { namespace, name }: Deployment): string {
  return expression.replaceAll('$namespace', namespace).replaceAll('$cluster', name).replaceAll('$__rate_interval', '1m').replaceAll('$__range', '1h');
}

/** Keeps what each panel of the dashboards shows of the last minutes, for their pictures in the docs. */
export async function recordDashboards(prometheus: Prometheus, deployment: Deployment, minutes: number): Promise<void> {
  const promql = dashboardPromQL(SERIES);
  const panels: Record<string, Recording['panels'][string]> = {};
  for (const { id, rows } of DASHBOARDS) {
    for (const { title, metrics = [], targets } of rows.flatMap(row => row.panels)) {
      if (!metrics.every(metric => promql.has(metric))) {
        continue;
      }
      const series: Recording['panels'][string][number][] = [];
      for (const { expr, legend } of targets(promql)) {
        for (const { metric, values } of await prometheus.range(filledIn(expr, deployment), minutes * 60, POINTS)) {
          const name = legend.replace(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? '').replaceAll(`.${deployment.name}-nodes.${deployment.namespace}`, '');
          series.push({
            legend: name, values: values.map(value => (value === null ? null : Number(value.toPrecision(4)))),
          });
        }
      }
      panels[`${id}/${title}`] = series;
    }
  }
  writeFileSync(RECORDING, `${JSON.stringify({ minutes, panels }).replaceAll('{"legend"', '\n{"legend"')}\n`);
}
