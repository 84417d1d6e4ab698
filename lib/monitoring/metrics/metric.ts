/**
 * Who exposes a metric: the brokers; our exporter; Prometheus itself, about what it scrapes; or something else in the
 * Kubernetes cluster, which has namespaces but no RabbitMQ clusters.
 */
export type MetricSource = 'broker' | 'exporter' | 'prometheus' | 'kubernetes';

/** A metric under its newest name, with the series that have it. */
export interface Metric {
  /** The name in the newest series that has it. */
  readonly name: string;
  /** The brokers where it is left out. */
  readonly source?: MetricSource;
  /** The first series that has it under any name; every series known to the library where it is left out. */
  readonly since?: string;
  /** The last series that has it; the newest where it is left out. */
  readonly until?: string;
  /** What it was called before. */
  readonly formerly?: {
    readonly name: string;
    /** The last series that calls it so. */
    readonly until: string;
  };
}

/** Metrics of which there is nothing to say but which series have them. */
export function metrics(names: readonly string[], where: Omit<Metric, 'name'> = {}): Metric[] {
  return names.map(name => ({ name, ...where }));
}
