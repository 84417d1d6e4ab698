import { ExitCode, OperationError } from '../core/errors';
import type { ClusterRef } from '../core/cluster-ref';
import type { DeploymentConfig } from '../inventory/config';
import type { Synthesized } from '../inventory/synth';
import type { Finding, Level } from '../health/finding';
import type { Operation } from '../operation/operation';

/** What one examination came to: fine where it has no finding. */
export interface Examination {
  /** What was looked at. */
  readonly subject: string;
  /** What was seen, where it is fine. */
  readonly seen: string;
  readonly finding?: Finding;
}

/** What the doctor says. */
export interface Diagnosis extends ClusterRef {
  /** Whether the cluster is there, and its pods were looked at; otherwise whether one could be deployed. */
  readonly exists: boolean;
  readonly examinations: readonly Examination[];
}

/** What examinations before a deploy judge by. */
export interface Patient extends Operation {
  readonly cluster: ClusterRef;
  readonly config: DeploymentConfig;
  readonly synthesized: Synthesized;
}

/** Looks at one thing: what was seen, and what is wrong with it. */
export type Look = (patient: Patient) => Promise<readonly [seen: string, finding?: Finding]>;

/** A thing to look at. */
export type Check = readonly [subject: string, look: Look];

const MEANING: Readonly<Record<Level, string>> = {
  critical: 'the deploy would fail',
  warning: 'the deploy succeeds with reduced safety or function',
  info: 'the deploy may still succeed',
};

/** A finding before a deploy. */
export function finding(id: string, level: Level, what: string, remedy?: string, evidence?: string): readonly [string, Finding] {
  return [what, { id, level, what, meaning: MEANING[level], remedy, evidence }];
}

/** What we aren't allowed to see is said so, and stops nothing. */
export function ifAllowed(what: string, look: Look): Look {
  return async (patient) => {
    try {
      return await look(patient);
    } catch (error) {
      if (error instanceof OperationError && error.code === ExitCode.DENIED) {
        return finding('not-allowed-to-look', 'info', `${what} can't be read with these rights`, undefined, error.message);
      }
      throw error;
    }
  };
}
