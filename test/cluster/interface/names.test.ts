import { RabbitMQCluster, RabbitMQVersion } from '../../../lib';
import { selects } from '../../support/manifest';
import { find, newChart, newCluster, podTemplate, synth, synthCluster } from '../../support/synth';

const withoutHash = (name: string): string => name.replace(/-(init|programs)-[0-9a-f]+$/, '-$1-#');

describe('names', () => {
  test('of objects are frozen: another one is another, empty cluster', () => {
    const manifests = synthCluster({ version: RabbitMQVersion.V4_0 });
    expect(manifests.map(({ kind, metadata }) => `${kind} ${withoutHash(metadata.name)}`).sort()).toEqual([
      'ConfigMap rabbitmq-cluster-config',
      'ConfigMap rabbitmq-cluster-init',
      'ConfigMap rabbitmq-cluster-programs-#',
      'ConfigMap rabbitmq-cluster-tools-programs-#',
      'Job rabbitmq-cluster-init-#',
      'NetworkPolicy rabbitmq-cluster',
      'NetworkPolicy rabbitmq-cluster-init',
      'PodDisruptionBudget rabbitmq-cluster',
      'Role rabbitmq-cluster-init',
      'Role rabbitmq-cluster-peer-discovery',
      'Role rabbitmq-cluster-scaling',
      'RoleBinding rabbitmq-cluster-init',
      'RoleBinding rabbitmq-cluster-peer-discovery',
      'RoleBinding rabbitmq-cluster-scaling',
      'Service rabbitmq-cluster',
      'Service rabbitmq-cluster-nodes',
      'ServiceAccount rabbitmq-cluster',
      'ServiceAccount rabbitmq-cluster-init',
      'StatefulSet rabbitmq-cluster',
    ]);
  });

  test('of what pods are made of are frozen', () => {
    const { spec } = find(synthCluster(), 'StatefulSet');
    const { containers, initContainers, volumes } = spec.template.spec;
    expect(spec.volumeClaimTemplates.map(({ metadata }: any) => metadata.name)).toEqual(['rabbitmq-data']);
    expect([...initContainers, ...containers].map(({ name }: any) => name)).toEqual(['setup', 'rabbitmq']);
    expect(volumes.map(({ name }: any) => name)).toEqual(['home', 'logs', 'tmp', 'conf', 'configuration', 'programs', 'erlang-cookie', 'broker-secrets', 'scaling-token']);
    expect(containers[0].env.find(({ name }: any) => name === 'RABBITMQ_NODENAME').value).toBe('rabbit@$(POD_NAME).rabbitmq-cluster-nodes.$(POD_NAMESPACE)');
  });

  test('of Secrets are frozen', () => {
    const cluster = newCluster();
    expect(cluster.credentialsSecret.name).toBe('rabbitmq-cluster-credentials');
    expect(cluster.erlangCookieSecret.name).toBe('rabbitmq-cluster-erlang-cookie');
  });

  test('of constructs are frozen, as users patch objects by their paths', () => {
    const cluster = newCluster({ version: RabbitMQVersion.V4_0 });
    expect(cluster.node.findAll().map(({ node }) => node.path).sort()).toEqual([
      'test/Cluster',
      'test/Cluster/Bootstrap',
      'test/Cluster/Bootstrap/ConfigMap',
      'test/Cluster/Bootstrap/Job',
      'test/Cluster/Bootstrap/NetworkPolicy',
      'test/Cluster/Bootstrap/Role',
      'test/Cluster/Bootstrap/RoleBinding',
      'test/Cluster/Bootstrap/ServiceAccount',
      'test/Cluster/Configuration',
      'test/Cluster/Credentials',
      'test/Cluster/DisruptionBudget',
      'test/Cluster/ErlangCookie',
      'test/Cluster/NetworkPolicy',
      'test/Cluster/NodesService',
      'test/Cluster/PeerDiscoveryRole',
      'test/Cluster/PeerDiscoveryRoleBinding',
      'test/Cluster/Programs',
      'test/Cluster/Resource',
      'test/Cluster/ScalingRole',
      'test/Cluster/ScalingRoleBinding',
      'test/Cluster/Service',
      'test/Cluster/ServiceAccount',
      'test/Cluster/Tools',
    ]);
    expect(cluster.node.defaultChild).toBe(cluster.statefulSet);
    synth(cluster);
  });

  test('all come from the cluster\'s own', () => {
    for (const { metadata } of synthCluster({ name: 'orders', version: RabbitMQVersion.V4_0 })) {
      expect(metadata.name).toMatch(/^orders(-|$)/);
    }
  });

  test('of 52 characters fit, with what Kubernetes adds to them', () => {
    const name = 'a'.repeat(52);
    const manifests = synthCluster({ name, version: RabbitMQVersion.V4_0 });
    const job = find(manifests, 'Job').metadata.name;
    // labels of pods: job-name, controller-revision-hash, statefulset.kubernetes.io/pod-name
    for (const label of [job, `${name}-${'0'.repeat(10)}`, `${name}-9999`]) {
      expect(label.length).toBeLessThanOrEqual(63);
    }
  });

  test.each([
    ['a'.repeat(53), /has 53 characters: at most 52 are allowed/],
    ['', /is not a valid cluster name/],
    ['Rabbit', /is not a valid cluster name/],
    ['rabbit.mq', /is not a valid cluster name/],
    ['rabbit_mq', /is not a valid cluster name/],
    ['-rabbit', /is not a valid cluster name/],
    ['rabbit-', /is not a valid cluster name/],
    ['1rabbit', /is not a valid cluster name/],
    ['rabbit\n', /is not a valid cluster name/],
  ])('fail where Kubernetes or Erlang couldn\'t take them: %j', (name, message) => {
    expect(() => newCluster({ name })).toThrow(message);
  });

  test('of one letter are enough', () => {
    expect(newCluster({ name: 'r' }).clusterName).toBe('r');
  });

  test('of two clusters in a chart don\'t clash', () => {
    const chart = newChart();
    new RabbitMQCluster(chart, 'One', { name: 'one' });
    new RabbitMQCluster(chart, 'Two', { name: 'two' });
    expect(synth(chart).filter(({ kind }) => kind === 'StatefulSet')).toHaveLength(2);
  });
});

