import { BACKUP_OPTIONS, BACKUP_RIGHTS, openedBy } from './backup-options';
import { command } from './command';
import type { BackupManifest } from '../../backup/backup-file';
import { BACKUP_TIMEOUT_MS, BackupManager, type ListedBackup } from '../../backup/backup-manager';
import type { Style } from '../output/style';
import { table } from '../output/table';

/** Lists backups. */
export const backups = command({
  usage: 'backups',
  onCluster: true,
  summary: 'List the backups in a folder, volume or bucket',
  limit: BACKUP_TIMEOUT_MS,
  examples: [
    ['backups', 'in this folder'],
    ['backups --from volume:orders-backup', 'of the CronJob'],
    ['backups --from s3://bucket/orders -o json', 'for programs'],
  ],
  options: {
    from: { type: 'string', default: '.', describe: 'Folder, volume:CLAIM[/FOLDER] or s3://BUCKET[/PREFIX]' },
    ...BACKUP_OPTIONS,
  },
  rights: [...BACKUP_RIGHTS],
  async run(context, args) {
    const opened = await openedBy(context, args);
    const manager = new BackupManager(await context.connect());
    const { namespace, name } = context.cluster;
    context.output.show(
      await context.operate(options => manager.list(namespace, name, args.from, { ...options, ...opened })),
      listText,
    );
    return undefined;
  },
});

function listText(listed: readonly ListedBackup[], style: Style): string {
  const rows = listed.map(({ location, manifest, error }) => (manifest && error === undefined ? [location, ...columns(manifest)] : [location, style.red(error ?? '')]));
  return rows.length === 0 ? 'No backups found' : table(style, ['backup', 'of', 'made', 'rabbitmq', 'users', 'queues', 'bindings', 'encrypted'], rows);
}

function columns({
  namespace,
  cluster,
  createdAt,
  rabbitmqVersion,
  counts: { users, queues, bindings },
  encryption,
}: BackupManifest): (string | number | undefined)[] {
  return [`${namespace}/${cluster}`, createdAt, rabbitmqVersion, users, queues, bindings, encryption];
}
