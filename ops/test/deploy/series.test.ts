import { synthesize } from '../../src/inventory/synth';
import type { DeploymentConfig } from '../../src/inventory/config';

const IMAGES = ['3.10.8', '3.11.28', '3.12.14', '3.13.7', '4.0.9', '4.1.8', '4.2.10', '4.3.6'].map(tag => `rabbitmq:${tag}-management`);
const PROFILES = [undefined, 'dev', 'test', 'prod'] as const;

const find = (config: DeploymentConfig, kind: string, name: string): any =>
  synthesize({ namespace: 'shop', clusterName: 'orders', ...config }).manifests.find(manifest => manifest.kind === kind && manifest.metadata.name === name);

test.each(IMAGES)('monitoring and an Ingress can be deployed with %s and any profile', (image) => {
  for (const profile of PROFILES) {
    const kinds = synthesize({ image, profile, monitoring: true, ingress: 'mq.example.com' }).manifests.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['ServiceMonitor', 'PrometheusRule', 'Ingress']));
  }
}, 60_000);

describe.each(PROFILES)('the Ingress with the profile %s', (profile) => {
  const config = { profile, ingress: 'mq.example.com', replicas: 3 };

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
