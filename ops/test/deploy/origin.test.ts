import { synthesize } from '../../src/inventory/synth';

describe('the production command of the textbook', () => {
  const { manifests } = synthesize({
    namespace: 'production',
    clusterName: 'rabbitmq-prod',
    replicas: 5,
    image: 'rabbitmq:3.11-management',
    storageClass: 'ssd-storage',
    storageSize: '100Gi',
    ingress: 'rabbitmq.prod.company.com',
    hpa: true,
    monitoring: true,
  });
  const named = (kind: string, name: string): any =>
    manifests.find(manifest => manifest.kind === kind && manifest.metadata.name === name);

  test('deploys brokers of 3.11', () => {
    const { spec } = named('StatefulSet', 'rabbitmq-prod');
    expect(spec.template.spec.containers[0].image).toBe('rabbitmq:3.11-management');
    expect(spec.volumeClaimTemplates[0].spec).toMatchObject({ storageClassName: 'ssd-storage', resources: { requests: { storage: '100Gi' } } });
  });

  test('deploys alerts, an autoscaler from 5 brokers, and an Ingress', () => {
    expect(JSON.stringify(named('PrometheusRule', 'rabbitmq-prod'))).toContain('RabbitMQPartition');
    expect(named('HorizontalPodAutoscaler', 'rabbitmq-prod-hpa').spec.minReplicas).toBe(5);
    expect(named('Ingress', 'rabbitmq-prod-management').spec.rules[0].host).toBe('rabbitmq.prod.company.com');
  });
});
