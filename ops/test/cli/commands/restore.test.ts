import { BackupManager } from '../../../src/backup/backup-manager';
import { createColors } from 'picocolors';
import type { BackupManifest } from '../../../src/backup/backup-file';
import type { PlannedDefinition, RestorePlan } from '../../../src/backup/restore-plan';
import { RequestError } from '../../../src/core/errors';
import type { CommandContext } from '../../../src/cli/commands/command';
import { planText, restore } from '../../../src/cli/commands/restore';

test('restore applies the backup that its plan has shown, and none that was made since', async () => {
  const plan = { location: 'volume:backups/orders-20261125T021700Z.backup', added: [{}], changed: [] } as unknown as RestorePlan;
  jest.spyOn(BackupManager.prototype, 'plan').mockResolvedValue(plan);
  const restored = jest.spyOn(BackupManager.prototype, 'restore').mockResolvedValue({ plan, done: true });
  const context = {
    output: { show: () => undefined, note: () => undefined },
    cluster: { namespace: 'shop', name: 'orders' },
    connect: () => Promise.resolve({ core: { readNamespacedSecret: () => Promise.reject(new RequestError('no', 404, 'NotFound')) } }),
    operate: (action: (options: object) => unknown) => Promise.resolve(action({})),
  } as unknown as CommandContext;
  await restore.run(context, { backup: 'volume:backups', yes: true, wait: '5m', allowUnencrypted: false, maxSize: 256 } as never);
  expect(restored).toHaveBeenCalledWith('shop', 'orders', plan.location, expect.objectContaining({ waitMs: 300_000 }));
});

describe('the plan of a restore', () => {
  const plain = createColors(false);
  const manifest = { counts: {}, encryption: 'none' } as unknown as BackupManifest;
  const planOf = (added: readonly PlannedDefinition[]): RestorePlan =>
    ({ location: 'orders.backup', backup: manifest, version: '4.3.6', added, changed: [], left: [], same: 0, onlyInCluster: 0 });

  test('names 20 of a kind, every administrator, and everything that connects to other brokers', () => {
    const users = Array.from({ length: 25 }, (_, i): PlannedDefinition => ({ kind: 'users', title: `user-${i}`, ...i === 24 && { tags: ['monitoring', 'administrator'] } }));
    const parameters = Array.from({ length: 22 }, (_, i): PlannedDefinition => ({ kind: 'parameters', title: `p-${i}`, ...i === 21 && { connects: 'from a.example.com to this cluster' } }));
    const text = planText(planOf([...users, ...parameters]), plain);
    expect(text).toContain('    user-19\n');
    expect(text).not.toContain('user-20');
    expect(text).toContain('    user-24 [monitoring, administrator]\n    and 4 more');
    expect(text).toContain('    p-21: starts immediately, from a.example.com to this cluster\n    and 1 more');
  });
});
