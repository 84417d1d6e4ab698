import { CLUSTER_LABELS, ENDPOINT } from './labels';
import { PromQL } from './metrics/promql';
import { RabbitMQServiceLevelOptions } from './recording/options';
import { RabbitMQMonitoringProps } from './monitoring-props';
import { familiesOf } from './scrape/targets';
import { apiAddress } from '../cluster/interface/address';
import { RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { isTlsPort } from '../rabbitmq/protocols';
import { ExpectationModel } from '../topology/model';
import { declarationsOf, isDeclared } from '../topology/topology';

/** A cluster as alerts and recording rules see it. */
export interface WatchedCluster {
  readonly name: string;
  /** The namespace, where it is known. */
  readonly namespace?: string;
  /** The series of its brokers, and those that its rules have to know besides. */
  readonly series: readonly string[];
  readonly replicas: number;
  readonly memoryBudget: RabbitMQMemoryBudget;
  /** The detailed families that are scraped, such as `queue_coarse_metrics`. */
  readonly detailedFamilies: readonly string[];
  /** Whether our exporter runs beside the cluster. */
  readonly exporter: boolean;
  /** Whether the exporter compares a declared topology with the brokers. */
  readonly topology: boolean;
  /** What is expected of single queues. */
  readonly expectations: readonly ExpectationModel[];
  /** Whether a client port has a certificate. */
  readonly tls: boolean;
  /** What share of messages has to get through. */
  readonly serviceLevel: Required<RabbitMQServiceLevelOptions>;
  /** Writes expressions about this cluster's metrics. */
  readonly promql: PromQL;
}

/** Whether each broker's main endpoint answered its last scrape. */
export function up({ promql }: WatchedCluster): string {
  return promql.of('up', `endpoint="${ENDPOINT.aggregated}"`);
}

/** How many brokers answered their last scrape. */
export function brokersUp(cluster: WatchedCluster): string {
  return `sum by (${CLUSTER_LABELS}) (${up(cluster)})`;
}

/** The matchers for what was recorded of a cluster. */
export function identity({ name, namespace }: WatchedCluster): string {
  return [...(namespace === undefined ? [] : [`namespace="${namespace}"`]), `rabbitmq_cluster="${name}"`].join(',');
}

/** A recorded series of a cluster. */
export function recorded(cluster: WatchedCluster, name: string): string {
  return `${name}{${identity(cluster)}}`;
}

/** The matcher for the cluster's pods, for metrics that know no clusters. */
export function ofItsPods({ name }: WatchedCluster): string {
  return `pod=~"${name}-[0-9]+"`;
}

/** Whether a family of detailed metrics is scraped. */
export function hasFamily(family: string): (cluster: WatchedCluster) => boolean {
  return ({ detailedFamilies }) => detailedFamilies.includes(family);
}

/** Whether our exporter runs beside the cluster: where nothing is said, if it could. */
export function hasExporter({ cluster, exporter }: RabbitMQMonitoringProps): boolean {
  return exporter?.enabled ?? apiAddress(cluster) !== undefined;
}

/** What a cluster's monitoring was told, with what follows from it. */
export function watchedCluster(props: RabbitMQMonitoringProps): WatchedCluster {
  const { cluster, alsoVersions = [], serviceLevel = {}, scraping = {} } = props;
  const { clusterName: name, namespace, replicas, memoryBudget } = cluster;
  const series = [...new Set([cluster.version, ...alsoVersions].map(version => version.series))];
  return {
    name,
    namespace,
    series,
    replicas,
    memoryBudget,
    detailedFamilies: familiesOf(scraping),
    exporter: hasExporter(props),
    topology: hasExporter(props) && isDeclared(cluster),
    expectations: isDeclared(cluster) ? declarationsOf(cluster).model.expectations : [],
    tls: Object.keys(cluster.ports).some(isTlsPort),
    serviceLevel: { publishing: serviceLevel.publishing ?? 0.999, consuming: serviceLevel.consuming ?? 0.99 },
    promql: new PromQL({
      namespace: namespace === undefined ? undefined : `namespace="${namespace}"`,
      cluster: `rabbitmq_cluster="${name}"`,
      series,
    }),
  };
}
