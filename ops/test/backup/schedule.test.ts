/** @jest-environment ./ops/test/support/environment.ts */
import { BackupManager } from '../../src/backup/backup-manager';
import { isBackupOnly } from '../../src/backup/backup-objects';
import type { DeploymentConfig } from '../../src/inventory/config';
import { synthesize } from '../../src/inventory/synth';
import { ExitCode, UsageError } from '../../src/core/errors';
import { FakeApiServer, refusal } from '../support/api-server';
import { runMain } from '../support/surroundings';

const backupsOf = (config: DeploymentConfig) => synthesize(config).manifests.filter(({ metadata: { name } }) => name.endsWith('-backup'));
const cronJobOf = (config: DeploymentConfig): any => backupsOf(config).find(({ kind }) => kind === 'CronJob')?.spec;

describe('backups on a schedule', () => {
  test('take nothing of the cluster with them, so that no confirmation is needed', async () => {
    const config = { clusterName: 'orders' };
    const stems = (manifests: readonly { kind: string; metadata: { name: string } }[]): string[] =>
      manifests.map(({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{5,10}$/, '')}`);
    const left = stems(synthesize(config).manifests);
    const removed = synthesize({ ...config, backup: {} }).manifests.filter(manifest =>
      stems([manifest]).some(stem => !left.includes(stem)));
    expect(removed.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['CronJob', 'NetworkPolicy', 'Job']));
    expect(await isBackupOnly('orders')(removed)).toBe(true);
    expect(await isBackupOnly('orders')([...removed, ...synthesize(config).manifests.slice(0, 1)])).toBe(false);
  });

  test('are what RabbitMQBackup deploys', () => {
    expect(backupsOf({ backup: {} }).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['CronJob', 'PersistentVolumeClaim']));
    expect(cronJobOf({ backup: {} }).schedule).toBe('17 2 * * *');
  });

  test('are made when it is said, are kept as many as is said, and encrypted by the key that is named', () => {
    const { schedule, jobTemplate } = cronJobOf({ backup: { schedule: '0 */2 * * mon-fri', keep: 48, keySecret: 'backup-key/hex' } });
    const { containers: [{ command }], volumes } = jobTemplate.spec.template.spec;
    expect(schedule).toBe('0 */2 * * mon-fri');
    expect(command).toContain('48');
    expect(volumes).toContainEqual({ name: 'key', secret: { secretName: 'backup-key', items: [{ key: 'hex', path: 'key' }] } });
  });

  test('are the profile\'s unless they are switched off', () => {
    const prod = { profile: 'prod', ingress: 'mq.example.com' } as const;
    expect(cronJobOf(prod)).toBeDefined();
    expect(backupsOf({ ...prod, backup: false })).toEqual([]);
    expect(backupsOf({})).toEqual([]);
  });

  test.each(['hourly', '0 * * *', '0 * * * * *', '0  * * * *'])('aren\'t made at "%s"', (schedule) => {
    expect(() => synthesize({ backup: { schedule } })).toThrow(UsageError);
    expect(() => synthesize({ backup: { schedule } })).toThrow(`backup.schedule is "${schedule}": write the five fields of cron`);
  });

  test('are had only with a cluster that this program deployed', async () => {
    const server = await FakeApiServer.start(({ path }) => refusal(404, 'NotFound', path));
    try {
      const manager = new BackupManager(server.connection());
      for (const change of [manager.schedule('shop', 'orders', { schedule: '0 * * * *' }), manager.unschedule('shop', 'orders')]) {
        await expect(change).rejects.toMatchObject({ code: ExitCode.NOT_FOUND, message: expect.stringContaining('wasn\'t deployed by this program'), state: 'nothing was changed' });
      }
      expect(server.received.map(({ method }) => method)).not.toContain('PATCH');
    } finally {
      await server.stop();
    }
  });

  test.each([
    [['--schedule', '0 * * * *', '--unschedule'], 'use one of them'],
    [['--schedule', '0 * * * *', '--volumes'], 'use one of them'],
    [['--schedule', '0 * * * *', '--to', 's3://bucket'], 'Remove --to'],
    [['--keep', '3'], '--keep needs --schedule'],
  ])('take no %j', async (options, message) => {
    await expect(runMain(['backup', '-n', 'shop', '-c', 'orders', ...options])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: expect.stringContaining(message) });
  });
});
