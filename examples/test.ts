import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/** Three brokers to test applications against. */
export class TestChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: RabbitMQProfile.TEST.namespace });

    new RabbitMQDeployment(this, 'RabbitMQ', { profile: RabbitMQProfile.TEST });
  }
}
