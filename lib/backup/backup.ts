import { ApiObject, ApiObjectMetadata, Cron } from 'cdk8s';
import { ISecret, k8s, Pods, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQBackupProps } from './backup-props';
import { destinationPlace, RabbitMQBackupDestination } from './destination';
import { BackupPlace, BackupUpload, NAMESPACE_VARIABLE, placeOf } from './place';
import { BACKUP_RULES, BackupSubject, EncryptionKey } from './rules';
import { keySecret } from '../cluster/bootstrap/secrets';
import { ApiAddress, apiAddress } from '../cluster/interface/address';
import { requireAuxiliaryPods } from '../cluster/interface/auxiliary-pods';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { lastingLabels, objectLabels } from '../cluster/interface/labels';
import { addTools } from '../cluster/interface/programs';
import { toolContainer, toolPod, toolPodMetadata } from '../cluster/interface/tool-pod';
import { requireSchedule, requireTimeZone } from '../kubernetes/cron';
import { addManifest } from '../kubernetes/manifest';
import { secretKeys } from '../kubernetes/secret-keys';
import { clientNetworkPolicy } from '../cluster/network/options';
import { addApiClient } from '../cluster/network/api-clients';
import { readEscript } from '../rabbitmq/programs';
import { PlatformUser } from '../topology/users/platform-user';
import { Validation } from '../validation/validation';
import { withPath } from '../validation/errors';
import { validateProps } from '../validation/props';

const PROGRAM = 'back-up';

/** The label `app` of its pods. */
const APP = 'rabbitmq-backup';

/** Outside of the hours in which most other jobs run. */
const DAILY = Cron.schedule({ hour: '2', minute: '17' });

/** Where each thing is mounted. */
const FOLDER = { program: '/backup', user: '/run/secrets/backup', key: '/run/secrets/key' } as const;

/** The longest name that Kubernetes takes for a CronJob: it adds 11 characters for each of its Jobs. */
const MAX_CRON_JOB_NAME_LENGTH = 52;

/**
 * Backups of a cluster's definitions by a CronJob: users with their hashed passwords, virtual hosts, permissions,
 * policies, parameters, exchanges, queues and bindings. Messages aren't in them.
 *
 * @throws if a prop is invalid, the cluster has no management port, or nothing creates a key for encryption; at synth,
 * if props contradict each other
 */
export class RabbitMQBackup extends Construct {
  /** The CronJob. */
  public readonly cronJob: ApiObject;
  /** The claim of the volume, where it is made for backups. */
  public readonly claim?: ApiObject;

  private readonly props: RabbitMQBackupProps;
  private readonly validation: Validation<BackupSubject>;
  private readonly api: ApiAddress;
  private readonly user: ISecret;
  private readonly key?: EncryptionKey;
  private readonly name: string;
  private readonly programs: () => string;
  private readonly destination: RabbitMQBackupDestination;

