import type { ClusterRef } from '../core/cluster-ref';
import type { CheckResult } from '../preflight/check';

/** What the doctor found. */
export interface Diagnosis extends ClusterRef {
  /** Whether the cluster exists, and its pods were examined; otherwise whether it could be deployed. */
  readonly exists: boolean;
  readonly examinations: readonly CheckResult[];
}
