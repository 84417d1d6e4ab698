import { synthesize } from '../../src/inventory/synth';
import type { DeploymentConfig } from '../../src/inventory/config';

const IMAGES = ['3.10.8', '3.11.28', '3.12.14', '3.13.7', '4.0.9', '4.1.8', '4.2.10', '4.3.6'].map(tag => `rabbitmq:${tag}-management`);
const PROFILES = [undefined, 'dev', 'test', 'prod'] as const;

const find = (config: DeploymentConfig, kind: string, name: string): any =>
  synthesize({ namespace: 'shop', clusterName: 'orders', ...config }).manifests.find(manifest => manifest.kind === kind && manifest.metadata.name === name);

test.each(IMAGES)('monitoring and an Ingress can be deployed with %s and any profile', (image) => {
  for (const profile of PROFILES) {
    const kinds = synthesize({ image, profile, monitoring: true, ingress: 'mq.example.com' }).manifests.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['ServiceMonitor', 'PrometheusRule', profile === 'prod' ? 'HTTPRoute' : 'Ingress']));
  }
}, 60_000);

describe.each(PROFILES)('the Ingress with the profile %s', (profile) => {
  const config = { profile, ingress: 'mq.example.com', ingressController: 'nginx', replicas: 3 } as const;

  test('has a class', () => {
    expect(find(config, 'Ingress', 'orders-management').spec.ingressClassName).toBe('nginx');
  });

  test('is reached by its controller through the NetworkPolicy', () => {
    const rules: { from: object[]; ports: { port: number }[] }[] = find(config, 'NetworkPolicy', 'orders').spec.ingress;
    const controller = rules.filter(({ from }) => JSON.stringify(from).includes('ingress-nginx'));
    expect(controller.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual(expect.arrayContaining([profile === 'prod' ? 15671 : 15672]));
  });

  test('has TLS, or a warning', () => {
    const { warnings } = synthesize(config);
    expect(find(config, 'Ingress', 'orders-management').spec.tls !== undefined || warnings.some(warning => warning.includes('without TLS'))).toBe(true);
  });
});

describe('the management UI', () => {
  test('of production is behind a Gateway, which verifies brokers by a ConfigMap, and whose pods may connect', () => {
    const config = { profile: 'prod', ingress: 'mq.example.com' } as const;
    expect(find(config, 'HTTPRoute', 'orders-management').spec.parentRefs).toEqual([{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'rabbitmq' }]);
    expect(find(config, 'BackendTLSPolicy', 'orders-management').spec.validation.caCertificateRefs).toEqual([{ group: '', kind: 'ConfigMap', name: 'orders-ca' }]);
    expect(JSON.stringify(find(config, 'NetworkPolicy', 'orders').spec.ingress)).toContain('{"podSelector":{"matchLabels":{"gateway.networking.k8s.io/gateway-name":"rabbitmq"}}}');
  });

  test.each([undefined, 'prod'] as const)('has the Ingress of the named controller with the profile %s', (profile) => {
    expect(find({ profile, ingress: 'mq.example.com', ingressController: 'haproxy' }, 'Ingress', 'orders-management').spec.ingressClassName).toBe('haproxy');
  });

  test('refuses other controllers', () => {
    expect(() => synthesize({ ingress: 'mq.example.com', ingressController: 'contour' as never })).toThrow('ingressController is "contour": use one of nginx, traefik, haproxy');
  });
});

describe('Prometheus', () => {
  const scrapers = (config: DeploymentConfig): string => JSON.stringify(find({ monitoring: true, ...config }, 'NetworkPolicy', 'orders').spec.ingress);

  test('may scrape from the namespace monitoring, or the one that is named', () => {
    expect(scrapers({})).toContain('"values":["monitoring"]');
    expect(scrapers({ prometheusNamespace: 'observability' })).toContain('"values":["observability"]');
    expect(scrapers({ prometheusNamespace: 'observability' })).not.toContain('"monitoring"]');
  });

  test('is refused in a namespace that cannot be', () => {
    expect(() => synthesize({ prometheusNamespace: 'A b' })).toThrow('prometheusNamespace is "A b"');
  });
});
