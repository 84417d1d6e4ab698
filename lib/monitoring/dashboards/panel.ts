import { PromQL } from '../metrics/promql';

/** How a figure is written, in Grafana's names. */
export type Unit = 'short' | 'bytes' | 'percentunit' | 's' | 'cps' | 'Bps' | 'none';

/** A line, or a figure, of a panel. */
export interface Target {
  readonly expr: string;
  /** What the legend says, with labels in double braces. */
  readonly legend: string;
}

/** A picture of some metrics. */
export interface Panel {
  readonly title: string;
  /** What it means and what to look for, in a sentence. */
  readonly description: string;
  /** Lines over time, or the figure of now. */
  readonly type: 'timeseries' | 'stat';
  readonly unit: Unit;
  /** From where on a figure is worth a look, and bad. */
  readonly thresholds?: { readonly warning: number; readonly critical: number };
  /** The metrics without which there is no such panel. */
  readonly metrics?: readonly string[];
  readonly targets: (promql: PromQL) => readonly Target[];
}

/** Panels that belong together. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** A dashboard by what is on it. */
export interface DashboardDefinition {
  /** What tells it from the others in names. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly Row[];
}

/** Lines over time. */
export function lines(panel: Omit<Panel, 'type'>): Panel {
  return { ...panel, type: 'timeseries' };
}

/** The figure of now. */
export function figure(panel: Omit<Panel, 'type'>): Panel {
  return { ...panel, type: 'stat' };
}
