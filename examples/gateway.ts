import { Chart } from 'cdk8s';
import { ConfigMap, Namespaces } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Applications over AMQPS and people at the management UI, through a Gateway named `public` in the namespace
 * `gateways`: its listener `passthrough` hands TLS on to the brokers, `https` ends it. ConfigMap `brokers-authority`
 * has under `ca.crt` who signed the brokers'.
 */
export class GatewayChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });
    const gateway = { name: 'public', namespace: 'gateways' };
    const allowFrom = Namespaces.select(this, 'Gateways', { names: ['gateways'] });

    new RabbitMQDeployment(this, 'RabbitMQ', {
      profile: RabbitMQProfile.PROD,
      cluster: { name: 'exposed' },
      ingress: {
        management: {
          host: 'rabbitmq.example.com',
          gateway: { ...gateway, sectionName: 'https' },
          backendAuthority: ConfigMap.fromConfigMapName(this, 'Authority', 'brokers-authority'),
          allowFrom,
        },
        routes: [{ port: 'amqps', gateway: { ...gateway, sectionName: 'passthrough' }, hosts: ['amqp.example.com'], allowFrom }],
      },
    });
  }
}
