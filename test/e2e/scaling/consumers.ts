import { App, Chart, Duration } from 'cdk8s';
import { RabbitMQCluster, RabbitMQConsumedQueues, RabbitMQConsumerLoad, RabbitMQConsumerScaler, RabbitMQConsumerScalerMethod } from '../../../lib';

/** Queues of `orders` and their consumers: by a name and by a pattern, with windows short enough for a test. */
export function consumed(namespace: string): (app: App) => Chart {
  return (app) => {
    const chart = new Chart(app, 'consumers', { namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders', replicas: 1, resources: { memoryLimit: '1Gi' } });
    const windows = { cooldown: Duration.seconds(10), pollingInterval: Duration.seconds(5), maxReplicas: 3 };
    new RabbitMQConsumerScaler(chart, 'Billing', {
      cluster, consumers: { name: 'billing' }, queues: RabbitMQConsumedQueues.named('bills'), load: RabbitMQConsumerLoad.messages(20), ...windows,
    });
    new RabbitMQConsumerScaler(chart, 'Mailing', {
      cluster, consumers: { name: 'mailing' }, queues: RabbitMQConsumedQueues.matching('^mails\\.'), load: RabbitMQConsumerLoad.messages(20), ...windows,
    });
    new RabbitMQConsumerScaler(chart, 'Shipping', {
      cluster, consumers: { name: 'shipping' }, queues: RabbitMQConsumedQueues.named('parcels'), load: RabbitMQConsumerLoad.timeToConsume(Duration.minutes(1)), ...windows,
    });
    return chart;
  };
}

/** What is scaled without KEDA. */
export function byAdapter(namespace: string): (app: App) => Chart {
  return (app) => {
    const chart = new Chart(app, 'adapted', { namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders' });
    new RabbitMQConsumerScaler(chart, 'Billing', {
      cluster, consumers: { name: 'billing' }, queues: RabbitMQConsumedQueues.named('bills'), load: RabbitMQConsumerLoad.messages(20),
      method: RabbitMQConsumerScalerMethod.PROMETHEUS_ADAPTER,
    });
    return chart;
  };
}
