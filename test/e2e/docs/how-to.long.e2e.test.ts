import { Chart } from 'cdk8s';
import { RabbitMQCluster } from '../../../lib';
import { Deployment, manifestsOf } from '../support/deployment';
import { useNamespace } from '../support/use-namespace';
import { blocksFor, shell } from './blocks';

const commands = blocksFor(__filename, 'docs/how-to.md');

describe('how to', () => {
  let namespace: string;

  useNamespace('how-to-', async (created) => {
    namespace = created;
    await Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'how-to', { namespace });
      new RabbitMQCluster(chart, 'RabbitMQ', { replicas: 1, resources: { memoryLimit: '1Gi', cpuRequest: '100m', cpuLimit: '1' }, storage: { size: '2Gi' } });
      return chart;
    }), namespace).up();
  });

  test.each(commands.map(block => [block.heading, block.code]))('%s', async (_heading, code) => {
    await shell(code.replace(/\bkubectl /g, `kubectl -n ${namespace} `), { timeoutMs: 10 * 60_000 });
  });
});
