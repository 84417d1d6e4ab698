import { of } from './series';
import { AlertCase } from '../alert-case';

export const STREAM_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQStreamConsumerLag',
    fires: {
      series: of('orders-1', 'rabbitmq_stream_consumer_max_offset_lag', '0 0 150000x30'),
      at: '17m',
      alerts: [{ labels: { pod: 'orders-1' }, summary: 'A consumer of a stream on broker orders-1 is 150k messages behind' }],
    },
    quiet: { series: of('orders-1', 'rabbitmq_stream_consumer_max_offset_lag', '100000x40'), at: '30m' },
  },
];
