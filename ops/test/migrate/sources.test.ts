import { UsageError } from '../../src/core/errors';
import { readYamlDocuments } from '../../src/core/yaml';
import { migrateDialect, type Migration } from '../../src/migrate/migrate';
import { sourceOf } from '../../src/migrate/source';
import { migrateTopology } from '../../src/migrate/topology-resources';

const read = (text: string): ReturnType<typeof sourceOf> => sourceOf(readYamlDocuments(text, 'file'));
const migrated = (text: string): Migration => {
  const { map, dialect } = read(text).values!;
  return migrateDialect(map, dialect!);
};
const noted = ({ notes }: Migration): string => notes.map(({ key, what }) => `${key}: ${what}`).join('\n');
const topologyOf = (text: string): ReturnType<typeof migrateTopology> => migrateTopology(read(text).topology);

describe('values of CloudPirates\' chart', () => {
  const text = `
fullnameOverride: orders
image: { tag: "4.3.6-management@sha256:abc", imagePullPolicy: Always }
replicaCount: 3
auth: { existingSecret: mq, password: secret }
additionalPlugins: [rabbitmq_mqtt, rabbitmq_shovel]
installPlugins: ["https://mirror.example.com/x.ez"]
config: { extraConfiguration: "heartbeat = 30\\nvm_memory_high_watermark.relative = 0.5", memoryHighWatermark: { enabled: true, value: 0.4 } }
peerDiscoveryK8sPlugin: { enabled: true }
persistence: { size: 20Gi, storageClass: fast }
metrics: { enabled: true, serviceMonitor: { enabled: true, interval: 60s } }
ingress: { enabled: true, className: nginx, hosts: [{ host: mq.example.com, paths: [{ path: / }] }], tls: [{ secretName: t }] }
resources: { limits: { memory: 2Gi } }
`;
  test('become those of the chart here', () => {
    expect(migrated(text).values).toMatchObject({
      cluster: { name: 'orders', replicaCount: 3 },
      credentials: { existingSecret: 'mq', passwordKey: 'password', existingErlangCookieSecret: 'mq', erlangCookieKey: 'erlang-cookie' },
      plugins: ['rabbitmq_mqtt', 'rabbitmq_shovel'],
      configuration: { heartbeat: '30', 'vm_memory_high_watermark.relative': '0.5' },
      persistence: { size: '20Gi', storageClass: 'fast' },
      serviceMonitor: { enabled: true, interval: '60s' },
      ingress: { enabled: true, host: 'mq.example.com' },
      resources: { limits: { memory: '2Gi' } },
    });
  });

  test('have notes by their own keys, without secrets', () => {
    const notes = noted(migrated(text));
    expect(notes).toMatch(/^image\.tag: left out: image "rabbitmq:4\.3\.6-management@sha256:abc"/m);
    expect(notes).toMatch(/^installPlugins: write each in pluginDownloads/m);
    expect(notes).toMatch(/^auth\.password: values must not have secrets/m);
    expect(notes).not.toMatch(/secret$|extraPlugins|Bitnami/m);
  });

  test('have the defaults that its users rely on', () => {
    expect(migrated('peerDiscoveryK8sPlugin: { enabled: true }').values).toMatchObject({ cluster: { replicaCount: 1 }, credentials: { username: 'admin' }, persistence: { size: '8Gi' } });
  });
});

describe('values of groundhog2k\'s chart', () => {
  test('are recognized by most of their keys, of which CloudPirates\' chart has one', () => {
    const { values } = migrated('managementPlugin: { enabled: true }\nauthentication: { user: { value: shop } }\nstorage: { requestedSize: 9Gi }\n');
    expect(values).toMatchObject({ credentials: { username: 'shop' }, persistence: { size: '9Gi' } });
  });

  test('become those of the chart here', () => {
    const migration = migrated(`
replicaCount: 3
authentication: { user: { value: shop }, password: { value: secret }, erlangCookie: { value: cookie } }
plugins: [rabbitmq_stomp]
customConfig: |
  channel_max = 128
storage: { requestedSize: 30Gi, className: fast }
options: { memoryHighWatermark: { enabled: true } }
serviceMonitor: { enabled: true, additionalLabels: { release: prom } }
`);
    expect(migration.values).toMatchObject({
      cluster: { replicaCount: 3 }, credentials: { username: 'shop' }, plugins: ['rabbitmq_stomp'], configuration: { channel_max: '128' },
      persistence: { size: '30Gi', storageClass: 'fast' }, serviceMonitor: { enabled: true, labels: { release: 'prom' } },
    });
    expect(migration.values.configuration).toEqual({ channel_max: '128', 'vm_memory_high_watermark.relative': '0.4' });
    expect(noted(migration)).toMatch(/^authentication\.password: values must not have secrets/m);
  });
});

