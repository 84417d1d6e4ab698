import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupManager } from '../../../ops/src';
import { pack } from '../../../ops/src/backup/backup-file';
import { expectedBrokers } from '../../../ops/src/backup/broker-definitions';
import { exportDefinitions } from '../../../ops/src/broker/definitions';
import { Scaled } from '../scaling/scaled';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { connection } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const QUEUES = 2_000;
const NAME = 'rabbitmq-cluster';
const EXPECTS_FIVE = `
spawn(fun() -> erlang:suspend_process(whereis(rabbitmq_membership)), timer:sleep(30000) end),
timer:sleep(100),
Formation = application:get_env(rabbit, cluster_formation, []),
application:set_env(rabbit, cluster_formation, lists:keystore(target_cluster_size_hint, 1, Formation, {target_cluster_size_hint, 5})).`;

describe('after 5 brokers became 3 by kubectl scale', () => {
  const manager = new BackupManager(connection);

  const suite = useNamespace('backup-', async (namespace) => {
    const scaled = await Scaled.up(namespace, { replicas: 5 });
    await scaled.scale(3);
    await scaled.ready(3, 480_000);
    const file = join(mkdtempSync(join(tmpdir(), 'scale-in-')), 'many.backup');
    const queues = Array.from({ length: QUEUES }, (_, i) => ({ name: `queue-${i}`, vhost: '/', durable: true, auto_delete: false, arguments: { 'x-queue-type': i % 2 ? 'classic' : 'quorum' } }));
    writeFileSync(file, pack({ vhosts: [{ name: '/' }], queues, rabbitmq_version: '4.3.6' }, { cluster: NAME, namespace, createdAt: new Date() }));
    return { scaled, file };
  });

  test('a restore is refused while a broker still expects five', async () => {
    const { namespace, scaled, file } = suite();
    // the membership program sets it again within seconds, so it stands still for this test
    await Promise.all([0, 1, 2].map(async ordinal => scaled.deployment.broker(ordinal).run(['rabbitmqctl', 'eval', EXPECTS_FIVE])));
    await expect(manager.restore(namespace, NAME, file)).rejects.toThrow(/expects 5 brokers, and 3 run/);
    await eventually('all brokers expect three again', 120_000,
      async () => Promise.all([0, 1, 2].map(async ordinal =>
        expectedBrokers(scaled.deployment.broker(ordinal)))), expected => expected.every(count => count === 3));
  });

  test(`a restore brings ${QUEUES} queues`, async () => {
    const { namespace, scaled, file } = suite();
    const start = performance.now();
    await manager.restore(namespace, NAME, file);
    figure(`restore of ${QUEUES} queues after a scale-in`, (performance.now() - start) / 1000, 's');
    expect((await exportDefinitions(scaled.broker)).queues).toHaveLength(QUEUES);
  });
});
