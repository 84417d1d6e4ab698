import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { allUp, watchedCluster } from './watched';
import { RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { connectTo, declareQueue } from '../support/amqp';
import type { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { createNamespace, deleteNamespace } from '../support/namespaces';
import { Prometheus } from '../support/prometheus';

const DAYS = 40;

/** A certificate that signs itself, made by the openssl of the machine. */
function certificate(): { certificate: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, file] = ['key.pem', 'certificate.pem'].map(name => join(folder, name));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', file, '-days', String(DAYS), '-subj', '/CN=orders', '-addext', 'subjectAltName=DNS:orders.test'], { stdio: 'ignore' });
  return { certificate: readFileSync(file, 'utf8'), key: readFileSync(key, 'utf8') };
}

/** The keys that name the files of the certificate. */
function files(prefix: string): Record<string, string> {
  return { [`${prefix}.certfile`]: '/tls/tls.crt', [`${prefix}.keyfile`]: '/tls/tls.key', [`${prefix}.cacertfile`]: '/tls/tls.crt' };
}

describe('monitoring of a broker of 4.0 that gives its metrics over TLS and to users only', () => {
  let namespace: string;
  let deployment: Deployment;
  let prometheus: Prometheus;

  beforeAll(async () => {
    prometheus = await Prometheus.find();
    namespace = await createNamespace('exporter-');
    const { certificate: crt, key } = certificate();
    await apply([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'orders-tls' }, type: 'kubernetes.io/tls', stringData: { 'tls.crt': crt, 'tls.key': key } }], namespace);
    const version = RabbitMQVersion.of('4.0');
    deployment = watchedCluster(namespace, {
      replicas: 1,
      image: RabbitMQImage.fromReference('rabbitmq:4.0-management', { version }),
      acknowledgedWarnings: ['version-unsupported', 'image-floating'],
      configuration: {
        raw: {
          'listeners.ssl.default': '5671',
          'prometheus.tcp.port': '15692',
          'prometheus.ssl.port': '15691',
          'prometheus.authentication.enabled': 'true',
          ...files('ssl_options'),
          ...files('prometheus.ssl'),
        },
      },
      pod: {
        // of the flags that are not required, this one is enabled in a new cluster and no other
        env: [{ name: 'RABBITMQ_FEATURE_FLAGS', value: 'detailed_queues_endpoint' }],
        volumes: [{ name: 'tls', secret: { secretName: 'orders-tls' } }], volumeMounts: [{ name: 'tls', mountPath: '/tls', readOnly: true }],
      },
    }, { scraping: { tls: { ca: Secret.fromSecretName(new Chart(new App(), 'external'), 'CA', 'orders-tls'), caKey: 'tls.crt', serverName: 'orders.test' } } });
    await deployment.up();
    await declareQueue(await deployment.amqp(), 'passing', { durable: false, arguments: { 'x-queue-type': 'classic' } });
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('is scraped over TLS by the user that monitors', async () => {
    await allUp(prometheus, namespace, 1);
    const address = (await core.readNamespacedPod({ namespace, name: 'orders-0' })).status!.podIP!;
    const plain = await fetch(`http://${address}:15692/metrics`);
    expect(plain.status).toBe(401);
    expect((await prometheus.query(`up{namespace="${namespace}",endpoint="prometheus"}`)).map(({ metric }) => metric.instance)).toEqual([`${address}:15691`]);
  });

  const samples = (metric: string): Promise<{ metric: Readonly<Record<string, string>>; value: number }[]> =>
    eventually(`${metric} is there`, 120_000, () => prometheus.query(`${metric}{namespace="${namespace}"}`), found => found.length > 0);

  test('tells of stable feature flags that are disabled', async () => {
    expect((await samples('rabbitmq_feature_flag_disabled')).map(({ metric }) => [metric.feature_flag, metric.stability])).toContainEqual(['rabbitmq_4.0.0', 'stable']);
  });

  test('tells of deprecated features in use', async () => {
    expect((await samples('rabbitmq_deprecated_feature_used')).map(({ metric }) => metric.feature)).toContain('transient_nonexcl_queues');
  });

  test('tells when certificates end, and of which broker', async () => {
    const [{ metric, value }] = await samples('rabbitmq_certificate_not_after_timestamp_seconds');
    expect(metric).toMatchObject({ pod: 'orders-0', port: 'amqps', rabbitmq_cluster: 'orders' });
    expect((value - Date.now() / 1000) / 86_400).toBeCloseTo(DAYS, 0);
  });

  test('asks as a user who may look and touch nothing', async () => {
    const { data } = await core.readNamespacedSecret({ namespace, name: 'orders-monitoring' });
    const value = (key: string): string => Buffer.from(data?.[key] ?? '', 'base64').toString();
    const target = { ...await deployment.amqp(), username: value('username'), password: value('password') };
    expect(target.username).toBe('monitoring');
    await expect(connectTo(target)).rejects.toThrow(/ConnectionClose|NOT_ALLOWED/);
    const users = await deployment.broker(0).run('rabbitmqctl', '--silent', 'list_users');
    expect(users).toMatch(/monitoring\s+\[monitoring\]/);
    expect(await deployment.broker(0).run('rabbitmqctl', '--silent', 'list_user_permissions', 'monitoring')).not.toContain('/');
  });
});
