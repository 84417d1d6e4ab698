import { isDenied } from '../core/errors';
import type { ClusterRef } from '../core/cluster-ref';
import type { Synthesized } from '../inventory/synth';
import type { Finding, Level } from '../health/finding';
import type { Operation } from '../operation/operation';

/** The result of one check. It passed if there is no finding. */
export interface CheckResult {
  /** What was checked. */
  readonly subject: string;
  /** What the check read, if it passed. */
  readonly seen: string;
  readonly finding?: Finding;
}

/** What checks before a deploy read. */
export interface CheckContext extends Pick<Operation, 'kubernetes'> {
  readonly cluster: ClusterRef;
  readonly synthesized: Pick<Synthesized, 'manifests' | 'replicas'>;
  /** How many of the broker pods exist. */
  readonly pods: number;
  /** How many of the brokers' volumes exist. */
  readonly claims: number;
}

/** Checks one thing: what it read, and a finding if it did not pass. */
export type Look = (context: CheckContext) => Promise<readonly [seen: string, finding?: Finding]>;

/** A check with what it checks. */
export type Check = readonly [subject: string, look: Look];

const MEANING: Readonly<Record<Level, string>> = {
  critical: 'the brokers would not start',
  warning: 'the brokers start, but the cluster is less reliable than it should be',
  info: 'the brokers may start without a change',
};

/** A finding before a deploy. */
export function finding(
  id: string,
  level: Level,
  what: string,
  remedy?: string,
  evidence?: string,
): readonly [string, Finding] {
  return [what, { id, level, what, meaning: MEANING[level], remedy, evidence }];
}

/** Reports what this user may not read, and goes on. */
export function ifAllowed(what: string, look: Look): Look {
  return async (context) => {
    try {
      return await look(context);
    } catch (error) {
      if (isDenied(error)) {
        return finding('not-allowed-to-look', 'info', `${what} can't be read with these rights`, undefined, error.message);
      }
      throw error;
    }
  };
}
