import { RabbitMQClusterProps } from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerContainer, find, newChart, newCluster, synth } from '../support/synth';

interface Listening {
  readonly service: Record<string, number>;
  readonly container: Record<string, number>;
  readonly policy: number[];
}

function listening(raw: Record<string, string>, props: RabbitMQClusterProps = {}): Listening {
  const cluster = newCluster({ name: 'devices', plugins: ['rabbitmq_mqtt', 'rabbitmq_stream'], configuration: { raw }, ...props }, newChart({ namespace: 'iot' }));
  cluster.connections.allowClientsFrom(newCluster({ name: 'other' }, newChart({ namespace: 'other' })));
  const manifests: Manifest[] = synth(cluster);
  const { ports } = find(manifests, 'Service', 'devices').spec;
  const clients = find(manifests, 'NetworkPolicy', 'devices').spec.ingress.flatMap((rule: any) => rule.ports.map(({ port }: any) => port));
  return {
    service: Object.fromEntries(ports.map(({ name, port }: any) => [name, port])),
    container: Object.fromEntries(brokerContainer(manifests).ports.map(({ name, containerPort }: any) =>
      [name, containerPort])),
    policy: clients,
  };
}

describe('additional listeners', () => {
  const found = listening({ 'listeners.tcp.default': '5672', 'listeners.tcp.internal': '5673', 'mqtt.listeners.tcp.default': '1883', 'mqtt.listeners.tcp.legacy': '0.0.0.0:1884' });

  test('are ports of the Service and the container, named after the listener', () => {
    for (const ports of [found.service, found.container]) {
      expect(ports).toMatchObject({ amqp: 5672, 'amqp-internal': 5673, mqtt: 1883, 'mqtt-legacy': 1884 });
    }
  });

  test('are open to clients in the NetworkPolicy', () => {
    expect(found.policy).toEqual(expect.arrayContaining([5672, 5673, 1883, 1884]));
  });

  test('are named by number where a port can\'t have the name', () => {
    const { service } = listening({ 'listeners.tcp.default': '5672', 'listeners.tcp.legacy_devices': '5673', 'stream.listeners.tcp.default': '5552', 'stream.listeners.tcp.for-old-clients': '5553' });
    expect(service).toMatchObject({ 'amqp-5673': 5673, 'stream-5553': 5553 });
  });

  test('are named by number where another differs in upper and lower case only', () => {
    const { service } = listening({ 'listeners.tcp.default': '5672', 'listeners.tcp.Internal': '5673', 'listeners.tcp.internal': '5674' });
    expect(service).toMatchObject({ 'amqp-internal': 5673, 'amqp-5674': 5674 });
  });

  test('are no ports where only the pod reaches them', () => {
    const { service } = listening({ 'listeners.tcp.default': '5672', 'listeners.tcp.admin': '127.0.0.1:5673', 'listeners.tcp.six': '::1:5674' });
    expect(Object.values(service)).not.toContain(5673);
    expect(Object.values(service)).not.toContain(5674);
  });

  test('of plugins that are off are no ports', () => {
    const { service } = listening({ 'mqtt.listeners.tcp.default': '1883', 'mqtt.listeners.tcp.legacy': '1884' }, { plugins: [] });
    expect(Object.values(service)).not.toContain(1884);
  });

  test('of TLS are TLS ports', () => {
    const cluster = newCluster({ configuration: { raw: { 'listeners.ssl.default': '5671', 'listeners.ssl.partners': '5670', 'ssl_options.certfile': '/a', 'ssl_options.keyfile': '/b' } } });
    expect(cluster.ports).toMatchObject({ amqps: 5671, 'amqps-partners': 5670 });
  });
});