describe('a RabbitmqCluster', () => {
  const text = `
apiVersion: rabbitmq.com/v1beta1
kind: RabbitmqCluster
metadata: { name: orders, namespace: shop }
spec:
  replicas: 3
  image: registry.example.com:5000/team/rabbitmq:4.2.6-management
  imagePullSecrets: [{ name: pull }]
  persistence: { storageClassName: fast, storage: 50Gi }
  resources: { limits: { cpu: "2", memory: 4Gi }, requests: { cpu: "1", memory: 4Gi } }
  rabbitmq:
    additionalPlugins: [rabbitmq_stream]
    additionalConfig: |
      channel_max = 1700
      cluster_partition_handling = pause_minority
    envConfig: RABBITMQ_LOGS=""
  tls: { secretName: mq-tls, disableNonTLSListeners: true }
  service: { type: LoadBalancer }
  override: { statefulSet: { spec: {} } }
`;
  test('becomes values', () => {
    expect(migrated(text).values).toMatchObject({
      cluster: { name: 'orders', replicaCount: 3 },
      image: { registry: 'registry.example.com:5000', repository: 'team/rabbitmq', tag: '4.2.6-management', pullSecrets: ['pull'] },
      persistence: { size: '50Gi', storageClass: 'fast' },
      resources: { limits: { cpu: '2', memory: '4Gi' } },
      plugins: ['rabbitmq_stream'],
      configuration: { channel_max: '1700', cluster_partition_handling: 'pause_minority' },
      tls: { enabled: true, existingSecret: 'mq-tls', only: true },
      service: { type: 'LoadBalancer' },
    });
  });

  test('has notes by its own fields', () => {
    const notes = noted(migrated(text));
    expect(notes).toMatch(/^spec\.rabbitmq\.envConfig: RABBITMQ_LOGS: left out: /m);
    expect(notes).toMatch(/^spec\.tls\.secretName: the Secret has to have tls\.crt/m);
  });

  test('is read from a list of kubectl', () => {
    expect(read(`kind: List\nitems:\n- ${text.trim().replace(/\n/g, '\n  ')}`).values?.map.kind).toBe('RabbitmqCluster');
    expect(() => read(`${text}---${text}`)).toThrow(/several RabbitmqClusters/);
  });
});

