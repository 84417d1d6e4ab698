import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQCredentialsOptions, RabbitMQVersion } from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerConfiguration, find, newChart, newCluster, podTemplate, secretFilesOf, secretSettingsOf, synth } from '../support/synth';

const EXTERNAL = { external: { Secret: ['vault-user', 'vault-cookie'] } };

function synthWith(credentials: (chart: ReturnType<typeof newChart>) => RabbitMQCredentialsOptions): Manifest[] {
  const chart = newChart();
  new RabbitMQCluster(chart, 'Cluster', { credentials: credentials(chart) });
  return synth(chart, EXTERNAL);
}

/** The Secrets that the bootstrap makes, by the file of their manifest. */
function bootstrapped(manifests: Manifest[]): Record<string, Manifest> {
  const { data } = find(manifests, 'ConfigMap', 'rabbitmq-cluster-init');
  return Object.fromEntries(Object.entries<string>(data).filter(([file]) => file.endsWith('.json')).map(([file, text]) => [file, JSON.parse(text)]));
}

const userOf = (manifests: Manifest[]): any[] =>
  secretFilesOf(manifests).map(({ name, items: [{ key }] }) => ({ name, key }));
const cookieOf = (manifests: Manifest[]): any => podTemplate(manifests).spec.volumes.find(({ name }: any) => name === 'erlang-cookie').secret;

describe('credentials by default', () => {
  const manifests = synth(newCluster());

  test('are Secrets that the cluster makes for itself', () => {
    expect(userOf(manifests)).toEqual([
      { name: 'rabbitmq-cluster-credentials', key: 'username' },
      { name: 'rabbitmq-cluster-credentials', key: 'password' },
    ]);
    expect(cookieOf(manifests)).toEqual({ secretName: 'rabbitmq-cluster-erlang-cookie', items: [{ key: 'cookie', path: 'cookie' }], defaultMode: 0o400 });
    expect(Object.values(bootstrapped(manifests)).map(({ metadata }) => metadata.name)).toEqual(['rabbitmq-cluster-credentials', 'rabbitmq-cluster-erlang-cookie']);
  });

  test('reach RabbitMQ through files, not through its environment', () => {
    expect(secretSettingsOf(manifests)).toBe('{rabbit, default_user, {binary, "username"}}.\n{rabbit, default_pass, {binary, "password"}}.\n');
    expect(secretFilesOf(manifests).map(({ items }) => items[0].path)).toEqual(['username', 'password']);
  });

  test('have no secret value in them, but places for one', () => {
    const { 'credentials.json': user, 'erlang-cookie.json': cookie } = bootstrapped(manifests);
    expect(user.stringData).toMatchObject({ username: 'admin', password: '{{random}}', uri: 'amqp://admin:{{random}}@rabbitmq-cluster.{{namespace}}.svc:5672' });
    expect(cookie.stringData).toEqual({ cookie: '{{random}}' });
  });

  test('can be bound by applications', () => {
    const { 'credentials.json': user } = bootstrapped(manifests);
    expect(user.type).toBe('servicebinding.io/rabbitmq');
    expect(user.stringData).toMatchObject({ type: 'rabbitmq', host: 'rabbitmq-cluster.{{namespace}}.svc', port: '5672' });
  });

  test('outlast an upgrade: their labels name no version', () => {
    for (const { metadata } of Object.values(bootstrapped(manifests))) {
      expect(metadata.labels).toMatchObject({ app: 'rabbitmq', cluster: 'rabbitmq-cluster' });
      expect(metadata.labels).not.toHaveProperty(['app.kubernetes.io/version']);
    }
  });

  test('are for a user with a name of one\'s own', () => {
    expect(bootstrapped(synthWith(() => ({ username: 'orders' })))['credentials.json'].stringData).toMatchObject({
      username: 'orders',
      uri: 'amqp://orders:{{random}}@rabbitmq-cluster.{{namespace}}.svc:5672',
    });
  });
});

describe.each([RabbitMQVersion.V3_10, RabbitMQVersion.V4_0, RabbitMQVersion.NEWEST])('in the manifests of %s', (version) => {
  const manifests = synth(newCluster({ version }));

  test('there is no Secret', () => {
    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });

  test('there is nothing as long as a random value or a hash', () => {
    const text = JSON.stringify(manifests);
    expect(text.match(/[0-9a-f]{20,}/gi)).toBeNull();
    expect((text.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? []).filter(word => /\d/.test(word))).toEqual([]);
  });

  test('there is no key of the configuration with a password or a cookie', () => {
    expect(Object.keys(brokerConfiguration(manifests)).filter(key => /pass|secret|cookie|hash/.test(key))).toEqual([]);
  });

  test('no environment variable has a password or a cookie as its value', () => {
    const variables: any[] = manifests
      .flatMap(({ spec }) => spec?.template?.spec?.containers ?? [])
      .flatMap(({ env }: any) => env ?? []);
    expect(variables.filter(({ name, valueFrom }) =>
      /PASS|SECRET|COOKIE|TOKEN|USER/.test(name) || valueFrom?.secretKeyRef)).toEqual([]);
  });

  test('no command has a secret among its words', () => {
    const words: string[] = manifests.flatMap(({ spec }) =>
      [...(spec?.template?.spec?.initContainers ?? []), ...(spec?.template?.spec?.containers ?? [])])
      .flatMap(({ command, args }: any) => [...(command ?? []), ...(args ?? [])]);
    expect(words.filter(word => /RABBITMQ_DEFAULT_PASS|RABBITMQ_ERLANG_COOKIE|setcookie|--erlang-cookie/.test(word)))
      .toEqual([]);
  });
});

