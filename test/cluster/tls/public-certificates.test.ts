import { Secret } from 'cdk8s-plus-28';
import {
  RabbitMQBackup, RabbitMQCertificate, RabbitMQCluster, RabbitMQConsumedQueues, RabbitMQConsumerLoad,
  RabbitMQConsumerScaler, RabbitMQExternalSecret, RabbitMQIngress, RabbitMQIngressController, RabbitMQMonitoring,
  RabbitMQTlsOptions, RabbitMQUser,
} from '../../../lib';
import { OF_PUBLIC_NAME } from '../../support/certificates';
import { Manifest } from '../../support/manifest';
import { find, newChart, synth } from '../../support/synth';

const NAME = 'amqp.example.com';
const chart = () => newChart({ namespace: 'messaging' });
const certificate = (content?: string) => RabbitMQCertificate.fromSecret(Secret.fromSecretName(newChart(), 'Secret', 'amqp-example-com'), { publiclyTrusted: true, content });

/** A cluster with all that makes requests to it. */
function everything(tls: RabbitMQTlsOptions): Manifest[] {
  const scope = chart();
  const cluster = new RabbitMQCluster(scope, 'RabbitMQ', { name: 'orders', tls });
  new RabbitMQUser(scope, 'Web', { cluster, name: 'web' });
  new RabbitMQMonitoring(scope, 'Monitoring', { cluster, exporter: {} });
  new RabbitMQBackup(scope, 'Backup', { cluster });
  new RabbitMQIngress(scope, 'Ingress', { cluster, management: { host: 'ui.example.com', controller: RabbitMQIngressController.HAPROXY } });
  const [queues, load] = [RabbitMQConsumedQueues.named('jobs'), RabbitMQConsumerLoad.publishRate(10)];
  new RabbitMQConsumerScaler(scope, 'Scaler', { cluster, consumers: { name: 'worker' }, queues, load, maxReplicas: 5 });
  new RabbitMQExternalSecret(scope, 'External', { name: 'vault', store: 'vault', values: { username: { key: 'a' }, password: { key: 'b' } } }).bindTo(cluster);
  return synth(scope, { external: { Secret: ['amqp-example-com', 'vault'], Deployment: ['worker'] } });
}

const programs = (manifests: readonly Manifest[]): string[][] =>
  JSON.stringify(manifests).match(/\["escript","[^\]]*https:\/\/orders[^\]]*\]/g)!.map(text =>
    JSON.parse(text) as string[]);
const secretsIn = (manifests: readonly Manifest[]): any[] =>
  manifests.filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data = {} }) => Object.values<string>(data))
    .filter(text => /"kind": ?"Secret"/.test(text)).map(text => JSON.parse(text).stringData).filter(({ uri }) => uri);

describe.each([
  ['whose name is set', { certificate: certificate(), serverName: NAME }],
  ['whose content is known', { certificate: certificate(OF_PUBLIC_NAME) }],
  ['that cert-manager requests', { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'letsencrypt', publiclyTrusted: true, dnsNames: ['*.example.com', NAME] }) }],
])('a public certificate %s', (_, tls) => {
  const manifests = everything({ ...tls, disablePlainListeners: true });

  test('is verified by its name in every program', () => {
    const found = programs(manifests);
    expect([...new Set(found.map(([, program]) => program.split('/').pop()))].sort()).toEqual(['apply-topology.escript', 'back-up.escript', 'exporter.escript']);
    for (const [, , url, authority, serverName] of found) {
      expect([url, authority, serverName]).toEqual(['https://orders.messaging.svc:15671', '', NAME]);
    }
  });

  test('is verified by its name when metrics are scraped', () => {
    const [endpoint] = find(manifests, 'ServiceMonitor', 'orders').spec.endpoints;
    expect(endpoint.tlsConfig).toEqual({ serverName: NAME });
  });

  test('is verified by its name by ingress and KEDA', () => {
    expect(find(manifests, 'Ingress').metadata.annotations).toMatchObject({ 'haproxy.org/server-sni': `str(${NAME})` });
    expect(find(manifests, 'ScaledObject').spec.triggers[0].metadata.host).toBe(`https://${NAME}:15671/`);
  });

  test('is for the host of binding Secrets', () => {
    const secrets = secretsIn(manifests);
    expect(secrets.map(({ username }) => username).sort()).toEqual(['admin', 'backup', 'monitoring', 'scaling', 'topology-reader', 'web']);
    expect(new Set(secrets.map(({ host }) => host))).toEqual(new Set([NAME]));
    expect(secrets.every(({ uri }) => uri.includes(`@${NAME}:5671`))).toBe(true);
    expect(find(manifests, 'ExternalSecret').spec.target.template.data).toMatchObject({ host: NAME });
  });
});

describe('the names that cert-manager requests', () => {
  const names = (options: object, props: object = {}, added: string[] = []): string[] => {
    const scope = newChart({ namespace: 'messaging' });
    const cluster = new RabbitMQCluster(scope, 'RabbitMQ', { name: 'orders', tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', maxReplicas: 1, ...options }) }, ...props });
    cluster.addCertificateNames(...added);
    return find(synth(cluster), 'Certificate').spec.dnsNames;
  };

  test('are only the given ones for a public authority', () => {
    expect(names({ publiclyTrusted: true, dnsNames: [NAME] }, {}, ['mq.example.com', NAME])).toEqual([NAME, 'mq.example.com']);
  });

  test('have internal ones where a trusted authority signs them', () => {
    expect(names({ publiclyTrusted: true, internalNames: true })).toContain('orders.messaging.svc');
    expect(names({ internalNames: false, dnsNames: [NAME] })).toEqual([NAME]);
  });

  test('are in the domain of the Kubernetes cluster', () => {
    const found = names({}, { clusterDomain: 'k8s.corp.example' });
    expect(found).toContain('orders-0.orders-nodes.messaging.svc.k8s.corp.example');
    expect(found.filter(name => name.includes('cluster.local'))).toEqual([]);
    expect(() => names({}, { clusterDomain: 'k8s.' })).toThrow('clusterDomain is "k8s."');
  });

  test('need no namespace without internal ones', () => {
    const cluster = new RabbitMQCluster(newChart(), 'RabbitMQ', { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', internalNames: false, dnsNames: [NAME] }) } });
    expect(find(synth(cluster), 'Certificate').spec.dnsNames).toEqual([NAME]);
  });
});

test('a server name is a host', () => {
  expect(() => new RabbitMQCluster(chart(), 'RabbitMQ', { tls: { certificate: certificate(), serverName: 'https://mq.example.com' } })).toThrow('tls.serverName is "https://mq.example.com"');
});

test('an imported cluster has a server name', () => {
  const scope = chart();
  const cluster = RabbitMQCluster.fromClusterAttributes(scope, 'RabbitMQ', {
    clusterName: 'orders', version: new RabbitMQCluster(chart(), 'Other').version, credentialsSecret: Secret.fromSecretName(scope, 'Admin', 'admin'), ports: { amqps: 5671, 'management-tls': 15_671 }, serverName: NAME,
  });
  new RabbitMQBackup(scope, 'Backup', { cluster });
  expect(programs(synth(scope, { external: { Secret: ['admin'] } })).every(([, , , , name]) => name === NAME)).toBe(true);
});
