import { type Backup, type BackupManifest, backupName, futureTime, InvalidBackupError, isBackupOf, pack, readManifest, unpack } from './backup-file';
import { isBackupOnly } from './backup-objects';
import { withoutOwnQueues } from './definitions';
import type { RestorePlan } from './restore-plan';
import { carryOut, plannedRestore, type RestoreConditions } from './restore';
import type { S3Options } from './s3-store';
import type { BackupStore } from './store';
import { type BackupLocation, parseLocation, titleOfLocation, withStore } from './stores';
import { type VerifyReport, verifyInScratchCluster } from './verify';
import { anyBroker } from '../broker/brokers';
import { exportDefinitions } from '../broker/definitions';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import type { BackupSchedule } from '../inventory/config';
import type { DeploymentResult, DeployOptions } from '../deploy/deploy';
import { KubernetesRabbitMQManager } from '../manager/manager';
import { NotFoundError, OperationError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

/** Where backups are, and what opens them. */
export interface BackupOptions extends OperationOptions {
  /** The key for encryption, 32 bytes: see `parseKey()`. */
  readonly key?: Buffer;
  /** Keys of before a rotation, which still open older backups. */
  readonly oldKeys?: readonly Buffer[];
  /**
   * Whether a backup without encryption is accepted although there is a key. Nothing proves who made it.
   * @default false
   */
  readonly allowUnencrypted?: boolean;
  /**
   * How large definitions may be when unpacked, in bytes.
   * @default 268435456 - 256 MiB
   */
  readonly maxBytes?: number;
  /** How S3-compatible storage is reached. */
  readonly s3?: S3Options;
}

/** How to restore. */
export interface RestoreOptions extends BackupOptions, RestoreConditions {
  /**
   * Sees the plan before anything is changed; nothing is where it says no.
   * @default - yes
   */
  readonly confirm?: (plan: RestorePlan) => Promise<boolean>;
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** A backup in its place. */
export interface StoredBackup {
  /** `s3://bucket/orders-20261125T021700Z.backup` */
  readonly location: string;
  readonly manifest: BackupManifest;
}

/** One that is listed. */
export interface ListedBackup {
  readonly location: string;
  readonly manifest?: BackupManifest;
  /** Why it can't be used. */
  readonly error?: string;
}

/** What a restore did. */
export interface RestoreResult {
  readonly plan: RestorePlan;
  /** False where `confirm` said no. */
  readonly done: boolean;
}

export const BACKUP_TIMEOUT_MS = 10 * 60_000;
export const RESTORE_TIMEOUT_MS = 30 * 60_000;
const BACKUP = { name: 'backup', timeoutMs: BACKUP_TIMEOUT_MS };
const RESTORE = { name: 'restore', timeoutMs: RESTORE_TIMEOUT_MS };

/**
 * Backups of definitions: made, now or on a schedule, listed, verified and restored. A location is a folder of this
 * machine (`./backups`), a volume (`volume:orders-backup`) or a bucket (`s3://bucket/prefix`), and names a backup where
 * it ends in `.backup`.
 */
export class BackupManager {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<BackupManager> {
    return new BackupManager(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /** Makes a backup of a cluster's definitions, and reads it back. */
  public async create(
    namespace: string,
    name: string,
    location: string,
    options: BackupOptions = {},
  ): Promise<StoredBackup> {
    const cluster: ClusterRef = { namespace, name };
    const place = parseLocation(location);
    return operate(this.connection, options, BACKUP, async (operation) => {
      const { kubernetes, progress } = operation;
      const broker = await anyBroker(kubernetes, cluster);
      progress.step(`Exporting definitions from ${broker.pod}`);
      const definitions = withoutOwnQueues(await exportDefinitions(broker));
      const createdAt = new Date();
      const content = pack(definitions, { cluster: name, namespace, createdAt }, options.key);
      const file = place.name ?? backupName(name, createdAt);
      await withStore(operation, cluster, place, options.s3, async (store) => {
        progress.step(`Writing ${titleOfLocation(place, file)}`);
        await withFailureState(`${titleOfLocation(place, file)} may have been written and is not to be relied on`, async () => {
          await store.write(file, content);
          if (!content.equals(await store.read(file))) {
            throw new OperationError(`${titleOfLocation(place, file)}: what was read back isn't what was written`);
          }
        });
      });
      return { location: titleOfLocation(place, file), manifest: readManifest(content, file) };
    });
  }

  /** The backups at a location, the newest last; those of other clusters too. */
  public async list(
    namespace: string,
    name: string,
    location: string,
    options: BackupOptions = {},
  ): Promise<ListedBackup[]> {
    const cluster: ClusterRef = { namespace, name };
    const place = parseLocation(location);
    return operate(this.connection, options, { ...BACKUP, name: 'backups' }, operation => withStore(operation, cluster, place, options.s3, async (store) => {
      const listed: ListedBackup[] = [];
      for (const file of await store.list()) {
        listed.push({ location: titleOfLocation(place, file), ...await manifestOf(store, file) });
      }
      return listed.sort((a, b) => (a.manifest?.createdAt ?? '').localeCompare(b.manifest?.createdAt ?? ''));
    }));
  }

  /**
   * Has backups made on a schedule: deploys RabbitMQBackup with the cluster, whose configuration is otherwise left
   * as it is.
   *
   * @throws NotFoundError if the cluster wasn't deployed by this program; otherwise as
   * `KubernetesRabbitMQManager.updateDeployment()`
   */
  public async schedule(
    namespace: string,
    name: string,
    schedule: BackupSchedule = {},
    options: OperationOptions & DeployOptions = {},
  ): Promise<DeploymentResult> {
    return this.reschedule({ namespace, name }, schedule, options);
  }

  /** Ends the schedule; throws as `schedule()` does. */
  public async unschedule(
    namespace: string,
    name: string,
    options: OperationOptions & DeployOptions = {},
  ): Promise<DeploymentResult> {
    return this.reschedule({ namespace, name }, false, options);
  }

  /** Changes the schedule. Without a confirmation, it deletes objects of backups only. */
  private async reschedule(
    { namespace, name }: ClusterRef,
    backup: BackupSchedule | false,
    options: OperationOptions & DeployOptions,
  ): Promise<DeploymentResult> {
    const { confirmRemoval = isBackupOnly(name) } = options;
    return new KubernetesRabbitMQManager(this.connection).updateDeployment(
      namespace,
      name,
      { backup },
      { ...options, confirmRemoval },
    );
  }

  /**
   * What a restore would add, change and leave; changes nothing. Restoring the plan's location restores that backup,
   * though a newer one has come.
   */
  public async plan(
    namespace: string,
    name: string,
    location: string,
    options: RestoreOptions = {},
  ): Promise<RestorePlan> {
    const cluster: ClusterRef = { namespace, name };
    return operate(this.connection, options, RESTORE, async (operation) => {
      const { backup, title } = await this.open(operation, cluster, location, options);
      return (await plannedRestore(operation, cluster, backup, title, options)).plan;
    });
  }

  /** Restores a backup into a cluster: adds and changes, never deletes. */
  public async restore(
    namespace: string,
    name: string,
    location: string,
    options: RestoreOptions = {},
  ): Promise<RestoreResult> {
    const cluster: ClusterRef = { namespace, name };
    return operate(this.connection, options, RESTORE, async (before) => {
      const { backup, title } = await this.open(before, cluster, location, options);
      return withLease(before, cluster, { operation: 'restore', waitMs: options.waitMs }, async (operation) => {
        const planned = await plannedRestore(operation, cluster, backup, title, options);
        if (await options.confirm?.(planned.plan) === false) {
          return { plan: planned.plan, done: false };
        }
        await carryOut(
          operation,
          cluster,
          planned,
          async () => (await plannedRestore(operation, cluster, backup, title, options)).plan,
        );
        return { plan: planned.plan, done: true };
      });
    });
  }

  /**
   * Restores a backup into a scratch cluster of one broker beside the cluster, compares, and takes the
   * scratch cluster away.
   */
  public async verify(
    namespace: string,
    name: string,
    location: string,
    options: BackupOptions = {},
  ): Promise<VerifyReport> {
    const cluster: ClusterRef = { namespace, name };
    return operate(this.connection, options, { ...RESTORE, name: 'verify' }, async (operation) => {
      const { backup, title } = await this.open(operation, cluster, location, options);
      return verifyInScratchCluster(operation, cluster, backup, title);
    });
  }

  /** The backup that a location names; the newest of the cluster where it names none. */
  private async open(
    operation: Operation,
    cluster: ClusterRef,
    location: string,
    options: BackupOptions,
  ): Promise<OpenedBackup> {
    const { key, oldKeys = [], allowUnencrypted, maxBytes, s3 } = options;
    const place = parseLocation(location);
    return withStore(operation, cluster, place, s3, async (store) => {
      const file = place.name ?? await newest(store, cluster, place);
      const title = titleOfLocation(place, file);
      operation.progress.step(`Reading ${title}`);
      return {
        backup: unpack(await store.read(file), title, {
          keys: [...(key === undefined ? [] : [key]), ...oldKeys],
          allowUnencrypted,
          maxBytes,
        }),
        title,
      };
    });
  }
}

interface OpenedBackup {
  readonly backup: Backup;
  readonly title: string;
}

async function newest(store: BackupStore, cluster: ClusterRef, place: BackupLocation): Promise<string> {
  const { name } = cluster;
  const found: { readonly file: string; readonly manifest: BackupManifest }[] = [];
  // a name proves nothing: anyone who can write to the place may choose one that sorts last
  for (const file of (await store.list()).filter(candidate => isBackupOf(name, candidate))) {
    const { manifest } = await manifestOf(store, file);
    if (manifest !== undefined && futureTime(manifest) !== undefined) {
      throw new InvalidBackupError(`${titleOfLocation(place, file)}: ${futureTime(manifest)}. Find out who wrote it and delete it, or name the backup to use`);
    }
    found.push(...manifest === undefined ? [] : [{ file, manifest }]);
  }
  const latest = found.sort((a, b) => a.manifest.createdAt.localeCompare(b.manifest.createdAt)).at(-1);
  if (latest === undefined) {
    throw new NotFoundError(`there is no backup of cluster "${name}" at ${titleOfLocation(place, '')}: name one that ${commandLine('backups --from PLACE', cluster)} lists`);
  }
  return latest.file;
}

async function manifestOf(store: BackupStore, file: string): Promise<Pick<ListedBackup, 'manifest' | 'error'>> {
  try {
    const manifest = readManifest(await store.readStart(file), file);
    return { manifest, error: futureTime(manifest) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
