import { BackupManager } from '../../../src/backup/backup-manager';
import type { RestorePlan } from '../../../src/backup/restore-plan';
import type { CommandContext } from '../../../src/cli/commands/command';
import { restore } from '../../../src/cli/commands/restore';

test('restore applies the backup that its plan has shown, and none that was made since', async () => {
  const plan = { location: 'volume:backups/orders-20261125T021700Z.backup', added: [{}], changed: [] } as unknown as RestorePlan;
  jest.spyOn(BackupManager.prototype, 'plan').mockResolvedValue(plan);
  const restored = jest.spyOn(BackupManager.prototype, 'restore').mockResolvedValue({ plan, done: true });
  const context = {
    output: { show: () => undefined, note: () => undefined },
    cluster: { namespace: 'shop', name: 'orders' },
    connect: () => Promise.resolve({}),
    operate: (action: (options: object) => unknown) => Promise.resolve(action({})),
  } as unknown as CommandContext;
  await restore.run(context, { backup: 'volume:backups', yes: true, wait: '5m' } as never);
  expect(restored).toHaveBeenCalledWith('shop', 'orders', plan.location, expect.objectContaining({ waitMs: 300_000 }));
});
