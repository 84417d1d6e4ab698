import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate, RabbitMQClusterProps, RabbitMQPlatformUser, RabbitMQUser, RabbitMQUserProps, RabbitMQUserTag } from '../../../lib';
import { readEscript } from '../../../lib/rabbitmq/programs';
import { Manifest, selects } from '../../support/manifest';
import { find, newChart, newCluster, synth } from '../../support/synth';

function made(user: Partial<RabbitMQUserProps> = {}, cluster: RabbitMQClusterProps = {}): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQUser(chart, 'User', { cluster: newCluster({ name: 'orders', ...cluster }, chart), name: 'web', ...user });
  return synth(chart, { external: { Secret: ['mine', 'administrator'] } });
}

function jobOf(manifests: readonly Manifest[]): Manifest {
  return manifests.find(({ kind, metadata: { name } }) => kind === 'Job' && /^orders-user-web-[0-9a-f]+$/.test(name))!;
}

const argumentsOf = (manifests: readonly Manifest[]): string[] => jobOf(manifests).spec.template.spec.containers[0].command.slice(2);
const secretOf = (manifests: readonly Manifest[]): any => JSON.parse(find(manifests, 'ConfigMap', 'orders-user-web-init').data['user.json']);

describe('a user', () => {
  const manifests = made({ tags: [RabbitMQUserTag.MANAGEMENT], permissions: [{ vhost: 'web', configure: '^web\\.', write: '.*', read: '.*' }, {}] });
  const { metadata, spec: { template } } = jobOf(manifests);

  test('has a Secret to bind by, with its virtual host', () => {
    expect(secretOf(manifests)).toMatchObject({
      metadata: { name: 'orders-user-web' },
      type: 'servicebinding.io/rabbitmq',
      stringData: { type: 'rabbitmq', host: 'orders.{{namespace}}.svc', port: '5672', username: 'web', password: '{{random}}', uri: 'amqp://web:{{random}}@orders.{{namespace}}.svc:5672/web' },
    });
  });

  test('may do what is said, and nothing where nothing is', () => {
    expect(argumentsOf(manifests)).toEqual([
      'http://orders.shop.svc:15672', '', '/run/secrets/administrator', '/run/secrets/user', 'management',
      'web', '^web\\.', '.*', '.*',
      '/', '^$', '^$', '^$',
    ]);
  });

  test('is made by a pod without a token, restricted, that the brokers let in and that reaches nothing else', () => {
    expect(template.spec).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true }, restartPolicy: 'OnFailure' });
    const policy = find(manifests, 'NetworkPolicy', 'orders-user-web').spec;
    expect(selects(policy.podSelector, template.metadata.labels)).toBe(true);
    expect(policy.egress.slice(1)).toEqual([{ to: [{ podSelector: { matchLabels: expect.objectContaining({ cluster: 'orders' }) } }], ports: [{ protocol: 'TCP', port: 15_672 }] }]);
    const letIn = find(manifests, 'NetworkPolicy', 'orders').spec.ingress.find(({ ports }: any) => ports[0].port === 15_672);
    expect(selects(letIn.from[0].podSelector, template.metadata.labels)).toBe(true);
  });

  test('is made again when its permissions change, and only then', () => {
    const nameOf = (user: Partial<RabbitMQUserProps>): string => jobOf(made(user)).metadata.name;
    expect(nameOf({ permissions: [{ read: '.*' }] })).not.toBe(nameOf({}));
    expect(nameOf({})).toBe(nameOf({}));
    expect(metadata.name).not.toBe(nameOf({}));
  });

  test('has no password in arguments, environment or log', () => {
    expect(template.spec.containers[0]).not.toHaveProperty('env');
    expect(argumentsOf(manifests).join(' ')).not.toMatch(/password|\{\{/);
    expect(readEscript('make-user')['make-user.escript'].split('\n').filter(line => line.includes('io:format') && /read\(|Value|Body/.test(line))).toEqual([]);
  });
});

test('is made over TLS where nothing else is open', () => {
  const manifests = made({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }), only: true } });
  expect(argumentsOf(manifests).slice(0, 2)).toEqual(['https://orders.shop.svc:15671', '/run/secrets/authority/ca.crt']);
  expect(secretOf(manifests).stringData.uri).toBe('amqps://web:{{random}}@orders.{{namespace}}.svc:5671');
});

test('trusts whom everybody trusts where the certificate is of one of those', () => {
  const manifests = made({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'public', publiclyTrusted: true }), only: true } });
  expect(argumentsOf(manifests).slice(0, 2)).toEqual(['https://orders.shop.svc:15671', '']);
});

