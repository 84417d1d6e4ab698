import { Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import {
  RabbitMQCluster, RabbitMQExchangeType, RabbitMQPolicyTarget, RabbitMQQueueType, RabbitMQUser, RabbitMQVirtualHost,
} from 'cdk8s-rabbitmq';

/** A cluster with the virtual host, exchanges, queues, policies and users of an application. */
export class TopologyExample extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'orders' });

    const cluster = new RabbitMQCluster(this, 'RabbitMQ', { name: 'mq' });
    const orders = new RabbitMQVirtualHost(this, 'Orders', {
      cluster,
      name: 'orders',
      defaultQueueType: RabbitMQQueueType.QUORUM,
      limits: { maxConnections: 500 },
    });

    const events = orders.addExchange('events', { type: RabbitMQExchangeType.TOPIC });
    const dead = orders.addExchange('dead', { type: RabbitMQExchangeType.FANOUT });
    const billing = orders.addQueue('billing', { deliveryLimit: 10, deadLetter: { exchange: dead } });
    const deadLetters = orders.addQueue('dead-letters');
    events.bind(billing, { routingKey: 'order.*.paid' });
    dead.bind(deadLetters);

    orders.addPolicy('dead-letter-ttl', {
      pattern: '^dead-letters$',
      applyTo: RabbitMQPolicyTarget.QUEUES,
      definition: { messageTtl: Duration.days(7) },
    });
    orders.addOperatorPolicy('limit', { pattern: '.*', definition: { maxLength: 1_000_000 } });

    const checkout = new RabbitMQUser(this, 'Checkout', { cluster });
    events.grantPublish(checkout);
    const billingWorker = new RabbitMQUser(this, 'BillingWorker', { cluster });
    billing.grantConsume(billingWorker);
  }
}
