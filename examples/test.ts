import { Chart } from 'cdk8s';
import { Namespaces } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQCluster, RabbitMQMonitoring } from 'cdk8s-rabbitmq';

/** Three brokers to test applications against. */
export class TestChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'rabbitmq-test' });

    const cluster = new RabbitMQCluster(this, 'RabbitMQ', {
      name: 'rabbitmq-test',
      replicas: 3,
      resources: { cpuRequest: '500m', cpuLimit: '1', memoryLimit: '2Gi' },
      storage: { size: '20Gi' },
    });
    cluster.connections.allowClientsFrom(Namespaces.select(this, 'Clients', { labels: { 'rabbitmq-client': 'true' } }));
    new RabbitMQMonitoring(this, 'Monitoring', {
      cluster,
      alerting: { enabled: false },
      dashboards: { enabled: false },
      exporter: { enabled: false },
    });
  }
}
