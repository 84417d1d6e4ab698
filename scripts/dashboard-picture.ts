import type { GrafanaDashboard, GrafanaPanel } from '../lib/monitoring/dashboards/grafana';
import type { Recording } from './dashboard-recording';

/** Pixels of one of Grafana's units of width and height. */
const UNIT = { x: 56, y: 26 };
const COLORS = ['#3274d9', '#37872d', '#fa6400', '#8f3bb8', '#c4162a', '#1f9e9e', '#8ab8ff', '#b8860b', '#e377c2', '#7f7f7f'];
/** Light and dark colors of everything but the lines. Images follow the color scheme of the page that shows them. */
const STYLE = `<style>
.page{fill:#f4f5f5}.panel{fill:#fff;stroke:#d8d9da}.grid{stroke:#e4e5e6}.title{fill:#1f2428}.label{fill:#5b6066}.green{fill:#2b7524}.orange{fill:#b45309}.red{fill:#c4162a}
@media (prefers-color-scheme:dark){.page{fill:#111217}.panel{fill:#181b1f;stroke:#34373d}.grid{stroke:#2c3036}.title{fill:#e6e8eb}.label{fill:#a8afb8}.green{fill:#73bf69}.orange{fill:#ffa94d}.red{fill:#ff7383}}
</style>`;
const LEGEND = { columns: 3, rows: 2, height: 14 };

type Graph = Extract<GrafanaPanel, { targets: unknown }>;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function scaled(value: number, base: number, prefixes: readonly string[]): string {
  const power = Math.min(prefixes.length - 1, Math.max(0, Math.floor(Math.log(Math.abs(value) || 1) / Math.log(base))));
  return `${Number((value / base ** power).toPrecision(3))}${prefixes[power]}`;
}

/** A value as Grafana writes it in a unit. */
function written(value: number, unit: string): string {
  if (value === 0) {
    return '0';
  }
  const bytes = (): string => scaled(value, 1024, [' B', ' KiB', ' MiB', ' GiB', ' TiB']);
  switch (unit) {
    case 'bytes': return bytes();
    case 'Bps': return `${bytes()}/s`;
    case 'percentunit': return `${Number((value * 100).toPrecision(3))}%`;
    case 's': return value >= 60 ? `${Number((value / 60).toPrecision(3))} min` : scaled(value * 1e6, 1000, [' µs', ' ms', ' s']);
    case 'cps': return `${scaled(value, 1000, ['', 'k', 'M'])}/s`;
    default: return scaled(value, 1000, ['', 'k', 'M', 'G']);
  }
}

