import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQCertificate, RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Certificate, password and cookie from existing Secrets, for example of a vault: `rabbitmq-tls` with `tls.crt`,
 * `tls.key` and `ca.crt`, `rabbitmq-admin` with `username` and `password`, `rabbitmq-cookie` with `cookie`.
 */
export class ExistingSecretsChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });
    const secret = (name: string): ReturnType<typeof Secret.fromSecretName> => Secret.fromSecretName(this, name, name);

    new RabbitMQDeployment(this, 'RabbitMQ', {
      profile: RabbitMQProfile.TEST,
      cluster: {
        name: 'vaulted',
        tls: { certificate: RabbitMQCertificate.fromSecret(secret('rabbitmq-tls')), disablePlainListeners: true },
        credentials: { secret: secret('rabbitmq-admin'), erlangCookieSecret: secret('rabbitmq-cookie') },
      },
    });
  }
}