  public constructor(scope: Construct, id: string, props: RabbitMQBackupProps) {
    super(scope, id);
    const { cluster, schedule = DAILY } = props;
    this.props = props;
    const { keep, name, api } = validateProps(this, 'RabbitMQBackupProps', props, {
      keep: () => requireKeep(props.keep ?? 30),
      name: () => backupName(cluster),
      api: () => requireApi(cluster),
      pod: () => { requireAuxiliaryPods('pod', props.pod); },
      schedule: () => { requireSchedule('schedule', schedule.expressionString); },
      timeZone: () => { requireTimeZone('timeZone', props.timeZone ?? 'Etc/UTC'); },
    });
    this.name = name;
    this.api = api;
    this.destination = props.destination ?? RabbitMQBackupDestination.volume();
    cluster.connections.allowManagementFrom(Pods.select(this, 'Pods', { labels: this.selector }));
    const user = props.credentials ?? new PlatformUser(this, 'User', cluster, 'backup');
    this.user = user instanceof PlatformUser ? user.secret : user;
    this.key = withPath(this.node.path, () => this.encryptionKey(user instanceof PlatformUser ? user : undefined));
    this.programs = addTools(cluster, this.name, readEscript(PROGRAM));
    addApiClient(cluster, this.name, APP, api);
    if (clientNetworkPolicy(cluster).enabled && this.place.egress.length > 0) {
      addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, this.metadata, {
        spec: () => ({ podSelector: { matchLabels: this.selector }, policyTypes: ['Ingress', 'Egress'], egress: [...this.place.egress] }),
      });
    }
    this.claim = this.addClaim();
    this.addServiceAccount();
    this.cronJob = addManifest(this, 'Resource', k8s.KubeCronJob, this.metadata, { spec: () => this.cronJobSpec(keep) });
    this.validation = new Validation(
      this,
      BACKUP_RULES,
      () => ({ ...this.props, key: this.key, secretKeys: secretKeys(this) }),
      props,
    );
  }

  /**
   * Warnings that aren't acknowledged: settings that are valid but probably unintended. The same texts are
   * printed at synth.
   */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  private get selector(): Record<string, string> {
    return { app: APP, cluster: this.props.cluster.clusterName, 'app.kubernetes.io/component': 'backup' };
  }

  private get labels(): Record<string, string> {
    const { cluster } = this.props;
    return { ...objectLabels(cluster.clusterName, cluster.version.version, 'backup'), ...this.selector };
  }

  private get metadata(): ApiObjectMetadata {
    return {
      name: this.name,
      namespace: this.props.cluster.namespace,
      labels: { ...this.props.labels, ...this.labels },
    };
  }

  private get place(): BackupPlace {
    return placeOf(this.destination, this.props.cluster.clusterName, this.name);
  }

  /** The key for encryption; none if backups are not encrypted. */
  private encryptionKey(user: PlatformUser | undefined): EncryptionKey | undefined {
    const { cluster, credentials, encryption } = this.props;
    const { secret, key } = encryption ?? {};
    if (secret === undefined && key !== undefined) {
      throw new Error(`encryption.key is "${key}", but encryption.secret is not set: set the Secret that has the key, or leave encryption.key out`);
    }
    if (secret !== undefined && encryption?.enabled === false) {
      throw new Error(`encryption.secret is "${secret.name}", but encryption.enabled is false, and backups would not be encrypted: remove one of them`);
    }
    if (!(encryption ? encryption.enabled ?? true : cluster.production && user !== undefined)) {
      return undefined;
    }
    if (secret) {
      return { secret, name: key ?? 'key' };
    }
    if (!user) {
      throw new Error(`encryption.secret is not set, and credentials is the existing Secret "${credentials?.name ?? ''}", so that no Job creates a key: set encryption.secret`);
    }
    const name = `${this.name}-key`;
    user.addSecret('backup-key.json', () => keySecret(name, lastingLabels(cluster.clusterName, 'backup')));
    return { secret: Secret.fromSecretName(this, 'Key', name), name: 'key' };
  }

  private addClaim(): ApiObject | undefined {
    const { own } = destinationPlace(this.destination);
    return own && addManifest(this, 'Claim', k8s.KubePersistentVolumeClaim, this.metadata, {
      spec: () => ({
        accessModes: [own.accessMode],
        storageClassName: own.storageClass,
        resources: { requests: { storage: k8s.Quantity.fromString(own.size) } },
      }),
    });
  }

  private addServiceAccount(): void {
    const { annotations } = this.place.upload?.serviceAccount ?? {};
    if (annotations) {
      addManifest(this, 'ServiceAccount', k8s.KubeServiceAccount, { ...this.metadata, annotations }, { automountServiceAccountToken: () => false });
    }
  }

  private cronJobSpec(keep: number): k8s.CronJobSpec {
    const { schedule = DAILY, timeZone, suspend } = this.props;
    return {
      schedule: schedule.expressionString,
      timeZone,
      suspend,
      concurrencyPolicy: 'Forbid',
      // a controller manager that was away makes up for it, instead of giving up after a hundred missed runs
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: { spec: { backoffLimit: 4, activeDeadlineSeconds: 1800, template: this.podTemplate(keep) } },
    };
  }

  private podTemplate(keep: number): k8s.PodTemplateSpec {
    const { cluster } = this.props;
    const { key, place } = this;
    const { upload } = place;
    const program = this.programContainer(keep);
    return {
      metadata: toolPodMetadata(cluster, { labels: this.labels }, this.props.pod),
      spec: {
        ...toolPod(cluster, this.props.pod),
        // the log of each try is kept
        restartPolicy: 'Never',
        serviceAccountName: upload?.serviceAccount?.name,
        ...(upload
          ? { initContainers: [program], containers: [this.uploadContainer(upload)] }
          : { containers: [program] }),
        volumes: [
          { name: 'program', configMap: { name: this.programs() } },
          { name: 'user', secret: { secretName: this.user.name } },
          ...(key ? [{ name: 'key', secret: { secretName: key.secret.name, items: [{ key: key.name, path: 'key' }] } }] : []),
          ...place.volumes,
          ...this.api.volumes,
        ],
      },
    };
  }

  private programContainer(keep: number): k8s.Container {
    const { cluster, pod } = this.props;
    const { url, authority, serverName, volumeMounts } = this.api;
    const { key, place } = this;
    return {
      ...toolContainer(cluster, pod, { memoryLimit: '512Mi' }),
      name: PROGRAM,
      command: [
        'escript', `${FOLDER.program}/${PROGRAM}.escript`, url, authority, serverName, FOLDER.user, cluster.clusterName, String(keep),
        key ? `${FOLDER.key}/key` : '', ...place.arguments,
      ],
      env: [{ name: NAMESPACE_VARIABLE, valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
      terminationMessagePolicy: 'FallbackToLogsOnError',
      volumeMounts: [
        { name: 'program', mountPath: FOLDER.program, readOnly: true },
        { name: 'user', mountPath: FOLDER.user, readOnly: true },
        ...(key ? [{ name: 'key', mountPath: FOLDER.key, readOnly: true }] : []),
        ...place.volumeMounts,
        ...volumeMounts,
      ],
    };
  }

  private uploadContainer({ image, command, volumeMounts }: BackupUpload): k8s.Container {
    return {
      ...toolContainer(this.props.cluster, this.props.pod),
      name: 'upload',
      image,
      command: [...command],
      terminationMessagePolicy: 'FallbackToLogsOnError',
      volumeMounts: [...volumeMounts],
    };
  }
}

function requireKeep(keep: number): number {
  if (!Number.isInteger(keep) || keep < 1) {
    throw new Error(`keep is ${keep}: it must be a whole number of 1 or more, such as 30`);
  }
  return keep;
}

/** @throws if Kubernetes could not add the times of Jobs to the name */
function backupName({ clusterName }: IRabbitMQCluster): string {
  const name = `${clusterName}-backup`;
  if (name.length > MAX_CRON_JOB_NAME_LENGTH) {
    throw new Error(`cluster "${clusterName}" has a name that is too long for the CronJob "${name}": at most ${MAX_CRON_JOB_NAME_LENGTH - '-backup'.length} characters are allowed. Choose a shorter name for a new cluster. Renaming an existing cluster creates a new, empty one`);
  }
  return name;
}

function requireApi(cluster: IRabbitMQCluster): ApiAddress {
  const api = apiAddress(cluster);
  if (api === undefined) {
    throw new Error(`cluster "${cluster.clusterName}" has no port named "management" or "management-tls", which backups need for the HTTP API. Add it to the ports of fromClusterAttributes()`);
  }
  return api;
}
