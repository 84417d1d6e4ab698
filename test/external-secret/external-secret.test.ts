import { Duration } from 'cdk8s';
import { RabbitMQCertificate, RabbitMQCluster, RabbitMQExternalSecret, RabbitMQExternalSecretProps, RabbitMQSecretStoreKind } from '../../lib';
import { Manifest } from '../support/manifest';
import { find, newChart, secretFilesOf, synth } from '../support/synth';

const CREDENTIALS = { username: { key: 'rabbitmq', property: 'name' }, password: { key: 'rabbitmq', property: 'password', version: '3' } };
const PAIR = { 'tls.crt': { key: 'tls' }, 'tls.key': { key: 'key' }, 'ca.crt': { key: 'ca' } };

const newSecret = (props: Partial<RabbitMQExternalSecretProps> = {}, chart = newChart({ namespace: 'shop' })): RabbitMQExternalSecret =>
  new RabbitMQExternalSecret(chart, 'Secret', { name: 'admin', store: 'vault', values: CREDENTIALS, ...props });

const specOf = (secret: RabbitMQExternalSecret): any => find(synth(secret), 'ExternalSecret', 'admin').spec;

describe('a Secret from outside', () => {
  test('says where each value is', () => {
    expect(specOf(newSecret())).toEqual({
      refreshInterval: '3600s',
      secretStoreRef: { name: 'vault', kind: 'SecretStore' },
      target: { name: 'admin', deletionPolicy: 'Retain' },
      data: [
        { secretKey: 'username', remoteRef: { key: 'rabbitmq', property: 'name' } },
        { secretKey: 'password', remoteRef: { key: 'rabbitmq', property: 'password', version: '3' } },
      ],
    });
  });

  test('is asked for as often, from where, and of which type is said', () => {
    const spec = specOf(newSecret({ refreshInterval: Duration.minutes(5), storeKind: RabbitMQSecretStoreKind.CLUSTER_SECRET_STORE, type: 'kubernetes.io/basic-auth' }));
    expect(spec).toMatchObject({ refreshInterval: '300s', secretStoreRef: { kind: 'ClusterSecretStore' }, target: { template: { type: 'kubernetes.io/basic-auth', mergePolicy: 'Merge' } } });
  });

  test('without a value is refused', () => {
    expect(() => newSecret({ values: {} })).toThrow(/\] values of "admin" is empty/);
  });
});

describe('a cluster whose Secrets all come from outside', () => {
  const chart = newChart({ namespace: 'shop' });
  const admin = newSecret({}, chart);
  const external = (name: string, values: RabbitMQExternalSecretProps['values']) => new RabbitMQExternalSecret(chart, name, { name, store: 'vault', values }).secret;
  const cluster = new RabbitMQCluster(chart, 'Cluster', {
    name: 'orders',
    credentials: { secret: admin.secret, erlangCookieSecret: external('cookie', { cookie: { key: 'cookie' } }) },
    tls: { certificate: RabbitMQCertificate.fromSecret(external('brokers', PAIR)), disablePlainListeners: true },
  });
  admin.bindTo(cluster);
  const manifests: Manifest[] = synth(chart);

  test('takes them, and makes none', () => {
    expect(secretFilesOf(manifests)).toContainEqual({ name: 'admin', items: [{ key: 'password', path: 'password' }] });
    expect(manifests.filter(({ kind }) => kind === 'Job')).toEqual([]);
  });

  test('is bound to by the administrator\'s, over the port that is open', () => {
    expect(find(manifests, 'ExternalSecret', 'admin').spec.target.template).toEqual({
      engineVersion: 'v2',
      mergePolicy: 'Merge',
      type: 'servicebinding.io/rabbitmq',
      data: {
        type: 'rabbitmq', provider: 'cdk8s-rabbitmq', host: 'orders.shop.svc', port: '5671',
        uri: 'amqps://{{ .username | urlquery | replace "+" "%20" }}:{{ .password | urlquery | replace "+" "%20" }}@orders.shop.svc:5671',
      },
    });
  });

  test('isn\'t bound to by what is no user', () => {
    const cookie = newSecret({ values: { username: { key: 'a' } } });
    expect(() => { cookie.bindTo(cluster); }).toThrow(/\] values of "admin" has no "password"/);
  });
});
