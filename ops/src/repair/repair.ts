import type { ClusterRef } from '../core/cluster-ref';
import type { Operation } from '../operation/operation';

/** A fault that keeps a broker out of its cluster, and its repair. */
export interface Repair {
  readonly id: 'stuck-pod' | 'cookie' | 'lost-majority' | 'lost-volume' | 'outsider' | 'stale-member' | 'suspended-listeners' | 'stopped-app';
  /** The pod, the member, or the Secret that it is about. */
  readonly subject: string;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What says so. */
  readonly evidence: string;
  /** What is done about it, in this order. */
  readonly steps: readonly string[];
  /** What is gone for good then. */
  readonly loses: readonly string[];
  /** Why it isn't done, and what has to come first; undefined where it can be done. */
  readonly blocked?: string;
}

/** What would be done. */
export interface RepairPlan extends ClusterRef {
  readonly repairs: readonly Repair[];
}

/** What somebody who knows more than can be seen from here says is so. */
export interface RepairRequest {
  /**
   * Pods whose volumes are gone for good, or given up: each gets a new one.
   * @default - none but those whose claims are Lost
   */
  readonly lost?: readonly string[];
  /**
   * Kubernetes nodes that are off for certain: pods on them are deleted without their word.
   * @default - none
   */
  readonly offNodes?: readonly string[];
  /**
   * Whether the cookie that brokers run with may replace the one in the Secret. The Secret may hold a new cookie after
   * the old one leaked.
   * @default false
   */
  readonly restoreCookie?: boolean;
  /**
   * Whether messages of a broker that runs a cluster of its own are moved into queues of the others before its data
   * is put aside.
   * @default false
   */
  readonly moveMessages?: boolean;
}

/** A repair that can be carried out. */
export interface RepairCase extends Repair {
  readonly run: (operation: Operation, brokerTimeoutMs: number) => Promise<void>;
}
