import { randomUUID } from 'node:crypto';
import type { BackupStore } from './store';
import type { ClusterRef } from '../core/cluster-ref';
import { NotFoundError, OperationError } from '../core/errors';
import { firstOf } from '../core/first-of';
import { exec } from '../kubernetes/exec';
import type { Manifest } from '../kubernetes/objects';
import { isReady } from '../kubernetes/pods';
import { podReasons } from '../pods/pod-reason';
import { StuckPods } from '../pods/stuck-pods';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';

const CONTAINER = 'volume';
const FOLDER = '/backups';
/** Time after which the pod ends, in case nothing is left to delete it. */
const DEADLINE_S = 3600;

/** Sends as many bytes as are announced to a file that gets its name at the end only. */
const RECEIVE = 'umask 077; mkdir -p "$(dirname "$2")" && head -c "$1" | base64 -d > "$2.part" && sync && mv "$2.part" "$2"';

/** Backups on a volume, by a pod that has it for as long as the store is open. */
export class VolumeStore implements BackupStore {
  public static async open(
    operation: Operation,
    cluster: ClusterRef,
    claim: string,
    folder: string,
  ): Promise<VolumeStore> {
    const { kubernetes } = operation;
    const { namespace } = cluster;
    await requireClaim(operation, cluster, claim);
    const { spec } = await kubernetes.apps.readNamespacedStatefulSet({ namespace, name: cluster.name });
    const name = `${claim}-look-${randomUUID().slice(0, 8)}`;
    const store = new VolumeStore(operation, namespace, name, `${FOLDER}/${folder}`);
    await kubernetes.objects.apply(podManifest(cluster, name, claim, spec?.template.spec));
    try {
      await podReady(operation, namespace, name);
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  private constructor(
    private readonly operation: Operation,
    private readonly namespace: string,
    private readonly pod: string,
    private readonly folder: string,
  ) {}

  public async write(name: string, content: Buffer): Promise<void> {
    const text = content.toString('base64');
    await this.run(['sh', '-c', RECEIVE, 'sh', String(text.length), `${this.folder}${name}`], text);
  }

  public async read(name: string): Promise<Buffer> {
    return Buffer.from(await this.run(['base64', await this.found(name)]), 'base64');
  }

  public async readStart(name: string): Promise<Buffer> {
    return Buffer.from(await this.run(['head', '-n', '1', await this.found(name)]));
  }

  public async list(): Promise<string[]> {
    const output = await this.run(['sh', '-c', 'mkdir -p "$1" && ls -1 "$1"', 'sh', this.folder]);
    return output.split('\n').filter(name => name.endsWith('.backup')).sort();
  }

  public async close(): Promise<void> {
    await this.operation.kubernetes.detached().objects.delete({ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: this.namespace, name: this.pod } });
  }

  private async found(name: string): Promise<string> {
    const names = await this.list();
    if (!names.includes(name)) {
      throw new NotFoundError(`there is no ${name} on the volume: it has ${names.slice(-3).join(', ') || 'no backup'}`);
    }
    return `${this.folder}${name}`;
  }

  private async run(command: readonly string[], stdin?: string): Promise<string> {
    const where = { namespace: this.namespace, pod: this.pod, container: CONTAINER };
    const { stdout, stderr, exitCode } = await exec(this.operation.kubernetes, where, command, {
      stdin,
      timeoutMs: 300_000,
    });
    if (exitCode !== 0) {
      throw new OperationError(`the volume gave an error: ${stderr.trim()}`);
    }
    return stdout;
  }
}

/** @throws NotFoundError if there is no such claim */
async function requireClaim({ kubernetes }: Operation, { namespace }: ClusterRef, claim: string): Promise<void> {
  const { items } = await kubernetes.core.listNamespacedPersistentVolumeClaim({ namespace });
  const names = items.map(({ metadata }) => metadata?.name ?? '');
  if (!names.includes(claim)) {
    throw new NotFoundError(`there is no PersistentVolumeClaim ${claim} in namespace ${namespace}: ${names.length === 0 ? 'there are none' : `there are ${firstOf(names, 5, ', ')}`}`);
  }
}

/** @throws IncompleteError if the pod can't start */
async function podReady(operation: Operation, namespace: string, name: string): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const stuck = new StuckPods();
  waitStep(operation, `pod ${name} to mount the volume`);
  await until(async () => {
    const pod = await kubernetes.core.readNamespacedPod({ namespace, name });
    const reasons = await podReasons(kubernetes, namespace, [pod]);
    progress.live(reasons.map(({ sentence }) => `${name}: ${sentence}`));
    stuck.check(reasons);
    return pod;
  }, isReady, { signal, intervalMs: 1_000 });
}

interface BrokerPodSpec {
  readonly securityContext?: { readonly runAsUser?: number; readonly runAsGroup?: number; readonly fsGroup?: number };
  readonly imagePullSecrets?: readonly object[];
  readonly containers: readonly { readonly name: string; readonly image?: string }[];
}

/** As pods of RabbitMQBackup, whose NetworkPolicy selects this pod too. */
export function labelsOf({ name }: ClusterRef): Readonly<Record<string, string>> {
  return { app: 'rabbitmq-backup', cluster: name, 'app.kubernetes.io/component': 'backup', 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' };
}

/** In the brokers' image, which is on the nodes already, and as their user, whose the files are. */
function podManifest(cluster: ClusterRef, name: string, claim: string, broker: BrokerPodSpec | undefined): Manifest {
  const { runAsUser, runAsGroup, fsGroup } = broker?.securityContext ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: cluster.namespace, labels: labelsOf(cluster) },
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: DEADLINE_S,
      terminationGracePeriodSeconds: 1,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: broker?.imagePullSecrets,
      securityContext: { runAsNonRoot: true, runAsUser, runAsGroup, fsGroup, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: CONTAINER,
        image: broker?.containers.find(container => container.name === 'rabbitmq')?.image,
        command: ['sleep', String(DEADLINE_S)],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '500m', memory: '128Mi' } },
        volumeMounts: [{ name: 'backups', mountPath: FOLDER }],
      }],
      volumes: [{ name: 'backups', persistentVolumeClaim: { claimName: claim } }],
    },
  };
}
