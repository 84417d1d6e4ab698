import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQClusterProps, RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { readEscript } from '../../../lib/rabbitmq/programs';
import { Manifest, selects } from '../../support/manifest';
import { find, newChart, newCluster, podTemplate, synth, synthCluster } from '../../support/synth';

const PROGRAM = readEscript('bootstrap')['bootstrap.escript'];

const OBJECT = 'rabbitmq-cluster-init';

describe('the bootstrap', () => {
  const manifests = synthCluster();
  const job = find(manifests, 'Job');
  const [container] = job.spec.template.spec.containers;

  test('has one right: to create Secrets', () => {
    expect(find(manifests, 'Role', OBJECT).rules).toEqual([{ apiGroups: [''], resources: ['secrets'], verbs: ['create'] }]);
    expect(find(manifests, 'RoleBinding', OBJECT)).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: OBJECT },
      subjects: [{ kind: 'ServiceAccount', name: OBJECT }],
    });
  });

  test('has its right to itself: its account is nobody else\'s, and its token is in its own pod only', () => {
    expect(job.spec.template.spec).toMatchObject({ serviceAccountName: OBJECT, automountServiceAccountToken: false });
    expect(job.spec.template.spec.volumes.find(({ name }: any) => name === 'token').projected.sources[0]).toEqual({ serviceAccountToken: { path: 'token', expirationSeconds: 600 } });
    expect(find(manifests, 'ServiceAccount', OBJECT).automountServiceAccountToken).toBe(false);
    expect(podTemplate(manifests).spec).toMatchObject({ serviceAccountName: 'rabbitmq-cluster', automountServiceAccountToken: false });
  });

  test('runs the program on the manifest of each Secret, in an image that is needed anyway', () => {
    const { data } = find(manifests, 'ConfigMap', OBJECT);
    expect(container.command).toEqual(['escript', '/programs/bootstrap.escript', '/bootstrap/credentials.json', '/bootstrap/erlang-cookie.json']);
    expect(container.command.slice(2).map((path: string) => path.replace('/bootstrap/', ''))).toEqual(Object.keys(data));
    expect(container.image).toBe(podTemplate(manifests).spec.containers[0].image);
  });

  test('is tried again and stays when it is done, as its return would be a new Job at each apply', () => {
    expect(job.spec).toMatchObject({ activeDeadlineSeconds: 3600, backoffLimit: 10, template: { spec: { restartPolicy: 'OnFailure' } } });
    expect(job.spec).not.toHaveProperty('ttlSecondsAfterFinished');
  });

  test('has a program without a secret in it, which creates and never overwrites', () => {
    const { name } = job.spec.template.spec.volumes.find((volume: any) => volume.name === 'programs').configMap;
    expect(find(manifests, 'ConfigMap', name).data['bootstrap.escript']).toBe(PROGRAM);
    expect(PROGRAM).toContain('crypto:strong_rand_bytes(Bytes)');
    expect(PROGRAM).toContain('httpc:request(post,');
    expect(PROGRAM).not.toMatch(/httpc:request\((?:put|patch|delete)/);
    expect(PROGRAM).toContain('{ssl, Ssl}');
    expect(readEscript('bootstrap')['https.hrl']).toContain('{verify, verify_peer}');
    expect(PROGRAM).not.toMatch(/verify_none|"password"|"cookie"/);
  });

  test('prints names and never what it made', () => {
    const printed = PROGRAM.split('\n').filter(line => /io:format|io_lib:format/.test(line));
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter(line => /Random|Filled|fill\(|Headers/.test(line))).toEqual([]);
  });

  test('is selected by no selector of the brokers', () => {
    const { labels } = job.spec.template.metadata;
    expect(labels.app).toBe('rabbitmq-bootstrap');
    for (const service of manifests.filter(({ kind }) => kind === 'Service')) {
      expect(selects({ matchLabels: service.spec.selector }, labels)).toBe(false);
    }
  });

  test('runs where the brokers run', () => {
    const chart = newChart();
    new RabbitMQCluster(chart, 'Cluster', {
      image: RabbitMQImage.fromReference('registry.example.com/rabbitmq:4.3.6-alpine'),
      imagePullSecrets: [Secret.fromSecretName(chart, 'Registry', 'registry')],
      scheduling: { nodeSelector: { pool: 'brokers' }, tolerations: [{ key: 'brokers', operator: 'Exists' }], priorityClassName: 'high' },
    });
    expect(find(synth(chart, { external: { Secret: ['registry'] } }), 'Job').spec.template.spec).toMatchObject({
      imagePullSecrets: [{ name: 'registry' }],
      nodeSelector: { pool: 'brokers' },
      tolerations: [{ key: 'brokers', operator: 'Exists' }],
      priorityClassName: 'high',
      securityContext: { runAsUser: 100, runAsGroup: 101 },
      containers: [{ image: 'registry.example.com/rabbitmq:4.3.6-alpine' }],
    });
  });

  test('tells applications of the port that brokers listen on', () => {
    const { data } = find(synthCluster({ configuration: { raw: { 'listeners.tcp.default': '5673' } } }), 'ConfigMap', OBJECT);
    expect(JSON.parse(data['credentials.json']).stringData).toMatchObject({ port: '5673', uri: expect.stringMatching(/:5673$/) });
  });

  test('tells applications of a port that is set after construction', () => {
    const cluster = newCluster();
    cluster.addConfig('listeners.tcp.default', '5673');
    const { data } = find(synth(cluster), 'ConfigMap', OBJECT);
    expect(JSON.parse(data['credentials.json']).stringData).toMatchObject({ port: '5673', uri: expect.stringMatching(/:5673$/) });
  });
});

