import { BACKUP_OPTIONS, BACKUP_RIGHTS, openedBy } from './backup-options';
import { manifestFacts } from './backup';
import { command } from './command';
import { group } from './restore';
import { BackupManager } from '../../backup/backup-manager';
import type { VerifyReport } from '../../backup/verify';
import { GIVEN_RIGHTS } from '../../deploy/rights';
import { ExitCode } from '../../core/errors';
import type { Style } from '../output/style';
import { facts } from '../output/table';

/** Proves that a backup can be restored. */
export const verify = command({
  usage: 'verify <backup>',
  summary: 'Restores a backup into a scratch cluster of one broker, compares all definitions, and takes the scratch cluster away',
  examples: [
    ['verify volume:orders-backup --key-secret backup-key', 'the newest that the CronJob has made'],
    ['verify orders-20261125T021700Z.backup', 'a file'],
  ],
  positionals: { backup: { type: 'string', demandOption: true, describe: 'A file, volume:CLAIM/… or s3://BUCKET/…; the newest of the cluster where it doesn\'t end in .backup' } },
  options: BACKUP_OPTIONS,
  rights: [
    ...BACKUP_RIGHTS,
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
    const report = await context.operate(options => manager.verify(namespace, name, args.backup, { ...options, ...opened }));
    context.output.show(report, reportText);
    return report.equal ? ExitCode.OK : ExitCode.FAILED;
  },
});

function reportText({ backup, equal, compared, different, left, seconds }: VerifyReport, style: Style): string {
  return [
    facts(style, manifestFacts(backup)),
    group('Left out', left),
    group(style.red('Other than in the backup'), different),
    equal ? style.green(`All ${compared - left.length} definitions are as in the backup; restoring them took ${seconds} s.`) : style.red(`${different.length} of ${compared} definitions are not as in the backup.`),
  ].filter(Boolean).join('\n\n');
}
