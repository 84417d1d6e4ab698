import type { Kubernetes } from '../kubernetes/library';

/**
 * What is known of the holder of a Lease: `uncertain` where it wasn't renewed in time by our clock, which may go wrong.
 */
export type HolderState = 'alive' | 'uncertain' | 'gone';

/**
 * Tells whether the holder of a Lease is gone: the Lease was seen to stay as it is for as long as it holds. The times
 * in it are the holder's clock's, and can't be compared with ours.
 */
export class LeaseObserver {
  private version?: string;
  private since?: number;
  private hasChanged = false;

  /** Takes in what the Lease is now. */
  public observe({ metadata, spec }: Kubernetes.V1Lease): HolderState {
    const durationMs = (spec?.leaseDurationSeconds ?? Infinity) * 1000;
    const now = performance.now();
    if (this.since === undefined || this.version !== metadata?.resourceVersion) {
      this.hasChanged = this.since !== undefined;
      this.version = metadata?.resourceVersion;
      this.since = now;
    }
    if (now - this.since >= durationMs) {
      return 'gone';
    }
    const renewed = spec?.renewTime ? new Date(spec.renewTime).getTime() : 0;
    return !this.hasChanged && Date.now() > renewed + durationMs ? 'uncertain' : 'alive';
  }
}
