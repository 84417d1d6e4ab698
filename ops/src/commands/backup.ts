import { BACKUP_OPTIONS, BACKUP_RIGHTS, openedBy } from './backup-options';
import { command } from './command';
import type { BackupManifest } from '../backup/backup-file';
import { BackupManager, type StoredBackup } from '../backup/backup-manager';
import type { Style } from '../output/style';
import { facts } from '../output/table';

/** Makes a backup of definitions. */
export const backup = command({
  usage: 'backup',
  summary: 'A backup of all definitions: users with hashed passwords, vhosts, permissions, policies, queues, bindings; no messages',
  examples: [
    ['backup', 'to a file in this folder'],
    ['backup --to volume:orders-backup --key-secret backup-key', 'where the scheduled ones are, encrypted by the same key'],
    ['backup --to s3://bucket/orders --s3-endpoint https://s3.example.com', 'with credentials from AWS_ACCESS_KEY_ID, a profile or the machine'],
  ],
  options: {
    to: { type: 'string', default: '.', describe: 'A folder, volume:CLAIM[/FOLDER] or s3://BUCKET[/PREFIX]; or a file there that ends in .backup' },
    ...BACKUP_OPTIONS,
  },
  rights: [...BACKUP_RIGHTS],
  async run(context, args) {
    const opened = await openedBy(context, args);
    const manager = new BackupManager(await context.connect());
    const { namespace, name } = context.cluster;
    context.output.show(await context.operate(options => manager.create(namespace, name, args.to, { ...options, ...opened })), storedText);
    return undefined;
  },
});

function storedText({ location, manifest }: StoredBackup, style: Style): string {
  return facts(style, [['Backup', style.bold(location)], ...manifestFacts(manifest)]);
}

/** What a backup says of itself. */
export function manifestFacts({ cluster, namespace, rabbitmqVersion, createdAt, counts, encryption, sha256 }: BackupManifest): [string, string][] {
  return [
    ['Of', `${namespace}/${cluster}, RabbitMQ ${rabbitmqVersion}, ${createdAt}`],
    ['Has', Object.entries(counts).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind.replaceAll('_', ' ')}`).join(', ')],
    ['Encrypted', encryption === 'none' ? 'no' : encryption],
    ['SHA-256', sha256],
  ];
}
