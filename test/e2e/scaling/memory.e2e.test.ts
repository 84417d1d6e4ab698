import { Scaled } from './scaled';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

const MI = 2 ** 20;

const suite = useNamespace('scale-memory-', async namespace => ({ scaled: await Scaled.up(namespace, { replicas: 1 }) }));

test('a broker\'s watermark follows the memory of its pod, up and down, without a restart', async () => {
  const { scaled } = suite();
  const watermark = async (): Promise<number> => Number(await scaled.broker.run(['rabbitmqctl', 'eval', 'vm_memory_monitor:get_memory_limit().']));
  const resized = async (mebibytes: number, wanted: number): Promise<number> => {
    const memory = `${mebibytes}Mi`;
    const start = performance.now();
    await scaled.kubectl('patch', 'pod/rabbitmq-cluster-0', '--subresource=resize', '-p',
      JSON.stringify({ spec: { containers: [{ name: 'rabbitmq', resources: { requests: { memory }, limits: { memory } } }] } }));
    await eventually(`the watermark is ${wanted} with ${memory}`, 120_000, watermark, found => Math.abs(found - wanted) < MI);
    return (performance.now() - start) / 1000;
  };
  const before = await watermark();
  figure('memory of a pod from 1Gi to 1536Mi: until its watermark is higher', await resized(1536, before * 1.5), 's');
  figure('memory of a pod back to 1Gi: until its watermark is lower', await resized(1024, before), 's');
  expect((await scaled.events()).join('\n')).toMatch(/MemoryFollowed: the memory limit of rabbit@rabbitmq-cluster-0\S* is now 1610612736 bytes/);
  const containers = (await scaled.deployment.pods()).flatMap(({ status }) => status?.containerStatuses ?? []);
  expect(containers.map(({ restartCount }) => restartCount)).toEqual([0]);
});
