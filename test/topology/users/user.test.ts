import { Yaml } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate, RabbitMQClusterProps, RabbitMQRemovalPolicy, RabbitMQUser, RabbitMQUserProps, RabbitMQUserTag } from '../../../lib';
import { PlatformUser } from '../../../lib/topology/users/platform-user';
import { Manifest, selects } from '../../support/manifest';
import { find, newChart, newCluster, synth } from '../../support/synth';
import { declaredIn, jobOf } from '../declared';

function synthUser(user: Partial<RabbitMQUserProps> = {}, cluster: RabbitMQClusterProps = {}): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQUser(chart, 'User', { cluster: newCluster({ name: 'orders', ...cluster }, chart), name: 'web', ...user });
  return synth(chart, { external: { Secret: ['mine', 'administrator'] } });
}

const commandOf = (manifests: readonly Manifest[]): string[] =>
  jobOf(manifests).spec.template.spec.containers[0].command.slice(2);
const secretOf = (manifests: readonly Manifest[], file = 'user-web.json'): any => JSON.parse(find(manifests, 'ConfigMap', 'orders-init').data[file]);
const declared = (user: Partial<RabbitMQUserProps>): any[] => declaredIn(synthUser(user));

describe('user', () => {
  const manifests = synthUser({
    tags: [RabbitMQUserTag.MANAGEMENT],
    permissions: [{ vhost: 'web', configure: '^web\\.', write: '.*', read: '.*' }, {}],
    topicPermissions: [{ vhost: 'web', exchange: 'events', write: '^order' }],
    limits: { maxConnections: 5 },
  });
  const { spec: { template } } = jobOf(manifests);

  test('has a Secret with everything an application connects by, its virtual host included', () => {
    expect(secretOf(manifests)).toMatchObject({
      metadata: { name: 'orders-user-web' },
      type: 'servicebinding.io/rabbitmq',
      stringData: { type: 'rabbitmq', host: 'orders.{{namespace}}.svc', port: '5672', username: 'web', password: '{{random}}', uri: 'amqp://web:{{random}}@orders.{{namespace}}.svc:5672/web' },
    });
  });

  test('has the declared rights, and none where nothing is declared', () => {
    expect(declaredIn(manifests)).toEqual([
      { kind: 'user', name: 'web', secret: 'orders-user-web', removal: 'delete', body: { tags: ['management'] } },
      { kind: 'user-limits', user: 'web', body: { 'max-connections': 5 } },
      { kind: 'permission', user: 'web', vhost: 'web', body: { configure: '^web\\.', write: '.*', read: '.*' } },
      { kind: 'permission', user: 'web', vhost: '/', body: { configure: '^$', write: '^$', read: '^$' } },
      { kind: 'topic-permission', user: 'web', vhost: 'web', removal: 'delete', body: { exchange: 'events', write: '^order', read: '^$' } },
    ]);
  });

  test('stays in the brokers after its removal only when asked to', () => {
    expect(declared({ removalPolicy: RabbitMQRemovalPolicy.RETAIN })[0]).not.toHaveProperty('removal');
  });

  test('is created by a restricted pod without a token, which reaches the brokers only', () => {
    expect(template.spec).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true }, restartPolicy: 'Never' });
    const policy = find(manifests, 'NetworkPolicy', 'orders-api-clients').spec;
    expect(selects(policy.podSelector, template.metadata.labels)).toBe(true);
    expect(policy.egress.slice(1)).toEqual([{ to: [{ podSelector: { matchLabels: expect.objectContaining({ cluster: 'orders' }) } }], ports: [{ protocol: 'TCP', port: 15_672 }] }]);
    const allowed = find(manifests, 'NetworkPolicy', 'orders').spec.ingress.find(({ ports }: any) => ports[0].port === 15_672);
    expect(selects(allowed.from[0].podSelector, template.metadata.labels)).toBe(true);
  });

  test('gets a new Job when its permissions change, and only then', () => {
    const nameOf = (user: Partial<RabbitMQUserProps>): string => jobOf(synthUser(user)).metadata.name;
    expect(nameOf({ permissions: [{ read: '.*' }] })).not.toBe(nameOf({}));
    expect(nameOf({})).toBe(nameOf({}));
  });

  test('has no password and no pattern in arguments or environment', () => {
    expect(template.spec.containers[0].env.map(({ name }: any) => name)).toEqual(['POD_NAME', 'POD_UID']);
    expect(commandOf(manifests)).toEqual([
      'http://orders.shop.svc:15672', '', '', '/run/secrets/administrator', '/run/secrets/topology', '/topology', 'orders-topology', '3',
    ]);
  });

  test('keeps a dollar sign, which Kubernetes would expand in an argument', () => {
    expect(declared({ permissions: [{ vhost: 'a$$b', read: '^$(X)$' }] })[1]).toMatchObject({ vhost: 'a$$b', body: { read: '^$(X)$' } });
  });
});

