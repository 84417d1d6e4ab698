import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { allUp, watchedCluster } from './watched';
import { RabbitMQCertificate, RabbitMQClientCertificates, RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { connectTo, declareQueue, type AmqpTarget } from '../../../ops/src/load-generator/amqp';
import { Authority } from '../support/authority';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { Prometheus, type Sample } from '../support/prometheus';
import { handshake } from '../support/tls';
import { useNamespace } from '../support/use-cluster';

const DAYS = 40;

describe('monitoring of a broker of 4.0 that speaks TLS only, to clients with certificates, and gives its metrics to users', () => {
  const authority = Authority.create('Authority');
  const client = authority.issue({ commonName: 'client' });
  const tls = { ca: authority.certificate, cert: client.certificate, key: client.key };

  const suite = useNamespace('exporter-', async (namespace) => {
    const prometheus = await Prometheus.find();
    const dnsNames = [`orders.${namespace}.svc`];
    await apply([authority.secret('brokers', authority.issue({ commonName: 'orders', dnsNames, days: DAYS }))], namespace);
    const version = RabbitMQVersion.of('4.0');
    const deployment = watchedCluster(namespace, {
      replicas: 1,
      image: RabbitMQImage.fromReference('rabbitmq:4.0-management', { version }),
      acknowledgedWarnings: ['version-unsupported', 'image-floating'],
      configuration: { raw: { 'prometheus.authentication.enabled': 'true' } },
      tls: {
        certificate: RabbitMQCertificate.fromSecret(Secret.fromSecretName(new Chart(new App(), 'external'), 'Certificate', 'brokers')),
        disablePlainListeners: true,
        clientCertificates: RabbitMQClientCertificates.REQUIRED,
      },
      // of the flags that are not required, this one is enabled in a new cluster and no other
      pod: { env: [{ name: 'RABBITMQ_FEATURE_FLAGS', value: 'detailed_queues_endpoint' }] },
    });
    await deployment.up();
    await declareQueue(await deployment.amqps(tls), 'passing', { durable: false, arguments: { 'x-queue-type': 'classic' } });
    return { deployment, prometheus };
  });

  test('is scraped over TLS by the user that monitors', async () => {
    const { namespace, prometheus } = suite();
    await allUp(prometheus, namespace, 1);
    const address = (await core.readNamespacedPod({ namespace, name: 'orders-0' })).status!.podIP!;
    await expect(fetch(`http://${address}:15692/metrics`)).rejects.toThrow();
    expect((await handshake({ host: address, port: 15_691, servername: `orders.${namespace}.svc`, ca: authority.certificate })).protocol).toBe('TLSv1.3');
    expect((await prometheus.query(`up{namespace="${namespace}",endpoint="prometheus"}`)).map(({ metric }) => metric.instance)).toEqual([`${address}:15691`]);
  });

  const samples = (metric: string, count = 1): Promise<Sample[]> => {
    const { namespace, prometheus } = suite();
    const look = () => prometheus.query(`${metric}{namespace="${namespace}"}`);
    return eventually(`${metric} is there ${count} times`, 120_000, look, found => found.length >= count);
  };

  test('tells of stable feature flags that are disabled', async () => {
    expect((await samples('rabbitmq_feature_flag_disabled')).map(({ metric }) => [metric.feature_flag, metric.stability])).toContainEqual(['rabbitmq_4.0.0', 'stable']);
  });

  test('tells of deprecated features in use', async () => {
    expect((await samples('rabbitmq_deprecated_feature_used')).map(({ metric }) => metric.feature)).toContain('transient_nonexcl_queues');
  });

  test('tells when certificates end, and of which broker', async () => {
    const found = await samples('rabbitmq_certificate_not_after_timestamp_seconds', 4);
    expect(found.map(({ metric }) => metric.port).sort()).toEqual(['amqps', 'management-tls', 'prometheus-tls', 'streams']);
    for (const { metric, value } of found) {
      expect(metric).toMatchObject({ pod: 'orders-0', rabbitmq_cluster: 'orders' });
      expect((value - Date.now() / 1000) / 86_400).toBeCloseTo(DAYS, 0);
    }
  });

  test('makes one collection for many scrapes at the same time', async () => {
    const [pod] = (await core.listNamespacedPod({ namespace: suite().namespace, labelSelector: 'app=rabbitmq-exporter,cluster=orders' })).items;
    const scrape = async (): Promise<string> => (await fetch(`http://${pod?.status?.podIP}:9419/metrics`)).text();
    const scrapes = await Promise.all(Array.from({ length: 50 }, scrape));
    expect([...new Set(scrapes)]).toEqual([expect.stringContaining('rabbitmq_exporter_up{} 1\n')]);
  });

  test('asks as a user who may look and touch nothing', async () => {
    const { namespace, deployment } = suite();
    const { data } = await core.readNamespacedSecret({ namespace, name: 'orders-monitoring' });
    const value = (key: string): string => Buffer.from(data?.[key] ?? '', 'base64').toString();
    const target: AmqpTarget = { ...await deployment.amqps(tls), username: value('username'), password: value('password') };
    expect(target.username).toBe('monitoring');
    await expect(connectTo(target)).rejects.toThrow(/ConnectionClose|NOT_ALLOWED/);
    const users = await deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_users']);
    expect(users).toMatch(/monitoring\s+\[monitoring\]/);
    expect(await deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_user_permissions', 'monitoring'])).not.toContain('/');
  });
});
