import { ImagePullPolicy, k8s, Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQClusterProps, RabbitMQImage } from '../../../lib';
import { brokerContainer, find, newChart, podTemplate, synth, synthCluster } from '../../support/synth';

const podWith = (props: RabbitMQClusterProps): any => podTemplate(synthCluster(props)).spec;
const securityContext = { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ['ALL'] } };
const side: k8s.Container = { name: 'side', image: 'side:1', securityContext };

describe('a broker\'s pod', () => {
  test('copies what the broker must own before the broker starts', () => {
    const [setup] = podWith({}).initContainers;
    expect(setup.command[2]).toContain('chmod 600 /var/lib/rabbitmq/.erlang.cookie');
    expect(setup.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/var/lib/rabbitmq', '/etc/rabbitmq-cluster', '/run/secrets/erlang-cookie']);
  });

  test('gives the cookie to the container that copies it and to no other', () => {
    const { initContainers, containers } = podWith({ pod: { sidecars: [side], initContainers: [{ ...side, name: 'first' }] } });
    const holders = [...initContainers, ...containers].filter(({ volumeMounts }) => volumeMounts?.some(({ name }: any) => name === 'erlang-cookie'));
    expect(holders.map(({ name }) => name)).toEqual(['setup']);
  });

  test('leaves the image\'s own configuration folder alone but for conf.d', () => {
    const paths: string[] = brokerContainer(synthCluster()).volumeMounts.map(({ mountPath }: any) => mountPath);
    expect(paths).toContain('/etc/rabbitmq/conf.d');
    expect(paths).not.toContain('/etc/rabbitmq');
  });

  test('gives conf.d files of configuration only, and each of them', () => {
    const { volumes } = podWith({});
    const manifests = synthCluster();
    const files = Object.keys(find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data).filter(file => file.endsWith('.conf'));
    expect(volumes.find(({ name }: any) => name === 'conf').configMap.items.map(({ key }: any) => key)).toEqual(files);
  });

  test('has a place to write, though its image can\'t be written', () => {
    const broker = brokerContainer(synthCluster());
    expect(broker.securityContext.readOnlyRootFilesystem).toBe(true);
    expect(broker.volumeMounts.filter(({ readOnly }: any) => !readOnly).map(({ mountPath }: any) => mountPath))
      .toEqual(expect.arrayContaining(['/var/lib/rabbitmq', '/var/lib/rabbitmq/mnesia', '/tmp', '/var/log/rabbitmq']));
  });

  test('is named by its place in the cluster, with variables that are set before they are used', () => {
    const { env } = brokerContainer(synthCluster());
    const names: string[] = env.map(({ name }: any) => name);
    expect(env.find(({ name }: any) => name === 'RABBITMQ_USE_LONGNAME').value).toBe('true');
    env.forEach(({ value }: any, index: number) => {
      for (const [, used] of (value ?? '').matchAll(/\$\((\w+)\)/g)) {
        expect(names.slice(0, index)).toContain(used);
      }
    });
  });

  test('isn\'t told of every Service of its namespace', () => {
    expect(podWith({}).enableServiceLinks).toBe(false);
  });

  test('pulls its image as it is asked to, with the Secrets for that', () => {
    const chart = newChart();
    new RabbitMQCluster(chart, 'Cluster', {
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      imagePullSecrets: [Secret.fromSecretName(chart, 'Registry', 'registry')],
    });
    const { imagePullSecrets, initContainers, containers } = podTemplate(synth(chart, { external: { Secret: ['registry'] } })).spec;
    expect(imagePullSecrets).toEqual([{ name: 'registry' }]);
    expect([...initContainers, ...containers].map(({ imagePullPolicy }) => imagePullPolicy)).toEqual(['Always', 'Always']);
  });

  test('pulls an image that is there already no more', () => {
    const { imagePullSecrets, containers } = podWith({});
    expect(imagePullSecrets).toBeUndefined();
    expect(containers[0].imagePullPolicy).toBe('IfNotPresent');
  });

  test('runs as the user of its image', () => {
    expect(podWith({}).securityContext).toMatchObject({ runAsUser: 999, runAsGroup: 999, fsGroup: 999 });
    expect(podWith({ image: RabbitMQImage.official({ alpine: true }) }).securityContext)
      .toMatchObject({ runAsUser: 100, runAsGroup: 101, fsGroup: 101 });
    expect(podWith({ image: RabbitMQImage.fromReference('broker:4.3.6', { user: 1001, group: 1002 }) }).securityContext)
      .toMatchObject({ runAsUser: 1001, runAsGroup: 1002, fsGroup: 1002 });
  });

  test('has what it is given beside a broker', () => {
    const manifests = synthCluster({ pod: {
      labels: { team: 'orders' },
      annotations: { 'example.com/inject': 'false' },
      env: [{ name: 'TZ', value: 'UTC' }],
      sidecars: [side],
      initContainers: [{ ...side, name: 'first' }],
      volumes: [{ name: 'extra', emptyDir: {} }],
      volumeMounts: [{ name: 'extra', mountPath: '/extra' }],
    } });
    const { metadata, spec } = podTemplate(manifests);
    expect(metadata.labels).toMatchObject({ team: 'orders', app: 'rabbitmq' });
    expect(metadata.annotations).toMatchObject({ 'example.com/inject': 'false' });
    expect(spec.initContainers.map(({ name }: any) => name)).toEqual(['setup', 'first']);
    expect(spec.containers.map(({ name }: any) => name)).toEqual(['rabbitmq', 'side']);
    expect(spec.volumes).toContainEqual({ name: 'extra', emptyDir: {} });
    expect(brokerContainer(manifests).env).toContainEqual({ name: 'TZ', value: 'UTC' });
    expect(brokerContainer(manifests).volumeMounts).toContainEqual({ name: 'extra', mountPath: '/extra' });
  });

  test('writes rabbitmq-env.conf without the returns and the mark of Windows, which a shell reads as part of values', () => {
    const manifests = synthCluster({ configuration: { envConfig: '\uFEFFERL_MAX_PORTS=65536\r\nX=1\r\n' } });
    expect(find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data['rabbitmq-env.conf']).toBe('ERL_MAX_PORTS=65536\nX=1\n');
  });

  test('reads advanced.config and rabbitmq-env.conf where they are given, and not where they aren\'t', () => {
    const manifests = synthCluster({ configuration: { advancedConfig: '[{rabbit, []}].\n', envConfig: 'ERL_MAX_PORTS=65536\n' } });
    expect(find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data).toMatchObject({
      'advanced.config': '[{rabbit, []}].\n',
      'rabbitmq-env.conf': 'ERL_MAX_PORTS=65536\n',
    });
    expect(brokerContainer(manifests).env).toEqual(expect.arrayContaining([
      { name: 'RABBITMQ_ADVANCED_CONFIG_FILE', value: '/etc/rabbitmq-cluster/advanced.config' },
      { name: 'RABBITMQ_CONF_ENV_FILE', value: '/etc/rabbitmq-cluster/rabbitmq-env.conf' },
    ]));
    expect(brokerContainer(synthCluster()).env.map(({ name }: any) => name)).not.toEqual(expect.arrayContaining(['RABBITMQ_ADVANCED_CONFIG_FILE']));
    expect(brokerContainer(synthCluster()).env.map(({ name }: any) => name)).not.toEqual(expect.arrayContaining(['RABBITMQ_CONF_ENV_FILE']));
  });

  test('switches on plugins of all kinds, each once and in order', () => {
    const manifests = synthCluster({ plugins: ['rabbitmq_shovel', 'rabbitmq_management'], communityPlugins: ['rabbitmq_delayed_message_exchange'] });
    expect(find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data.enabled_plugins)
      .toBe('[rabbitmq_delayed_message_exchange,rabbitmq_management,rabbitmq_peer_discovery_k8s,rabbitmq_prometheus,rabbitmq_shovel].\n');
  });
});
