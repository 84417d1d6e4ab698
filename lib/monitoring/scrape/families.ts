import { RabbitMQVersion } from '../../rabbitmq/version';

/** The families of `/metrics/detailed`: https://www.rabbitmq.com/docs/prometheus#detailed-endpoint */
const FAMILIES = [
  'auth_attempt_detailed_metrics', 'auth_attempt_metrics', 'channel_exchange_metrics', 'channel_metrics', 'channel_process_metrics',
  'channel_queue_exchange_metrics', 'channel_queue_metrics', 'connection_churn_metrics', 'connection_coarse_metrics', 'connection_metrics',
  'exchange_bindings', 'exchange_names', 'node_coarse_metrics', 'node_metrics', 'node_persister_metrics', 'queue_coarse_metrics',
  'queue_consumer_count', 'queue_metrics', 'ra_metrics', 'vhost_status',
];

/** Those that came later, and the first release of each, by the tags of RabbitMQ's source. */
const LATER: Readonly<Record<string, string>> = {
  exchange_metrics: '4.0',
  queue_delivery_metrics: '4.0',
  queue_exchange_metrics: '4.0',
  stream_consumer_metrics: '4.0.5',
};

/** What a cluster's monitoring scrapes where nothing else is said: what lets alerts name queues. */
export const DEFAULT_FAMILIES = ['queue_coarse_metrics', 'queue_consumer_count'];

/** @throws if a release has no such family */
export function requireFamilies(families: readonly string[], version: RabbitMQVersion): void {
  const known = [...FAMILIES, ...Object.keys(LATER).filter(family => version.isAtLeast(LATER[family]))].sort();
  const unknown = families.find(family => !known.includes(family));
  if (unknown !== undefined) {
    throw new Error(`scraping.detailedFamilies has "${unknown}", which RabbitMQ ${version.version} does not have. Use ${known.join(', ')}`);
  }
}
