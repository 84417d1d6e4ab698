import { withDefaults } from '../../src/chart-values/defaults';
import { DERIVED_KEYS } from '../../../scripts/chart/derived-keys';
import { synthesize } from '../../../scripts/chart/values';
import { UsageError } from '../../src/core/errors';
import { migrateBitnamiValues } from '../../src/migrate/migrate';
import { MAPPED } from '../../src/migrate/mapped';
import { NONE } from '../../src/migrate/none';

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

/** A value of each key that is carried over, and what becomes of it; a text among the notes where there is one. */
const CASES: Readonly<Record<string, readonly [theirs: unknown, ours: Record<string, unknown>, says?: RegExp]>> = {
  'global.imageRegistry': ['mirror.example.com', { image: { registry: 'mirror.example.com' } }, /official image/],
  'global.imagePullSecrets': [['a', { name: 'b' }], { image: { pullSecrets: ['a', 'b'] } }],
  'global.storageClass': ['fast', { persistence: { storageClass: 'fast' } }],
  'global.defaultStorageClass': ['fast', { persistence: { storageClass: 'fast' } }],
  'image.registry': ['registry-1.docker.io', {}],
  'image.repository': ['team/rabbitmq', { image: { repository: 'team/rabbitmq' } }, /official one/],
  'image.tag': ['4.1.3-debian-12-r1', { image: { tag: '4.1.3-management' } }],
  'image.pullPolicy': ['Always', { image: { pullPolicy: 'Always' } }],
  'image.pullSecrets': [['a'], { image: { pullSecrets: ['a'] } }],
  fullnameOverride: ['orders', { cluster: { name: 'orders' } }, /another name/],
  replicaCount: [5, { cluster: { replicaCount: 5 } }],
  'auth.username': ['shop', { credentials: { username: 'shop' } }],
  'auth.existingPasswordSecret': ['login', { credentials: { username: undefined, existingSecret: 'login', passwordKey: 'rabbitmq-password' } }, /name too/],
  'auth.existingSecretPasswordKey': ['pass', {}],
  'auth.existingErlangSecret': ['erlang', { credentials: { existingErlangCookieSecret: 'erlang', erlangCookieKey: 'rabbitmq-erlang-cookie' } }],
  'auth.existingSecretErlangKey': ['cookie', {}],
  'auth.tls.enabled': [true, { tls: { enabled: true } }, /cert-manager/],
  'auth.tls.existingSecret': ['mq-tls', { tls: { existingSecret: 'mq-tls' } }, /ca\.crt/],
  plugins: ['rabbitmq_management rabbitmq_peer_discovery_k8s rabbitmq_top', { plugins: ['rabbitmq_top'] }],
  extraPlugins: ['rabbitmq_shovel, rabbitmq_mqtt', { plugins: ['rabbitmq_shovel', 'rabbitmq_mqtt'] }],
  'metrics.plugins': ['rabbitmq_prometheus', {}],
  configuration: ['channel_max = 128\ncluster_partition_handling = autoheal', { configuration: { channel_max: '128' } }, /partition/],
  extraConfiguration: ['# a comment\nheartbeat = 30\ndisk_free_limit.absolute = 2GB', { configuration: { heartbeat: '30' } }, /sizes of memory and volume/],
  advancedConfiguration: ['[].', { advancedConfiguration: '[].' }],
  resources: [{ limits: { memory: '4Gi' } }, { resources: { limits: { memory: '4Gi' } } }],
  resourcesPreset: ['medium', { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '750m', memory: '1536Mi' } } }],
  'persistence.enabled': [false, { persistence: { enabled: false } }],
  'persistence.storageClass': ['fast', { persistence: { storageClass: 'fast' } }],
  'persistence.size': ['50Gi', { persistence: { size: '50Gi' } }],
  'persistence.accessModes': [['ReadWriteOncePod'], { persistence: { accessModes: ['ReadWriteOncePod'] } }],
  podAntiAffinityPreset: ['hard', { scheduling: { nodeSpread: 'required' } }],
  topologySpreadConstraints: [[{ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' }], { scheduling: { zoneSpread: 'required' } }],
  nodeSelector: [{ pool: 1 }, { scheduling: { nodeSelector: { pool: '1' } } }],
  tolerations: [[{ key: 'a' }], { scheduling: { tolerations: [{ key: 'a' }] } }],
  priorityClassName: ['high', { scheduling: { priorityClassName: 'high' } }],
  'pdb.create': [false, { podDisruptionBudget: { enabled: false } }],
  podLabels: [{ a: 'b' }, { podLabels: { a: 'b' } }],
  podAnnotations: [{ a: true }, { podAnnotations: { a: 'true' } }],
  commonLabels: [{ a: 'b' }, { commonLabels: { a: 'b' } }],
  commonAnnotations: [{ a: 'b' }, { commonAnnotations: { a: 'b' } }],
  'service.type': ['LoadBalancer', { service: { type: 'LoadBalancer' } }],
  'service.annotations': [{ a: 'b' }, { service: { annotations: { a: 'b' } } }],
  'networkPolicy.enabled': [false, { networkPolicy: { enabled: false } }],
  'networkPolicy.allowExternal': [false, {}],
  'networkPolicy.ingressNSMatchLabels': [{ team: 'shop' }, { networkPolicy: { clientNamespaces: { team: 'shop' } } }],
  'metrics.enabled': [true, {}],
  'metrics.serviceMonitor.enabled': [true, { serviceMonitor: { enabled: true } }],
  'metrics.serviceMonitor.default.enabled': [true, { serviceMonitor: { enabled: true } }],
  'metrics.serviceMonitor.perObject.enabled': [true, { serviceMonitor: { enabled: true, path: '/metrics/per-object' } }],
  'metrics.serviceMonitor.interval': ['15s', { serviceMonitor: { interval: '15s' } }],
  'metrics.serviceMonitor.default.interval': ['1m', { serviceMonitor: { interval: '60s' } }],
  'metrics.serviceMonitor.labels': [{ release: 'prometheus' }, { serviceMonitor: { labels: { release: 'prometheus' } } }],
  'metrics.prometheusRule.enabled': [true, { prometheusRule: { enabled: true } }],
  'metrics.prometheusRule.additionalLabels': [{ release: 'prometheus' }, { serviceMonitor: { labels: { release: 'prometheus' } } }],
  'ingress.enabled': [true, { ingress: { enabled: true, host: 'rabbitmq.local', allowPlain: true } }, /plain text/],
  'ingress.hostname': ['mq.example.com', {}],
  'ingress.ingressClassName': ['nginx', {}],
  'ingress.annotations': [{ a: 'b' }, {}],
  'ingress.tls': [true, {}],
  'ingress.existingSecret': ['ui', {}],
};

test('there is a case for each key that is carried over', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(MAPPED).sort());
});

