import { Chart } from 'cdk8s';
import { NetworkPolicyIpBlock } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Applications and people log in with an OAuth 2.0 provider. Internal users, such as the administrator, can still log
 * in.
 */
export class OAuth2Chart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });

    new RabbitMQDeployment(this, 'RabbitMQ', {
      profile: RabbitMQProfile.PROD,
      cluster: {
        name: 'federated',
        authentication: {
          oauth2: {
            resourceServerId: 'rabbitmq',
            issuer: 'https://login.example.com/realms/messaging',
            management: { clientId: 'rabbitmq-ui' },
            // brokers fetch the signing keys of tokens from here
            server: NetworkPolicyIpBlock.ipv4(this, 'Provider', '192.0.2.10/32'),
          },
        },
      },
      ingress: { management: { host: 'rabbitmq.example.com' } },
    });
  }
}
