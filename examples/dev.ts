import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/** One broker on a laptop. */
export class DevChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: RabbitMQProfile.DEV.namespace });

    new RabbitMQDeployment(this, 'RabbitMQ', { profile: RabbitMQProfile.DEV });
  }
}
