import { randomUUID } from 'node:crypto';
import type { KubernetesConnection } from '../kubernetes/connection';
import { LeaseObserver } from './lease-observer';
import type { Kubernetes } from '../kubernetes/library';
import { until } from '../kubernetes/wait';
import { bounded } from '../core/abort';
import type { ClusterRef } from '../core/cluster-ref';
import { BusyError, ifFound, isRequestError, messageOf, OperationError, UnreachableError } from '../core/errors';
import { abortedBy, type Operation } from './operation';

/** How long a lease holds that isn't renewed, as its holder's machine is gone. */
const DURATION_S = 30;
const RENEW_MS = 10_000;
const RETRY_MS = 1_000;

/** What is done under a lease. */
export interface LeaseOptions {
  /** The operation, as others are told who wait for it: `deploy`. */
  readonly operation: string;
  /**
   * How long to wait for somebody else's operation to end, in milliseconds.
   * @default 0 - not at all: `BusyError`
   */
  readonly waitMs?: number;
}

/** Runs `action` while nobody else changes the same cluster: a Lease that is renewed, and given back at the end. */
export async function withLease<T>(
  operation: Operation,
  cluster: ClusterRef,
  options: LeaseOptions,
  action: (operation: Operation) => Promise<T>,
): Promise<T> {
  const lease = new ClusterLease(operation.kubernetes, cluster, options.operation);
  await lease.acquire(operation, options);
  const controller = bounded([operation.signal]);
  const { signal } = controller;
  let renewed = Promise.resolve();
  const renewing = setInterval(() => {
    renewed = lease.renew().catch((error: unknown) => { controller.abort(lost(error)); });
  }, RENEW_MS);
  try {
    return await action({ ...operation, kubernetes: operation.kubernetes.within(signal), signal });
  } catch (error) {
    throw signal.aborted ? abortedBy(signal, options.operation, error) : error;
  } finally {
    clearInterval(renewing);
    controller.abort();
    // a renewal under way would be in the way of giving it back
    await renewed;
    await lease.release();
  }
}

function lost(cause: unknown): OperationError {
  const Kind = cause instanceof UnreachableError ? UnreachableError : OperationError;
  return new Kind(`the lease on the cluster was lost: ${messageOf(cause)}`, { cause });
}

/** The name of the Lease of a cluster. */
export function leaseName(cluster: string): string {
  return `${cluster}-operation`;
}

/** Who holds it, and whether it is certain that they are still at work. */
interface Held {
  readonly holder: string;
  readonly isCertain: boolean;
}

class ClusterLease {
  private readonly identity: string;
  private readonly namespace: string;
  private readonly name: string;
  private readonly observer = new LeaseObserver();
  private renewedAt = 0;

  public constructor(
    private readonly connection: KubernetesConnection,
    cluster: ClusterRef,
    operation: string,
  ) {
    this.namespace = cluster.namespace;
    this.name = leaseName(cluster.name);
    this.identity = `${operation} by ${process.env.RABBITMQ_K8S_HOLDER ?? 'rabbitmq-k8s'} (${randomUUID().slice(0, 8)})`;
  }

  public async acquire({ signal, progress }: Operation, { waitMs = 0 }: LeaseOptions): Promise<void> {
    const deadline = performance.now() + waitMs;
    let told: string | undefined;
    await until(() => this.tryAcquire(), (held) => {
      if (held?.isCertain && performance.now() >= deadline) {
        throw new BusyError(`somebody else is at work on this cluster: ${held.holder}. Wait until that has ended, or use --wait`);
      }
      const step = held && (held.isCertain ? `Waiting for ${held.holder}` : `Seeing whether ${held.holder} is still at work`);
      if (step !== undefined && step !== told) {
        progress.step(step);
      }
      told = step;
      return held === undefined;
    }, { signal, intervalMs: RETRY_MS });
    this.renewedAt = performance.now();
  }

  /**
   * An API server that is away for a moment takes nothing from us; before others may take the lease, it is given up.
   */
  public async renew(): Promise<void> {
    try {
      await this.detached(async (api) => {
        const lease = await api.readNamespacedLease({ namespace: this.namespace, name: this.name });
        if (lease.spec?.holderIdentity !== this.identity) {
          throw new BusyError(`it is held by ${lease.spec?.holderIdentity ?? 'nobody'}`);
        }
        await this.replace(api, lease, this.identity);
      });
      this.renewedAt = performance.now();
    } catch (error) {
      if (error instanceof BusyError || performance.now() - this.renewedAt > DURATION_S * 1000 - RENEW_MS) {
        throw error;
      }
    }
  }

  public async release(): Promise<void> {
    await this.detached(async (api) => {
      const lease = await api.readNamespacedLease({ namespace: this.namespace, name: this.name });
      if (lease.spec?.holderIdentity === this.identity) {
        await this.replace(api, lease, undefined);
      }
    }).catch(() => undefined);
  }

  /** Undefined when it is ours. */
  private async tryAcquire(): Promise<Held | undefined> {
    const lease = await this.read();
    const holder = lease?.spec?.holderIdentity;
    const state = lease && this.observer.observe(lease);
    if (holder && state !== 'gone') {
      return { holder, isCertain: state === 'alive' };
    }
    try {
      await this.detached(api => lease ? this.replace(api, lease, this.identity) : this.create(api));
      return undefined;
    } catch (error) {
      if (isRequestError(error, 409)) {
        return { holder: (await this.read())?.spec?.holderIdentity ?? 'somebody who was faster', isCertain: true };
      }
      throw error;
    }
  }

  private async read(): Promise<Kubernetes.V1Lease | undefined> {
    return ifFound(this.connection.coordination.readNamespacedLease({ namespace: this.namespace, name: this.name }));
  }

  private async create(api: Kubernetes.CoordinationV1Api): Promise<void> {
    const now = new this.connection.library.V1MicroTime();
    await api.createNamespacedLease({
      namespace: this.namespace,
      body: {
        metadata: { name: this.name, labels: { 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' } },
        spec: { holderIdentity: this.identity, leaseDurationSeconds: DURATION_S, acquireTime: now, renewTime: now },
      },
    });
  }

  /** Fails with 409 where somebody else was faster, by the resource version that was read. */
  private async replace(
    api: Kubernetes.CoordinationV1Api,
    lease: Kubernetes.V1Lease,
    holder: string | undefined,
  ): Promise<void> {
    const now = new this.connection.library.V1MicroTime();
    await api.replaceNamespacedLease({
      namespace: this.namespace,
      name: this.name,
      body: {
        ...lease,
        spec: { ...lease.spec, holderIdentity: holder, leaseDurationSeconds: DURATION_S, renewTime: now },
      },
    });
  }

  /**
   * Not bound to the operation's signal, as an interrupted operation still gives its lease back; and for a time
   * of its own.
   */
  private async detached(action: (api: Kubernetes.CoordinationV1Api) => Promise<void>): Promise<void> {
    const limit = bounded([], RENEW_MS, () => new UnreachableError(`the API server ${this.connection.server} didn't answer within ${RENEW_MS / 1000} s`));
    try {
      await action(this.connection.within(limit.signal).coordination);
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : error;
    } finally {
      limit.abort();
    }
  }
}
