import { RabbitMQImage, RabbitMQVersion } from '../../lib';
import { findKey } from '../../lib/configuration/keys/key-table';
import { Manifest } from '../support/manifest';
import { brokerConfiguration, brokerContainer, find, newCluster, podTemplate, synthCluster } from '../support/synth';

const { V3_10, V3_11, V3_12, V3_13, V4_0, V4_1, V4_2, V4_3 } = RabbitMQVersion;
const ALL = [V3_10, V3_11, V3_12, V3_13, V4_0, V4_1, V4_2, V4_3];
const ASKING = [V3_10, V3_11, V3_12, V3_13, V4_0];
const COUNTING = [V4_1, V4_2, V4_3];

const synthesized = new Map<RabbitMQVersion, Manifest[]>(ALL.map(version => [version, synthCluster({ version })]));
const manifestsOf = (version: RabbitMQVersion): Manifest[] => synthesized.get(version)!;
const preStopOf = (version: RabbitMQVersion): string => brokerContainer(manifestsOf(version)).lifecycle.preStop.exec.command.join(' ');

describe.each(ALL)('a cluster of %s', (version) => {
  test('runs its official image, everywhere the same', () => {
    const images = [podTemplate(manifestsOf(version)), find(manifestsOf(version), 'Job').spec.template]
      .flatMap(({ spec }) => [...(spec.initContainers ?? []), ...spec.containers])
      .map(({ image }) => image);
    expect(new Set(images)).toEqual(new Set([`rabbitmq:${version.version}-management`]));
    expect(find(manifestsOf(version), 'StatefulSet').metadata.labels).toHaveProperty(['app.kubernetes.io/version'], version.version);
  });

  test('has only configuration keys that the release knows', () => {
    const unknown = Object.keys(brokerConfiguration(manifestsOf(version)))
      .filter(key => !findKey(key, version.version));
    expect(unknown).toEqual([]);
  });

  test('finds its peers by a plugin that is switched on', () => {
    expect(brokerConfiguration(manifestsOf(version))).toHaveProperty(['cluster_formation.peer_discovery_backend'], 'k8s');
    expect(find(manifestsOf(version), 'ConfigMap', 'rabbitmq-cluster-config').data.enabled_plugins)
      .toBe('[rabbitmq_management,rabbitmq_peer_discovery_k8s,rabbitmq_prometheus].\n');
  });
});

describe.each(ASKING)('nodes of %s ask the API server for their peers', (version) => {
  test('with the keys for that', () => {
    expect(brokerConfiguration(manifestsOf(version))).toMatchObject({
      'cluster_formation.k8s.address_type': 'hostname',
      'cluster_formation.k8s.service_name': 'rabbitmq-cluster-nodes',
      'cluster_formation.k8s.host': 'kubernetes.default.svc',
    });
    expect(brokerContainer(manifestsOf(version)).env).toContainEqual({ name: 'K8S_HOSTNAME_SUFFIX', value: '.rabbitmq-cluster-nodes.$(POD_NAMESPACE)' });
  });

  test('with a token, and the rights to read the endpoints of one Service and to write events', () => {
    expect(podTemplate(manifestsOf(version)).spec.automountServiceAccountToken).toBe(true);
    expect(find(manifestsOf(version), 'Role', 'rabbitmq-cluster-peer-discovery').rules).toEqual([
      { apiGroups: [''], resources: ['endpoints'], resourceNames: ['rabbitmq-cluster-nodes'], verbs: ['get'] },
      { apiGroups: [''], resources: ['events'], verbs: ['create'] },
    ]);
    expect(find(manifestsOf(version), 'RoleBinding', 'rabbitmq-cluster-peer-discovery')).toMatchObject({
      roleRef: { kind: 'Role', name: 'rabbitmq-cluster-peer-discovery' },
      subjects: [{ kind: 'ServiceAccount', name: podTemplate(manifestsOf(version)).spec.serviceAccountName }],
    });
  });

  test('and pause where they are in a minority', () => {
    expect(brokerConfiguration(manifestsOf(version))).toHaveProperty('cluster_partition_handling', 'pause_minority');
  });
});

describe.each(COUNTING)('nodes of %s know their peers by their ordinals', (version) => {
  test('without a key for the API server', () => {
    const keys = Object.keys(brokerConfiguration(manifestsOf(version)));
    expect(keys.filter(key => key.startsWith('cluster_formation.k8s.'))).toEqual([]);
    expect(brokerContainer(manifestsOf(version)).env.map(({ name }: any) => name)).not.toContain('K8S_HOSTNAME_SUFFIX');
  });

  test('without a token or rights but those of scaling', () => {
    expect(podTemplate(manifestsOf(version)).spec.automountServiceAccountToken).toBe(false);
    expect(find(manifestsOf(version), 'ServiceAccount', 'rabbitmq-cluster').automountServiceAccountToken).toBe(false);
    expect(manifestsOf(version).filter(({ kind, metadata }) => kind.startsWith('Role') && !/-(init|scaling)$/.test(metadata.name))).toEqual([]);
  });
});

