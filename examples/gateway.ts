import { Chart } from 'cdk8s';
import { ConfigMap, Namespaces } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Applications over AMQPS, and the management UI, through a Gateway `public` in the namespace `gateways`. Its listener
 * `passthrough` passes TLS through to the brokers, and `https` terminates it. The ConfigMap `brokers-authority` has the
 * CA certificate of the brokers in `ca.crt`.
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
