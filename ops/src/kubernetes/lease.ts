import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { KubernetesConnection } from './connection';
import type { Kubernetes } from './library';
import { until } from './wait';
import { bounded } from '../abort';
import type { ClusterRef } from '../cluster-ref';
import { BusyError, ifFound, isRequestError, OperationError } from '../errors';
import type { Operation } from '../operation';

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
export async function withLease<T>(operation: Operation, cluster: ClusterRef, options: LeaseOptions, action: (operation: Operation) => Promise<T>): Promise<T> {
  const lease = new ClusterLease(operation.kubernetes, cluster, options.operation);
  await lease.acquire(operation, options);
  const controller = bounded([operation.signal]);
  const { signal } = controller;
  const renewing = setInterval(() => {
    lease.renew().catch((error: unknown) => { controller.abort(new OperationError('the lease on the cluster was lost', { cause: error })); });
  }, RENEW_MS);
  try {
    return await action({ ...operation, kubernetes: operation.kubernetes.within(signal), signal });
  } catch (error) {
    throw signal.aborted && !operation.signal.aborted ? signal.reason : error;
  } finally {
    clearInterval(renewing);
    controller.abort();
    await lease.release();
  }
}

/** The name of the Lease of a cluster. */
export function leaseName(cluster: string): string {
  return `${cluster}-operation`;
}

class ClusterLease {
  private readonly identity: string;
  private readonly namespace: string;
  private readonly name: string;
  private renewedAt = 0;
  /** Not bound to the operation's signal: an interrupted operation still gives its lease back. */
  private readonly api: Kubernetes.CoordinationV1Api;

  public constructor(
    private readonly connection: KubernetesConnection,
    cluster: ClusterRef,
    operation: string,
  ) {
    this.namespace = cluster.namespace;
    this.name = leaseName(cluster.name);
    this.identity = `${operation} by ${userInfo().username}@${hostname()} (${randomUUID().slice(0, 8)})`;
    this.api = connection.detached().coordination;
  }

  public async acquire({ signal, progress }: Operation, { waitMs = 0 }: LeaseOptions): Promise<void> {
    const deadline = performance.now() + waitMs;
    let told: string | undefined;
    await until(() => this.tryAcquire(), (holder) => {
      if (holder !== undefined && performance.now() >= deadline) {
        throw new BusyError(`somebody else is at work on this cluster: ${holder}. Wait until that has ended, or use --wait`);
      }
      if (holder !== undefined && holder !== told) {
        progress.step(`Waiting for ${holder}`);
      }
      told = holder;
      return holder === undefined;
    }, { signal, intervalMs: RETRY_MS });
    this.renewedAt = performance.now();
  }

  /** An API server that is away for a moment takes nothing from us: only an expired lease is lost. */
  public async renew(): Promise<void> {
    try {
      const lease = await this.api.readNamespacedLease({ namespace: this.namespace, name: this.name });
      if (lease.spec?.holderIdentity !== this.identity) {
        throw new BusyError(`it is held by ${lease.spec?.holderIdentity ?? 'nobody'}`);
      }
      await this.replace(lease, this.identity);
      this.renewedAt = performance.now();
    } catch (error) {
      if (error instanceof BusyError || performance.now() - this.renewedAt > DURATION_S * 1000) {
        throw error;
      }
    }
  }

  public async release(): Promise<void> {
    const lease = await this.api.readNamespacedLease({ namespace: this.namespace, name: this.name }).catch(() => undefined);
    if (lease?.spec?.holderIdentity === this.identity) {
      await this.replace(lease, undefined).catch(() => undefined);
    }
  }

  /** Undefined when it is ours; otherwise who holds it. */
  private async tryAcquire(): Promise<string | undefined> {
    const { library } = this.connection;
    const lease = await ifFound(this.api.readNamespacedLease({ namespace: this.namespace, name: this.name }));
    const holder = lease?.spec?.holderIdentity;
    if (lease && holder && !isExpired(lease)) {
      return holder;
    }
    try {
      if (lease) {
        await this.replace(lease, this.identity);
      } else {
        const now = new library.V1MicroTime();
        await this.api.createNamespacedLease({
          namespace: this.namespace,
          body: {
            metadata: { name: this.name, labels: { 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' } },
            spec: { holderIdentity: this.identity, leaseDurationSeconds: DURATION_S, acquireTime: now, renewTime: now },
          },
        });
      }
      return undefined;
    } catch (error) {
      if (isRequestError(error, 409)) {
        const faster = await ifFound(this.api.readNamespacedLease({ namespace: this.namespace, name: this.name }));
        return faster?.spec?.holderIdentity ?? 'somebody who was faster';
      }
      throw error;
    }
  }

  /** Fails with 409 where somebody else was faster, by the resource version that was read. */
  private async replace(lease: Kubernetes.V1Lease, holder: string | undefined): Promise<void> {
    const now = new this.connection.library.V1MicroTime();
    await this.api.replaceNamespacedLease({
      namespace: this.namespace,
      name: this.name,
      body: { ...lease, spec: { ...lease.spec, holderIdentity: holder, leaseDurationSeconds: DURATION_S, renewTime: now } },
    });
  }
}

function isExpired({ spec }: Kubernetes.V1Lease): boolean {
  const renewed = spec?.renewTime ? new Date(spec.renewTime).getTime() : 0;
  return Date.now() > renewed + (spec?.leaseDurationSeconds ?? DURATION_S) * 1000;
}
