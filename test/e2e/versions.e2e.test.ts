import { RabbitMQImage } from '../../lib';
import { clusterManifests, Deployment } from './support/deployment';
import { figure } from './support/figures';
import { useNamespace } from './support/use-cluster';

describe('a cluster of three of each series', () => {
  const suite = useNamespace('versions-', undefined, { each: true });

  for (const series of ['3.10', '4.0', '4.3']) {
    test(`forms on ${series}`, async () => {
      const image = RabbitMQImage.fromReference(`rabbitmq:${series}-management`);
      const deployment = Deployment.of(clusterManifests({ image }), suite().namespace);
      figure(`${series}: from apply to all Ready`, await deployment.up(), 's');
      const status = await deployment.broker(0).clusterStatus();
      expect(status.running).toHaveLength(3);
      expect(Object.values(status.versions).every(version => version.startsWith(`${series}.`))).toBe(true);
    });
  }
});
