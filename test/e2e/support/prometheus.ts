import { access } from './access';
import { eventually } from './eventually';
import { connection } from './kubernetes';

/** A sample of an instant query. */
export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A rule as Prometheus has loaded it. */
export interface LoadedRule {
  readonly name: string;
  readonly query: string;
  readonly health: string;
  readonly lastError?: string;
}

/** A Prometheus. */
export class Prometheus {
  /** The one that the Prometheus operator made, by its `Prometheus` object; throws where there is none. */
  public static async find(): Promise<Prometheus> {
    const { items } = await connection.custom.listClusterCustomObject({ group: 'monitoring.coreos.com', version: 'v1', plural: 'prometheuses' }) as { items: { metadata: { namespace: string } }[] };
    if (items.length === 0) {
      throw new Error('the cluster has no Prometheus of the Prometheus operator: install the operator and make one that takes every monitor and rule');
    }
    return Prometheus.of(items[0].metadata.namespace, 'prometheus-operated');
  }

  /** One by its Service. */
  public static async of(namespace: string, service: string): Promise<Prometheus> {
    const { host, port } = await access(namespace, service, 'web');
    return new Prometheus(`http://${host}:${port}/api/v1`);
  }

  private constructor(private readonly url: string) {}

  /** The samples of an expression, now. */
  public async query(expression: string): Promise<Sample[]> {
    const { result } = await this.get('query', { query: expression });
    return result.map(({ metric, value }: any) => ({ metric, value: Number(value[1]) }));
  }

  /** The series of an expression over the last seconds: a value at each of some points, null where there is none. */
  public async range(expression: string, seconds: number, points: number): Promise<{ metric: Sample['metric']; values: (number | null)[] }[]> {
    const end = Math.floor(Date.now() / 1000);
    const step = Math.ceil(seconds / (points - 1));
    const start = end - step * (points - 1);
    const { result } = await this.get('query_range', { query: expression, start: String(start), end: String(end), step: String(step) });
    return result.map(({ metric, values }: any) => {
      const at = new Map(values.map(([time, value]: [number, string]) =>
        [Math.round((time - start) / step), Number(value)]));
      return { metric, values: Array.from({ length: points }, (_, point) => at.get(point) ?? null) };
    });
  }

  /** The rules of the groups whose names start so. */
  public async rules(group: string): Promise<LoadedRule[]> {
    const { groups } = await this.get('rules', {});
    return groups.filter(({ name }: any) => name.startsWith(group)).flatMap(({ rules }: any) => rules);
  }

  /** The names of the alerts that fire for a cluster. */
  public async firing(namespace: string): Promise<string[]> {
    const samples = await this.query(`ALERTS{alertstate="firing",namespace="${namespace}"}`);
    return [...new Set(samples.map(({ metric }) => metric.alertname))].sort();
  }

  /**
   * The names of the alerts that fired for a cluster at any time within the last seconds, of one severity or of all.
   */
  public async fired(namespace: string, seconds: number, severity = '.+'): Promise<string[]> {
    const samples = await this.query(`max_over_time(ALERTS{alertstate="firing",namespace="${namespace}",severity=~"${severity}"}[${seconds}s])`);
    return [...new Set(samples.map(({ metric }) => metric.alertname))].sort();
  }

  /** Waits until an alert fires, or until it doesn't any more; returns the seconds that took. */
  public async until(namespace: string, alert: string, fires: boolean, timeoutMs: number): Promise<number> {
    const start = performance.now();
    await eventually(`${alert} ${fires ? 'fires' : 'has resolved'}`, timeoutMs, () => this.firing(namespace), names => names.includes(alert) === fires);
    return (performance.now() - start) / 1000;
  }

  private async get(path: string, parameters: Record<string, string>): Promise<any> {
    const response = await fetch(`${this.url}/${path}?${new URLSearchParams(parameters).toString()}`);
    const body: any = await response.json();
    if (body.status !== 'success') {
      throw new Error(`Prometheus refused ${JSON.stringify(parameters)}: ${body.error}`);
    }
    return body.data;
  }
}
