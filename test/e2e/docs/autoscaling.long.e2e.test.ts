import { Chart } from 'cdk8s';
import { RabbitMQAutoscaler, RabbitMQCluster } from '../../../lib';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { blocksFor, shell } from './blocks';
import { useNamespace } from '../support/use-cluster';

const MINUTES = 60_000;
const [clientSide, serverSide] = blocksFor(__filename, 'docs/autoscaling.md');

describe('handing over the number of brokers to an autoscaler', () => {
  const suite = useNamespace('hand-over-', undefined, { each: true });

  async function apply(isAutoscaled: boolean, flags: readonly string[]): Promise<void> {
    const manifests = manifestsOf((app) => {
      const chart = new Chart(app, 'hand-over', { namespace: suite().namespace });
      const size = isAutoscaled ? {} : { replicas: 3 };
      const resources = { memoryLimit: '768Mi', cpuRequest: '100m', cpuLimit: '1' };
      const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders', ...size, resources, storage: { size: '2Gi' } });
      if (isAutoscaled) {
        new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster, minReplicas: 3, maxReplicas: 5 });
      }
      return chart;
    });
    const list = { apiVersion: 'v1', kind: 'List', items: manifests };
    await kubectl(['apply', ...flags, '-f', '-'], { stdin: JSON.stringify(list) });
  }

  const ofObject = async (kind: string, name: string, path: string): Promise<string> =>
    kubectl(['-n', suite().namespace, 'get', kind, name, '-o', `jsonpath={${path}}`]);
  const replicas = async (): Promise<string> => ofObject('statefulset', 'orders', '.spec.replicas');

  test.each([
    ['client-side', clientSide, []],
    ['server-side', serverSide, ['--server-side']],
  ] as const)('with %s apply keeps the number of brokers', async (_way, { code }, flags) => {
    await apply(false, flags);
    expect(await replicas()).toBe('3');
    await shell(code.replace('NS=messaging', `NS=${suite().namespace}`), { timeoutMs: MINUTES });
    await apply(true, flags);
    expect(await replicas()).toBe('3');
    await eventually('the autoscaler reads the number', 2 * MINUTES, async () => ofObject('hpa', 'orders-hpa', '.status.currentReplicas'), current => current === '3');
    expect(await replicas()).toBe('3');
  }, 5 * MINUTES);

  test('is needed: without it, an apply sets the number to 1', async () => {
    await apply(false, []);
    await apply(true, []);
    expect(await replicas()).toBe('1');
  }, 5 * MINUTES);
});
