import { Chart } from 'cdk8s';
import { RabbitMQCluster, RabbitMQImage } from '../../lib';
import { Deployment, manifestsOf } from './support/deployment';
import { figure } from './support/figures';
import { createNamespace, deleteNamespace } from './support/namespaces';

describe('a cluster of three of each series', () => {
  for (const series of ['3.10', '4.0', '4.3']) {
    test(`forms on ${series}`, async () => {
      const namespace = await createNamespace('versions-');
      const deployment = Deployment.of(manifestsOf((app) => {
        const chart = new Chart(app, 'versions');
        new RabbitMQCluster(chart, 'RabbitMQ', {
          image: RabbitMQImage.fromReference(`rabbitmq:${series}-management`),
          resources: { memoryLimit: '1Gi' },
        });
        return chart;
      }), namespace);
      figure(`${series}: from apply to all Ready`, await deployment.up(), 's');
      const status = await deployment.broker(0).clusterStatus();
      expect(status.running).toHaveLength(3);
      expect(Object.values(status.versions).every(version => version.startsWith(`${series}.`))).toBe(true);
      await deleteNamespace(namespace);
    });
  }
});
