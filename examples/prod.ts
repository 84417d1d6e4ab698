import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Five brokers, which tolerate the loss of any two, or of one of three zones. An Issuer in this namespace signs their
 * certificates.
 */
export class ProdChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: RabbitMQProfile.PROD.namespace });

    new RabbitMQDeployment(this, 'RabbitMQ', {
      profile: RabbitMQProfile.PROD,
      ingress: { management: { host: 'rabbitmq.example.com' } },
    });
  }
}