describe('credentials that are there already', () => {
  const both = synthWith(chart => ({
    secret: Secret.fromSecretName(chart, 'User', 'vault-user'),
    usernameKey: 'login',
    passwordKey: 'word',
    erlangCookieSecret: Secret.fromSecretName(chart, 'Cookie', 'vault-cookie'),
    erlangCookieKey: 'erlang',
  }));

  test('are read by their names and keys', () => {
    expect(userOf(both)).toEqual([{ name: 'vault-user', key: 'login' }, { name: 'vault-user', key: 'word' }]);
    expect(cookieOf(both)).toMatchObject({ secretName: 'vault-cookie', items: [{ key: 'erlang', path: 'cookie' }] });
  });

  test('leave nothing to make, so nothing of the bootstrap is there', () => {
    expect(both.map(({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{10}$/, '-#')}`)).toEqual([
      'ServiceAccount rabbitmq-cluster',
      'Role rabbitmq-cluster-scaling',
      'RoleBinding rabbitmq-cluster-scaling',
      'ConfigMap rabbitmq-cluster-programs-#',
      'NetworkPolicy rabbitmq-cluster',
      'ConfigMap rabbitmq-cluster-config',
      'Service rabbitmq-cluster-nodes',
      'Service rabbitmq-cluster',
      'PodDisruptionBudget rabbitmq-cluster',
      'StatefulSet rabbitmq-cluster',
    ]);
  });

  test('have the usual keys where none are named', () => {
    const manifests = synthWith(chart => ({
      secret: Secret.fromSecretName(chart, 'User', 'vault-user'), erlangCookieSecret: Secret.fromSecretName(chart, 'Cookie', 'vault-cookie'),
    }));
    expect(userOf(manifests)).toEqual([{ name: 'vault-user', key: 'username' }, { name: 'vault-user', key: 'password' }]);
    expect(cookieOf(manifests)).toMatchObject({ items: [{ key: 'cookie', path: 'cookie' }] });
  });

  test('can be the user\'s alone: the cookie is made', () => {
    const manifests = synthWith(chart => ({ secret: Secret.fromSecretName(chart, 'User', 'vault-user') }));
    expect(Object.keys(bootstrapped(manifests))).toEqual(['erlang-cookie.json']);
    expect(userOf(manifests)[0].name).toBe('vault-user');
    expect(cookieOf(manifests).secretName).toBe('rabbitmq-cluster-erlang-cookie');
  });

  test('can be the cookie alone: the user is made', () => {
    const manifests = synthWith(chart => ({ erlangCookieSecret: Secret.fromSecretName(chart, 'Cookie', 'vault-cookie') }));
    expect(Object.keys(bootstrapped(manifests))).toEqual(['credentials.json']);
    expect(userOf(manifests)[0].name).toBe('rabbitmq-cluster-credentials');
    expect(cookieOf(manifests).secretName).toBe('vault-cookie');
  });

  test('are what other constructs read', () => {
    const chart = newChart();
    const cluster = new RabbitMQCluster(chart, 'Cluster', { credentials: { secret: Secret.fromSecretName(chart, 'User', 'vault-user') } });
    expect(cluster.credentialsSecret.name).toBe('vault-user');
    synth(chart, EXTERNAL);
  });
});

describe('credentials fail', () => {
  test.each([
    [{ usernameKey: 'login' }, 'credentials.usernameKey is set, but credentials.secret is not'],
    [{ passwordKey: 'word' }, 'credentials.passwordKey is set, but credentials.secret is not'],
    [{ erlangCookieKey: 'erlang' }, 'credentials.erlangCookieKey is set, but credentials.erlangCookieSecret is not'],
    [{ username: 'guest' }, 'credentials.username is "guest": use up to 64'],
    [{ username: '' }, 'credentials.username is "": use up to 64'],
    [{ username: '1st' }, 'credentials.username is "1st": use up to 64'],
    [{ username: 'a:b' }, 'credentials.username is "a:b": use up to 64'],
    [{ username: 'a@b' }, 'credentials.username is "a@b": use up to 64'],
    [{ username: 'a"b' }, 'credentials.username is "a"b": use up to 64'],
    [{ username: 'a'.repeat(65) }, 'credentials.username is "aaaa'],
    [{ username: 'a\n' }, 'credentials.username is "a\n": use up to 64'],
  ])('as %j', (credentials, message) => {
    expect(() => newCluster({ credentials })).toThrow(message);
  });

  test('where a Secret has a name already', () => {
    const chart = newChart();
    const secret = Secret.fromSecretName(chart, 'User', 'vault-user');
    expect(() => new RabbitMQCluster(chart, 'Cluster', { credentials: { secret, username: 'orders' } }))
      .toThrow('credentials.username is "orders", but credentials.secret "vault-user" already has a user name. Remove one of them');
  });

  test('not with a name of 64 characters', () => {
    expect(() => newCluster({ credentials: { username: `a${'_.-9'.repeat(15)}abc` } })).not.toThrow();
  });
});
