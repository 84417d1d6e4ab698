import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQCluster, RabbitMQMonitoring, RabbitMQScrapeMethod, RabbitMQUser, RabbitMQVersion } from 'cdk8s-rabbitmq';

/**
 * A cluster that was created manually stays as it is, and is served as one of ours: watched, and given users. Its
 * brokers are found by their labels `app=mq`, its administrator by a Secret; pods have a port named `prometheus`.
 */
export class AdoptedChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'legacy' });

    const cluster = RabbitMQCluster.fromClusterAttributes(this, 'RabbitMQ', {
      clusterName: 'mq',
      version: RabbitMQVersion.of('4.3.6'),
      replicas: 3,
      credentialsSecret: Secret.fromSecretName(this, 'Administrator', 'mq-default-user'),
      nodesServiceName: 'mq-headless',
      podLabels: { app: 'mq' },
    });
    // by the pods' labels, as a Service created manually has none of ours
    new RabbitMQMonitoring(this, 'Monitoring', { cluster, scraping: { method: RabbitMQScrapeMethod.POD_MONITOR } });
    new RabbitMQUser(this, 'Shop', { cluster, name: 'shop', permissions: [{ configure: '^shop', write: '^shop', read: '^shop' }] });
  }
}
