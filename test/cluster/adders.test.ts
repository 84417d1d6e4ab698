import { k8s } from 'cdk8s-plus-28';
import { RabbitMQCluster } from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerConfiguration, brokerContainer, find, newCluster, podTemplate, quietly, synth } from '../support/synth';

const securityContext = { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ['ALL'] } };
const container = (name: string): k8s.Container => ({ name, image: `${name}:1`, securityContext });
const checksum = (manifests: Manifest[]): string => podTemplate(manifests).metadata.annotations['cdk8s-rabbitmq/configuration-checksum'];

/** When something is added: nothing before it may have settled what the cluster is. */
const MOMENTS: Readonly<Record<string, (cluster: RabbitMQCluster) => void>> = {
  'right after construction': () => undefined,
  'after the cluster was read': (cluster) => {
    expect([cluster.ports, cluster.plugins, cluster.memoryBudget, cluster.warnings]).toHaveLength(4);
  },
  'after a synth': (cluster) => { synth(cluster); },
  'after a validation': cluster => quietly(() => cluster.node.validate()),
};

describe.each(Object.entries(MOMENTS))('%s', (_moment, happen) => {
  let cluster: RabbitMQCluster;
  beforeEach(() => {
    cluster = newCluster();
    happen(cluster);
  });

  test('plugins can be added, with their ports', () => {
    cluster.addPlugins('rabbitmq_mqtt', 'rabbitmq_shovel');
    cluster.addPlugins('rabbitmq_stomp');
    const manifests = synth(cluster);
    expect(find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data.enabled_plugins)
      .toBe('[rabbitmq_management,rabbitmq_mqtt,rabbitmq_peer_discovery_k8s,rabbitmq_prometheus,rabbitmq_shovel,rabbitmq_stomp].\n');
    expect(brokerContainer(manifests).ports).toEqual(expect.arrayContaining([{ name: 'mqtt', containerPort: 1883 }, { name: 'stomp', containerPort: 61613 }]));
    expect(find(manifests, 'Service', 'rabbitmq-cluster').spec.ports.map(({ name }: any) => name)).toEqual(['amqp', 'management', 'prometheus', 'mqtt', 'stomp']);
    expect(cluster.plugins).toContain('rabbitmq_mqtt');
    expect(cluster.ports).toMatchObject({ mqtt: 1883, stomp: 61613 });
  });

  test('keys of rabbitmq.conf can be added, and replace defaults', () => {
    cluster.addConfig('heartbeat', '30');
    cluster.addConfig('collect_statistics_interval', '15000');
    expect(brokerConfiguration(synth(cluster))).toMatchObject({ heartbeat: '30', collect_statistics_interval: '15000' });
  });

  test('an environment variable can be added', () => {
    cluster.addEnv({ name: 'TZ', value: 'UTC' });
    expect(brokerContainer(synth(cluster)).env).toContainEqual({ name: 'TZ', value: 'UTC' });
  });

  test('a sidecar can be added', () => {
    cluster.addSidecar(container('side'));
    expect(podTemplate(synth(cluster)).spec.containers.map(({ name }: any) => name)).toEqual(['rabbitmq', 'side']);
  });

  test('an init container can be added, after the cluster\'s own', () => {
    cluster.addInitContainer(container('first'));
    expect(podTemplate(synth(cluster)).spec.initContainers.map(({ name }: any) => name)).toEqual(['setup', 'first']);
  });

  test('a volume can be added, with its mounts', () => {
    cluster.addVolume({ name: 'extra', emptyDir: {} }, { name: 'extra', mountPath: '/extra' }, { name: 'extra', mountPath: '/more' });
    const manifests = synth(cluster);
    expect(podTemplate(manifests).spec.volumes).toContainEqual({ name: 'extra', emptyDir: {} });
    expect(brokerContainer(manifests).volumeMounts).toEqual(expect.arrayContaining([{ name: 'extra', mountPath: '/extra' }, { name: 'extra', mountPath: '/more' }]));
  });
});

