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
        lines({ title: 'Published over the stream protocol', description: 'Messages received over the stream protocol. Streams also receive messages over AMQP.', unit: 'cps', targets: promql => [{ expr: rate(promql, 'rabbitmq_global_messages_received_total', 'protocol="stream"'), legend: '{{protocol}}' }] }),
        lines({ title: 'Delivered from streams', description: 'What consumers read, by protocol.', unit: 'cps', targets: promql => [{ expr: rate(promql, 'rabbitmq_global_messages_delivered_total', STREAM_QUEUE), legend: '{{protocol}}' }] }),
        lines({
          title: 'Consumer lag', description: 'Messages that the slowest consumer of a broker is behind. Retention deletes messages that it has not read.', unit: 'short', metrics: ['rabbitmq_stream_consumer_max_offset_lag'],
          targets: promql => [{ expr: `max by (pod) (${promql.of('rabbitmq_stream_consumer_max_offset_lag', MAIN)})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Segments', description: 'Files of streams by broker. Retention keeps the number stable.', unit: 'short', metrics: ['rabbitmq_stream_segments'],
          targets: promql => [{ expr: `sum by (pod) (${promql.of('rabbitmq_stream_segments', MAIN)})`, legend: '{{pod}}' }],
        }),
      ],
    },
    {
      title: 'Clients of the stream protocol',
      panels: [
        lines({
          title: 'Publishers and consumers', description: 'Publishers and consumers of the stream protocol.', unit: 'short',
          targets: promql => [
            { expr: `sum(${promql.of('rabbitmq_global_publishers', MAIN, 'protocol="stream"')})`, legend: 'publishers' },
            { expr: `sum(${promql.of('rabbitmq_global_consumers', MAIN, 'protocol="stream"')})`, legend: 'consumers' },
          ],
        }),
        lines({
          title: 'Errors', description: 'Errors returned to clients, by reason.', unit: 'cps',
          targets: promql => ['access_refused', 'authentication_failure', 'stream_not_available', 'internal_error'].map(what => ({
            expr: `sum(${promql.over('rate', `rabbitmq_global_stream_error_${what}_total`, '$__rate_interval', MAIN)})`, legend: what.replaceAll('_', ' '),
          })),
        }),
      ],
    },
  ],
};
