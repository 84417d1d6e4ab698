import { CASES, MTLS, OUR_TLS } from './value-cases';
import { withDefaults } from '../../src/chart-values/defaults';
import { DERIVED_KEYS } from '../../../scripts/chart/derived-keys';
import { synthesize } from '../../../scripts/chart/values';
import { UsageError } from '../../src/core/errors';
import { migrateBitnamiValues } from '../../src/migrate/migrate';
import { hasSecret, isSecretVariable } from '../../src/migrate/secret-values';
import { UNSUPPORTED_VALUES } from '../../src/migrate/unsupported-values';
import { VALUE_MAPPINGS } from '../../src/migrate/value-mappings';

/** A map of one key, `a.b` as `{ a: { b } }`. */
function at(path: string, value: unknown): Record<string, unknown> {
  return path.split('.').reverse().reduce<unknown>((below, key) => ({ [key]: below }), value) as Record<string, unknown>;
}

/** What a cluster's users would miss where nothing is said; the tests say it, to see only what they are about. */
const SAID = { replicaCount: 3, auth: { username: 'admin' }, persistence: { size: '10Gi' }, networkPolicy: { enabled: false } };
const OURS = { cluster: { replicaCount: 3 }, credentials: { username: 'admin' }, persistence: { size: '10Gi' }, networkPolicy: { enabled: false } };

function over(first: Record<string, unknown>, second: Record<string, unknown>): Record<string, unknown> {
  const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.entries(second).reduce((all, [key, value]) => {
    const before = all[key];
    return { ...all, [key]: isMap(before) && isMap(value) ? over(before, value) : value };
  }, first);
}

const migrated = (theirs: Record<string, unknown>): ReturnType<typeof migrateBitnamiValues> =>
  migrateBitnamiValues(over(SAID, theirs));

test('there is a case for each key that is carried over', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(VALUE_MAPPINGS).sort());
});

test.each(Object.entries(CASES))('%s is carried over', (key, [theirs, ours, says, beside = {}]) => {
  const { values, notes } = migrated(over(beside, at(key, theirs)));
  expect(values).toEqual(over(OURS, ours));
  if (says === undefined) {
    expect(notes).toEqual([]);
  } else {
    expect(notes.map(({ key: noted, what }) => `${noted}: ${what}`).join('\n')).toMatch(says);
  }
});

describe.each(UNSUPPORTED_VALUES)('$why', ({ keys, why }) => {
  test.each(keys)('%s is named', (key) => {
    const { values, notes } = migrated(at(key, 'sometimes-secret'));
    expect(values).toEqual(OURS);
    expect(notes).toEqual([{ key, what: why }]);
  });
});

test('what is taken for granted there is said here', () => {
  const { values, notes } = migrateBitnamiValues({});
  expect(values).toEqual({ cluster: { replicaCount: 1 }, credentials: { username: 'user' }, persistence: { size: '8Gi' } });
  expect(notes.map(({ key }) => key)).toEqual(['networkPolicy.allowExternal']);
});

test('what nobody changed there isn\'t named', () => {
  const { notes } = migrated({
    livenessProbe: { enabled: true, initialDelaySeconds: 120 }, clustering: { enabled: true, forceBoot: false }, ldap: { enabled: false, port: '389', tls: { verify: 'verify_peer' } },
    containerSecurityContext: { enabled: true, capabilities: { drop: ['ALL'] } }, service: { ports: { amqp: 5672 } }, initScripts: {}, extraDeploy: [], hostPorts: { amqp: '' },
  });
  expect(notes).toEqual([]);
  const changed = migrated({
    livenessProbe: { enabled: true, initialDelaySeconds: 121 },
    clustering: { enabled: false },
    service: { ports: { amqp: 5673 } },
  });
  expect(changed.notes.map(({ key }) => key)).toEqual(['livenessProbe', 'clustering.enabled', 'service.ports']);
});