describe('further user', () => {
  test('adds at most 40 lines of YAML', () => {
    const lines = (count: number): number => {
      const chart = newChart({ namespace: 'shop' });
      const cluster = newCluster({ name: 'orders' }, chart);
      Array.from({ length: count }, (_, index) => new RabbitMQUser(chart, `User${index}`, { cluster, permissions: [{ read: '.*' }] }));
      return Yaml.stringify(...synth(chart)).split('\n').length;
    };
    expect(lines(3) - lines(2)).toBeLessThanOrEqual(40);
    expect(lines(3) - lines(2)).toBe(lines(2) - lines(1));
  });
});

test('user is created over TLS where nothing else is open', () => {
  const manifests = synthUser({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }), disablePlainListeners: true } });
  expect(commandOf(manifests).slice(0, 3)).toEqual(['https://orders.shop.svc:15671', '/run/secrets/authority/ca.crt', '']);
  expect(secretOf(manifests).stringData.uri).toBe('amqps://web:{{random}}@orders.{{namespace}}.svc:5671');
});

test('the Job trusts public authorities where the certificate is of one of them', () => {
  const manifests = synthUser({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'public', publiclyTrusted: true, dnsNames: ['mq.example.com'] }), disablePlainListeners: true } });
  expect(commandOf(manifests).slice(0, 3)).toEqual(['https://orders.shop.svc:15671', '', 'mq.example.com']);
});

test('an existing Secret is mounted as optional, so that a missing one blocks no other user, and none is created', () => {
  const manifests = synthUser({ secret: Secret.fromSecretName(newChart(), 'Mine', 'mine') });
  expect(jobOf(manifests).spec.template.spec.volumes).toContainEqual({
    name: 'secrets',
    projected: { sources: [{ secret: { name: 'mine', optional: true, items: [{ key: 'password', path: 'mine/password' }, { key: 'username', path: 'mine/username' }] } }] },
  });
  expect(Object.keys(find(manifests, 'ConfigMap', 'orders-init').data)).toEqual(['credentials.json', 'erlang-cookie.json']);
});

describe('a user with the hash of a password', () => {
  const secret = Secret.fromSecretName(newChart(), 'Mine', 'mine');
  const manifests = synthUser({ passwordHash: { secret } });

  test('refers to it in the Secret, from which the Job reads nothing else', () => {
    expect(declaredIn(manifests)).toEqual([{ kind: 'user', name: 'web', hash: { secret: 'mine', key: 'passwordHash' }, removal: 'delete', body: { tags: [] } }]);
    expect(jobOf(manifests).spec.template.spec.volumes.find(({ name }: any) => name === 'secrets').projected.sources).toEqual([
      { secret: { name: 'mine', optional: true, items: [{ key: 'passwordHash', path: 'mine/passwordHash' }] } },
    ]);
    expect(Object.keys(find(manifests, 'ConfigMap', 'orders-init').data)).toEqual(['credentials.json', 'erlang-cookie.json']);
  });

  test.each([['secret', { secret }], ['secretName', { secretName: 'other' }]])('has no %s beside it', (option, other) => {
    expect(() => synthUser({ passwordHash: { secret, key: 'hash' }, ...other })).toThrow(`passwordHash of user "web" and ${option} are set: set one of them.`);
  });
});

test('two topic permissions for one exchange are refused', () => {
  const topics = (exchange: string): any => synthUser({ topicPermissions: [{ vhost: 'web', exchange: 'events' }, { vhost: 'web', exchange }] });
  expect(() => topics('events')).toThrow('topicPermissions of user "web" has two for exchange "events" in virtual host "web"');
  expect(declaredIn(topics('others')).filter(({ kind }) => kind === 'topic-permission')).toHaveLength(2);
});

test('the administrator\'s name and password are read by their own keys', () => {
  const manifests = synthUser({}, { credentials: { secret: Secret.fromSecretName(newChart(), 'Administrator', 'administrator'), usernameKey: 'name', passwordKey: 'word' } });
  expect(jobOf(manifests).spec.template.spec.volumes).toContainEqual({
    name: 'administrator', secret: { secretName: 'administrator', items: [{ key: 'name', path: 'username' }, { key: 'word', path: 'password' }] },
  });
});

describe('platform user', () => {
  test.each([['monitoring', 'monitoring'], ['backup', 'administrator']] as const)('%s has one tag and no permission', (user, tag) => {
    const chart = newChart({ namespace: 'shop' });
    const { secret } = new PlatformUser(chart, 'User', newCluster({ name: 'orders' }, chart), user);
    expect(secret.name).toBe(`orders-${user}`);
    expect(declaredIn(synth(chart))).toEqual([
      { kind: 'user', name: user, secret: `orders-${user}`, removal: 'delete', body: { tags: [tag] } },
    ]);
  });
});

