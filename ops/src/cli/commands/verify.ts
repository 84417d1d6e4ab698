import { BACKUP_OPTIONS, BACKUP_RIGHTS, openedBy } from './backup-options';
import { manifestFacts } from './backup';
import { command } from './command';
import { group } from './restore';
import { RESTORE_TIMEOUT_MS, BackupManager } from '../../backup/backup-manager';
import type { VerifyReport } from '../../backup/verify';
import { GIVEN_RIGHTS } from '../../deploy/rights';
import { ExitCode } from '../../core/errors';
import type { Style } from '../output/style';
import { facts } from '../output/table';

/** Proves that a backup can be restored. */
export const verify = command({
  usage: 'verify <backup>',
  onCluster: true,
  summary: 'Prove a backup by restoring it into a scratch cluster',
  limit: RESTORE_TIMEOUT_MS,
  examples: [
    ['verify volume:orders-backup --key-secret backup-key', 'the newest of the CronJob'],
    ['verify orders-20261125T021700Z.backup', 'a file'],
  ],
  positionals: { backup: { type: 'string', demandOption: true, describe: 'File, volume:CLAIM/… or s3://BUCKET/…; a folder means its newest' } },
  options: BACKUP_OPTIONS,
  rights: [
    ...BACKUP_RIGHTS,
    { resources: ['persistentvolumeclaims', 'events'], verbs: ['list'] },
    { resources: ['configmaps', 'services', 'serviceaccounts', 'secrets'], verbs: ['get', 'create', 'patch', 'delete'] },
    ...GIVEN_RIGHTS,
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'create', 'patch', 'delete'] },
    { apiGroup: 'batch', resources: ['jobs'], verbs: ['create', 'patch', 'delete'] },
    { apiGroup: 'networking.k8s.io', resources: ['networkpolicies'], verbs: ['create', 'patch', 'delete'] },
    { apiGroup: 'policy', resources: ['poddisruptionbudgets'], verbs: ['create', 'patch', 'delete'] },
    { apiGroup: 'rbac.authorization.k8s.io', resources: ['roles', 'rolebindings'], verbs: ['create', 'patch', 'delete'] },
  ],
  async run(context, args) {
    const opened = await openedBy(context, args);
    const manager = new BackupManager(await context.connect());
    const { namespace, name } = context.cluster;
    const report = await context.operate(options =>
      manager.verify(namespace, name, args.backup, { ...options, ...opened }));
    context.output.show(report, reportText);
    return report.equal ? ExitCode.OK : ExitCode.FAILED;
  },
});

function reportText({ backup, equal, compared, different, left, seconds }: VerifyReport, style: Style): string {
  return [
    facts(style, manifestFacts(backup)),
    group('Not compared', left),
    group(style.red('Different from the backup'), different),
    equal ? style.green(`All ${compared - left.length} definitions match the backup; the restore took ${seconds} s`) : style.red(`${different.length} of ${compared} definitions differ from the backup`),
  ].filter(Boolean).join('\n\n');
}
