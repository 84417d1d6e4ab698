import { cli, smallValues } from './cli';
import { ExitCode } from '../../../ops/src/core/errors';
import { ApiServerProxy } from '../support/api-server-proxy';
import { eventually } from '../support/eventually';
import { apps } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

describe('an API server that doesn\'t answer, and two people at once', () => {
  const values = smallValues();

  const suite = useNamespace('ops-', async (namespace, defer) => {
    const proxy = await ApiServerProxy.start();
    defer(() => proxy.stop());
    return { place: ['-n', namespace, '-c', 'orders'], proxy };
  });

  const deploy = ['deploy', '--values', values, '--replicas', '1'];
  const statefulSet = async () => (await apps.listNamespacedStatefulSet({ namespace: suite().namespace })).items.at(0);

  test('is said to be out of reach, and nothing is changed', async () => {
    const { place, proxy } = suite();
    proxy.set('cut');
    await expect(cli([...deploy, ...place], proxy.config)).resolves.toMatchObject({
      code: ExitCode.UNREACHABLE, stderr: expect.stringMatching(/the API server https:\/\/127\.0\.0\.1:\d+ can't be reached: .*\n.*state: nothing was changed/),
    });
    expect(await statefulSet()).toBeUndefined();
  });

  test('is given 30 seconds for an answer, or less where that is said', async () => {
    const { place, proxy } = suite();
    proxy.set('hold');
    const [patient, hasty] = await Promise.all([cli(['status', ...place], proxy.config), cli(['status', ...place, '--timeout', '5s'], proxy.config)]);
    expect(patient).toMatchObject({ code: ExitCode.UNREACHABLE, stderr: expect.stringContaining('didn\'t answer within 30 s') });
    expect(hasty).toMatchObject({ code: ExitCode.TIMEOUT, stderr: expect.stringContaining('was not done within 5 s') });
  });

  test('that goes away in a deploy ends it with how far it came, and the same command again goes on', async () => {
    const { place, proxy } = suite();
    proxy.set('pass');
    const first = cli([...deploy, ...place], proxy.config);
    await eventually('the StatefulSet is there', 60_000, statefulSet, found => found !== undefined);
    proxy.set('cut');
    const stderr = expect.stringMatching(/can't be reached[^]*state: (all objects are applied|\d+ of \d+ objects)/);
    await expect(first).resolves.toMatchObject({ code: ExitCode.UNREACHABLE, stderr });
    proxy.set('pass');
    // the Lease of the interrupted command expires
    await expect(cli([...deploy, ...place, '--wait', '2m'], proxy.config)).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('of two upgrades at once, one is told who is at work', async () => {
    const runs = await Promise.all([1, 2].map(() => cli(['upgrade', 'rabbitmq:4.3.6', ...suite().place])));
    expect(runs.map(({ code, stderr }) => [code, stderr.includes('somebody else is at work on this cluster: upgrade by ')]).sort()).toEqual([[ExitCode.OK, false], [ExitCode.BUSY, true]]);
  });
});