test('takes a Secret that is there already, and makes none', () => {
  const manifests = made({ secret: Secret.fromSecretName(newChart(), 'Mine', 'mine') });
  expect(jobOf(manifests).spec.template.spec.volumes).toContainEqual({ name: 'user', secret: { secretName: 'mine' } });
  expect(manifests.filter(({ metadata: { name } }) => name.startsWith('orders-user-web-init'))).toEqual([]);
});

test('takes the administrator\'s name and password by the keys that they have', () => {
  const manifests = made({}, { credentials: { secret: Secret.fromSecretName(newChart(), 'Administrator', 'administrator'), usernameKey: 'name', passwordKey: 'word' } });
  expect(jobOf(manifests).spec.template.spec.volumes).toContainEqual({
    name: 'administrator', secret: { secretName: 'administrator', items: [{ key: 'name', path: 'username' }, { key: 'word', path: 'password' }] },
  });
});

describe('users of the platform', () => {
  test.each<[RabbitMQPlatformUser, string[]]>([
    [RabbitMQPlatformUser.MONITORING, ['monitoring']],
    [RabbitMQPlatformUser.HEALTH, ['monitoring', '/', '^rabbitmq-k8s\\.health$', '^rabbitmq-k8s\\.health$', '^rabbitmq-k8s\\.health$']],
    [RabbitMQPlatformUser.SCALING, ['monitoring', '/', '^$', '^$', '^$']],
    [RabbitMQPlatformUser.BACKUP, ['administrator']],
  ])('%s has what it needs and no more', (user, rights) => {
    const chart = newChart({ namespace: 'shop' });
    const { secret } = RabbitMQUser.forPlatform(chart, 'User', newCluster({ name: 'orders' }, chart), user);
    expect(secret.name).toBe(`orders-${user}`);
    const job = synth(chart).find(({ kind, metadata: { name } }) => kind === 'Job' && new RegExp(`^orders-user-${user}-[0-9a-f]+$`).test(name))!;
    expect(job.spec.template.spec.containers[0].command.slice(6)).toEqual(rights);
  });
});

describe('its permissions', () => {
  test.each(['*', '(', '[a', 'web\\', 'a\nb'])('"%s" is refused, which is no regular expression', (read) => {
    expect(() => made({ permissions: [{ read }] })).toThrow(`permissions.read is "${read}": it must be a regular expression of names`);
  });

  test.each(['', '.*', '^web\\.', '(?i)web', 'a++', '^(web|amq\\.default)$'])('"%s" is taken', (write) => {
    expect(argumentsOf(made({ permissions: [{ write }] }))).toContain(write);
  });

  test('are in a virtual host that has a name', () => {
    expect(() => made({ permissions: [{ vhost: '' }] })).toThrow('permissions has the vhost ""');
  });
});

describe('its name', () => {
  test.each(['guest', 'Web', 'w_b', '', 'web-', `w${'e'.repeat(40)}`])('"%s" is refused', (name) => {
    expect(() => made({ name })).toThrow(/^name ".*" can't name a user: use up to 40/);
  });

  test('is not the administrator\'s, whom it would make somebody else', () => {
    expect(() => made({ name: 'admin' })).toThrow('name "admin" is the administrator\'s of cluster "orders", who would get other rights and another password: choose another name');
    expect(made({ name: 'web' }, { credentials: { username: 'boss' } })).not.toHaveLength(0);
    expect(() => made({ name: 'boss' }, { credentials: { username: 'boss' } })).toThrow('is the administrator\'s');
  });

  test('of 40 letters is taken, where the cluster\'s name leaves room for it', () => {
    const name = `w${'e'.repeat(39)}`;
    expect(made({ name })).not.toHaveLength(0);
    expect(() => made({ name }, { name: 'orders2' })).toThrow(`name "${name}" is too long beside the cluster's, "orders2": 39 characters are the most; shorten it`);
  });

  test('isn\'t what to shorten where the cluster\'s leaves no room, or the user is one of our own', () => {
    const cluster = 'c'.repeat(47);
    expect(() => made({ name: 'web' }, { name: cluster })).toThrow(`the cluster's name, "${cluster}", has 47 characters, too long beside its user "web": 43 are the most; shorten it`);
    const platform = (name: string): RabbitMQUser => {
      const chart = newChart();
      return RabbitMQUser.forPlatform(chart, 'User', newCluster({ name }, chart), RabbitMQPlatformUser.MONITORING);
    };
    expect(() => platform('c'.repeat(37))).toThrow('has 37 characters, too long beside its user "monitoring": 36 are the most; shorten it');
    expect(() => platform('c'.repeat(36))).not.toThrow();
  });
});

test('a name for a Secret that is there already is refused', () => {
  expect(() => made({ secret: Secret.fromSecretName(newChart(), 'Mine', 'mine'), secretName: 'other' })).toThrow('secretName is "other", but secret "mine" is there already: leave one of them out');
});
