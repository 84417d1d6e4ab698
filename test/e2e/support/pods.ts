import { setTimeout as sleep } from 'node:timers/promises';
import { bounded } from '../../../ops/src/core/abort';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { config, core, e2e, kubernetes, type Kubernetes } from './kubernetes';

/** Which pods to watch. */
export interface PodSelection {
  readonly namespace: string;
  readonly labelSelector: string;
  /** How many there should be: one that is missing counts as not Ready. */
  readonly expected: number;
}

/**
 * What a watch saw of one pod; times in ms since the epoch, as they were seen: for what was there before,
 * that is when the watch began.
 */
export interface PodRecord {
  readonly name: string;
  readonly uid: string;
  readonly createdAt: number;
  startedAt?: number;
  readyAt?: number;
  deletedAt?: number;
  restarts: number;
  ready: boolean;
}

const RETRY_MS = 200;

/** Keeps, from a watch, how many pods were not Ready at the same time, and when each was created, started and Ready. */
export class PodRecorder {
  public static async start(selection: PodSelection): Promise<PodRecorder> {
    const recorder = new PodRecorder(selection);
    await recorder.list();
    recorder.ended = recorder.watchUntilStopped();
    e2e.background.add(recorder.ended);
    return recorder;
  }

  /** How many pods there should be. Change it before scaling. */
  public expected: number;
  private readonly records = new Map<string, PodRecord>();
  private readonly stopping = bounded([e2e.end]);
  private resourceVersion?: string;
  private worst = 0;
  private ended: Promise<void> = Promise.resolve();

  private constructor(private readonly selection: PodSelection) {
    this.expected = selection.expected;
  }

  /** The largest number of pods not Ready at the same time. */
  public get maxNotReady(): number {
    return this.worst;
  }

  /** Every pod seen, in the order of creation; a pod that was replaced is there twice. */
  public get pods(): readonly PodRecord[] {
    return [...this.records.values()].sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Restarts of containers while watching or before, over all pods. */
  public get restarts(): number {
    return this.pods.reduce((sum, pod) => sum + pod.restarts, 0);
  }

  public async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async list(): Promise<void> {
    const { namespace, labelSelector } = this.selection;
    const list = await core.listNamespacedPod({ namespace, labelSelector });
    const alive = new Set(list.items.map(pod => pod.metadata!.uid!));
    for (const record of this.records.values()) {
      if (!alive.has(record.uid)) {
        markDeleted(record);
      }
    }
    list.items.forEach(pod => this.take(pod));
    this.count();
    this.resourceVersion = list.metadata?.resourceVersion;
  }

  private async watchUntilStopped(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if (this.resourceVersion === undefined) {
          await this.list();
        }
        await this.watchOnce();
      } catch {
        // away for a moment, or the version is too old: what is there now is the new start
        this.resourceVersion = undefined;
      }
      await sleep(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async watchOnce(): Promise<void> {
    const { namespace, labelSelector } = this.selection;
    const query = { labelSelector, resourceVersion: this.resourceVersion, allowWatchBookmarks: true };
    await new Promise<void>((resolve, reject) => {
      const take = (type: string, object: unknown): void => { this.handle(type, object); };
      const done = (error?: Error | null): void => {
        if (error) {
          reject(error);
        } else {
          resolve();
        }
      };
      new kubernetes.Watch(config)
        .watch(`/api/v1/namespaces/${namespace}/pods`, query, take, done)
        .then((request) => {
          const abort = (): void => { request.abort(); };
          this.stopping.signal.addEventListener('abort', abort);
          if (this.stopping.signal.aborted) {
            abort();
          }
        })
        .catch(reject);
    });
  }

  private handle(type: string, object: unknown): void {
    if (type === 'ERROR') {
      this.resourceVersion = undefined;
      return;
    }
    const pod = object as Kubernetes.V1Pod;
    this.resourceVersion = pod.metadata!.resourceVersion;
    if (type === 'BOOKMARK') {
      return;
    }
    const record = this.take(pod);
    if (type === 'DELETED') {
      markDeleted(record);
    }
    this.count();
  }

  private take(pod: Kubernetes.V1Pod): PodRecord {
    const uid = pod.metadata!.uid!;
    const now = Date.now();
    const record = this.records.get(uid)
      ?? { name: pod.metadata!.name!, uid, createdAt: now, restarts: 0, ready: false };
    this.records.set(uid, record);
    const statuses = pod.status?.containerStatuses ?? [];
    record.restarts = statuses.reduce((sum, status) => sum + status.restartCount, 0);
    record.ready = isReady(pod);
    if (statuses.length > 0 && statuses.every(status => status.state?.running)) {
      record.startedAt ??= now;
    }
    if (record.ready) {
      record.readyAt ??= now;
    }
    return record;
  }

  private count(): void {
    const present = [...this.records.values()].filter(record => record.deletedAt === undefined);
    const ready = present.filter(record => record.ready).length;
    this.worst = Math.max(this.worst, Math.max(this.expected, present.length) - ready);
  }
}

function markDeleted(record: PodRecord): void {
  record.deletedAt ??= Date.now();
  record.ready = false;
}
