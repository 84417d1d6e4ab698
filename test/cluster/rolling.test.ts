import { Duration } from 'cdk8s';
import { ImagePullPolicy, k8s, Secret, ServiceType } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQClusterProps, RabbitMQImage, RabbitMQSpread, RabbitMQVersion } from '../../lib';
import { brokerConfiguration, find, newChart, newCluster, podTemplate, synth, synthCluster } from '../support/synth';

const limits = { cpu: k8s.Quantity.fromString('1'), memory: k8s.Quantity.fromString('1Gi') };
const securityContext = { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ['ALL'] } };

/** What a broker doesn't read at its boot and its container isn't made from. */
const STAYS: Readonly<Record<string, RabbitMQClusterProps>> = {
  nothing: {},
  'more replicas': { replicas: 5 },
  'fewer replicas': { replicas: 1 },
  'no replicas': { replicas: 0 },
  'the type of the Service': { service: { type: ServiceType.LOAD_BALANCER } },
  'annotations of the Service': { service: { annotations: { 'example.com/internal': 'true' } } },
  'session affinity of the Service': { service: { sessionAffinity: Duration.minutes(5) } },
  'the disruption budget': { disruptionBudget: { minAvailable: 2 } },
  'labels of objects': { labels: { team: 'orders' } },
  'annotations of objects': { annotations: { owner: 'orders' } },
  'a larger volume': { storage: { size: '20Gi' } },
  'a storage class': { storage: { storageClass: 'fast' } },
  'what becomes of volumes': { storage: { retainOnDelete: false, retainOnScaleIn: false } },
  'what is known of zones': { scheduling: { zones: 5 } },
  'acknowledged warnings': { acknowledgedWarnings: ['replicas-even'] },
  'a default that is written down': { resources: { memoryLimit: '2Gi' }, replicas: 3 },
};

/** What a broker reads at its boot, or its pod is made from. */
const ROLLS: Readonly<Record<string, RabbitMQClusterProps>> = {
  'a raw key': { configuration: { raw: { heartbeat: '30' } } },
  'a typed key': { configuration: { memory: { highWatermark: 0.5 } } },
  'advanced.config': { configuration: { advancedConfig: '[].\n' } },
  'rabbitmq-env.conf': { configuration: { envConfig: 'RABBITMQ_MAX_NUMBER_OF_PROCESSES=2000000\n' } },
  'a plugin': { plugins: ['rabbitmq_shovel'] },
  'a plugin with a port': { plugins: ['rabbitmq_mqtt'] },
  'a community plugin': { communityPlugins: ['rabbitmq_delayed_message_exchange'] },
  'the version': { version: RabbitMQVersion.of('4.3.5') },
  'the image': { image: RabbitMQImage.official({ registry: 'registry.example.com' }) },
  'when the image is pulled': { imagePullPolicy: ImagePullPolicy.ALWAYS },
  memory: { resources: { memoryLimit: '4Gi' } },
  CPU: { resources: { cpuLimit: '3' } },
  'a volume so small that the disk limit follows': { storage: { size: '4Gi' } },
  'the environment': { pod: { env: [{ name: 'TZ', value: 'UTC' }] } },
  'a sidecar': { pod: { sidecars: [{ name: 'side', image: 'side:1', resources: { limits }, securityContext }] } },
  'an init container': { pod: { initContainers: [{ name: 'first', image: 'first:1', resources: { limits }, securityContext }] } },
  'a volume': { pod: { volumes: [{ name: 'extra', emptyDir: {} }] } },
  'labels of pods': { pod: { labels: { team: 'orders' } } },
  'annotations of pods': { pod: { annotations: { owner: 'orders' } } },
  'a further volume of each broker': { storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '5Gi' }] } },
  'no volumes': { storage: { ephemeral: true } },
  'how pods keep apart': { scheduling: { nodeSpread: RabbitMQSpread.REQUIRED } },
  'where pods run': { scheduling: { nodeSelector: { pool: 'brokers' } } },
  priority: { scheduling: { priorityClassName: 'high' } },
  probes: { probes: { startupTimeout: Duration.minutes(20) } },
  shutdown: { shutdown: { quorumTimeout: Duration.minutes(10) } },
  'the first pod\'s number': { ordinalStart: 1 },
};

describe('pods', () => {
  const base = synthCluster();

  test.each(Object.entries(STAYS))('stay with a change of %s', (_what, props) => {
    expect(podTemplate(synthCluster(props))).toEqual(podTemplate(base));
  });

  test.each(Object.entries(ROLLS))('roll with a change of %s', (_what, props) => {
    expect(podTemplate(synthCluster(props))).not.toEqual(podTemplate(base));
  });

  test('roll with another Secret', () => {
    const chart = newChart();
    new RabbitMQCluster(chart, 'Cluster', { credentials: { erlangCookieSecret: Secret.fromSecretName(chart, 'Cookie', 'vault') } });
    expect(podTemplate(synth(chart, { external: { Secret: ['vault'] } }))).not.toEqual(podTemplate(base));
  });

  test('roll with what is added after construction, just as with the prop', () => {
    const cluster = newCluster();
    cluster.addConfig('heartbeat', '30');
    const added = podTemplate(synth(cluster));
    expect(added).toEqual(podTemplate(synthCluster(ROLLS['a raw key'])));
    expect(added).not.toEqual(podTemplate(base));
  });

  test('roll one at a time', () => {
    const { spec } = find(base, 'StatefulSet');
    expect(spec.updateStrategy).toEqual({ type: 'RollingUpdate' });
    expect(spec.podManagementPolicy).toBe('Parallel');
  });

  test('of new replicas are told how many there are, without a roll of the others', () => {
    const hint = 'cluster_formation.target_cluster_size_hint';
    expect(brokerConfiguration(base)[hint]).toBe('3');
    expect(brokerConfiguration(synthCluster({ replicas: 5 }))[hint]).toBe('5');
    expect(brokerConfiguration(synthCluster({ replicas: 0 }))[hint]).toBe('1');
  });

  test('know the configuration that they were started with by its checksum', () => {
    const annotations = podTemplate(base).metadata.annotations;
    expect(annotations).toEqual({ 'cdk8s-rabbitmq/configuration-checksum': expect.stringMatching(/^[0-9a-f]{16}$/) });
  });
});