describe('a key that came or went', () => {
  test.each([
    ['default_queue_type', [V3_12, V3_13, V4_0, V4_1, V4_2, V4_3]],
    ['anonymous_login_user', [V4_0, V4_1, V4_2, V4_3]],
    ['queue_leader_locator', ALL],
    ['raft.adaptive_failure_detector.poll_interval', ALL],
    ['total_memory_available_override_value', ALL],
  ])('%s is set where it is known', (key, versions) => {
    expect(ALL.filter(version => key in brokerConfiguration(manifestsOf(version)))).toEqual(versions);
  });

  test('cluster_partition_handling has no effect where there is Khepri only', () => {
    expect(ALL.filter(version => 'cluster_partition_handling' in brokerConfiguration(manifestsOf(version)))).not.toContain(V4_3);
  });

  test('cluster_partition_handling is set for every series that still starts with Mnesia', () => {
    for (const version of ALL.filter(({ usesKhepri }) => !usesKhepri)) {
      expect(`${version.series}: ${brokerConfiguration(manifestsOf(version)).cluster_partition_handling}`).toBe(`${version.series}: pause_minority`);
    }
  });
});

describe('the command that stops a broker', () => {
  test.each([V3_10, V3_11])('asks %s for its members by the function that it has', (version) => {
    expect(preStopOf(version)).toContain('rabbit_nodes:all()');
    expect(preStopOf(version)).not.toContain('list_members');
  });

  test.each([V3_12, V3_13, V4_0, V4_1, V4_2, V4_3])('asks %s for its members by the function that it has', (version) => {
    expect(preStopOf(version)).toContain('rabbit_nodes:list_members()');
    expect(preStopOf(version)).not.toContain('rabbit_nodes:all()');
  });
});

describe('the version', () => {
  test('is the newest, unless told otherwise', () => {
    expect(newCluster().version.version).toBe('4.3.6');
    expect(brokerContainer(synthCluster()).image).toBe('rabbitmq:4.3.6-management');
  });

  test('is that of the image', () => {
    const image = RabbitMQImage.fromReference('registry.example.com/rabbitmq:4.0.3');
    const manifests = synthCluster({ image });
    expect(newCluster({ image }).version.version).toBe('4.0.3');
    expect(brokerContainer(manifests).image).toBe('registry.example.com/rabbitmq:4.0.3');
    expect(podTemplate(manifests).spec.automountServiceAccountToken).toBe(true);
  });

  test('can\'t be another one than the image\'s', () => {
    expect(() => newCluster({ image: RabbitMQImage.fromReference('rabbitmq:4.2.3'), version: V4_3 }))
      .toThrow('version is 4.3.6, but image "rabbitmq:4.2.3" has 4.2.3. Remove one of them, or make them agree');
  });

  test('can be said beside an image that agrees', () => {
    expect(newCluster({ image: RabbitMQImage.official({ version: V4_2 }), version: V4_2 }).version).toBe(V4_2);
  });

  test('decides with a series alone as with its first release', () => {
    const manifests = synthCluster({ version: RabbitMQVersion.of('4.1') });
    expect(brokerContainer(manifests).image).toBe('rabbitmq:4.1-management');
    expect(podTemplate(manifests).spec.automountServiceAccountToken).toBe(false);
  });
});

describe('the first pod\'s number', () => {
  test.each(COUNTING)('configures peer discovery of %s', (version) => {
    const manifests = synthCluster({ version, ordinalStart: 5 });
    expect(find(manifests, 'StatefulSet').spec.ordinals).toEqual({ start: 5 });
    expect(brokerConfiguration(manifests)).toHaveProperty(['cluster_formation.k8s.ordinal_start'], '5');
  });

  test.each(ASKING)('is nothing to the nodes of %s', (version) => {
    const manifests = synthCluster({ version, ordinalStart: 5 });
    expect(find(manifests, 'StatefulSet').spec.ordinals).toEqual({ start: 5 });
    expect(brokerConfiguration(manifests)).not.toHaveProperty(['cluster_formation.k8s.ordinal_start']);
  });

  test('isn\'t written where it is 0', () => {
    expect(find(manifestsOf(V4_3), 'StatefulSet').spec).not.toHaveProperty('ordinals');
  });
});
