import { Duration } from 'cdk8s';
import { DEFAULT_FAMILIES, requireFamilies } from './families';
import { RabbitMQScrapeMethod, RabbitMQScrapingOptions } from './options';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { wholeSeconds } from '../../kubernetes/seconds';
import { ENDPOINT } from '../labels';
import { collect } from '../../validation/errors';

/** A path of each broker that is scraped. */
export interface Target {
  /** The `endpoint` label of its series, which separates `up` of one path from that of another. */
  readonly endpoint: string;
  readonly path: string;
  readonly params?: Record<string, string[]>;
}

/** What of a cluster is scraped, and how. */
export interface Targets {
  readonly port: string;
  readonly scheme: 'http' | 'https';
  readonly interval: string;
  readonly timeout?: string;
  readonly paths: readonly Target[];
}

/** @throws if the cluster has no port for metrics, or an option is wrong in itself */
export function targetsOf(cluster: IRabbitMQCluster, options: RabbitMQScrapingOptions): Targets {
  const { port, interval, timeout, path, details } = collect({
    port: () => metricsPort(cluster),
    interval: () => positiveSeconds('scraping.interval', options.interval ?? Duration.seconds(30)),
    timeout: () => options.timeout && positiveSeconds('scraping.timeout', options.timeout),
    path: () => requirePath(options.path ?? cluster.metricsPath),
    details: () => detailed(cluster, options),
  });
  if (timeout !== undefined && timeout > interval) {
    throw new Error(`scraping.timeout is ${timeout} seconds, and scraping.interval ${interval}: a scrape must end before the next one starts. Shorten the timeout`);
  }
  return {
    port,
    scheme: port === 'prometheus-tls' ? 'https' : 'http',
    interval: `${interval}s`,
    timeout: timeout === undefined ? undefined : `${timeout}s`,
    paths: [
      { endpoint: ENDPOINT.aggregated, path },
      ...details.map(params => ({ endpoint: ENDPOINT.detailed, path: `${path}/detailed`, params })),
      ...(options.perObject ? [{ endpoint: ENDPOINT.perObject, path: `${path}/per-object` }] : []),
    ],
  };
}

/**
 * The families of detailed metrics that are scraped; annotations name one path and no parameter that is there twice.
 */
export function familiesOf({
  method,
  detailedFamilies = DEFAULT_FAMILIES,
}: RabbitMQScrapingOptions): readonly string[] {
  return method === RabbitMQScrapeMethod.ANNOTATIONS ? [] : detailedFamilies;
}

function metricsPort({ clusterName, ports }: IRabbitMQCluster): string {
  const port = ['prometheus-tls', 'prometheus'].find(name => ports[name] !== undefined);
  if (port === undefined) {
    throw new Error(`cluster "${clusterName}" has no port named "prometheus" or "prometheus-tls". `
      + 'Add it to the ports of fromClusterAttributes(), or remove the monitoring');
  }
  return port;
}

function requirePath(path: string): string {
  if (!path.startsWith('/')) {
    throw new Error(`scraping.path is "${path}": it has to start with "/", such as /metrics`);
  }
  return path;
}

/** The parameters of the path for detailed metrics, if it is scraped. */
function detailed({ version }: IRabbitMQCluster, options: RabbitMQScrapingOptions): Record<string, string[]>[] {
  requireFamilies(options.detailedFamilies ?? [], version);
  const families = familiesOf(options);
  return families.length > 0 ? [{ family: [...families] }] : [];
}

function positiveSeconds(field: string, duration: Duration): number {
  const seconds = wholeSeconds(field, duration);
  if (seconds <= 0) {
    throw new Error(`${field} is ${seconds} seconds: it must be above zero, such as Duration.seconds(30)`);
  }
  return seconds;
}
