import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Five brokers that outlast the loss of any two, or of a zone of three. Their certificates are from an Issuer in this
 * namespace.
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
