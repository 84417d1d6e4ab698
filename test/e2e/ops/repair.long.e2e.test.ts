import { cli, type Run } from './cli';
import { ExitCode } from '../../../ops/src/core/errors';
import type { HealthReport } from '../../../ops/src/manager/health-checker';
import type { ClusterOverview } from '../../../ops/src/health/status';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { forwardPort } from '../../../ops/src/kubernetes/port-forward';
import { type RabbitMQClusterProps, RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { declareQueue, withConnection } from '../../../ops/src/load-generator/amqp';
import { clusterManifests, Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { connection, core } from '../support/kubernetes';
import { loseVolume } from '../support/lost-volume';
import { useNamespace } from '../support/use-cluster';

const NAME = 'orders';
const JOINS_MS = 300_000;
const pod = (ordinal: number): string => `${NAME}-${ordinal}`;

/** A cluster of three with a quorum queue, deployed by other means than the program's. */
async function clusterIn(namespace: string, props: RabbitMQClusterProps = {}): Promise<Deployment> {
  const deployment = Deployment.of(clusterManifests({
    name: NAME, replicas: 3, acknowledgedWarnings: ['version-unsupported', 'image-floating'], ...props,
  }), namespace);
  await deployment.up();
  await declareQueue(await deployment.amqp(), 'invoices');
  return deployment;
}

describe('repair of a cluster of three', () => {
  const suite = useNamespace('ops-repair-', async namespace => ({ deployment: await clusterIn(namespace) }));

  const run = (...args: string[]): Promise<Run> => cli([...args, '-n', suite().namespace, '-c', NAME]);
  const podOf = (ordinal: number) => core.readNamespacedPod({ namespace: suite().namespace, name: pod(ordinal) });
  const expectWhole = async (from = 0): Promise<void> => {
    const { deployment } = suite();
    expect((await deployment.broker(from).clusterStatus()).running).toHaveLength(3);
    expect((await deployment.broker(from).queues()).map(({ online }) => online.length)).toEqual([3]);
    const { findings } = JSON.parse((await run('health', '-o', 'json')).stdout) as HealthReport;
    // a repair may restart a broker, and health says that for an hour
    expect(findings.filter(({ id, level }) => level !== 'info' && id !== 'restarted')).toEqual([]);
  };

  test('nothing is to be repaired where all is well', async () => {
    expect(await run('repair')).toMatchObject({ code: 0, stdout: expect.stringContaining('needs no repair') });
  });

  test('a broker with another cookie is named by the doctor, and gets the right one', async () => {
    await suite().deployment.broker(1).run(['sh', '-c', 'printf another > /var/lib/rabbitmq/.erlang.cookie && kill 1']);
    const doctor = await eventually('the doctor says so', JOINS_MS, () => run('doctor'), ({ stdout }) => stdout.includes('Its Erlang cookie isn\'t that of the other brokers'));
    expect(doctor).toMatchObject({ code: 2, stdout: expect.stringMatching(/its log: .*Invalid challenge reply/) });
    const plan = await run('repair', '--plan', '-o', 'json');
    expect(JSON.parse(plan.stdout).repairs).toEqual([expect.objectContaining({ id: 'cookie', subject: pod(1), loses: [] })]);
    expect(await run('repair')).toMatchObject({ code: 10, stderr: expect.stringContaining('--yes') });
    const start = performance.now();
    expect(await run('repair', '--yes')).toMatchObject({ code: 0, stdout: expect.stringContaining(`${pod(1)} repaired`) });
    figure('repair of a broker with another cookie', (performance.now() - start) / 1000, 's');
    await expectWhole();
  });

  test('a Secret with another cookie than the brokers run with gets theirs back', async () => {
    const { namespace } = suite();
    const name = `${NAME}-erlang-cookie`;
    const before = (await core.readNamespacedSecret({ namespace, name })).data!.cookie;
    await core.patchNamespacedSecret({ namespace, name, body: [{ op: 'replace', path: '/data/cookie', value: Buffer.from('another').toString('base64') }] });
    const refused = await run('repair', '--yes');
    expect(refused).toMatchObject({ code: 11, stderr: expect.stringMatching(/repair --restore-cookie -n \S+ -c \S+/) });
    const { code, stdout, stderr } = await run('repair', '--restore-cookie', '--yes');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`Secret ${name} repaired`) });
    expect((await core.readNamespacedSecret({ namespace, name })).data!.cookie).toBe(before);
    expect(stdout + stderr).not.toContain(Buffer.from(before, 'base64').toString());
  });

  test('a volume that is lost under its claim is named by the doctor, and is made good', async () => {
    const { namespace } = suite();
    const name = `rabbitmq-data-${pod(2)}`;
    const volume = (await core.readNamespacedPersistentVolumeClaim({ namespace, name })).spec!.volumeName!;
    await kubectl(['delete', 'pv', volume, '--wait=false']);
    await kubectl(['patch', 'pv', volume, '--type=merge', '-p', '{"metadata":{"finalizers":null}}']);
    await eventually('the claim is Lost', 60_000, async () => (await core.readNamespacedPersistentVolumeClaim({ namespace, name })).status?.phase, phase => phase === 'Lost');
    await kubectl(['delete', 'pod', pod(2), '-n', namespace, '--force', '--grace-period=0']);
    await eventually('the doctor says so', JOINS_MS, () => run('doctor'), ({ code, stdout }) => code === ExitCode.CRITICAL && stdout.includes('Its volume is lost'));
    await expect(run('repair', '--yes')).resolves.toMatchObject({ code: 0, stdout: expect.stringContaining(`${pod(2)} repaired`) });
    await expectWhole();
  });

  test('a broker with a new volume joins automatically, and the doctor reports it', async () => {
    const { namespace, deployment } = suite();
    await loseVolume(namespace, NAME, 2);
    await eventually('the doctor says so', 60_000, () => run('doctor'), ({ stdout }) => stdout.includes('starts on a new volume'));
    await deployment.ready();
    await expect(run('repair', '--lost', pod(2), '--yes')).resolves.toMatchObject({ code: 10, stderr: expect.stringContaining('nothing of it is lost') });
  });

  test('a pod that is held by a finalizer is named, and left to who holds it', async () => {
    const { namespace, deployment } = suite();
    await core.patchNamespacedPod({ namespace, name: pod(2), body: [{ op: 'add', path: '/metadata/finalizers', value: ['example.com/held'] }] });
    await core.deleteNamespacedPod({ namespace, name: pod(2), gracePeriodSeconds: 1 });
    try {
      await eventually('the doctor says so', 60_000, () => run('doctor'), ({ stdout }) => stdout.includes('stuck while terminating: a finalizer holds it'));
      expect(await run('repair', '--yes')).toMatchObject({ code: 11, stderr: expect.stringContaining('the owner of example.com/held has to take it off') });
    } finally {
      await core.patchNamespacedPod({ namespace, name: pod(2), body: [{ op: 'remove', path: '/metadata/finalizers' }] });
    }
    await deployment.ready();
  });

  test('a broker that was forgotten while it was away joins again, with its data put aside', async () => {
    const { namespace, deployment } = suite();
    await kubectl(['create', 'quota', 'two', '-n', namespace, '--hard=pods=2']);
    try {
      await core.deleteNamespacedPod({ namespace, name: pod(1) });
      const gone = async () => (await deployment.pods()).length;
      await eventually('it is away', 120_000, gone, count => count === 2);
      await deployment.broker(0).run(['rabbitmqctl', 'forget_cluster_node', `rabbit@${pod(1)}.${NAME}-nodes.${namespace}`]);
    } finally {
      await kubectl(['delete', 'quota', 'two', '-n', namespace]);
    }
    const look = () => run('repair', '--plan', '-o', 'json');
    const plan = await eventually('it is back and outside', JOINS_MS, look, ({ code, stdout }) => code === ExitCode.OK && JSON.parse(stdout).repairs.length > 0);
    expect(JSON.parse(plan.stdout).repairs).toEqual([expect.objectContaining({ id: 'outsider', subject: pod(1) })]);
    await expect(run('repair', '--yes')).resolves.toMatchObject({ code: 0, stdout: expect.stringContaining(`${pod(1)} repaired`) });
    await expectWhole();
    expect(await deployment.broker(1).run(['ls', '/var/lib/rabbitmq/mnesia'])).toContain('.before-repair');
  });

  test('a broker that runs a cluster of its own joins the others, and its messages come with it', async () => {
    const { namespace, deployment } = suite();
    const numbers = Array.from({ length: 250 }, (_, number) => String(number));
    // the others' replica of this queue is on their brokers only
    await deployment.broker(1).run(['rabbitmqctl', 'eval', 'rabbit_amqqueue:declare(rabbit_misc:r(<<"/">>, queue, <<"both">>), true, false, [{<<"x-queue-type">>, longstr, <<"classic">>}, {<<"x-queue-leader-locator">>, longstr, <<"client-local">>}], none, <<"test">>).']);
    await withConnection(await deployment.amqp(), async (client) => {
      const channel = await client.createConfirmChannel();
      ['before', 'before'].forEach(text => channel.sendToQueue('both', Buffer.from(text), { persistent: true }));
      await channel.waitForConfirms();
    });
    // the first broker finds nobody to join when it is not a member any more, and is told to start afresh
    await kubectl(['annotate', 'pvc', `rabbitmq-data-${pod(0)}`, '-n', namespace, 'cdk8s-rabbitmq/allow-new-cluster=true']);
    await deployment.broker(0).run(['rabbitmqctl', 'stop_app']);
    await deployment.broker(0).run(['rabbitmqctl', 'reset']);
    await core.deleteNamespacedPod({ namespace, name: pod(0), gracePeriodSeconds: 0 });
    const alone = async (): Promise<number> =>
      deployment.broker(0).clusterStatus().then(({ running }) => running.length, () => 0);
    await eventually('it runs alone', JOINS_MS, alone, count => count === 1);
    const own = await forwardPort(connection, () => Promise.resolve({ namespace, pod: pod(0), port: 5672 }));
    await deployment.ready();
    try {
      await withConnection({ ...await deployment.amqp(), host: '127.0.0.1', port: own.port }, async (client) => {
        const channel = await client.createConfirmChannel();
        for (const [queue, type] of [['invoices', 'quorum'], ['both', 'classic'], ['only-there', 'quorum'], ['log', 'stream']]) {
          await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': type } });
          numbers.forEach(number => channel.sendToQueue(queue, Buffer.from(number), { persistent: true }));
        }
        await channel.waitForConfirms();
      });
    } finally {
      await own.close();
    }
    const plan = await eventually('it is seen', JOINS_MS, () => run('repair', '--plan', '-o', 'json'), ({ stdout }) => JSON.parse(stdout).repairs.length > 0);
    expect(JSON.parse(plan.stdout).repairs).toEqual([expect.objectContaining({
      id: 'outsider', subject: pod(0), loses: [expect.stringMatching(/4 queues with \d+ messages\. .*--move-messages/)],
    })]);
    const moving = await run('repair', '--move-messages', '--plan', '-o', 'json');
    expect(JSON.parse(moving.stdout).repairs[0].loses).toEqual([expect.any(String), expect.stringContaining('what is in invoices in /')]);
    const { code, stdout, stderr } = await run('repair', '--move-messages', '--yes');
    // what went wrong stands in stderr
    expect([code, stdout + stderr]).toEqual([0, expect.stringContaining(`${pod(0)} repaired`)]);
    const counts = async (): Promise<number[]> => {
      const queues = await deployment.broker(1).queues();
      return ['both', 'only-there', 'log'].map(queue => queues.find(({ name }) => name === queue)?.messages ?? 0);
    };
    const all = [2 + numbers.length, numbers.length, numbers.length];
    await eventually('all messages are there', 60_000, counts, now => now.join() === all.join());
    await withConnection(await deployment.amqp(), async (client) => {
      const channel = await client.createChannel();
      await channel.purgeQueue('invoices');
      await channel.deleteQueue('both');
      await channel.deleteQueue('only-there');
      await channel.deleteQueue('log');
    });
    expect((await deployment.broker(1).clusterStatus()).running).toHaveLength(3);
  });

  test('resumes the listeners of a broker that were left suspended', async () => {
    const { deployment } = suite();
    await deployment.broker(1).run(['rabbitmqctl', 'suspend_listeners']);
    expect(await run('health')).toMatchObject({ code: 1, stdout: expect.stringContaining(`The listeners of ${pod(1)} are suspended`) });
    expect(await run('repair', '--yes')).toMatchObject({ code: 0, stdout: expect.stringContaining(`${pod(1)} repaired`) });
    await deployment.ready();
    await expectWhole();
  });

  test('with two of three volumes lost, what is left is gone on from, once that is said', async () => {
    const { namespace, deployment } = suite();
    await deployment.broker(0).run(['rabbitmqctl', 'add_vhost', 'kept']);
    await Promise.all([1, 2].map(ordinal => loseVolume(namespace, NAME, ordinal)));
    await eventually('the others are gone', 60_000, async () => [await podOf(1), await podOf(2)].filter(isReady).length, ready => ready === 0);
    const refused = await eventually('the majority is gone', JOINS_MS, () => run('repair', '--yes'), ({ code }) => code === ExitCode.REFUSED);
    expect(refused.stderr).toContain(`--lost ${pod(1)} --lost ${pod(2)}`);
    const start = performance.now();
    const { code, stdout, stderr } = await run('repair', '--yes', '--lost', pod(1), '--lost', pod(2));
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: expect.stringContaining(`${pod(0)} repaired`), stderr: expect.any(String) });
    figure('repair of a cluster with one of three volumes left', (performance.now() - start) / 1000, 's');
    await expectWhole();
    expect(await deployment.broker(2).run(['rabbitmqctl', '--silent', 'list_vhosts'])).toContain('kept');
  });
});