test('a key that nobody knows is named', () => {
  expect(migrated({ persistance: { size: '1Gi' } }).notes).toEqual([{ key: 'persistance.size', what: expect.stringContaining('no key') }]);
});

test.each([
  [{ image: { tag: '3.13.7-debian-12-r0' } }, 'image.tag', /RabbitMQ 3\.13 is out of support: .* To keep it, set image\.tag to "3\.13\.7-management"$/],
  [{ image: { tag: '3.9.29-debian-12-r0' } }, 'image.tag', /3\.10 to 4\.3/],
  [{ replicaCount: 11 }, 'replicaCount', /1 to 9/],
  [{ resourcesPreset: 'micro' }, 'resourcesPreset', /less than/],
  [{ persistence: { accessModes: ['ReadWriteMany'] } }, 'persistence.accessModes', /of its own/],
  [{ persistence: { storageClass: '-' } }, 'persistence.storageClass', /create a StorageClass/],
  [{ persistence: { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] } }, 'persistence.accessModes', /of its own/],
  [{ topologySpreadConstraints: [{ topologyKey: 'rack', labelSelector: { matchLabels: { app: 'x' } } }] }, 'topologySpreadConstraints', /is replaced/],
  [{ podLabels: { a: '{{ .Release.Name }}' } }, 'podLabels', /template/],
  [{ extraConfiguration: 'heartbeat = {{ .Values.beat }}' }, 'extraConfiguration: heartbeat', /template/],
  [{ configuration: 'heartbeat = {{ .Values.beat }}' }, 'configuration', /lines of yours in configuration/],
  [{ metrics: { serviceMonitor: { interval: 'often' } } }, 'metrics.serviceMonitor.interval', /seconds/],
  [{ resources: { limits: { 'ephemeral-storage': '1Gi' } } }, 'resources: ephemeral-storage', /LimitRange/],
  [{ resources: { requests: { memory: '4Gi' } } }, 'resources', /is the limit too/],
  [{ resources: { requests: { cpu: 1 } } }, 'resources', /have the memory limit of the chart/],
  [{ networkPolicy: { enabled: true, allowExternal: true } }, 'networkPolicy.allowExternal', /rabbitmq-client/],
])('%j is noted', (theirs, key, what) => {
  expect(migrated(theirs).notes).toContainEqual({ key, what: expect.stringMatching(what) });
});

test('a closed network stays closed', () => {
  const theirs = { enabled: true, allowExternal: false, ingressNSMatchLabels: { team: 'shop' } };
  const { values, notes } = migrated({ networkPolicy: theirs });
  expect(values.networkPolicy).toEqual({ enabled: true, clientNamespaces: { 'rabbitmq-client': null, team: 'shop' } });
  expect(notes).toEqual([{ key: 'networkPolicy.allowExternal', what: expect.stringContaining('set networkPolicy.ownNamespace to true') }]);
  expect(migrated({ networkPolicy: { ...theirs, addExternalClientAccess: false } }).notes.map(({ key }) => key))
    .toEqual(['networkPolicy.addExternalClientAccess']);
});

test('namespaces of clients need the labels of the other chart only', () => {
  const { values } = migrated({ networkPolicy: { enabled: true, allowExternal: false, ingressNSMatchLabels: { team: 'shop' } } });
  const policy = synthesize(withDefaults(values), 'messaging')
    .find(({ kind, metadata: { name } }) => kind === 'NetworkPolicy' && name === 'rabbitmq-cluster');
  expect(JSON.stringify(policy)).toContain('"namespaceSelector":{"matchLabels":{"team":"shop"}}');
});

test('requests and limits are what Kubernetes makes of them', () => {
  const resources = (theirs: object): unknown => migrated({ resources: theirs }).values.resources;
  expect(resources({ limits: { cpu: '250m', memory: '1Gi' } })).toEqual({ requests: { cpu: '250m' }, limits: { cpu: '250m', memory: '1Gi' } });
  expect(resources({ requests: { cpu: 4, memory: '3Gi' } })).toEqual({ requests: { cpu: '4', memory: '3Gi' }, limits: { cpu: 'none', memory: '3Gi' } });
});

