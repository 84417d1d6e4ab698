import { counted } from '../../core/counted';
import { BACKUP_OPTIONS, BACKUP_RIGHTS, openedBy } from './backup-options';
import { command, type CommandContext } from './command';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import type { BackupManifest } from '../../backup/backup-file';
import { BACKUP_TIMEOUT_MS, BackupManager, type StoredBackup } from '../../backup/backup-manager';
import { DEPLOY_RIGHTS, LEASE_RIGHTS } from '../../deploy/rights';
import { commandLine } from '../../core/cluster-ref';
import { UsageError } from '../../core/errors';
import type { Style } from '../output/style';
import { facts, table } from '../output/table';
import { VolumeSnapshotter, type VolumeSnapshots } from '../../expand/snapshots';

/** Makes a backup of definitions. */
export const backup = command({
  usage: 'backup',
  onCluster: true,
  summary: 'Back up all definitions, or snapshot the volumes',
  limit: BACKUP_TIMEOUT_MS,
  examples: [
    ['backup', 'to a file in this folder'],
    ['backup --to volume:orders-backup --key-secret backup-key', 'to the volume of scheduled backups, same key'],
    ['backup --schedule \'0 * * * *\' --keep 48', 'every hour, to the volume orders-backup'],
    ['backup --volumes', 'snapshots at one point in time'],
    ['backup --to s3://bucket/orders --s3-endpoint https://s3.example.com', 'with credentials from the environment'],
  ],
  options: {
    to: { type: 'string', describe: 'Folder, volume:CLAIM[/FOLDER] or s3://BUCKET[/PREFIX], or a .backup file there [default: this folder]' },
    ...BACKUP_OPTIONS,
    schedule: { type: 'string', describe: 'Schedule backups by a CronJob instead, in cron format' },
    keep: { type: 'number', describe: 'Number of backups that the CronJob keeps [default: 30]' },
    unschedule: { type: 'boolean', default: false, describe: 'Remove that CronJob instead' },
    volumes: { type: 'boolean', default: false, describe: 'Snapshot all volumes instead, with messages; blocks clients for seconds' },
    'snapshot-class': { type: 'string', describe: 'VolumeSnapshotClass [default: the driver\'s]' },
    ...WAIT_OPTION,
  },
  rights: [
    ...BACKUP_RIGHTS,
    { resources: ['persistentvolumeclaims'], verbs: ['list'], optional: true, part: '--volumes' },
    { apiGroup: 'snapshot.storage.k8s.io', resources: ['volumesnapshots'], verbs: ['get', 'create', 'patch', 'delete'], optional: true, part: '--volumes' },
    ...LEASE_RIGHTS.map(right => ({ ...right, optional: true, part: '--volumes' })),
    { apiGroup: 'batch', resources: ['cronjobs'], verbs: ['get', 'create', 'patch', 'delete'], optional: true, part: '--schedule' },
    { resources: ['persistentvolumeclaims'], verbs: ['get', 'create', 'patch'], optional: true, part: '--schedule' },
    ...DEPLOY_RIGHTS.map(right => ({ ...right, optional: true, part: '--schedule' })),
  ],
  check: requireOneWay,
  async run(context, args) {
    if (args.schedule !== undefined || args.unschedule) {
      await reschedule(context, args);
      return undefined;
    }
    if (args.volumes) {
      await snapshot(context, args);
      return undefined;
    }
    const opened = await openedBy(context, args);
    const manager = new BackupManager(await context.connect());
    const { namespace, name } = context.cluster;
    context.output.show(await context.operate(options => manager.create(namespace, name, args.to ?? '.', { ...options, ...opened })), storedText);
    return undefined;
  },
});

interface ScheduleArguments {
  readonly to?: string;
  readonly schedule?: string;
  readonly keep?: number;
  readonly keySecret?: string;
  readonly unschedule: boolean;
  readonly volumes: boolean;
  readonly wait?: string;
}

function requireOneWay({ schedule, unschedule, volumes, to, keep }: ScheduleArguments): void {
  if ([schedule !== undefined, unschedule, volumes].filter(Boolean).length > 1) {
    throw new UsageError('--schedule, --unschedule and --volumes exclude each other: use one of them');
  }
  if (to !== undefined && (schedule !== undefined || unschedule)) {
    throw new UsageError('scheduled backups have their own volume. Remove --to; for another destination, use RabbitMQBackup in your manifests');
  }
  if (keep !== undefined && schedule === undefined) {
    throw new UsageError('--keep needs --schedule');
  }
}

async function reschedule(
  context: CommandContext,
  { schedule, keep, keySecret, wait }: ScheduleArguments,
): Promise<void> {
  const { namespace, name } = context.cluster;
  const manager = new BackupManager(await context.connect());
  const waitMs = waitMsOf(wait);
  const result = await context.operate(options => (schedule === undefined
    ? manager.unschedule(namespace, name, { ...options, waitMs })
    : manager.schedule(namespace, name, { schedule, keep, keySecret }, { ...options, waitMs })));
  context.output.show(result, (_, style) => `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: ${schedule === undefined
    ? 'the schedule is removed; existing backups stay'
    : `backups at "${schedule}" to volume:${name}-backup; ${commandLine(`backups --from volume:${name}-backup`, { namespace, name })} lists them`}`);
}

interface SnapshotArguments {
  readonly to?: string;
  readonly snapshotClass?: string;
  readonly wait?: string;
}

async function snapshot(context: CommandContext, { to, snapshotClass, wait }: SnapshotArguments): Promise<void> {
  if (to !== undefined) {
    throw new UsageError('--volumes creates snapshots beside the volumes. Remove --to, or run a second backup for the definitions');
  }
  const snapshotter = new VolumeSnapshotter(await context.connect());
  const waitMs = waitMsOf(wait);
  context.output.show(
    await context.operate(options => snapshotter.create(context.cluster, { ...options, snapshotClass, waitMs })),
    snapshotsText,
  );
}

function snapshotsText({ namespace, name, snapshots, stillSeconds }: VolumeSnapshots, style: Style): string {
  return [
    `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: ${counted(snapshots.length, 'snapshot')} of one point in time; clients were blocked for ${stillSeconds} s`,
    table(style, ['snapshot', 'of claim', 'size'], snapshots.map(({ name: snapshotName, claim, size }) => [snapshotName, claim, size])),
  ].join('\n');
}

function storedText({ location, manifest }: StoredBackup, style: Style): string {
  return facts(style, [['Backup', style.bold(location)], ...manifestFacts(manifest)]);
}

/** What a backup says of itself. */
export function manifestFacts({
  cluster,
  namespace,
  rabbitmqVersion,
  createdAt,
  counts,
  encryption,
  sha256,
}: BackupManifest): [string, string][] {
  return [
    ['Of', `${namespace}/${cluster}, RabbitMQ ${rabbitmqVersion}, ${createdAt}`],
    ['Has', Object.entries(counts).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${count === 1 ? singular(kind) : kind.replaceAll('_', ' ')}`).join(', ')],
    ['Encrypted', encryption === 'none' ? 'no' : encryption],
    ['SHA-256', sha256],
  ];
}

/** `policy` of `policies`. */
function singular(kind: string): string {
  return kind.replaceAll('_', ' ').replace(/ies$/, 'y').replace(/s$/, '');
}