describe('the name of the Job', () => {
  const base = find(synthCluster(), 'Job');
  const withoutName = ({ spec }: Manifest): unknown => spec.template;

  const CHANGES: readonly [string, RabbitMQClusterProps, 'changes' | 'stays'][] = [
    ['the version', { version: RabbitMQVersion.of('4.3.5') }, 'changes'],
    ['the image', { image: RabbitMQImage.official({ registry: 'registry.example.com' }) }, 'changes'],
    ['the nodes that it may run on', { scheduling: { nodeSelector: { pool: 'brokers' } } }, 'changes'],
    ['the priority', { scheduling: { priorityClassName: 'high' } }, 'changes'],
    ['nothing', {}, 'stays'],
    ['replicas', { replicas: 5 }, 'stays'],
    ['resources of brokers', { resources: { memoryLimit: '4Gi' } }, 'stays'],
    ['storage', { storage: { size: '20Gi' } }, 'stays'],
    ['configuration', { configuration: { raw: { heartbeat: '30' } } }, 'stays'],
    ['a plugin', { plugins: ['rabbitmq_shovel'] }, 'stays'],
    ['the port', { configuration: { raw: { 'listeners.tcp.default': '5673' } } }, 'stays'],
    ['the user\'s name', { credentials: { username: 'orders' } }, 'stays'],
    ['annotations of objects', { annotations: { owner: 'orders' } }, 'stays'],
    ['spread', { scheduling: { zones: 2 } }, 'stays'],
    ['environment of brokers', { pod: { env: [{ name: 'TZ', value: 'UTC' }] } }, 'stays'],
  ];

  test.each(CHANGES)('with another %s: as the template does', (_what, props, outcome) => {
    const job = find(synthCluster(props), 'Job');
    expect(job.metadata.name !== base.metadata.name ? 'changes' : 'stays').toBe(outcome);
    expect(JSON.stringify(withoutName(job)) !== JSON.stringify(withoutName(base)) ? 'changes' : 'stays').toBe(outcome);
  });

  test('changes with the Secrets that are to be made', () => {
    const chart = newChart();
    new RabbitMQCluster(chart, 'Cluster', { credentials: { secret: Secret.fromSecretName(chart, 'User', 'vault-user') } });
    const job = find(synth(chart, { external: { Secret: ['vault-user'] } }), 'Job');
    expect(job.metadata.name).not.toBe(base.metadata.name);
    expect(withoutName(job)).not.toEqual(withoutName(base));
  });

  test('is the cluster\'s with five hexadecimal digits', () => {
    expect(base.metadata.name).toMatch(/^rabbitmq-cluster-init-[0-9a-f]{5}$/);
  });
});