describe('repair of a cluster of five', () => {
  const LOST = [0, 2, 4];

  const suite = useNamespace('ops-repair-', async namespace => ({ deployment: await clusterIn(namespace, { replicas: 5 }) }));

  const run = (...args: string[]): Promise<Run> => cli([...args, '-n', suite().namespace, '-c', NAME]);

  /** The machine of a local volume is gone: the pod waits for a claim that nothing will ever fill. */
  async function strand(ordinal: number): Promise<void> {
    const { namespace } = suite();
    const name = `rabbitmq-data-${pod(ordinal)}`;
    const { labels } = (await core.readNamespacedPersistentVolumeClaim({ namespace, name })).metadata!;
    await kubectl(['delete', 'pvc', name, '-n', namespace, '--wait=false']);
    await kubectl(['delete', 'pod', pod(ordinal), '-n', namespace, '--force', '--grace-period=0']);
    await kubectl(['wait', '--for=delete', `pvc/${name}`, '-n', namespace, '--timeout=120s']);
    await kubectl(['apply', '-f', '-'], { stdin: JSON.stringify({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace, labels },
      spec: { storageClassName: 'of-a-machine-that-is-gone', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }) });
  }

  test('with three volumes lost, one of the two that are left is gone on from, once it is chosen', async () => {
    const { namespace, deployment } = suite();
    const count = 200;
    await declareQueue(await deployment.amqp(), 'kept', { arguments: { 'x-quorum-initial-group-size': 5 } });
    await withConnection(await deployment.amqp(), async (connection) => {
      const channel = await connection.createConfirmChannel();
      Array.from({ length: count }, (_, i) => channel.sendToQueue('kept', Buffer.from(String(i)), { persistent: true }));
      await channel.waitForConfirms();
    });
    const className = (await core.readNamespacedPersistentVolumeClaim({ namespace, name: `rabbitmq-data-${pod(1)}` })).spec!.storageClassName!;
    await kubectl(['create', 'quota', 'no-more', '-n', namespace, `--hard=${className}.storageclass.storage.k8s.io/persistentvolumeclaims=2`]);
    try {
      await Promise.all(LOST.map(strand));
    } finally {
      await kubectl(['delete', 'quota', 'no-more', '-n', namespace]);
    }
    await eventually('the pods wait', 120_000, async () => (await deployment.pods()).length, found => found === 5);

    const health = await eventually('health says so', JOINS_MS, () => run('health', '-o', 'json'), ({ stdout }) => stdout.includes('quorum-lost'));
    expect(health.code).toBe(ExitCode.CRITICAL);
    const status = JSON.parse((await run('status', '-o', 'json')).stdout) as ClusterOverview;
    expect([status.broker?.running.length, status.broker?.members.length, status.nodes.length]).toEqual([2, 5, 5]);

    const refused = await run('repair', '--yes');
    expect(refused).toMatchObject({ code: ExitCode.REFUSED, stderr: expect.stringContaining(`bring ${LOST.map(pod).join(' and ')} back`) });
    const start = performance.now();
    expect(refused.stderr).toContain(`${pod(1)} and ${pod(3)} are left, and only one of them can be gone on from`);
    const { code, stdout, stderr } = await run('repair', '--yes', ...[...LOST, 3].flatMap(ordinal => ['--lost', pod(ordinal)]));
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: expect.stringContaining(`${pod(1)} repaired`), stderr: expect.any(String) });
    figure('repair of a cluster with two of five volumes left', (performance.now() - start) / 1000, 's');
    for (const ordinal of [0, 1]) {
      expect((await deployment.broker(ordinal).clusterStatus()).running).toHaveLength(5);
    }
    const [kept] = (await deployment.broker(3).queues()).filter(({ name }) => name === 'kept');
    expect([kept.messages, kept.online.length, kept.members.length]).toEqual([count, 5, 5]);
  });
});

