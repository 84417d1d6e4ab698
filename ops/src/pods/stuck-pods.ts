import type { PodReason } from './pod-reason';
import { IncompleteError } from '../core/errors';

/** How long to wait for pods that don't start, in milliseconds. */
export interface StuckLimits {
  /** Pods that can't start until something is changed: an image, a quota, a storage class. */
  readonly needsChangeMs: number;
  /** Pods that usually don't recover automatically, such as those that no node can run. */
  readonly notPassingMs: number;
}

const LIMITS: StuckLimits = { needsChangeMs: 60_000, notPassingMs: 4 * 60_000 };

/** Ends a wait for pods that will not start. */
export class StuckPods {
  private readonly since = new Map<string, number>();

  public constructor(private readonly limits: StuckLimits = LIMITS) {}

  /** @throws IncompleteError with cause and remedy, once a pod has been stuck for too long */
  public check(reasons: readonly PodReason[], now = performance.now()): void {
    const stuck = reasons.filter(({ ready, passing }) => !ready && !passing);
    const pods = new Set(stuck.map(keyOf));
    [...this.since.keys()].filter(key => !pods.has(key)).forEach(key => this.since.delete(key));
    for (const reason of stuck) {
      const since = this.since.get(keyOf(reason)) ?? now;
      this.since.set(keyOf(reason), since);
      if (now - since > (reason.needsChange ? this.limits.needsChangeMs : this.limits.notPassingMs)) {
        throw new IncompleteError(`${reason.pod} can't start: ${stuckText(reason)}`);
      }
    }
  }
}

function keyOf({ pod, needsChange = false }: PodReason): string {
  return `${pod} ${needsChange}`;
}

function stuckText({ sentence, evidence, remedy }: PodReason): string {
  return `${sentence}${evidence === undefined ? '' : ` (${evidence})`}${remedy === undefined ? '' : `. ${remedy}`}`;
}