describe('an adder', () => {
  test('adds to what the props gave', () => {
    const cluster = newCluster({ plugins: ['rabbitmq_mqtt'], pod: { env: [{ name: 'A', value: '1' }] }, configuration: { raw: { heartbeat: '30' } } });
    cluster.addPlugins('rabbitmq_stomp');
    cluster.addEnv({ name: 'B', value: '2' });
    cluster.addConfig('channel_max', '128');
    const manifests = synth(cluster);
    expect(cluster.plugins).toEqual(expect.arrayContaining(['rabbitmq_mqtt', 'rabbitmq_stomp']));
    expect(brokerContainer(manifests).env.map(({ name }: any) => name).slice(-2)).toEqual(['A', 'B']);
    expect(brokerConfiguration(manifests)).toMatchObject({ heartbeat: '30', channel_max: '128' });
  });

  test('of what a broker reads at its boot changes the checksum', () => {
    const before = checksum(synth(newCluster()));
    const [plugins, config] = [newCluster(), newCluster()];
    plugins.addPlugins('rabbitmq_shovel');
    config.addConfig('heartbeat', '30');
    expect(checksum(synth(plugins))).not.toBe(before);
    expect(checksum(synth(config))).not.toBe(before);
  });

  test('of keys fails on one that is set already', () => {
    const cluster = newCluster({ configuration: { raw: { heartbeat: '30' } } });
    expect(() => { cluster.addConfig('heartbeat', '20'); }).toThrow('configuration key "heartbeat" is set already: set it once');
    cluster.addConfig('channel_max', '128');
    expect(() => { cluster.addConfig('channel_max', '128'); }).toThrow('configuration key "channel_max" is set already: set it once');
  });

  test('of keys warns of one that has a typed prop', () => {
    const cluster = newCluster({ configuration: { memory: { highWatermark: 0.5 } } });
    cluster.addConfig('vm_memory_high_watermark.relative', '0.6');
    expect(cluster.warnings).toContainEqual(expect.stringMatching(/vm_memory_high_watermark\.relative.*\[configuration-key-twice\]$/));
    expect(brokerConfiguration(synth(cluster))).toHaveProperty(['vm_memory_high_watermark.relative'], '0.6');
  });

  test('changes its own cluster and no other', () => {
    const [one, other] = [newCluster(), newCluster()];
    one.addPlugins('rabbitmq_mqtt');
    one.addConfig('heartbeat', '30');
    expect(other.plugins).not.toContain('rabbitmq_mqtt');
    expect(brokerConfiguration(synth(other))).not.toHaveProperty('heartbeat');
    synth(one);
  });

  test('is the only way in: what a caller does to the lists that it reads stays with the caller', () => {
    const cluster = newCluster();
    cluster.plugins.push('rabbitmq_mqtt');
    cluster.ports.mqtt = 1883;
    cluster.podLabels.app = 'mine';
    expect(cluster.plugins).not.toContain('rabbitmq_mqtt');
    expect(cluster.ports).not.toHaveProperty('mqtt');
    expect(cluster.podLabels.app).toBe('rabbitmq');
    synth(cluster);
  });
});

describe('an argument of another type is refused', () => {
  const untyped = (value: unknown): never => value as never;

  test('by methods of the cluster', () => {
    const cluster = newCluster();
    expect(() => { cluster.addConfig('heartbeat', untyped(30)); }).toThrow('addConfig(): the value of "heartbeat" is 30: it must be a string');
    expect(() => { cluster.addPlugins(untyped(['rabbitmq_mqtt'])); }).toThrow('addPlugins(): a plugin is a list: it must be a string');
    cluster.addConfig('heartbeat', '30');
    cluster.addPlugins('rabbitmq_mqtt');
    synth(cluster);
  });

  test('by its connections', () => {
    const { connections } = newCluster();
    expect(() => { connections.allowTo(untyped(null), 443); }).toThrow('connections.allowTo(): the peer is undefined: it must be an INetworkPolicyPeer, such as Namespaces.select(');
    expect(() => { connections.allowClientsFrom(untyped({})); }).toThrow('connections.allowClientsFrom(): the peer is an object: it must be');
  });
});
