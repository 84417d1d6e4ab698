import { cli, type Run } from './cli';
import { RabbitMQImage } from '../../../lib';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { figure } from '../support/figures';
import { apps, core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { PodRecorder } from '../support/pods';
import { useCluster } from '../support/use-cluster';

const NAME = 'rabbitmq-cluster';
const QUEUE = 'e2e';
const OFFICIAL = 'rabbitmq:4.3.6-management';

describe('a cluster of three that is changed by rabbitmq-k8s', () => {
  const suite = useCluster('changes-', {}, async (deployment) => {
    const target = await deployment.amqp();
    await declareQueue(target, QUEUE);
    return { target };
  });

  const run = (...args: string[]): Promise<Run> => cli([...args, '-n', suite().namespace]);
  const images = async () => (await suite().deployment.pods()).map(({ spec }) => spec!.containers[0].image);
  const uids = async () => (await suite().deployment.pods()).map(({ metadata }) => metadata!.uid);
  const statefulSet = () => apps.readNamespacedStatefulSet({ namespace: suite().namespace, name: NAME });

  test('upgrade brings it to another image under load, one broker at a time, and loses nothing', async () => {
    const { namespace, deployment, target } = suite();
    const recorder = await PodRecorder.start({ namespace, labelSelector: deployment.labelSelector, expected: 3 });
    const ledger = await underLoad({ target, queue: QUEUE, rate: 100 }, async ({ publisher }) => {
      await publisher.reached(200);
      const start = performance.now();
      expect(await run('upgrade', 'rabbitmq:4.3.6')).toMatchObject({ code: 0, stdout: expect.stringContaining('rabbitmq:4.3.6 (4.3.6)') });
      figure('upgrade of three brokers under load', (performance.now() - start) / 1000, 's');
    });
    await recorder.stop();
    figure('upgrade: longest publishing gap', ledger.longestGapMs, 'ms');
    expect(ledger).toMatchObject({ lost: 0 });
    expect(recorder.maxNotReady).toBe(1);
    expect(await images()).toEqual(['rabbitmq:4.3.6', 'rabbitmq:4.3.6', 'rabbitmq:4.3.6']);
  });

  test('rollback goes back after an upgrade that was completed, and no further', async () => {
    expect(await run('rollback')).toMatchObject({ code: 0, stdout: expect.stringContaining('rabbitmq:4.3.6-management (4.3.6)') });
    expect(await images()).toEqual([OFFICIAL, OFFICIAL, OFFICIAL]);
    expect(await run('rollback')).toMatchObject({ code: 11, stderr: expect.stringContaining('so there is no previous one') });
  });

  test('an impossible upgrade is refused before anything is touched', async () => {
    const before = (await statefulSet()).metadata!.generation;
    expect(await run('upgrade', 'rabbitmq:4.2.10-management')).toMatchObject({ code: 11, stderr: expect.stringContaining('can\'t go back to an older series') });
    expect(await run('upgrade', 'rabbitmq:nightly')).toMatchObject({ code: 10, stderr: expect.stringContaining('--release') });
    expect((await statefulSet()).metadata!.generation).toBe(before);
  });

  test('a broken image stops at the first broker while the others serve, and rollback restores it', async () => {
    const { deployment, target } = suite();
    const ledger = await underLoad({ target, queue: QUEUE, rate: 100 }, async ({ publisher }) => {
      const { code, stderr } = await run('upgrade', 'rabbitmq:4.3.7-management');
      expect({ code, stderr }).toEqual({ code: 17, stderr: expect.stringContaining('rabbitmq-cluster-2 doesn\'t come back with rabbitmq:4.3.7-management') });
      expect(await images()).toEqual([OFFICIAL, OFFICIAL, 'rabbitmq:4.3.7-management']);
      const { generation } = (await statefulSet()).metadata!;
      expect(await run('deploy')).toMatchObject({ code: 11, stderr: expect.stringMatching(/upgrade of .* to rabbitmq:4\.3\.7-management is under way .*"rabbitmq-k8s rollback .*undoes it/) });
      expect((await statefulSet()).metadata!.generation).toBe(generation);
      await publisher.reached(publisher.confirmed.size + 100);
      expect(await run('rollback')).toMatchObject({ code: 0 });
    });
    expect(ledger).toMatchObject({ lost: 0 });
    expect(await images()).toEqual([OFFICIAL, OFFICIAL, OFFICIAL]);
    await deployment.ready();
  });

  test('drain takes the broker off a Kubernetes node, and refuses while another is away', async () => {
    const { namespace, deployment, target } = suite();
    const node = (await deployment.pods())[1].spec!.nodeName!;
    const ledger = await underLoad({ target, queue: QUEUE, rate: 100 }, async () => {
      try {
        const { code, stdout } = await cli(['drain', node]);
        expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`${namespace}/${NAME}-1`) });
        expect((await deployment.pods()).map(({ spec }) => spec!.nodeName)).not.toContain(node);
      } finally {
        expect(await cli(['uncordon', node])).toMatchObject({ code: 0 });
      }
    });
    expect(ledger).toMatchObject({ lost: 0 });
    await core.deleteNamespacedPod({ namespace, name: `${NAME}-0` });
    const other = (await deployment.pods())[2].spec!.nodeName!;
    expect(await cli(['drain', other])).toMatchObject({ code: 11, stderr: expect.stringContaining('isn\'t whole') });
    expect((await core.readNode({ name: other })).spec!.unschedulable).toBeFalsy();
    await deployment.ready();
  });

  test('expand grows the volumes with the pods left alone', async () => {
    const before = await uids();
    expect(await run('expand', '1Gi')).toMatchObject({ code: 11, stderr: expect.stringContaining('can\'t shrink') });
    expect(await run('expand', '11Gi')).toMatchObject({ code: 0 });
    const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace: suite().namespace });
    expect(items.map(({ status }) => status!.capacity!.storage)).toEqual(['11Gi', '11Gi', '11Gi']);
    expect((await statefulSet()).spec!.volumeClaimTemplates![0].spec!.resources!.requests!.storage).toBe('11Gi');
    expect(await uids()).toEqual(before);
    expect((await run('diff')).stdout).not.toMatch(/volumeClaimTemplates|recreation/);
  });

  test('scale refuses an even number, plans, and follows brokers out and in', async () => {
    const { deployment, target } = suite();
    expect(await run('scale', '4')).toMatchObject({ code: 11, stderr: expect.stringContaining('--force even') });
    expect(await run('scale', '0')).toMatchObject({ code: 11, stderr: expect.stringContaining('--force stop') });
    expect(JSON.parse((await run('scale', '5', '--dry-run', '-o', 'json')).stdout)).toMatchObject({ joining: [`${NAME}-3`, `${NAME}-4`], refusals: [], safe: true });
    const ledger = await underLoad({ target, queue: QUEUE, rate: 100 }, async () => {
      for (const replicas of ['5', '3']) {
        const start = performance.now();
        expect(await run('scale', replicas)).toMatchObject({ code: 0, stdout: expect.stringContaining(`has ${replicas} brokers`) });
        figure(`scale to ${replicas} by the command line`, (performance.now() - start) / 1000, 's');
        expect((await deployment.broker(0).clusterStatus()).running).toHaveLength(Number(replicas));
      }
    });
    expect(ledger).toMatchObject({ lost: 0 });
  });
});

