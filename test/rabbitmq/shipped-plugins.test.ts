import { RabbitMQVersion } from '../../lib';
import { enabledPlugins, firstRelease, isShipped, nearestPlugin } from '../../lib/rabbitmq/shipped-plugins';
import { keysOf } from '../../lib/configuration/keys/key-table';

describe('shipped plugins', () => {
  test('are all that bring keys', () => {
    expect([...new Set(keysOf('4.3.5').flatMap(({ plugin }) => plugin ?? []))].filter(plugin => !isShipped(plugin))).toEqual([]);
  });

  test('bring others, which bring others', () => {
    expect([...enabledPlugins({ plugins: ['rabbitmq_web_mqtt_examples'] })].sort())
      .toEqual(['rabbitmq_mqtt', 'rabbitmq_web_dispatch', 'rabbitmq_web_mqtt', 'rabbitmq_web_mqtt_examples']);
  });

  test('are recognized by names that are near', () => {
    const near = (name: string): string | undefined => nearestPlugin(name, RabbitMQVersion.V4_3);
    expect(near('rabbitmq-mqtt')).toBe('rabbitmq_mqtt');
    expect(near('management')).toBe('rabbitmq_management');
    expect(near('RabbitMQ_Top')).toBe('rabbitmq_top');
    expect(near('rabbitmq_delayed_message_exchange')).toBeUndefined();
  });

  test('of a later release are not proposed', () => {
    expect(nearestPlugin('rabbitmq_shovel_prometheu', RabbitMQVersion.V3_13)).toBeUndefined();
    expect(nearestPlugin('rabbitmq_shovel_prometheu', RabbitMQVersion.V4_0)).toBe('rabbitmq_shovel_prometheus');
    expect(firstRelease('rabbitmq_auth_backend_internal_loopback', RabbitMQVersion.of('4.1.0'))).toBe('4.1.1');
    expect(firstRelease('rabbitmq_auth_backend_internal_loopback', RabbitMQVersion.of('4.1.1'))).toBeUndefined();
  });
});