describe('labels', () => {
  const manifests = synthCluster({ labels: { team: 'orders' } });

  test('are on every object', () => {
    for (const { metadata } of manifests) {
      expect(metadata.labels).toMatchObject({
        cluster: 'rabbitmq-cluster',
        'app.kubernetes.io/name': 'rabbitmq',
        'app.kubernetes.io/instance': 'rabbitmq-cluster',
        'app.kubernetes.io/version': '4.3.6',
        'app.kubernetes.io/part-of': 'rabbitmq',
        'app.kubernetes.io/managed-by': 'cdk8s',
      });
    }
  });

  test('of the runbook select the brokers\' pods and not those of the bootstrap', () => {
    const runbook = { matchLabels: { app: 'rabbitmq', cluster: 'rabbitmq-cluster' } };
    expect(selects(runbook, podTemplate(manifests).metadata.labels)).toBe(true);
    expect(selects(runbook, find(manifests, 'Job').spec.template.metadata.labels)).toBe(false);
  });

  test('in selectors are few and stable', () => {
    const stable = { app: 'rabbitmq', cluster: 'rabbitmq-cluster', 'app.kubernetes.io/component': 'broker' };
    expect(find(manifests, 'StatefulSet').spec.selector).toEqual({ matchLabels: stable });
    expect(find(manifests, 'StatefulSet').spec.volumeClaimTemplates[0].metadata.labels).toEqual(stable);
    expect(find(manifests, 'Service', 'rabbitmq-cluster').spec.selector).toEqual(stable);
    expect(find(manifests, 'Service', 'rabbitmq-cluster-nodes').spec.selector).toEqual(stable);
    expect(find(manifests, 'PodDisruptionBudget').spec.selector).toEqual({ matchLabels: stable });
  });

  test('of one\'s own are on every object', () => {
    for (const { kind, metadata } of manifests) {
      expect(`${kind}: ${metadata.labels!.team}`).toBe(`${kind}: orders`);
    }
  });

  test('and annotations of one\'s own are on every object, and not on pods', () => {
    const annotated = synthCluster({ annotations: { owner: 'orders' }, labels: { team: 'orders' } });
    for (const { kind, metadata } of annotated) {
      expect(`${kind}: ${metadata.annotations?.owner}`).toBe(`${kind}: orders`);
    }
    expect(podTemplate(annotated).metadata.annotations).not.toHaveProperty('owner');
    expect(podTemplate(annotated).metadata.labels).not.toHaveProperty('team');
  });
});