describe('what other sources say in their own way', () => {
  const cluster = (spec: string): Migration => migrated(`apiVersion: rabbitmq.com/v1beta1\nkind: RabbitmqCluster\nmetadata: { name: a }\nspec: ${spec}`);

  test.each([
    ['{ persistence: { storage: "0Gi" } }', { persistence: { enabled: false, size: '10Gi' } }],
    ['{ persistence: { storage: 10Gi } }', { persistence: { size: '10Gi' } }],
    ['{ tls: { secretName: a, caSecretName: a } }', { tls: { enabled: true, existingSecret: 'a', clientCertificates: 'optional' } }],
    ['{ tls: { secretName: a } }', { tls: { enabled: true, existingSecret: 'a' } }],
    ['{ rabbitmq: { erlangInetConfig: "{inet6, false}." } }', {}],
    ['{ image: "rabbitmq:4.2.6-management-alpine" }', { image: { tag: '4.2.6-management-alpine' } }],
  ])('the operator: %s', (spec, ours) => {
    const { values } = cluster(spec);
    expect(values).toEqual({ cluster: { name: 'a', replicaCount: 1 }, persistence: { size: '10Gi' }, ...ours });
  });

  test.each([
    ['{ secretBackend: { vault: { role: a } } }', 'spec.secretBackend.vault', /credentials\.existingSecret/],
    ['{ image: "rabbitmq:latest" }', 'spec.image', /image\.release/],
    ['{ rabbitmq: { erlangInetConfig: "{timeout, 1}." } }', 'spec.rabbitmq.erlangInetConfig', /ipv6 only/],
    ['{ override: { statefulSet: { spec: { volumeClaimTemplates: [{ metadata: { name: a } }] } } } }', 'spec.override.statefulSet.spec.volumeClaimTemplates', /additionalClaims/],
    ['{ override: { statefulSet: { metadata: { labels: { a: b } } } } }', 'spec.override.statefulSet.metadata', /addJsonPatch/],
  ])('the operator, noted: %s', (spec, key, what) => {
    expect(cluster(spec).notes).toContainEqual({ key, what: expect.stringMatching(what) });
  });

  test('a security context that is taken away is one of the platform', () => {
    expect(migrated('initContainer: {}\nconfig: {}\npodSecurityContext:\n').values.platformAssignedIds).toBe(true);
    expect(migrated('customConfig: ""\nsecurityContext: { runAsUser: }\n').values.platformAssignedIds).toBe(true);
    expect(migrated('config: {}\npodSecurityContext: { fsGroup: 999 }\n').values.platformAssignedIds).toBeUndefined();
  });

  test('a groundhog2k release without a size had no volumes', () => {
    expect(noted(migrated('customConfig: ""\n'))).toMatch(/^storage\.requestedSize: without it brokers lost their data/m);
    expect(noted(migrated('storage: { requestedSize: 1Gi }\n'))).not.toMatch(/requestedSize/);
  });

  test.each([
    ['ingress: { enabled: true, className: kong, hosts: [{ host: a.example.com }, { host: b.example.com }] }', 'ingress.hosts', /write an Ingress/],
    ['ingress: { enabled: true, className: kong, hosts: [{ host: a.example.com, paths: [{ path: /mq }] }] }', 'ingress.hosts', /write an Ingress/],
    ['ingress: { enabled: true, className: kong, hosts: [{ host: a.example.com }] }', 'ingress.className', /ingress\.controller/],
    ['definitions: { enabled: true, users: [{ name: a, password_hash: s3cret }] }', 'definitions', /create a Secret with all of them/],
    ['image: { tag: "3.13.7-management" }', 'image.tag', /set image\.tag to "3\.13\.7-management"/],
    ['metrics: { serviceMonitor: { path: /metrics/detailed } }', 'metrics.serviceMonitor.path', /perObject/],
  ])('CloudPirates, noted: %s', (text, key, what) => {
    expect(migrated(`config: {}\nadditionalPlugins: []\n${text}`).notes).toContainEqual({ key, what: expect.stringMatching(what) });
  });
});

