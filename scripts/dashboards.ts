import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { picture } from './dashboard-picture';
import { readRecording } from './dashboard-recording';
import { overview } from './overview-picture';
import { DASHBOARDS, dashboardPromQL } from '../lib/monitoring/dashboards/catalogue';
import { grafanaDashboard } from '../lib/monitoring/dashboards/grafana';
import { SERIES } from '../lib/rabbitmq/series';

/**
 * Writes the dashboards to docs/dashboards, for import into Grafana, a picture of each from a recording of a cluster,
 * and the picture of the README. The files contain the metric names of every series. Run by `npm run docs:monitoring`.
 */
const FOLDER = join(__dirname, '../docs/dashboards');
const README_PICTURE = join(__dirname, '../docs/images/overview.svg');

mkdirSync(FOLDER, { recursive: true });
for (const definition of DASHBOARDS) {
  const dashboard = grafanaDashboard(definition, { uid: `rabbitmq-${definition.id}`, promql: dashboardPromQL(SERIES.map(({ name }) => name)) });
  writeFileSync(join(FOLDER, `${definition.id}.json`), `${JSON.stringify(dashboard, undefined, 2)}\n`);
  const drawn = picture(dashboard, definition.id, readRecording());
  writeFileSync(join(FOLDER, `${definition.id}.svg`), drawn);
  if (definition.id === 'overview') {
    writeFileSync(README_PICTURE, overview(drawn));
  }
}