describe('repair of a cluster without leaveOnScaleIn', () => {
  const suite = useNamespace('ops-repair-', undefined, { each: true });

  test('forgets a member that was scaled in without having left', async () => {
    const { namespace } = suite();
    const deployment = await clusterIn(namespace, { membership: { leaveOnScaleIn: false } });
    await kubectl(['scale', 'statefulset', NAME, '-n', namespace, '--replicas=2']);
    await kubectl(['wait', '--for=delete', `pod/${pod(2)}`, '-n', namespace, '--timeout=300s']);
    const plan = JSON.parse((await cli(['repair', '--plan', '-o', 'json', '-n', namespace, '-c', NAME])).stdout);
    expect(plan.repairs).toEqual([expect.objectContaining({ id: 'stale-member', subject: `rabbit@${pod(2)}.${NAME}-nodes.${namespace}` })]);
    expect(await cli(['repair', '--yes', '-n', namespace, '-c', NAME])).toMatchObject({ code: 0 });
    const broker = deployment.broker(0);
    expect((await broker.clusterStatus()).running).toHaveLength(2);
    expect((await broker.queues()).map(({ members }) => members.length)).toEqual([2]);
  });

  test.each([2, 0])('has nothing to do for broker %i with Mnesia that lost its volume: it joins again', async (ordinal) => {
    const { namespace } = suite();
    const deployment = await clusterIn(namespace, { membership: { leaveOnScaleIn: false }, image: RabbitMQImage.fromReference('rabbitmq:4.0-management', { version: RabbitMQVersion.of('4.0') }) });
    await loseVolume(namespace, NAME, ordinal);
    const broker = deployment.broker(1);
    const members = async (): Promise<number[]> =>
      [(await broker.clusterStatus()).running.length, ...(await broker.queues()).map(({ online }) => online.length)];
    // without the scaling program nothing gives it a replica of the queue again
    await eventually('it runs, and the queue has the replicas of the others', JOINS_MS, members, counts => counts.join() === '3,2');
    await deployment.ready();
    expect(await cli(['repair', '--yes', '-n', namespace, '-c', NAME])).toMatchObject({ code: 0, stdout: expect.stringContaining('needs no repair') });
  });
});
