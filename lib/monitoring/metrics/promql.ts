import { Metric } from './metric';
import { METRICS } from './table';
import { SERIES } from '../../rabbitmq/series';

/** What is watched: whose samples, and of which series of RabbitMQ. */
export interface PromQLProps {
  /** The label matcher for the namespace, such as `namespace="production"`; none where the namespace isn't known. */
  readonly namespace?: string;
  /** The label matcher for the cluster, such as `rabbitmq_cluster="orders"`. */
  readonly cluster: string;
  /** The series of the brokers, such as `4.3`. */
  readonly series: readonly string[];
}

const BY_NAME = new Map(METRICS.map(metric => [metric.name, metric]));
const POSITION = new Map(SERIES.map(({ name }, index) => [name, index]));

function position(series: string): number {
  return POSITION.get(series) ?? SERIES.length;
}

function metricNamed(name: string): Metric {
  const metric = BY_NAME.get(name);
  if (metric === undefined) {
    throw new Error(`the table of metrics has no ${name}`);
  }
  return metric;
}

/**
 * Writes PromQL about what is watched: a metric that was renamed is asked for by each name that the brokers
 * have for it.
 */
export class PromQL {
  private readonly props: PromQLProps;

  public constructor(props: PromQLProps) {
    this.props = props;
  }

  /** Whether something that is watched has the metric. */
  public has(name: string): boolean {
    return this.namesOf(metricNamed(name)).length > 0;
  }

  /** The names that what is watched gives a metric, the newest first. */
  public namesFor(name: string): string[] {
    return this.namesOf(metricNamed(name));
  }

  /**
   * The samples of a metric: `rabbitmq_connections{namespace="production",rabbitmq_cluster="orders"}`.
   *
   * @param matchers further label matchers
   * @throws if no series that is watched has it
   */
  public of(name: string, ...matchers: string[]): string {
    return this.each(name, matchers, selector => selector);
  }

  /**
   * A function of a metric's samples in a window: `rate(rabbitmq_connections_opened_total{…}[5m])`.
   *
   * @throws if no series that is watched has it
   */
  public over(call: string, name: string, window: string, ...matchers: string[]): string {
    return this.each(name, matchers, selector => `${call}(${selector}[${window}])`);
  }

  /**
   * The samples of a metric as they were: `rabbitmq_connections{…} offset 2m`.
   *
   * @throws if no series that is watched has it
   */
  public ago(name: string, time: string, ...matchers: string[]): string {
    return this.each(name, matchers, selector => `${selector} offset ${time}`);
  }

  /**
   * What a metric will be after some seconds, at its pace in a window.
   *
   * @throws if no series that is watched has it
   */
  public predicted(name: string, window: string, seconds: number, ...matchers: string[]): string {
    return this.each(name, matchers, selector => `predict_linear(${selector}[${window}], ${seconds})`);
  }

  private each(name: string, matchers: readonly string[], write: (selector: string) => string): string {
    const metric = metricNamed(name);
    const written = this.namesOf(metric).map(actual => write(this.select(metric, actual, matchers)));
    if (written.length === 0) {
      throw new Error(`${name} is in none of ${this.props.series.join(', ')}`);
    }
    return written.length === 1 ? written[0] : `(${written.join(' or ')})`;
  }

  private select({ source }: Metric, name: string, matchers: readonly string[]): string {
    const { namespace, cluster } = this.props;
    const all = [namespace, source === 'kubernetes' ? undefined : cluster, ...matchers].filter(matcher => matcher !== undefined);
    return all.length === 0 ? name : `${name}{${all.join(',')}}`;
  }

  /** The names that the watched series give a metric, the newest first. */
  private namesOf({ name, since, until, formerly }: Metric): string[] {
    const having = this.props.series
      .map(position)
      .filter(at => (since === undefined || at >= position(since)) && (until === undefined || at <= position(until)));
    const renamedAfter = formerly === undefined ? -1 : position(formerly.until);
    return [
      ...(having.some(at => at > renamedAfter) ? [name] : []),
      ...(formerly !== undefined && having.some(at => at <= renamedAfter) ? [formerly.name] : []),
    ];
  }
}