test.each(Object.entries(CASES))('%s is carried over', (key, [theirs, ours, says]) => {
  const { values, notes } = migrated(at(key, theirs));
  expect(values).toEqual(over(OURS, ours));
  if (says === undefined) {
    expect(notes).toEqual([]);
  } else {
    expect(notes.map(({ key: noted, what }) => `${noted}: ${what}`).join('\n')).toMatch(says);
  }
});

describe.each(NONE)('$why', ({ keys, why }) => {
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
  expect(changed.notes.map(({ key }) => key)).toEqual(['livenessProbe', 'clustering', 'service.ports']);
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
  [{ persistence: { storageClass: '-' } }, 'persistence.storageClass', /name one/],
  [{ topologySpreadConstraints: [{ topologyKey: 'rack' }] }, 'topologySpreadConstraints', /another topology/],
  [{ podLabels: { a: '{{ .Release.Name }}' } }, 'podLabels', /template/],
  [{ extraConfiguration: 'heartbeat = {{ .Values.beat }}' }, 'extraConfiguration: heartbeat', /template/],
  [{ configuration: 'heartbeat = {{ .Values.beat }}' }, 'configuration', /extraConfiguration/],
  [{ metrics: { serviceMonitor: { interval: 'often' } } }, 'metrics.serviceMonitor.interval', /seconds/],
  [{ resources: { limits: { 'ephemeral-storage': '1Gi' } } }, 'resources: ephemeral-storage', /cpu and memory/],
  [{ resources: { requests: { memory: '4Gi' } } }, 'resources.requests.memory', /limit too/],
  [{ networkPolicy: { enabled: true, allowExternal: true } }, 'networkPolicy.allowExternal', /rabbitmq-client/],
])('%j is noted', (theirs, key, what) => {
  expect(migrated(theirs).notes).toContainEqual({ key, what: expect.stringMatching(what) });
});

test('a closed network stays closed', () => {
  const { values, notes } = migrated({ networkPolicy: { enabled: true, allowExternal: false, ingressNSMatchLabels: { team: 'shop' } } });
  expect(values.networkPolicy).toEqual({ enabled: true, clientNamespaces: { team: 'shop' } });
  expect(notes).toEqual([]);
});

test('requests and limits are what Kubernetes makes of them', () => {
  const resources = (theirs: object): unknown => migrated({ resources: theirs }).values.resources;
  expect(resources({ limits: { cpu: '250m', memory: '1Gi' } })).toEqual({ requests: { cpu: '250m' }, limits: { cpu: '250m', memory: '1Gi' } });
  expect(resources({ requests: { cpu: 4, memory: '3Gi' } })).toEqual({ requests: { cpu: '4', memory: '3Gi' }, limits: { cpu: '4', memory: '3Gi' } });
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
  ldap: { enabled: true, bindpw: 's3cret-6' }, extraSecrets: { load: { 'definitions.json': 's3cret-7' } }, extraEnvVars: [{ name: 'A', value: 's3cret-8' }],
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
  expect(JSON.stringify(migrateBitnamiValues(MANY))).not.toContain('s3cret');
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
