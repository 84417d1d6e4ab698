import type { Backup, BackupManifest } from './backup-file';
import { byIdentity, differences, KINDS, titleOfDefinition } from './definitions';
import { carryOut, plannedRestore } from './restore';
import type { PlannedDefinition } from './restore-plan';
import { withScratchCluster } from './scratch-cluster';
import { anyBroker } from '../broker/brokers';
import { exportDefinitions } from '../broker/definitions';
import type { ClusterRef } from '../core/cluster-ref';
import type { Operation } from '../operation/operation';

/** How a backup looks after it was restored. */
export interface VerifyReport {
  readonly backup: BackupManifest;
  /** Whether everything that could be restored is as it was. */
  readonly equal: boolean;
  /** How many definitions were compared. */
  readonly compared: number;
  /** What is missing in the scratch cluster, or other than in the backup. */
  readonly different: readonly PlannedDefinition[];
  /** What was left out: keys that its release doesn't know, shovels and federation. */
  readonly left: readonly PlannedDefinition[];
  /** How long the restore took, in seconds. */
  readonly seconds: number;
}

/** Restores a backup into a cluster of its own, and compares what that gives with what was put in. */
export async function verifyInScratchCluster(
  operation: Operation,
  cluster: ClusterRef,
  backup: Backup,
  name: string,
): Promise<VerifyReport> {
  return withScratchCluster(operation, cluster, backup.manifest.rabbitmqVersion, async (scratch) => {
    const conditions = { includeSecretUsers: true, isolated: true };
    const planned = await plannedRestore(operation, scratch, backup, name, conditions);
    const start = performance.now();
    await carryOut(
      operation,
      scratch,
      planned,
      async () => (await plannedRestore(operation, scratch, backup, name, conditions)).plan,
    );
    const seconds = (performance.now() - start) / 1000;
    operation.progress.step('Comparing');
    const there = await exportDefinitions(await anyBroker(operation.kubernetes, scratch));
    const different = KINDS.flatMap((kind) => {
      const found = byIdentity(kind, there);
      return [...byIdentity(kind, planned.definitions)].flatMap(([identity, wanted]): PlannedDefinition[] => {
        const title = titleOfDefinition(kind, wanted);
        const definition = found.get(identity);
        const because = definition ? differences(wanted, definition).join(', ') : 'missing';
        return because === '' ? [] : [{ kind, title, because }];
      });
    });
    const compared = KINDS.reduce((sum, kind) => sum + (backup.definitions[kind] ?? []).length, 0);
    const left = [...planned.plan.left, ...planned.plan.added.filter(({ because }) => because !== undefined)];
    return {
      backup: backup.manifest,
      equal: different.length === 0,
      compared,
      different,
      left,
      seconds: Math.round(seconds * 10) / 10,
    };
  });
}