describe('resources of the Messaging Topology Operator', () => {
  const resource = (kind: string, name: string, spec: object, status: object = {}): string =>
    JSON.stringify({ apiVersion: 'rabbitmq.com/v1beta1', kind, metadata: { name }, spec: { rabbitmqClusterReference: { name: 'orders', namespace: 'shop' }, ...spec }, status });
  const all = [
    resource('Vhost', 'v', { name: 'shop', defaultQueueType: 'quorum', limits: { queues: 50 } }),
    resource('Exchange', 'e', { name: 'events', vhost: 'shop', type: 'topic', durable: true }),
    resource('Queue', 'q', { name: 'work', vhost: 'shop', type: 'quorum', durable: true, arguments: { 'x-delivery-limit': 5 } }),
    resource('Binding', 'b', { vhost: 'shop', source: 'events', destination: 'work', destinationType: 'queue', routingKey: 'order.#' }),
    resource('Policy', 'p', { name: 'limit', vhost: 'shop', pattern: '^work$', applyTo: 'quorum_queues', definition: { 'max-length': 100 }, priority: 2 }),
    resource('User', 'worker', { tags: ['management'] }, { username: 'svc_worker' }),
    resource('Permission', 'perm', { vhost: 'shop', userReference: { name: 'worker' }, permissions: { write: '^events$', read: '^work$' } }),
    resource('User', 'unknown', {}),
    resource('Federation', 'f', { name: 'eu', vhost: 'shop', uriSecret: { name: 'eu-uri' }, ackMode: 'on-confirm', maxHops: 2 }),
    resource('Shovel', 's', { name: 'move', vhost: 'shop', uriSecret: { name: 'move' }, srcQueue: 'work', destQueue: 'done', ackMode: 'on-confirm', prefetchCount: 100 }),
    resource('SuperStream', 'ss', { name: 'logs', vhost: 'shop', partitions: 2 }),
    resource('SchemaReplication', 'sr', { endpoints: 'x' }),
  ];
  const adopted = topologyOf(all.join('\n---\n'));

  test.each([
    /new RabbitMQVirtualHost\(chart, 'vhost-shop', \{[^}]*name: 'shop'/, /'events'[^;]*RabbitMQExchangeType\.TOPIC/, /'work'[^;]*deliveryLimit: 5/, /order\.#/,
    /'limit'[^;]*\^work\$/,
    /name: 'svc_worker'[^;]*RabbitMQUserTag\.MANAGEMENT[^;]*vhost: 'shop'[^;]*write: '\^events\$'/, /addFederationUpstream\('eu'[^;]*maxHops: 2/,
    /addShovel\('move'/, /logs/,
  ])('become TypeScript: %s', (expected) => {
    expect(adopted.typescript.replace(/\n\s*/g, ' ')).toMatch(expected);
  });

  test('need Secrets, and name what is left out', () => {
    expect(adopted.secrets.map(({ name }) => name)).toEqual(expect.arrayContaining(['orders-federation-upstream-eu', 'orders-shovel-move-src-uri']));
    expect(adopted.leftOut.map(({ object }) => object)).toEqual(expect.arrayContaining(['SchemaReplication "sr"', 'the name of User "unknown"']));
    expect(adopted.leftOut.map(({ object }) => object)).not.toContain('the name of User "worker"');
  });

  test('keep the tracing of a virtual host', () => {
    expect(topologyOf(resource('Vhost', 'v', { name: 'shop', tracing: true })).typescript).toMatch(/name: 'shop'[^}]*tracing: true/);
    expect(topologyOf(resource('Vhost', 'v', { name: 'shop' })).typescript).not.toMatch('tracing');
  });

  test.each([
    ['Binding', { vhost: 'shop', source: 'events', destination: 'gone', destinationType: 'queue' }, 'binding of "events" to "gone"', 'the resources do not have its queue'],
    ['Permission', { vhost: 'shop', user: 'gone', permissions: { read: '.*' } }, 'permission of "gone"', 'the resources do not have its user'],
    ['Queue', { name: 'far', vhost: 'shop', rabbitmqClusterReference: { name: 'other' } }, 'Queue "more"', 'it is of cluster "other", not of "shop/orders"'],
  ])('name a %s that can\'t be declared: %j', (kind, spec, object, reason) => {
    const found = topologyOf([...all, resource(kind, 'more', spec)].join('\n---\n')).leftOut.filter(one => one.object.startsWith(object));
    expect(found).toEqual([{ object: expect.any(String), reason: expect.stringContaining(reason) }]);
  });

  test('beside a cluster are counted', () => {
    expect(read(`${all[0]}\n---\n${resource('RabbitmqCluster', 'orders', { replicas: 3 })}`)).toMatchObject({ topology: [{ kind: 'Vhost' }], values: { map: { kind: 'RabbitmqCluster' } } });
  });
});

describe('a file', () => {
  test('of Bitnami\'s chart has no dialect', () => {
    expect(read('replicaCount: 3\nextraPlugins: rabbitmq_mqtt').values).toEqual({ map: { replicaCount: 3, extraPlugins: 'rabbitmq_mqtt' }, dialect: undefined });
    expect(read('').values).toEqual({ map: {}, dialect: undefined });
  });

  test.each<[string, object | undefined]>([
    ['rabbitmq: { replicaCount: 3 }\nredis: { auth: {} }\nglobal: { storageClass: fast }', { map: { global: { storageClass: 'fast' }, replicaCount: 3 }, within: { key: 'rabbitmq', others: ['redis'] } }],
    ['myrabbit: { authentication: {} }', { map: { authentication: {} }, within: { key: 'myrabbit', others: [] }, dialect: expect.anything() }],
    ['rabbitmq: { replicaCount: 3 }\nreplicaCount: 1', { map: { rabbitmq: { replicaCount: 3 }, replicaCount: 1 } }],
    ['rabbitmq: { replicaCount: 3 }\nmq: { replicaCount: 1 }', { map: { rabbitmq: { replicaCount: 3 }, mq: { replicaCount: 1 } } }],
    ['rabbitmq: { host: mq }', { map: { rabbitmq: { host: 'mq' } } }],
  ])('of a chart with dependencies has values of one: %j', (text, expected) => {
    expect(read(text).values).toEqual(expected);
  });

  test.each(['kind: ConfigMap', '- a', 'a: 1\n---\nb: 2'])('that is nothing of these is refused: %j', (text) => {
    expect(() => read(text)).toThrow(UsageError);
  });

  test('that is no YAML is refused without its text', () => {
    expect(() => read('password: [secret')).toThrow(/^file is no YAML: \w+ in line \d+$/);
  });
});
