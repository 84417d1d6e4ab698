import { randomBytes } from 'node:crypto';
import { Chart, JsonPatch } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-28';
import { runNow } from './jobs';
import { readBackup } from './reader';
import { Volume } from './volume';
import { RabbitMQBackup, RabbitMQBackupProps, RabbitMQCluster } from '../../../lib';
import { newChart } from '../../support/synth';
import { access } from '../support/access';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { batch, core } from '../support/kubernetes';
import { apply, type Manifest } from '../support/manifests';
import { useCluster } from '../support/use-cluster';

const NAME = 'kept';
const KEY = randomBytes(32).toString('hex');

describe('scheduled backups of definitions', () => {
  let volume: Volume;

  // suspended: backups are made when the tests say so, and not at the time of the schedule too
  const manifests = (options: Partial<RabbitMQBackupProps> = {}): Manifest[] => manifestsOf((app) => {
    const chart = new Chart(app, 'backup', { namespace: suite().namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: NAME, replicas: 1, networkPolicy: { enabled: true } });
    const backup = new RabbitMQBackup(chart, 'Backup', { cluster, suspend: true, ...options });
    backup.cronJob.addJsonPatch(JsonPatch.add('/spec/jobTemplate/spec/backoffLimit', 0));
    return chart;
  });
  const makeSecret = (name: string, key: string): Promise<void> => apply([{ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: { key } }], suite().namespace);
  const secret = (name: string): ISecret => Secret.fromSecretName(newChart(), 'Secret', name);
  const definitions = async (): Promise<Record<string, any>> => {
    const { namespace, deployment } = suite();
    const { host, port } = await access(namespace, NAME, 'management');
    const { username, password } = await deployment.amqp();
    const response = await fetch(`http://${host}:${port}/api/definitions`, { headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` } });
    return await response.json() as Record<string, any>;
  };

  const suite = useCluster('backup-', () => manifests(), async (deployment) => {
    const { namespace } = deployment;
    await eventually('the user backup is made', 300_000, async () => (await batch.listNamespacedJob({ namespace })).items.map(({ status }) => status?.succeeded), done => done.every(count => count === 1));
    const broker = deployment.broker(0);
    await broker.run(['rabbitmqctl', 'add_vhost', 'wörld "quoted"']);
    await broker.run(['rabbitmqctl', 'set_policy', 'short', '^short\\.', '{"max-length":10}']);
  });

  test('one is on the volume, with all that the broker defines, and a manifest that says so', async () => {
    const { namespace } = suite();
    const log = await runNow(namespace, `${NAME}-backup`, 'first');
    expect(log).toMatch(/^kept-\d{8}T\d{6}Z\.backup: \d+ bytes written and read back\n$/);
    volume = await Volume.open(namespace, `${NAME}-backup`);
    const [file, ...more] = await volume.list();
    expect(more).toEqual([]);
    const { manifest, definitions: kept } = readBackup(await volume.read(file));
    const there = await definitions();
    expect(kept).toEqual(there);
    expect(manifest).toMatchObject({ format: 'rabbitmq-backup/1', cluster: NAME, namespace, rabbitmqVersion: there.rabbitmq_version, encryption: 'none' });
    expect(manifest.counts).toEqual(Object.fromEntries(Object.entries(there)
      .filter(([, list]) => Array.isArray(list))
      .map(([kind, list]) => [kind, list.length])));
    expect(Math.abs(Date.now() - Date.parse(manifest.createdAt))).toBeLessThan(10 * 60_000);
    expect((await volume.run('stat', '-c', '%a', `/backups/${file}`)).trim()).toMatch(/^6.0$/);
  });

  test('Kubernetes knows when the last one was done', async () => {
    const { status } = await eventually('the CronJob has a last success', 60_000, () => batch.readNamespacedCronJob({ namespace: suite().namespace, name: `${NAME}-backup` }),
      ({ status: state }) => state?.lastSuccessfulTime !== undefined);
    expect(Date.now() - status!.lastSuccessfulTime!.getTime()).toBeLessThan(10 * 60_000);
  });

  test('encrypted, nothing of it is readable without the key, and only the newest are kept', async () => {
    const { namespace } = suite();
    await makeSecret('key', KEY);
    await apply(manifests({ keep: 2, encryption: { secret: secret('key') } }), namespace);
    await volume.run('touch', '/backups/kept-too-20200101T000000Z.backup');
    await runNow(namespace, `${NAME}-backup`, 'second');
    const log = await runNow(namespace, `${NAME}-backup`, 'third');
    expect(log).toMatch(/written and read back\nkept-\d{8}T\d{6}Z\.backup: removed\n$/);
    const files = await volume.list();
    expect(files.map(name => name.replace(/\d{8}T\d{6}/, 'TIME'))).toEqual(['kept-TIMEZ.backup', 'kept-TIMEZ.backup', 'kept-too-TIMEZ.backup']);
    const file = await volume.read(files[1]);
    expect(file.toString('latin1')).not.toMatch(/password_hash/);
    const { manifest, definitions: kept } = readBackup(file, KEY);
    expect(manifest.encryption).toBe('aes-256-gcm');
    expect(kept).toEqual(await definitions());
    expect(() => readBackup(file, randomBytes(32).toString('hex'))).toThrow(/authenticate/);
  });

  test('a key that is none fails, says why, and removes nothing', async () => {
    const { namespace } = suite();
    const before = await volume.list();
    await makeSecret('word', 'a word');
    await apply(manifests({ keep: 1, encryption: { secret: secret('word') } }), namespace);
    await expect(runNow(namespace, `${NAME}-backup`, 'wrong')).rejects.toThrow('the key for encryption isn\'t 64 hexadecimal digits: make one by openssl rand -hex 32');
    expect(await volume.list()).toEqual(before);
  });

  test('a password that the broker doesn\'t take fails, says so, and shows neither it nor a definition', async () => {
    const { namespace, deployment } = suite();
    const { data } = await core.readNamespacedSecret({ namespace, name: `${NAME}-backup` });
    const password = Buffer.from(data!.password, 'base64').toString();
    await deployment.broker(0).run(['rabbitmqctl', 'change_password', 'backup', 'another']);
    await apply(manifests(), namespace);
    await expect(runNow(namespace, `${NAME}-backup`, 'refused')).rejects.toThrow('the broker answered 401 Unauthorized to GET /api/definitions');
    const { items } = await core.listNamespacedPod({ namespace, labelSelector: 'app=rabbitmq-backup' });
    const logs = (await Promise.all(items.map(({ metadata }) => core.readNamespacedPodLog({ namespace, name: metadata!.name! })))).join('');
    expect(logs).not.toContain(password);
    expect(logs).not.toContain('password_hash');
  });
});
