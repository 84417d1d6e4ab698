import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQImage } from '../../../lib';
import { Broker } from '../../../ops/src/broker/broker';
import { access } from '../support/access';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { connection } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { Publisher } from '../support/publisher';
import { blocksFor, shell } from './blocks';
import { useNamespace } from '../support/use-cluster';

const ROOT = join(__dirname, '../../..');
const PASSWORD = 'p/ss@w&rd';
const steps = blocksFor(__filename, 'docs/migration.md');

/** A cluster with the names, the administrator and the Secret's key of Bitnami's chart; its image can't be had. */
async function oldCluster(namespace: string): Promise<Deployment> {
  await apply([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'old-rabbitmq' }, stringData: { username: 'user', 'rabbitmq-password': PASSWORD } }], namespace);
  const old = Deployment.of(manifestsOf((app) => {
    const chart = new Chart(app, 'old', { namespace });
    new RabbitMQCluster(chart, 'RabbitMQ', {
      name: 'old-rabbitmq',
      image: RabbitMQImage.fromReference('rabbitmq:3.10-management'),
      replicas: 1,
      resources: { memoryLimit: '1Gi' },
      credentials: { secret: Secret.fromSecretName(chart, 'Login', 'old-rabbitmq'), passwordKey: 'rabbitmq-password' },
      acknowledgedWarnings: ['version-unsupported'],
    });
    return chart;
  }), namespace);
  await old.up();
  return old;
}

describe('the way from another chart, followed to the letter', () => {
  const suite = useNamespace('migration-', async (namespace, defer) => {
    const folder = mkdtempSync(join(tmpdir(), 'migration-'));
    defer(() => { rmSync(folder, { recursive: true, force: true }); });
    /** The reader's programs, in the test's namespace. */
    const program = (name: string, command: string): void => {
      writeFileSync(join(folder, name), `#!/bin/sh\nexec ${command} "$@"\n`);
      chmodSync(join(folder, name), 0o755);
    };
    const helms = execFileSync('bash', [join(ROOT, 'scripts/chart/get-helm.sh')], { encoding: 'utf8' }).trim();
    const kubectl = execFileSync('sh', ['-c', 'command -v kubectl'], { encoding: 'utf8' }).trim();
    program('kubectl', `${kubectl} --namespace ${namespace}`);
    program('helm', `${helms}/helm4 --namespace ${namespace}`);
    program('rabbitmq-k8s', `node ${ROOT}/ops/dist/cli/cli.js`);
    const run = async (code: string) => shell(`export PATH=${folder}:$PATH\n${code.replace('./chart', `${ROOT}/chart`)}`, { cwd: folder, timeoutMs: 12 * 60_000 });
    const old = await oldCluster(namespace);
    const { host, port } = await access(namespace, old.name, 'amqp');
    const target = { host, port, username: 'user', password: PASSWORD };
    await declareQueue(target, 'mirrored', { arguments: { 'x-queue-type': undefined } });
    await declareQueue(target, 'replicated');
    await old.broker(0).run(['rabbitmqctl', 'set_policy', 'ha', '^mirrored$', '{"ha-mode":"all"}']);
    await old.broker(0).run(['rabbitmqctl', 'set_policy', 'limit', '^replicated$', '{"max-length":100000}']);
    await old.broker(0).run(['rabbitmqctl', 'add_user', 'shop', 'of-the-shop']);
    await old.broker(0).run(['rabbitmqctl', 'set_permissions', 'shop', '.*', '.*', '.*']);
    for (const queue of ['mirrored', 'replicated']) {
      const publisher = Publisher.start({ target, queue, count: 500 });
      await publisher.reached();
      await publisher.stop();
    }
    return { folder, run };
  });

  const ours = (): Broker => new Broker(connection, suite().namespace, 'orders-0');

  test.each(steps.map(step => [step.file ?? step.code.split('\n').slice(-1)[0], step] as const))('%s', async (_name, step) => {
    const { folder, run } = suite();
    if (step.file === undefined) {
      await run(step.code);
    } else {
      // the library's clusters are instances by their own name
      writeFileSync(join(folder, step.file), step.code.replace('instance: old ', 'instance: old-rabbitmq '));
    }
  }, 15 * 60_000);

  test('all messages are in quorum queues of the new cluster', async () => {
    const queues = (await ours().queues()).map(({ name, type, messages }) => [name, type, messages]).sort();
    expect(queues).toEqual([['mirrored', 'quorum', 500], ['replicated', 'quorum', 500]]);
  });

  test('users and policies came over, but for the administrator and what is gone', async () => {
    expect(await ours().run(['rabbitmqctl', '--silent', 'authenticate_user', 'shop', 'of-the-shop'])).toContain('Success');
    await expect(ours().run(['rabbitmqctl', '--silent', 'authenticate_user', 'user', PASSWORD])).rejects.toThrow(/Error|ended with/);
    const policies = await ours().run(['rabbitmqctl', '--silent', 'list_policies']);
    expect(policies).toContain('limit');
    expect(policies).not.toContain('ha-mode');
    expect(await ours().run(['rabbitmqctl', '--silent', 'list_parameters'])).not.toContain('shovel');
  });
});