describe('a cluster of an older series', () => {
  const image = RabbitMQImage.fromReference('rabbitmq:4.0-management');
  const suite = useCluster('older-', { replicas: 1, image });

  test('an upgrade that takes more than one step is refused with the path named, as is such a deploy; rollback replaces a broken image', async () => {
    const { namespace } = suite();
    const { code, stderr } = await cli(['upgrade', 'rabbitmq:4.3.6-management', '-n', namespace]);
    expect({ code, stderr }).toEqual({ code: 11, stderr: expect.stringMatching(/4\.0\.\d+ can't become 4\.3\.6 in one step: upgrade to 4\.2\.\d+, then to 4\.3\.6/) });
    const place = ['-n', namespace, '--replicas', '1'];
    const refused = await cli(['deploy', ...place, '--image', OFFICIAL]);
    expect(refused.code).toBe(11);
    expect(refused.stderr).toMatch(/4\.0\.\d+ can't become 4\.3\.6 in one step.*begin with "rabbitmq-k8s upgrade rabbitmq:4\.2\./);
    expect(refused.stderr).toContain('state: nothing was changed');
    expect((await cli(['diff', ...place])).stdout).not.toContain('image');
    expect((await apps.readNamespacedStatefulSet({ namespace, name: NAME })).spec!.template.spec!.containers[0].image).toBe('rabbitmq:4.0-management');
    // one broker has no other that could say how it stands
    expect(await cli(['upgrade', 'rabbitmq:4.0.99-management', '-n', namespace])).toMatchObject({ code: 17 });
    expect(await cli(['rollback', '-n', namespace])).toMatchObject({ code: 0, stdout: expect.stringContaining('rabbitmq:4.0-management') });
  });
});
