import { DashboardDefinition, lines } from './panel';
import { PromQL } from '../metrics/promql';

const MAIN = 'endpoint="prometheus"';

function rate(promql: PromQL, metric: string, ...matchers: string[]): string {
  return `sum by (protocol) (${promql.over('rate', metric, '$__rate_interval', MAIN, ...matchers)})`;
}

const STREAM_QUEUE = 'queue_type="rabbit_stream_queue"';

/** What goes through streams. */
export const STREAMS: DashboardDefinition = {
  id: 'streams',
  title: 'RabbitMQ streams',
  description: 'What is published to streams and read from them.',
  rows: [
    {
      title: 'Messages',
      panels: [
        lines({ title: 'Published over the stream protocol', description: 'What comes in by it; streams are published to over AMQP too.', unit: 'cps', targets: promql => [{ expr: rate(promql, 'rabbitmq_global_messages_received_total', 'protocol="stream"'), legend: '{{protocol}}' }] }),
        lines({ title: 'Delivered from streams', description: 'What consumers read, by protocol.', unit: 'cps', targets: promql => [{ expr: rate(promql, 'rabbitmq_global_messages_delivered_total', STREAM_QUEUE), legend: '{{protocol}}' }] }),
        lines({
          title: 'Consumer furthest behind', description: 'How many messages the slowest consumer of a broker is behind; retention deletes what it has not read.', unit: 'short', metrics: ['rabbitmq_stream_consumer_max_offset_lag'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_stream_consumer_max_offset_lag', MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Segments', description: 'Files of streams by broker; retention keeps them level.', unit: 'short', metrics: ['rabbitmq_stream_segments'],
          targets: promql => [{ expr: `sum by (pod) (${promql.of('rabbitmq_stream_segments', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Clients of the stream protocol',
      panels: [
        lines({
          title: 'Publishers and consumers', description: 'Who is connected by it.', unit: 'short',
          targets: promql => [
            { expr: `sum(${promql.of('rabbitmq_global_publishers', MAIN, 'protocol="stream"')})`, legend: 'publishers' },
            { expr: `sum(${promql.of('rabbitmq_global_consumers', MAIN, 'protocol="stream"')})`, legend: 'consumers' },
          ],
        }),
        lines({
          title: 'Errors', description: 'What clients were refused for.', unit: 'cps',
          targets: promql => ['access_refused', 'authentication_failure', 'stream_not_available', 'internal_error'].map(what => ({
            expr: `sum(${promql.over('rate', `rabbitmq_global_stream_error_${what}_total`, '$__rate_interval', MAIN)})`, legend: what.replaceAll('_', ' '),
          })),
        }),
      ],
    },
  ],
};