/** The top of an axis: 1, 2 or 5 times a power, above every value. */
function top(highest: number, unit: string): number {
  const base = unit === 'bytes' || unit === 'Bps' ? 1024 ** Math.floor(Math.log(highest || 1) / Math.log(1024)) : unit === 's' && highest >= 60 ? 60 : 1;
  const step = 10 ** Math.floor(Math.log10(highest / base || 1));
  return ([1, 2, 5].find(times => times * step * base >= highest) ?? 10) * step * base;
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escape(content)}</text>`;
}

function axes({ x, y, w, h }: Box, highest: number, unit: string, minutes: number): string {
  const lines = [0, 0.5, 1].map((share) => {
    const at = y + h * (1 - share);
    return `<line x1="${x}" x2="${x + w}" y1="${at}" y2="${at}" class="grid"/>${text(x - 6, at + 3, written(highest * share, unit), 'font-size="10" text-anchor="end" class="label"')}`;
  });
  return `${lines.join('')}${text(x, y + h + 13, `${minutes} min ago`, 'font-size="10" class="label"')}${text(x + w, y + h + 13, 'now', 'font-size="10" text-anchor="end" class="label"')}`;
}

/** The points of a line, in pieces where there is nothing in between. */
function line(values: readonly (number | null)[], { x, y, w, h }: Box, highest: number, color: string): string {
  const pieces: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) {
      pieces.push([]);
    } else {
      pieces.at(-1)!.push(`${(x + index * w / (values.length - 1)).toFixed(1)},${(y + h * (1 - value / highest)).toFixed(1)}`);
    }
  });
  return pieces.filter(points => points.length > 0)
    .map(points => `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="1.5" stroke-linecap="round"/>`).join('');
}

function curves({ fieldConfig: { defaults } }: Graph, box: Box, series: Recording['panels'][string], minutes: number): string {
  const values = series.flatMap(one => one.values).filter(value => value !== null);
  const highest = top(Math.max(...values, 0) || 1, defaults.unit);
  const rows = Math.min(LEGEND.rows, Math.ceil(series.length / LEGEND.columns));
  const plot = { x: box.x + 70, y: box.y + 36, w: box.w - 90, h: box.h - 62 - rows * LEGEND.height };
  const limits = defaults.thresholds.steps.filter(({ value }) => value !== null && value <= highest && defaults.custom?.thresholdsStyle.mode === 'line')
    .map(({ value }) => plot.y + plot.h * (1 - value! / highest))
    .map(at => `<line x1="${plot.x}" x2="${plot.x + plot.w}" y1="${at}" y2="${at}" stroke="#c4162a" stroke-dasharray="4 4"/>`);
  const shown = LEGEND.columns * LEGEND.rows;
  const legend = series.slice(0, shown).map(({ legend: name }, index) => {
    const row = Math.floor(index / LEGEND.columns);
    const at = {
      x: box.x + 14 + (index % LEGEND.columns) * (box.w - 20) / LEGEND.columns,
      y: box.y + box.h - 8 - (rows - 1 - row) * LEGEND.height,
    };
    const more = index === shown - 1 && series.length > shown ? ` and ${series.length - shown} more` : '';
    return `<rect x="${at.x}" y="${at.y - 5}" width="12" height="3" fill="${COLORS[index % COLORS.length]}"/>${text(at.x + 17, at.y, `${name}${more}`, 'font-size="10.5" class="label"')}`;
  });
  return [axes(plot, highest, defaults.unit, minutes), ...limits, ...series.map((one, index) => line(one.values, plot, highest, COLORS[index % COLORS.length])), ...legend].join('');
}

/** The newest value, in the color of the threshold that it exceeds. */
function figureOf({ fieldConfig: { defaults } }: Graph, { x, y, w, h }: Box, series: Recording['panels'][string]): string {
  const value = series[0].values.filter(one => one !== null).at(-1) ?? 0;
  const step = defaults.thresholds.steps.filter(one => one.value === null || one.value <= value).at(-1);
  return text(x + w / 2, y + h - 26, written(value, defaults.unit), `text-anchor="middle" font-size="30" class="${step?.color ?? 'green'}"`);
}

/** Leaves out the time before most panels of a dashboard have samples. */
function window(id: string, minutes: number, recorded: Recording['panels']): { start: number; shownMinutes: number } {
  const series = Object.entries(recorded).filter(([key]) => key.startsWith(`${id}/`)).flatMap(([, lines]) => lines);
  const firsts = series.map(({ values }) => values.findIndex(value => value !== null)).filter(first => first >= 0);
  // most panels have data by then; the first ones show single values only
  const start = firsts.sort((one, other) => one - other)[Math.floor(firsts.length * 0.7)] ?? 0;
  const steps = series[0]?.values.length ?? 1;
  return { start, shownMinutes: Math.round(minutes * (steps - start) / steps) };
}

/** A picture of a dashboard with the recording of a cluster. */
export function picture(
  { title, panels }: GrafanaDashboard,
  id: string,
  { minutes, panels: recorded }: Recording,
): string {
  const bottom = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  const { start, shownMinutes } = window(id, minutes, recorded);
  const body = panels.map((panel) => {
    const box = {
      x: panel.gridPos.x * UNIT.x,
      y: panel.gridPos.y * UNIT.y + 40,
      w: panel.gridPos.w * UNIT.x,
      h: panel.gridPos.h * UNIT.y,
    };
    if (!('targets' in panel)) {
      return text(box.x + 10, box.y + 18, panel.title, 'font-weight="bold" class="title"');
    }
    const series = (recorded[`${id}/${panel.title}`] ?? []).map(one => ({ ...one, values: one.values.slice(start) }));
    const none = text(box.x + box.w / 2, box.y + box.h / 2 + 6, 'no data', 'text-anchor="middle" class="label"');
    const content = series.length === 0 ? none : panel.type === 'stat' ? figureOf(panel, box, series) : curves(panel, box, series, shownMinutes);
    return `<g><rect x="${box.x + 4}" y="${box.y + 3}" width="${box.w - 8}" height="${box.h - 6}" rx="3" class="panel"/>`
      + `${text(box.x + 12, box.y + 22, panel.title, 'font-size="12.5" class="title"')}<title>${escape(panel.description)}</title>${content}</g>`;
  });
  const size = { width: 24 * UNIT.x, height: bottom * UNIT.y + 50 };
  // without a width and height, a picture in a table cell is 0 pixels wide
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="13">\n`
    + `${STYLE}\n<rect width="100%" height="100%" class="page"/>\n${text(10, 27, title, 'font-size="18" class="title"')}\n${body.join('\n')}\n</svg>\n`;
}
