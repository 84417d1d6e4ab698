import { RabbitMQVerticalAdvisor } from '../../lib';
import { find, newChart, newCluster, synth } from '../support/synth';

test('brokers get recommendations, and nothing is changed by them', () => {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQVerticalAdvisor(chart, 'Advisor', { cluster: newCluster({ name: 'orders' }, chart), labels: { team: 'a' } });
  const advisor = find(synth(chart), 'VerticalPodAutoscaler');
  expect(advisor).toMatchObject({ apiVersion: 'autoscaling.k8s.io/v1', metadata: { name: 'orders-vpa', namespace: 'shop', labels: { team: 'a', cluster: 'orders' } } });
  expect(advisor.spec).toEqual({
    targetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'orders' },
    updatePolicy: { updateMode: 'Off' },
    resourcePolicy: { containerPolicies: [{ containerName: 'rabbitmq', controlledResources: ['cpu', 'memory'] }, { containerName: '*', mode: 'Off' }] },
  });
});