describe('permissions', () => {
  test.each(['*', '(', '[a', 'web\\', 'a\nb'])('"%s" is refused, which is no regular expression', (read) => {
    expect(() => synthUser({ permissions: [{ read }] })).toThrow(`permissions.read of user "web" in virtual host "/" is "${read}": it must be a regular expression of names`);
  });

  test.each(['.*', '^web\\.', '(?i)^web', '^a++', '^(web|amq\\.default)$'])('"%s" is accepted', (write) => {
    expect(declared({ permissions: [{ write }] })[1].body.write).toBe(write);
  });

  test('are in a virtual host that has a name', () => {
    expect(() => synthUser({ permissions: [{ vhost: '' }] })).toThrow('permissions has the vhost ""');
  });

  test('are one for a virtual host', () => {
    expect(() => synthUser({ permissions: [{ vhost: 'a', read: '.*' }, { vhost: 'a', write: '.*' }] }))
      .toThrow('user "web" has two permissions for virtual host "a": merge them into one, as RabbitMQ keeps one.');
    expect(declared({ permissions: [{ vhost: 'a', read: '.*' }, { vhost: 'b', write: '.*' }] })).toHaveLength(3);
  });
});

describe('name', () => {
  test.each(['guest', '', '-web', 'the web', `w${'e'.repeat(128)}`])('"%s" is refused', (name) => {
    expect(() => synthUser({ name })).toThrow(/\] name of the user is ".*": use up to 128/);
  });

  test.each([
    ['svc_orders', 'orders-user-svc-orders-24983'], ['svc-orders', 'orders-user-svc-orders'],
    ['TeamA.Worker', 'orders-user-teama-worker-9f85e'], ['device@plant-7', 'orders-user-device-plant-7-5c7f6'],
  ])('"%s" is accepted, and its Secret is "%s"', (name, secret) => {
    const manifests = synthUser({ name });
    expect(declaredIn(manifests)[0]).toMatchObject({ name, secret });
  });

  test('is encoded in the URI', () => {
    expect(secretOf(synthUser({ name: 'device@plant' }), 'user-device-plant-ec161.json').stringData.uri).toMatch(/^amqp:\/\/device%40plant:\{\{random\}\}@/);
  });

  test('is the id in lower case where none is given', () => {
    const chart = newChart();
    expect(new RabbitMQUser(chart, 'CheckoutWorker', { cluster: newCluster({ name: 'orders' }, chart) }).username).toBe('checkout-worker');
  });

  test('is not the administrator\'s', () => {
    expect(() => synthUser({ name: 'admin' })).toThrow('name of the user is "admin", the administrator\'s of cluster "orders"');
    expect(synthUser({ name: 'web' }, { credentials: { username: 'boss' } })).not.toHaveLength(0);
    expect(() => synthUser({ name: 'boss' }, { credentials: { username: 'boss' } })).toThrow('the administrator\'s');
  });

  test('of a cluster with a platform user has at most 48 characters', () => {
    const platform = (name: string): PlatformUser => {
      const chart = newChart();
      return new PlatformUser(chart, 'User', newCluster({ name }, chart), 'monitoring');
    };
    expect(() => platform('c'.repeat(49))).toThrow('has 49 characters, too long together with its user "monitoring": at most 48 are allowed. Pass the Secret of a user');
    expect(() => platform('c'.repeat(48))).not.toThrow();
  });
});

test('the administrator\'s Secret is not that of another user', () => {
  expect(() => synthUser({ secret: Secret.fromSecretName(newChart(), 'Admin', 'orders-credentials') })).toThrow('secret of user "web" is "orders-credentials", that of the administrator of cluster "orders"');
});

test('a name for the Secret beside an existing Secret is refused', () => {
  expect(() => synthUser({ secret: Secret.fromSecretName(newChart(), 'Mine', 'mine'), secretName: 'other' })).toThrow('secretName is "other", but secret is the existing Secret "mine": set one of them.');
});

describe('the name of a Secret', () => {
  test.each([
    [{ secretName: 'Bad Name' }, 'secretName is "Bad Name": use lower-case letters'],
    [{ secretName: 'orders-credentials' }, 'secretName is "orders-credentials", the Secret of the administrator of cluster "orders": choose another name'],
  ])('%j is refused', (user, message) => {
    expect(() => synthUser(user)).toThrow(message);
    expect(() => synthUser({ secretName: 'web-credentials' })).not.toThrow();
  });

  test('is that of one user, as a second one would get the password of the first', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ name: 'orders' }, chart);
    const errors = (): string[] => chart.node.findAll().flatMap(({ node }) => node.validate());
    new RabbitMQUser(chart, 'A', { cluster, name: 'a', secretName: 'app' });
    expect(errors()).toEqual([]);
    new RabbitMQUser(chart, 'B', { cluster, name: 'b', secretName: 'app' });
    expect(errors()).toEqual(['Secret "app" is created for two purposes. Set another secretName of the user, or leave it out']);
  });
});
