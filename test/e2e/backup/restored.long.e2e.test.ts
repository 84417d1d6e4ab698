import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'amqplib';
import { manyDefinitions, passwordOf, USERS } from './many-definitions';
import { readBackup } from './reader';
import { BackupManager, type RestorePlan } from '../../../ops/src';
import { pack } from '../../../ops/src/backup/backup-file';
import { sendDefinitions } from '../../../ops/src/backup/broker-definitions';
import { byIdentity, differences, KINDS } from '../../../ops/src/backup/definitions';
import { type Definitions, exportDefinitions } from '../../../ops/src/broker/definitions';
import { ExitCode } from '../../../ops/src/core/errors';
import { cli } from '../ops/cli';
import { clusterManifests, Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { apps, connection, core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const KEY = randomBytes(32);
const folder = mkdtempSync(join(tmpdir(), 'restored-'));

/** What is other in another cluster than in the definitions, but for what each cluster has of its own. */
function otherThan(wanted: Definitions, there: Definitions): string[] {
  return KINDS.filter(kind => kind !== 'global_parameters').flatMap((kind) => {
    const found = byIdentity(kind, there);
    return [...byIdentity(kind, wanted)].filter(([identity, definition]) => {
      const same = found.get(identity);
      return !(kind === 'users' && definition.name === 'admin') && (same === undefined || differences(definition, same).length > 0);
    }).map(([identity]) => `${kind} ${identity}`);
  });
}

describe('five virtual hosts, 50 users, 500 queues of three kinds, 1,000 bindings and policies', () => {
  let file: string;
  const manager = new BackupManager(connection);

  const deploy = async (name: string): Promise<Deployment> => {
    const deployment = Deployment.of(clusterManifests({
      name, replicas: 1, networkPolicy: { enabled: true }, resources: { memoryLimit: '2Gi' },
    }), suite().namespace);
    await deployment.up(300_000);
    return deployment;
  };

  const suite = useNamespace('backup-', async () => {
    const [source, fresh] = await Promise.all([deploy('source'), deploy('fresh')]);
    const sent = await sendDefinitions(source.broker(0), manyDefinitions());
    await sent.import();
    await sent.remove();
    return { fresh };
  });

  test('are in a backup, whose manifest counts them', async () => {
    const start = performance.now();
    const { location, manifest } = await manager.create(suite().namespace, 'source', folder, { key: KEY });
    figure('backup of 500 queues', (performance.now() - start) / 1000, 's');
    file = location;
    expect(manifest.counts).toMatchObject({ vhosts: 6, users: 51, queues: 500, bindings: 1000, policies: 25 });
    expect(otherThan(manyDefinitions(), readBackup(readFileSync(file), KEY.toString('hex')).definitions)).toEqual([]);
  });

  test('a wrong file, a changed one, one cut off, another key and a newer series are refused, and nothing is changed', async () => {
    const { namespace, fresh } = suite();
    const before = await exportDefinitions(fresh.broker(0));
    const content = readFileSync(file);
    const write = (name: string, bytes: Buffer): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const changed = Buffer.from(content);
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
    const attempts: [string, Buffer, RegExp][] = [
      [write('wrong.backup', Buffer.from('{"users":[]}\n')), KEY, /is no backup/],
      [write('changed.backup', changed), KEY, /was changed since it was made/],
      [write('cut.backup', content.subarray(0, -100)), KEY, /is cut off/],
      [file, randomBytes(32), /is encrypted by another key/],
      [join(folder, 'none.backup'), KEY, /there is no /],
    ];
    for (const [location, key, reason] of attempts) {
      await expect(manager.restore(namespace, 'fresh', location, { key })).rejects.toMatchObject({ message: expect.stringMatching(reason), state: 'nothing was changed' });
    }
    const newer = write('newer.backup', pack({ ...manyDefinitions(), rabbitmq_version: '4.4.0' }, { cluster: 'source', namespace, createdAt: new Date() }));
    await expect(manager.restore(namespace, 'fresh', newer)).rejects.toThrow('was made by RabbitMQ 4.4.0, and the cluster runs 4.3');
    expect(await exportDefinitions(fresh.broker(0))).toEqual(before);
  });

  test('the plan says what would be done, by the command line too, and does none of it', async () => {
    const { namespace, fresh } = suite();
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, KEY.toString('hex'));
    const { code, stdout } = await cli(['restore', file, '-n', namespace, '-c', 'fresh', '--plan', '--key-file', keyFile, '-o', 'json']);
    expect(code).toBe(0);
    const plan = JSON.parse(stdout) as RestorePlan;
    const added = (kind: string): number => plan.added.filter(definition => definition.kind === kind).length;
    expect(KINDS.map(kind => [kind, added(kind)])).toEqual(expect.arrayContaining([['vhosts', 5], ['users', 50], ['queues', 500], ['bindings', 1000], ['policies', 25]]));
    expect(plan.left.filter(({ kind }) => kind === 'users')).toEqual([{ kind: 'users', title: 'admin', because: 'its password is the one in Secret fresh-credentials' }]);
    expect((await exportDefinitions(fresh.broker(0))).queues).toEqual([]);
  });

  test('a connection that breaks before RabbitMQ is told changes nothing', async () => {
    const { namespace, fresh } = suite();
    const controller = new AbortController();
    const step = (text: string): void => {
      if (text.startsWith('Sending')) {
        controller.abort(new Error('broken'));
      }
    };
    const progress = { step, live: () => undefined, warn: () => undefined };
    await expect(manager.restore(namespace, 'fresh', file, { key: KEY, signal: controller.signal, progress })).rejects.toMatchObject({ state: expect.stringContaining('nothing was changed') });
    expect((await exportDefinitions(fresh.broker(0))).queues).toEqual([]);
  });

  test('a broker that dies in the middle of the import keeps what it has, and the next restore adds the rest', async () => {
    const { namespace, fresh } = suite();
    const restarts = async (): Promise<number> =>
      (await core.readNamespacedPod({ namespace, name: 'fresh-0' })).status?.containerStatuses?.at(0)?.restartCount ?? 0;
    const before = await restarts();
    let killed: Promise<unknown> = Promise.resolve();
    const kill = async (): Promise<unknown> => fresh.broker(0).exec(['rabbitmqctl', 'eval', 'Die = fun Die() -> rabbit_amqqueue:count() > 100 andalso erlang:halt(1), timer:sleep(1), Die() end, Die().']);
    const step = (text: string): void => {
      if (text.startsWith('Importing')) {
        killed = kill();
      }
    };
    const progress = { step, live: () => undefined, warn: () => undefined };
    await expect(manager.restore(namespace, 'fresh', file, { key: KEY, progress })).rejects.toMatchObject({
      code: ExitCode.INCOMPLETE, state: expect.stringContaining('nothing was deleted. Run restore again'),
    });
    await killed.catch(() => undefined);
    await eventually('it has started again', 120_000, restarts, count => count > before);
    await fresh.ready();
    const there = (await exportDefinitions(fresh.broker(0))).queues?.length ?? 0;
    figure('broker died in the middle of the import: of 500 queues that it keeps', there, 'queues');
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(500);
  });

  test('are in a fresh cluster after the restore, as they were', async () => {
    const { namespace, fresh } = suite();
    const start = performance.now();
    await manager.restore(namespace, 'fresh', file, { key: KEY });
    figure('restore of 500 queues', (performance.now() - start) / 1000, 's');
    expect(otherThan(manyDefinitions(), await exportDefinitions(fresh.broker(0)))).toEqual([]);
    const { added, changed } = await manager.plan(namespace, 'fresh', file, { key: KEY });
    expect([added, changed]).toEqual([[], []]);
  });

  test('users log in with their old passwords, and the administrator with the one of the fresh cluster', async () => {
    const { host, port, username, password } = await suite().fresh.amqp();
    for (const [user, secret, vhost] of [...USERS.map((name, i): [string, string, string] => [name, passwordOf(name), `tenant-${i % 5}`]), [username, password, '/'] as const]) {
      const connection = await connect({ hostname: host, port, username: user, password: secret, vhost });
      await connection.close();
    }
  });

  test('verify finds them equal in a scratch cluster, and leaves nothing of it', async () => {
    const { namespace } = suite();
    const report = await manager.verify(namespace, 'source', file, { key: KEY });
    expect(report).toMatchObject({ equal: true, different: [] });
    expect(report.compared).toBeGreaterThan(1500);
    const { items } = await apps.listNamespacedStatefulSet({ namespace });
    expect(items.map(({ metadata }) => metadata?.name).sort()).toEqual(['fresh', 'source']);
    const secrets = (await core.listNamespacedSecret({ namespace })).items.map(({ metadata }) => metadata?.name ?? '');
    expect(secrets.filter(name => name.startsWith('verify-'))).toEqual([]);
  });
});
