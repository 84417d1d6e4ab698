import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQCluster } from 'cdk8s-rabbitmq';

/** One broker on a laptop. */
export class DevChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'default' });

    new RabbitMQCluster(this, 'RabbitMQ', {
      replicas: 1,
      resources: { cpuRequest: '500m', cpuLimit: '1', memoryLimit: '1Gi' },
      storage: { size: '10Gi' },
    });
  }
}
