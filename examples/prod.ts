import { Chart } from 'cdk8s';
import { Namespaces } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQCertificate, RabbitMQCluster, RabbitMQMonitoring, RabbitMQSpread } from 'cdk8s-rabbitmq';

/** Five brokers that outlast the loss of any two, or of a zone of three. */
export class ProdChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'production' });

    const cluster = new RabbitMQCluster(this, 'RabbitMQ', {
      name: 'rabbitmq-prod',
      replicas: 5,
      production: true,
      // 2 cores a broker, where 4 are recommended: enough until the alerts on CPU say otherwise
      acknowledgedWarnings: ['cpu-few'],
      resources: { cpuRequest: '2', cpuLimit: '2', memoryLimit: '4Gi' },
      storage: { size: '100Gi', storageClass: 'ssd-storage' },
      // by an Issuer of cert-manager in this namespace
      tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'rabbitmq' }), only: true },
      scheduling: { nodeSpread: RabbitMQSpread.REQUIRED, zoneSpread: RabbitMQSpread.REQUIRED },
    });
    cluster.connections.allowClientsFrom(Namespaces.select(this, 'Clients', { labels: { 'rabbitmq-client': 'true' } }));
    new RabbitMQMonitoring(this, 'Monitoring', { cluster });
  }
}
