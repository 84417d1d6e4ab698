import { blocksFor, shell } from './blocks';
import { useCluster } from '../support/use-cluster';

const commands = blocksFor(__filename, 'docs/how-to.md');

describe('how to', () => {
  const suite = useCluster('how-to-', {
    replicas: 1, resources: { memoryLimit: '1Gi', cpuRequest: '100m', cpuLimit: '1' }, storage: { size: '2Gi' },
  });

  test.each(commands.map(block => [block.heading, block.code]))('%s', async (_heading, code) => {
    await shell(code.replace(/\bkubectl /g, `kubectl -n ${suite().namespace} `), { timeoutMs: 10 * 60_000 });
  });
});
