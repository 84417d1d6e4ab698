import type { Options } from 'yargs';
import { durationMs } from './global-options';

/** The option of commands that hold the cluster's Lease. */
export const WAIT_OPTION = {
  wait: { type: 'string', describe: 'Time to wait for another operation, such as 5m' },
} as const satisfies Record<string, Options>;

/** What `--wait` says, in milliseconds; 0 where it isn't given. */
export function waitMsOf(wait: string | undefined): number {
  return wait === undefined ? 0 : durationMs('wait', wait);
}
