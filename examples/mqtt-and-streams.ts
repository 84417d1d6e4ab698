import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/** Devices publish over MQTT, and applications read their messages from streams. */
export class MqttAndStreamsChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'telemetry' });

    new RabbitMQDeployment(this, 'RabbitMQ', {
      profile: RabbitMQProfile.TEST,
      cluster: {
        name: 'devices',
        plugins: ['rabbitmq_mqtt', 'rabbitmq_stream', 'rabbitmq_stream_management'],
        storage: { size: '50Gi' },
      },
    });
  }
}
