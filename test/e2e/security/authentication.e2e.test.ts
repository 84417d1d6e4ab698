import { createSign, generateKeyPairSync } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import { connect, credentials } from 'amqplib';
import { Chart } from 'cdk8s';
import { NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import { Directory } from './directory';
import { RabbitMQCertificate, RabbitMQClientCertificates, RabbitMQCluster } from '../../../lib';
import { connectTo, declareQueue, withConnection, type AmqpTarget } from '../../../ops/src/load-generator/amqp';
import { Authority } from '../support/authority';
import { Deployment, manifestsOf } from '../support/deployment';
import { figure } from '../support/figures';
import { core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const NAME = 'guarded';
const LDAP_PORT = 16_360;
const PERSON = { name: 'alice', password: 'correct-horse' };
const REFUSED = /ACCESS_REFUSED|403|Expected ConnectionOpenOk/;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token for the resource server `rabbit`. */
function token(scope: string, { expiresInS = 600, key = privateKey } = {}): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part({ sub: 'service', aud: ['rabbit'], iat: now - 600, exp: now + expiresInS, scope })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

/** The address of this machine as a pod sees it. */
async function addressFor(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, host, () => {
      resolve(socket.localAddress!);
      socket.end();
    });
    socket.on('error', reject);
  });
}

describe('brokers that others tell who users are', () => {
  const authority = Authority.create('Authority');
  let directory: Directory;

  const run = (...command: string[]): Promise<string> => suite().deployment.broker(0).run(['rabbitmqctl', ...command]);
  /** A user without a password, who has to be somebody elsewhere. */
  const userWithoutPassword = async (name: string): Promise<void> => {
    await run('add_user', name, 'passing');
    await run('clear_password', name);
    await run('set_permissions', name, '.*', '.*', '.*');
  };

  const suite = useNamespace('authentication-', async (namespace, defer) => {
    const brokers = authority.issue({ commonName: NAME, dnsNames: [`${NAME}.${namespace}.svc`] });
    await apply([
      authority.secret('brokers', brokers),
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, stringData: { 'one.pem': publicKey.export({ type: 'spki', format: 'pem' }) as string } },
    ], namespace);
    const dns = (await core.readNamespacedService({ name: 'kubernetes', namespace: 'default' })).spec!.clusterIP!;
    const host = await addressFor(dns, 443);
    const name = 'directory.example.com';
    const deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'authentication');
      const secret = (secretName: string) => Secret.fromSecretName(chart, secretName, secretName);
      const brokersSecret = secret('brokers');
      new RabbitMQCluster(chart, 'RabbitMQ', {
        name: NAME,
        replicas: 1,
        networkPolicy: { enabled: true },
        tls: {
          certificate: RabbitMQCertificate.fromSecret(brokersSecret),
          clientCertificates: RabbitMQClientCertificates.OPTIONAL,
        },
        authentication: {
          oauth2: { resourceServerId: 'rabbit', signingKeys: [{ id: 'one', key: 'one.pem' }], signingKeysSecret: secret('keys') },
          ldap: {
            servers: [name],
            port: LDAP_PORT,
            authority: brokersSecret,
            userDnPattern: Directory.USER_DN_PATTERN,
            server: NetworkPolicyIpBlock.ipv4(chart, 'Directory', `${host}/32`),
          },
          clientCertificates: {},
        },
      });
      return chart;
    }), namespace);
    // nobody's DNS knows the directory's name
    const statefulSet = deployment.manifests.find(({ kind }) => kind === 'StatefulSet')!;
    statefulSet.spec.template.spec.hostAliases = [{ ip: host, hostnames: [name] }];
    directory = await Directory.start([PERSON], authority, name, LDAP_PORT);
    defer(() => directory.stop());
    await deployment.up();
    const target = await deployment.amqp();
    return { deployment, target };
  });

  describe('a client with a token', () => {
    const scope = ['configure:%2F/mine', 'write:%2F/mine', 'read:%2F/mine', 'write:%2F/amq.default'].map(right => `rabbit.${right}`).join(' ');
    const withToken = (password: string): AmqpTarget => ({ ...suite().target, username: 'service', password });

    test('does what its scopes say', async () => {
      await declareQueue(withToken(token(scope)), 'mine');
      await withConnection(withToken(token(scope)), async (connection) => {
        const channel = await connection.createConfirmChannel();
        channel.sendToQueue('mine', Buffer.from('message'));
        await channel.waitForConfirms();
        expect(await channel.get('mine', { noAck: true })).toBeTruthy();
      });
    });

    test('and nothing else', async () => {
      await expect(declareQueue(withToken(token(scope)), 'other')).rejects.toThrow(/ACCESS_REFUSED/);
    });

    test.each([
      ['that has expired', () => token(scope, { expiresInS: -60 })],
      ['that somebody else signed', () => token(scope, { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey })],
      ['for nothing here', () => token('other.read:*/*')],
    ])('%s is refused', async (_, make) => {
      await expect(connectTo(withToken(make()))).rejects.toThrow(REFUSED);
    });
  });

  describe('a user of the directory', () => {
    beforeAll(() => userWithoutPassword(PERSON.name));

    test('logs in with the password that the directory knows', async () => {
      await declareQueue({ ...suite().target, username: PERSON.name, password: PERSON.password }, 'hers');
    });

    test.each([[PERSON.name, 'wrong'], [PERSON.name, ''], ['mallory', 'anything']])('%s with "%s" is refused', async (username, password) => {
      await expect(connectTo({ ...suite().target, username, password })).rejects.toThrow(REFUSED);
    });
  });

  describe('a client with a certificate', () => {
    const external = async (commonName: string | undefined): Promise<void> => {
      const { host, port, tls } = await suite().deployment.amqps({ ca: authority.certificate });
      const pair = commonName === undefined ? undefined : authority.issue({ commonName });
      const connection = await connect({ protocol: 'amqps', hostname: host, port, vhost: '%2F' }, {
        ...tls, ...(pair && { cert: pair.certificate, key: pair.key }), credentials: credentials.external(),
      });
      await connection.close();
    };

    beforeAll(() => userWithoutPassword('device'));

    test('is the user of its common name', async () => {
      await expect(external('device')).resolves.toBeUndefined();
    });

    test.each(['nobody', undefined])('%s is refused', async (commonName) => {
      await expect(external(commonName)).rejects.toThrow(REFUSED);
    });
  });

  test('the administrator logs in when the directory is gone, at once', async () => {
    const { target } = suite();
    await directory.stop();
    const times: number[] = [];
    // any of them may be held up by a pause of the machine; none of them would be fast if the directory were asked
    // first
    for (let login = 0; login < 3; login++) {
      const start = performance.now();
      await declareQueue({ ...target, heartbeatS: 60 }, 'administrators');
      times.push(performance.now() - start);
    }
    const fastest = Math.min(...times);
    figure('login of the administrator without the directory', fastest / 1000, 's');
    expect(fastest).toBeLessThan(5000);
    await expect(connectTo({ ...target, username: PERSON.name, password: PERSON.password })).rejects.toThrow();
    directory = await Directory.start([PERSON], authority, 'directory.example.com', LDAP_PORT);
    await declareQueue({ ...target, username: PERSON.name, password: PERSON.password }, 'hers-again');
  });
});