test.each([
  [{ tls: true, annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt', a: 'b' } }, { tls: { clusterIssuer: 'letsencrypt' }, annotations: { a: 'b' } }],
  [{ tls: true, annotations: { 'cert-manager.io/issuer': 'ca' } }, { tls: { issuer: 'ca' } }],
  [{ tls: true, existingSecret: 'ui' }, { tls: { existingSecret: 'ui' } }],
  [{ tls: true, existingSecret: 'ui', annotations: { 'cert-manager.io/issuer': 'ca' } }, { tls: { existingSecret: 'ui', issuer: 'ca' } }],
  [{ tls: true }, { tls: { existingSecret: 'mq.example.com-tls' } }],
  [{ ingressClassName: 'kong' }, { className: 'kong', controller: '', allowPlain: true }],
  [{ tls: true, ingressClassName: 'nginx' }, { tls: { existingSecret: 'mq.example.com-tls' }, className: 'nginx', controller: 'nginx' }],
])('the Ingress %j', (theirs, ours) => {
  expect(migrated({ ingress: { enabled: true, hostname: 'mq.example.com', ...theirs } }).values.ingress).toEqual({ enabled: true, host: 'mq.example.com', ...ours });
});

const MANY = {
  image: { registry: 'docker.io', repository: 'bitnami/rabbitmq', tag: '4.1.3-debian-12-r1' }, replicaCount: 3,
  auth: { username: 'shop', password: 's3cret-1', erlangCookie: 's3cret-2', tls: { enabled: true, existingSecret: 'mq-tls', serverKey: 's3cret-3' } },
  extraPlugins: 'rabbitmq_shovel rabbitmq_stream', extraConfiguration: 'channel_max = 128\nauth_ldap.dn_lookup_bind.password = s3cret-4\ndefault_pass = s3cret-5',
  ldap: { enabled: true, bindpw: 's3cret-6' }, extraSecrets: { load: { 'definitions.json': 's3cret-7' } }, extraEnvVars: [{ name: 'DB_PASS', value: 's3cret-8' }, { name: 'URL', value: 'amqp://a:s3cret-11@b' }],
  sidecars: [{ name: 'a', image: 'a', args: ['--password', 's3cret-12'] }, { name: 'b', image: 'a', env: [{ name: 'TOKEN', value: 's3cret-13' }] }],
  initContainers: [{ name: 'c', image: 'a', command: ['sh', '-c', 'curl -H "token: s3cret-14" http://a'] }],
  extraDeploy: [
    'kind: Secret\napiVersion: v1\nmetadata: { name: a }\nstringData: { a: s3cret-15 }', { apiVersion: 'v1', kind: 'ConfigMap', data: { db_password: 's3cret-16' } },
  ],
  communityPlugins: 'https://a:s3cret-17@mirror.example.com/a.ez', maxAvailableSchedulers: 's3cret-18',
  resourcesPreset: 'large', persistence: { size: '50Gi', storageClass: 'fast' }, podAntiAffinityPreset: 'hard',
  metrics: { enabled: true, serviceMonitor: { default: { enabled: true, interval: '1m' }, labels: { release: 'prom' } }, prometheusRule: { enabled: true } },
  ingress: { enabled: true, hostname: 'mq.example.com', ingressClassName: 'nginx', tls: true, annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
  initScripts: { 'a.sh': 's3cret-9' }, tcpListenOptions: { linger: { timeout: 's3cret-10' } },
};

test('the library takes what comes out', () => {
  const { values } = migrateBitnamiValues(MANY);
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(synthesize(withDefaults(values), 'messaging').find(({ kind }) => kind === 'StatefulSet')).toMatchObject({ spec: { replicas: 3 } });
});

test('no secret comes out', () => {
  const migration = migrateBitnamiValues(MANY);
  expect(JSON.stringify(migration)).not.toContain('s3cret');
  expect(migration.notes.map(({ key }) => key)).toEqual(expect.arrayContaining([
    'extraEnvVars: DB_PASS', 'extraEnvVars: URL', 'sidecars: a', 'sidecars: b', 'initContainers: c', 'extraDeploy', 'communityPlugins',
  ]));
});

test('of a key that is said twice, the later one in rabbitmq.conf counts', () => {
  const text = { extraConfiguration: 'vm_memory_high_watermark.relative = 0.5\ntcp_listen_options.backlog = 1\nqueue_leader_locator = balanced' };
  const twice = { ...text, memoryHighWatermark: { enabled: true, value: 0.6 }, tcpListenOptions: { backlog: 2 }, queue_leader_locator: 'client-local' };
  expect(migrated(twice).values.configuration).toEqual({
    'vm_memory_high_watermark.relative': '0.6', 'tcp_listen_options.backlog': '2', queue_leader_locator: 'balanced',
  });
  expect(migrated(text).values.configuration).toEqual({
    'vm_memory_high_watermark.relative': '0.5', 'tcp_listen_options.backlog': '1', queue_leader_locator: 'balanced',
  });
});

test.each([
  ['ssl_options.depth = 3\nssl_options.versions.1 = tlsv1.3\nlisteners.tcp = none', { clientCertificateDepth: 3, versions: ['tlsv1.3'], only: true }],
  ['ssl_options.verify = verify_none\nssl_options.fail_if_no_peer_cert = false', {}],
])('keys of TLS in rabbitmq.conf have values: %j', (extraConfiguration, ours) => {
  expect(migrated({ ...MTLS, extraConfiguration }).values).toEqual({ ...OURS, tls: { ...OUR_TLS.tls, clientCertificates: 'required', ...ours } });
});

test.each([
  ['PASSWORD', 'x', true], ['MY_TOKEN', 'x', true], ['A', 'amqp://u:p@h', true], ['A', '-----BEGIN RSA PRIVATE KEY-----', true], ['AWS_ACCESS_KEY_ID', 'x', true],
  ['PASSWORD', '', false], ['PASSWORD', '$(OTHER)', false], ['PASSWORD_FILE', '/run/secrets/a', false], ['PASSWORD_FILE', 'x', true], ['A', 'amqp://u@h', false],
  ['TZ', 'Europe/Vienna', false],
])('whether variable %s with value %j is a secret: %s', (name, value, is) => {
  expect(isSecretVariable(name, value)).toBe(is);
});

test.each([
  ['--password=a', true], [['--token', 'a'], true], ['curl -u "password: a"', true], [{ env: [{ name: 'A_SECRET', value: 'a' }] }, true],
  ['--password=$PASSWORD', false], ['secretName', false], [{ secretName: 'a', secret: { secretName: 'b' } }, false], [['run', '--token'], false],
  [{ env: [{ name: 'A_SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'password' } } }] }, false],
])('whether %j has a secret: %s', (value, is) => {
  expect(hasSecret(value)).toBe(is);
});

test('what is no map is refused', () => {
  expect(() => migrateBitnamiValues(['a'])).toThrow(UsageError);
});

test('keys that the chart refuses in configuration are not carried there', () => {
  const refused = new RegExp(DERIVED_KEYS);
  const keys = ['listeners.tcp.default', 'ssl_options.verify', 'cluster_name',
    'default_user', 'stream.advertised_host', 'mqtt.listeners.tcp.default', 'management.tcp.port', 'management.path_prefix', 'prometheus.path'];
  expect(keys.filter(key => !refused.test(key))).toEqual([]);
  expect(migrated({ extraConfiguration: keys.map(key => `${key} = x`).join('\n') }).values).toEqual(OURS);
});
