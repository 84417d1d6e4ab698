import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate, RabbitMQClusterProps, RabbitMQMonitoring, RabbitMQMonitoringProps } from '../../../lib';
import { readEscript } from '../../../lib/rabbitmq/programs';
import { Manifest, selects } from '../../support/manifest';
import { find, newChart, newCluster, synth } from '../../support/synth';
import { declaredIn } from '../../topology/declared';

function exported(options: Omit<RabbitMQMonitoringProps, 'cluster'> = {}, cluster: RabbitMQClusterProps = {}): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({ name: 'orders', ...cluster }, chart), ...options });
  return synth(chart, { external: { Secret: ['monitor'] } });
}

const podOf = (manifests: readonly Manifest[]): any => find(manifests, 'Deployment').spec.template;

describe('the exporter', () => {
  const manifests = exported();
  const { metadata, spec } = podOf(manifests);

  test('runs in the broker\'s image, restricted and without a token', () => {
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(spec.containers).toHaveLength(1);
    expect(spec.containers[0]).toMatchObject({ image: 'rabbitmq:4.3.6-management', securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false } });
  });

  test('asks as a user of its own, who has the tag monitoring and no permission, and knows of no other', () => {
    expect(spec.volumes.filter(({ secret }: any) => secret).map(({ name, secret }: any) => [name, secret.secretName])).toEqual([['monitoring', 'orders-monitoring']]);
    expect(declaredIn(manifests).map(({ kind, body }) => [kind, body])).toEqual([['user', { tags: ['monitoring'] }]]);
  });

  test('has no secret in its arguments or environment', () => {
    expect(spec.containers[0]).not.toHaveProperty('env');
    expect(spec.containers[0].command.join(' ')).not.toMatch(/password|\{\{/);
    expect(readEscript('exporter')['exporter.escript'].split('\n').filter(line => line.includes('io:format') && /read\(|password|Body/.test(line))).toEqual([]);
  });

  test('adds no warning about peers where there is no NetworkPolicy', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ networkPolicy: { enabled: false }, tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }) } }, chart);
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster });
    expect(cluster.warnings.filter(warning => warning.includes('[network-unused]'))).toEqual([]);
  });

  test('is no broker to any selector', () => {
    for (const service of manifests.filter(({ kind, metadata: { name } }) => kind === 'Service' && name !== 'orders-exporter')) {
      expect(selects({ matchLabels: service.spec.selector }, metadata.labels)).toBe(false);
    }
    expect(metadata.labels.app).toBe('rabbitmq-exporter');
  });

  test('is reached by Prometheus, and reaches the management port', () => {
    const policy = find(manifests, 'NetworkPolicy', 'orders-exporter').spec;
    expect(policy.ingress).toEqual([{ from: [{
      namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['monitoring'] }] },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
    }], ports: [{ protocol: 'TCP', port: 9419 }] }]);
    expect(policy.egress[1].ports).toEqual([{ protocol: 'TCP', port: 15_672 }]);
    const letIn = find(manifests, 'NetworkPolicy', 'orders').spec.ingress.find(({ ports }: any) => ports[0].port === 15_672);
    expect(selects(letIn.from[0].podSelector, metadata.labels)).toBe(true);
  });

  test('tells the certificates of brokers from its own pod', () => {
    const [endpoint] = find(manifests, 'ServiceMonitor', 'orders-exporter').spec.endpoints;
    expect(endpoint).toMatchObject({ port: 'exporter', honorLabels: true, interval: '30s' });
    expect(endpoint.relabelings).toContainEqual({ targetLabel: 'endpoint', replacement: 'exporter' });
  });
});

test('looks at the certificate of each port of each broker', () => {
  const { spec } = podOf(exported({}, { configuration: { raw: { 'listeners.ssl.default': '5671' } } }));
  expect(spec.containers[0].command.slice(-3)).toEqual([0, 1, 2].map(ordinal => `orders-${ordinal}=amqps=orders-${ordinal}.orders-nodes=5671`));
});

test('asks over TLS where nothing else is open, and trusts the cluster\'s authority', () => {
  const manifests = exported({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }), disablePlainListeners: true } });
  const { spec } = podOf(manifests);
  expect(spec.containers[0].command.slice(2, 5)).toEqual(['https://orders.shop.svc:15671', '/run/secrets/authority/ca.crt', '']);
  expect(spec.volumes).toContainEqual({ name: 'authority', secret: { secretName: 'orders-tls', items: [{ key: 'ca.crt', path: 'ca.crt' }] } });
  expect(find(manifests, 'NetworkPolicy', 'orders-exporter').spec.egress[1].ports).toContainEqual({ protocol: 'TCP', port: 15_671 });
});

test('takes a user that is there already', () => {
  const manifests = exported({ exporter: { credentials: Secret.fromSecretName(newChart(), 'Monitor', 'monitor') } });
  const { spec } = podOf(manifests);
  expect(spec.volumes.map(({ secret }: any) => secret?.secretName).filter(Boolean)).toEqual(['monitor']);
  expect(manifests.filter(({ metadata }) => metadata.name.startsWith('orders-user-'))).toEqual([]);
});
