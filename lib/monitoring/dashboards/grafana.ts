import { DashboardDefinition, Panel, Row } from './panel';
import { PromQL } from '../metrics/promql';

/** Whose dashboard it is: what its variables say at first. */
export interface DashboardContext {
  /** A name that stays, and that no other cluster's dashboard has: at most 40 characters. */
  readonly uid: string;
  readonly namespace?: string;
  readonly cluster?: string;
  readonly promql: PromQL;
}

/** A dashboard as it is written. */
export type GrafanaDashboard = ReturnType<typeof grafanaDashboard>;

/** A panel, or the header of a row. */
export type GrafanaPanel = GrafanaDashboard['panels'][number];

/** The width of a dashboard, in Grafana's units. */
const WIDTH = 24;
const SIZES = { timeseries: { w: 12, h: 8 }, stat: { w: 3, h: 4 } } as const;

/** What is set of each type of panel. */
export const PANEL_OPTIONS = {
  stat: { colorMode: 'value', graphMode: 'area', reduceOptions: { calcs: ['lastNotNull'] } },
  timeseries: { legend: { displayMode: 'table', placement: 'bottom', calcs: ['lastNotNull', 'max'], showLegend: true }, tooltip: { mode: 'multi', sort: 'desc' } },
} as const;

/** How lines are drawn. */
export const LINE_STYLE = { lineWidth: 1, fillOpacity: 5, showPoints: 'never' } as const;

const DATASOURCE = { type: 'prometheus', uid: '$datasource' } as const;

interface Position {
  readonly h: number;
  readonly w: number;
  readonly x: number;
  readonly y: number;
}

/** A dashboard as Grafana 10 and newer take it. */
export function grafanaDashboard({ title, description, rows }: DashboardDefinition, context: DashboardContext) {
  return {
    uid: context.uid,
    title,
    description,
    tags: ['rabbitmq'],
    timezone: 'browser' as const,
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    links: [{
      type: 'dashboards' as const, title: 'RabbitMQ', tags: ['rabbitmq'], asDropdown: true, includeVars: true, keepTime: true, icon: 'external link', targetBlank: false, tooltip: '', url: '',
    }],
    annotations: { list: [] },
    templating: { list: [datasource(), variable('namespace', 'label_values(rabbitmq_identity_info, namespace)', context.namespace),
      variable('cluster', 'label_values(rabbitmq_identity_info{namespace="$namespace"}, rabbitmq_cluster)', context.cluster)] },
    panels: panels(rows, context.promql),
  };
}

function datasource() {
  return { type: 'datasource' as const, name: 'datasource', label: 'Data source', query: 'prometheus', refresh: 1, hide: 0, includeAll: false, multi: false, skipUrlSync: false };
}

function variable(name: string, query: string, value?: string) {
  return {
    type: 'query' as const, name, label: name, datasource: DATASOURCE, query: { query, refId: name }, refresh: 2, sort: 1, hide: 0, includeAll: false, multi: false, skipUrlSync: false,
    ...(value === undefined ? {} : { current: { selected: true, text: value, value } }),
  };
}

/** Rows below each other, and in each its panels from left to right. */
function panels(rows: readonly Row[], promql: PromQL) {
  let id = 0;
  let y = 0;
  return rows
    .map(row => ({ ...row, panels: row.panels.filter(({ metrics = [] }) => metrics.every(name => promql.has(name))) }))
    .filter(row => row.panels.length > 0)
    .flatMap((row) => {
      const header = { id: ++id, type: 'row' as const, title: row.title, collapsed: false, gridPos: { h: 1, w: WIDTH, x: 0, y: y++ }, panels: [] };
      let x = 0;
      let height = 0;
      const placed = row.panels.map((panel) => {
        const { w, h } = SIZES[panel.type];
        if (x + w > WIDTH) {
          x = 0;
          y += height;
        }
        const position = { h, w, x, y };
        x += w;
        height = h;
        return graph(panel, ++id, position, promql);
      });
      y += height;
      return [header, ...placed];
    });
}

function graph(
  { title, description, type, unit, thresholds, targets }: Panel,
  id: number,
  gridPos: Position,
  promql: PromQL,
) {
  const steps = [
    { color: 'green', value: null },
    ...(thresholds ? [{ color: 'orange', value: thresholds.warning }, { color: 'red', value: thresholds.critical }] : []),
  ];
  return {
    id,
    type,
    title,
    description,
    gridPos,
    datasource: DATASOURCE,
    fieldConfig: {
      defaults: {
        unit,
        ...(type === 'timeseries'
          ? { min: 0, custom: { ...LINE_STYLE, thresholdsStyle: { mode: thresholds ? 'line' : 'off' } } }
          : {}),
        color: { mode: type === 'stat' ? 'thresholds' as const : 'palette-classic' as const },
        thresholds: { mode: 'absolute' as const, steps },
      },
      overrides: [],
    },
    options: PANEL_OPTIONS[type],
    targets: targets(promql).map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index), expr, legendFormat: legend, datasource: DATASOURCE, range: type !== 'stat', instant: type === 'stat',
    })),
  };
}
