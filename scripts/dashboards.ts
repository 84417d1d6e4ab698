import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { picture } from './dashboard-picture';
import { readRecording } from './dashboard-recording';
import { DASHBOARDS, dashboardPromQL } from '../lib/monitoring/dashboards/catalogue';
import { grafanaDashboard } from '../lib/monitoring/dashboards/grafana';
import { SERIES } from '../lib/rabbitmq/series';

/**
 * Writes the dashboards as files to docs/dashboards, for those who import them by hand, and a picture of each with what was
 * recorded of a cluster. They know the names of metrics of every series. Run by `npm run docs:monitoring`.
 */
const FOLDER = join(__dirname, '../docs/dashboards');

mkdirSync(FOLDER, { recursive: true });
for (const definition of DASHBOARDS) {
  const dashboard = grafanaDashboard(definition, { uid: `rabbitmq-${definition.id}`, promql: dashboardPromQL(SERIES.map(({ name }) => name)) });
  writeFileSync(join(FOLDER, `${definition.id}.json`), `${JSON.stringify(dashboard, undefined, 2)}\n`);
  writeFileSync(join(FOLDER, `${definition.id}.svg`), picture(dashboard, definition.id, readRecording()));
}
