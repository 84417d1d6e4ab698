import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DASHBOARDS, dashboardPromQL } from '../lib/monitoring/dashboards/catalogue';
import { grafanaDashboard } from '../lib/monitoring/dashboards/grafana';
import { SERIES } from '../lib/version/series';

/**
 * Writes the dashboards as files to docs/dashboards, for those who import them by hand, and a picture of each. They know the
 * names of metrics of every series. Run by `npm run dashboards`.
 */
const FOLDER = join(__dirname, '../docs/dashboards');

/** Pixels of one of Grafana's units of width and height. */
const UNIT = { x: 40, y: 24 };
const COLORS = ['#3274d9', '#37872d', '#fa6400', '#8f3bb8', '#c4162a', '#8ab8ff'];

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A line that stands for what a panel shows: where its curves are, not what they are. */
function curve(x: number, y: number, width: number, height: number, index: number): string {
  const points = Array.from({ length: 25 }, (_, step) => {
    const level = 0.35 + 0.12 * index + 0.12 * Math.sin(step / (2 + index) + index * 2);
    return `${(x + step * width / 24).toFixed(1)},${(y + height * (1 - Math.min(0.95, level))).toFixed(1)}`;
  });
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLORS[index % COLORS.length]}" stroke-width="1.5"/>`;
}

function picture({ title, panels }: ReturnType<typeof grafanaDashboard>): string {
  const bottom = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  const body = panels.map((panel) => {
    const { x, y, w, h } = { x: panel.gridPos.x * UNIT.x, y: panel.gridPos.y * UNIT.y + 40, w: panel.gridPos.w * UNIT.x, h: panel.gridPos.h * UNIT.y };
    if (!('targets' in panel)) {
      return `<text x="${x + 10}" y="${y + 17}" font-weight="bold" fill="#333">${escape(panel.title)}</text>`;
    }
    const legends = panel.targets.map(({ legendFormat }) => legendFormat);
    const inner = panel.type === 'stat'
      ? `<text x="${x + w / 2}" y="${y + h - 24}" text-anchor="middle" font-size="26" fill="#37872d">n</text>`
      : legends.map((legend, index) => curve(x + 14, y + 30, w - 30, h - 66, index)
        + `<text x="${x + 14 + (index % 3) * (w - 20) / 3}" y="${y + h - 22 + Math.floor(index / 3) * 12}" font-size="10" fill="${COLORS[index % COLORS.length]}">${escape(legend)}</text>`).join('');
    return `<g><rect x="${x + 4}" y="${y + 3}" width="${w - 8}" height="${h - 6}" rx="3" fill="#fff" stroke="#d8d9da"/>`
      + `<text x="${x + 12}" y="${y + 20}" font-size="12" fill="#222">${escape(panel.title)}</text>`
      + (panel.type === 'stat' ? '' : `<text x="${x + w - 12}" y="${y + 20}" font-size="10" text-anchor="end" fill="#888">${panel.fieldConfig.defaults.unit}</text>`)
      + `<title>${escape(panel.description)}</title>${inner}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${24 * UNIT.x} ${bottom * UNIT.y + 50}" font-family="sans-serif" font-size="13">\n`
    + `<rect width="100%" height="100%" fill="#f4f5f5"/>\n<text x="10" y="26" font-size="18" fill="#222">${escape(title)}</text>\n${body.join('\n')}\n</svg>\n`;
}

mkdirSync(FOLDER, { recursive: true });
for (const definition of DASHBOARDS) {
  const dashboard = grafanaDashboard(definition, { uid: `rabbitmq-${definition.id}`, promql: dashboardPromQL(SERIES.map(({ name }) => name)) });
  writeFileSync(join(FOLDER, `${definition.id}.json`), `${JSON.stringify(dashboard, undefined, 2)}\n`);
  writeFileSync(join(FOLDER, `${definition.id}.svg`), picture(dashboard));
}
