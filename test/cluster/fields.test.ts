import { ServiceType } from 'cdk8s-plus-28';
import { RabbitMQBackup, RabbitMQClusterProps, RabbitMQVersion } from '../../lib';
import { Manifest } from '../support/manifest';
import { find, newChart, newCluster, podTemplate, synth } from '../support/synth';

const made = (props: RabbitMQClusterProps, external = {}): Manifest[] => synth(newCluster(props, newChart({ namespace: 'shop' })), { external });

describe('fields of pods', () => {
  const fields = {
    hostAliases: [{ ip: '192.0.2.1', hostnames: ['ldap.example.com'] }],
    dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
    dnsPolicy: 'ClusterFirst',
  };

  test('are those of the brokers and of the pods that serve them', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ pod: fields }, chart);
    new RabbitMQBackup(chart, 'Backup', { cluster });
    const manifests = synth(chart);
    expect(podTemplate(manifests).spec).toMatchObject(fields);
    const templates = manifests.flatMap(({ kind, spec }) => (kind === 'Job' ? [spec.template] : kind === 'CronJob' ? [spec.jobTemplate.spec.template] : []));
    expect(templates.length).toBeGreaterThan(2);
    templates.forEach(({ spec }) => { expect(spec).toMatchObject(fields); });
  });

  test('of auxiliary pods can differ', () => {
    const manifests = made({ pod: fields, auxiliaryPods: { dnsPolicy: 'Default' } });
    expect(manifests.find(({ kind }) => kind === 'Job')!.spec.template.spec).toMatchObject({ hostAliases: fields.hostAliases, dnsPolicy: 'Default' });
  });
});

describe('the ServiceAccount', () => {
  const annotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/rabbitmq' };

  test('has a name and annotations, which Roles and pods follow', () => {
    const manifests = made({ serviceAccount: { name: 'broker', annotations }, annotations: { owner: 'team' } });
    expect(find(manifests, 'ServiceAccount', 'broker').metadata.annotations).toEqual({ owner: 'team', ...annotations });
    expect(podTemplate(manifests).spec).toMatchObject({ serviceAccountName: 'broker', automountServiceAccountToken: false });
    expect(find(manifests, 'RoleBinding', 'rabbitmq-cluster-scaling').subjects).toEqual([{ kind: 'ServiceAccount', name: 'broker' }]);
  });

  test('can be one that exists', () => {
    const manifests = made({ serviceAccount: { name: 'existing', create: false, automountToken: true } }, { ServiceAccount: ['existing'] });
    expect(manifests.filter(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === 'existing')).toEqual([]);
    expect(podTemplate(manifests).spec).toMatchObject({ serviceAccountName: 'existing', automountServiceAccountToken: true });
  });

  test('is refused where it can\'t be', () => {
    expect(() => newCluster({ serviceAccount: { name: 'My_Account' } })).toThrow('serviceAccount.name is "My_Account"');
    expect(() => newCluster({ serviceAccount: { create: false } })).toThrow('serviceAccount.create is false, but serviceAccount.name is missing: set it to the name of the existing ServiceAccount');
    expect(() => newCluster({ serviceAccount: { create: false, name: 'mine', annotations } })).toThrow('annotate ServiceAccount "mine" where it is created');
  });
});

describe('the client Service', () => {
  test('has fixed node ports by the names of its ports', () => {
    const { ports } = find(made({ service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 30_672 } }, acknowledgedWarnings: ['plain-ports-outside', 'metrics-outside'] }), 'Service', 'rabbitmq-cluster').spec;
    expect(ports.map(({ name, nodePort }: any) => [name, nodePort])).toEqual([['amqp', 30_672], ['management', undefined], ['prometheus', undefined]]);
  });

  test('prefers close brokers', () => {
    expect(find(made({ service: { trafficDistribution: 'PreferClose' } }), 'Service', 'rabbitmq-cluster').spec.trafficDistribution).toBe('PreferClose');
  });
});

test('the label part-of can be replaced, for all objects of the cluster and its pods; others can\'t', () => {
  const manifests = made({ labels: { 'app.kubernetes.io/part-of': 'shop' } });
  for (const { metadata } of [find(manifests, 'StatefulSet'), find(manifests, 'Service', 'rabbitmq-cluster'), podTemplate(manifests)]) {
    expect(metadata.labels['app.kubernetes.io/part-of']).toBe('shop');
  }
  expect(find(manifests, 'StatefulSet').spec.selector.matchLabels).not.toHaveProperty(['app.kubernetes.io/part-of']);
  expect(() => newCluster({ labels: { 'app.kubernetes.io/name': 'shop' } })).toThrow('labels has "app.kubernetes.io/name"');
});

describe('claims', () => {
  const [data, wal] = find(made({
    ipv6: true,
    storage: {
      labels: { tenant: 'acme' }, annotations: { 'backup.example.com/skip': 'true' }, selector: { matchLabels: { pool: 'messaging' } },
      dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'before' },
      additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi', annotations: { fast: 'true' }, dataSourceRef: { apiGroup: 'example.com', kind: 'Source', name: 'a', namespace: 'b' } }],
    },
  }), 'StatefulSet').spec.volumeClaimTemplates;

  test('have labels, annotations, a selector and a source', () => {
    expect(data.metadata.labels).toMatchObject({ tenant: 'acme', app: 'rabbitmq' });
    expect(data.metadata.annotations).toEqual({ 'backup.example.com/skip': 'true', 'cdk8s-rabbitmq/inter-node-ipv6': 'true' });
    expect(data.spec).toMatchObject({ selector: { matchLabels: { pool: 'messaging' } }, dataSource: { kind: 'VolumeSnapshot', name: 'before' } });
  });

  test('of further volumes have their own', () => {
    expect(wal.metadata.labels).not.toHaveProperty('tenant');
    expect(wal.metadata.annotations).toEqual({ fast: 'true' });
    expect(wal.spec).toMatchObject({ dataSourceRef: { kind: 'Source', namespace: 'b' } });
    expect(wal.spec).not.toHaveProperty('selector');
  });
});

test('the token is mounted where peer discovery asks the API server', () => {
  expect(podTemplate(made({ version: RabbitMQVersion.of('3.13'), acknowledgedWarnings: ['version-unsupported'] })).spec.automountServiceAccountToken).toBe(true);
});
