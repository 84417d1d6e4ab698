import type { BigValueColorMode, BigValueGraphMode, Dashboard, GraphFieldConfig, SingleStatBaseOptions, VizLegendOptions, VizTooltipOptions } from '@grafana/schema';
import { RabbitMQMonitoring, RabbitMQVersion } from '../../../lib';
import { DASHBOARDS, dashboardPromQL } from '../../../lib/monitoring/dashboards/catalogue';
import { grafanaDashboard, LINE_STYLE, PANEL_OPTIONS } from '../../../lib/monitoring/dashboards/grafana';
import { SERIES } from '../../../lib/rabbitmq/series';
import { Manifest } from '../../support/manifest';
import { newChart, newCluster, synth } from '../../support/synth';

/** A type of Grafana's as JSON has it: enumerations are their values. */
type Plain<T> = T extends string ? `${T}` : T extends number | boolean | null | undefined ? T : { readonly [Key in keyof T]: Plain<T[Key]> };

const CONTEXT = { uid: 'rabbitmq', promql: dashboardPromQL(['4.3']) };

/** The panels of a dashboard below its rows. */
function graphsOf(dashboard: any): any[] {
  return dashboard.panels.filter(({ type }: any) => type !== 'row');
}

function dashboardManifests(version = RabbitMQVersion.V4_3, alsoVersions: RabbitMQVersion[] = []): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({ name: 'orders', version }, chart), alsoVersions });
  return synth(chart).filter(({ metadata }) => metadata.name.includes('-dashboards'));
}

describe.each(DASHBOARDS.map(definition => ({ id: definition.id, definition })))('the dashboard $id', ({ definition }) => {
  const dashboard = grafanaDashboard(definition, CONTEXT);
  const graphs = graphsOf(dashboard);

  test('is one by Grafana\'s own types, which the compiler sees to', () => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
    const typed: Plain<Dashboard> = dashboard;
    expect(typed.schemaVersion).toBeGreaterThanOrEqual(39);
  });

  test('has panels with a title, a sentence and a unit', () => {
    expect(graphs.length).toBeGreaterThan(2);
    for (const { title, description, fieldConfig, targets } of graphs) {
      expect([title, description]).toEqual([expect.stringMatching(/^[A-Z]/), expect.stringMatching(/^[A-Z].*\.$/)]);
      expect(fieldConfig.defaults.unit).toBeTruthy();
      expect(targets.length).toBeGreaterThan(0);
    }
  });

  test('has panels beside each other, none over another or beyond the edge', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const cells = dashboard.panels.flatMap(({ id, gridPos: { x, y, w, h } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: w * h }, (_, cell) => ({ id, cell: `${x + cell % w},${y + Math.floor(cell / w)}` }));
    });
    expect(new Set(cells.map(({ cell }) => cell)).size).toBe(cells.length);
  });

  test('asks the chosen data source about the chosen cluster', () => {
    for (const { datasource, targets } of graphs) {
      expect(datasource).toEqual({ type: 'prometheus', uid: '$datasource' });
      expect(targets.map(({ refId }: any) => refId)).toEqual(targets.map((_: any, index: number) => 'ABCDEFGHIJ'[index]));
      for (const { expr } of targets) {
        expect(expr).toMatch(/namespace="\$namespace",(?:rabbitmq_cluster="\$cluster"|pod=~"\$cluster-\[0-9\]\+")/);
      }
    }
  });
});

test('panels are set by Grafana\'s own types, which the compiler sees to', () => {
  const figures: Plain<Pick<SingleStatBaseOptions, 'reduceOptions'> & { colorMode: BigValueColorMode; graphMode: BigValueGraphMode }> = PANEL_OPTIONS.stat;
  const legend: Plain<VizLegendOptions> = PANEL_OPTIONS.timeseries.legend;
  const tooltip: Plain<VizTooltipOptions> = PANEL_OPTIONS.timeseries.tooltip;
  const style: Plain<GraphFieldConfig> = LINE_STYLE;
  expect([figures, legend, tooltip, style]).not.toContain(undefined);
});

describe('the ConfigMap', () => {
  const manifests = dashboardManifests();

  test('is one with a key for each dashboard, and with what Grafana\'s sidecar looks for', () => {
    const [{ metadata, data }, ...others] = manifests;
    expect(others).toEqual([]);
    expect(Object.keys(data)).toEqual(DASHBOARDS.map(({ id }) => `shop-orders-${id}.json`).sort());
    expect(metadata).toMatchObject({ name: 'orders-dashboards', labels: { grafana_dashboard: '1', cluster: 'orders' }, annotations: { grafana_folder: 'RabbitMQ' } });
  });

  test('hold dashboards that no other cluster has, and that start with this one', () => {
    const dashboards = manifests.flatMap(({ data }) => Object.values<string>(data)).map(json => JSON.parse(json));
    expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(DASHBOARDS.length);
    for (const { uid, title, templating } of dashboards) {
      expect(uid.length).toBeLessThanOrEqual(40);
      expect(title).toContain(': orders');
      expect(templating.list.slice(1).map(({ name, current }: any) => [name, current.value])).toEqual([['namespace', 'shop'], ['cluster', 'orders']]);
    }
  });

  test('is far below what client-side kubectl apply can take', () => {
    expect(manifests.map(manifest => JSON.stringify(manifest).length).filter(length => length > 150_000)).toEqual([]);
  });

  test('know the names of the cluster\'s series, and of a fleet\'s', () => {
    const text = (...versions: Parameters<typeof dashboardManifests>): string =>
      JSON.stringify(dashboardManifests(...versions));
    expect(text(RabbitMQVersion.V4_3)).not.toContain('rabbitmq_raft_log_commit_index');
    expect(text(RabbitMQVersion.V4_0)).toContain('rabbitmq_raft_log_commit_index');
    expect(text(RabbitMQVersion.V4_0)).not.toMatch(/rabbitmq_raft_commit_index|rabbitmq_raft_bytes_written/);
    expect(text(RabbitMQVersion.V4_3, [RabbitMQVersion.V4_0]))
      .toMatch(/\(rabbitmq_raft_commit_index\{[^}]*\} or rabbitmq_raft_log_commit_index\{[^}]*\}\)/);
  });

  test.each(SERIES)('of $name have a panel for the links between brokers and one for CPU', ({ newest }) => {
    const titles = dashboardManifests(RabbitMQVersion.of(newest))
      .flatMap(({ data }) => Object.values<string>(data))
      .flatMap(json => graphsOf(JSON.parse(json)).map(({ title }) => title));
    expect(titles).toEqual(expect.arrayContaining(['Connections between brokers', 'CPU used', 'CPU throttled']));
  });

  test('are gone where dashboards are switched off', () => {
    const chart = newChart();
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({}, chart), dashboards: { enabled: false } });
    expect(synth(chart).filter(({ metadata }) => metadata.name.includes('-dashboards'))).toEqual([]);
  });
});
