import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQCluster, RabbitMQMonitoring, RabbitMQScrapeMethod, RabbitMQUser, RabbitMQVersion } from 'cdk8s-rabbitmq';

/**
 * Monitoring and a user for a cluster that another tool created. The cluster stays as it is. Its brokers have the label
 * `app=mq` and a port named `prometheus`; the Secret `mq-default-user` has the administrator.
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
    // a PodMonitor selects pods by their labels: the Service has no labels of this library
    new RabbitMQMonitoring(this, 'Monitoring', { cluster, scraping: { method: RabbitMQScrapeMethod.POD_MONITOR } });
    new RabbitMQUser(this, 'Shop', { cluster, name: 'shop', permissions: [{ configure: '^shop', write: '^shop', read: '^shop' }] });
  }
}
