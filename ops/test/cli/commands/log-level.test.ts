/** @jest-environment ./ops/test/support/environment.ts */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../../../src/core/errors';
import { exec } from '../../../src/kubernetes/exec';
import { FakeCluster } from '../../support/cluster';
import { runMain } from '../../support/surroundings';

jest.mock('../../../src/kubernetes/library', () => ({ loadLibrary: () => Promise.resolve((globalThis as unknown as { kubernetes: unknown }).kubernetes) }));
jest.mock('../../../src/kubernetes/exec', () => ({ ...jest.requireActual<object>('../../../src/kubernetes/exec'), exec: jest.fn() }));

describe('log-level', () => {
  let cluster: FakeCluster;
  let place: string[];

  beforeEach(async () => {
    cluster = await FakeCluster.start('rabbitmq:4.3.6');
    jest.mocked(exec).mockResolvedValue({ stdout: '', stderr: '', exitCode: 0 });
    const kubeconfig = join(mkdtempSync(join(tmpdir(), 'log-level-')), 'kubeconfig');
    writeFileSync(kubeconfig, JSON.stringify({
      clusters: [{ name: 'fake', cluster: { server: cluster.server.url, 'insecure-skip-tls-verify': true } }], users: [{ name: 'nobody', user: {} }],
      contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'nobody' } }], 'current-context': 'fake',
    }));
    place = ['-n', 'shop', '-c', 'orders', '--kubeconfig', kubeconfig];
  });

  afterEach(async () => {
    await cluster.server.stop();
  });

  test('is set in every broker that runs', async () => {
    const { code, stdout } = await runMain(['log-level', 'debug', ...place]);
    expect(stdout).toContain('orders-0, orders-1, orders-2 log from level debug. A restart resets it');
    expect(code).toBe(ExitCode.OK);
    expect(jest.mocked(exec).mock.calls.map(([, { pod }, command]) => `${pod} ${command.join(' ')}`)).toEqual([0, 1, 2].map(i => `orders-${i} rabbitmqctl --silent set_log_level debug`));
  });

  test('of no broker is an error', async () => {
    cluster.stop();
    await expect(runMain(['log-level', 'debug', ...place])).resolves.toMatchObject({ code: ExitCode.NOT_FOUND, stderr: expect.stringContaining('no broker of shop/orders runs') });
  });

  test('is one that RabbitMQ has', async () => {
    await expect(runMain(['log-level', 'verbose', ...place])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: expect.stringContaining('debug') });
  });
});
