import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { POD_LABELS } from '../labels';

/** Streams and their consumers. */
export const STREAM_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQStreamConsumerLag',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    metrics: ['rabbitmq_stream_consumer_max_offset_lag'],
    threshold: { of: 'messages that a stream consumer is behind', default: () => 100_000, because: 'a few seconds of a busy stream' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_stream_consumer_max_offset_lag')}) > ${threshold}`,
    summary: 'A consumer of a stream on broker {{ $labels.pod }} is {{ $value | humanize }} messages behind',
    description: 'It reads late from cluster {{ $labels.rabbitmq_cluster }}, and misses messages that retention deletes first.',
  },
];
