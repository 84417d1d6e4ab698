import { builtCli } from './cli';
import { figure } from '../support/figures';
import { useCluster } from '../support/use-cluster';

const suite = useCluster('ops-rehearse-', { name: 'orders' });

const rehearse = async (...args: string[]) => builtCli(['rehearse', '-n', suite().namespace, '-c', 'orders', ...args]);

test('rehearse causes each fault, loses no message, and leaves no queue behind', async () => {
  const { code, stdout, stderr } = await rehearse('--faults', 'crash,delete-pod,evict,restart,all-pods', '--yes', '-o', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Rehearsing all-pods') });
  const { lost, faults } = JSON.parse(stdout);
  expect(lost).toBe(0);
  expect(faults.map(({ fault }: { fault: string }) => fault)).toEqual(['crash', 'delete-pod', 'evict', 'restart', 'all-pods']);
  for (const { fault, wholeS, queues } of faults) {
    expect(queues).toHaveLength(3);
    for (const { confirmed, longestGapMs } of queues) {
      expect(confirmed).toBeGreaterThan(100);
      figure(`${fault}: longest publishing gap`, longestGapMs, 'ms');
    }
    figure(`${fault}: until whole`, wholeS, 's');
  }
  expect((await suite().deployment.broker(0).queues()).map(({ name }) => name)).toEqual([]);
});

test('without --yes and without a terminal it is refused, and nothing happens', async () => {
  const { deployment } = suite();
  const before = (await deployment.pods()).map(({ metadata }) => metadata?.uid);
  const { code, stderr } = await rehearse();
  expect({ code, stderr }).toEqual({ code: 10, stderr: expect.stringContaining('--yes') });
  expect((await deployment.pods()).map(({ metadata }) => metadata?.uid)).toEqual(before);
});
