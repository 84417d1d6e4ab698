import { CancelledError, ExitCode } from '../core/errors';
import { stateNow } from '../core/failure-state';

/** What of the process is listened to; a part of `process`. */
export interface Interruptible {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: ExitCode): void;
  readonly stdin: NodeJS.EventEmitter;
  readonly stdout: NodeJS.EventEmitter;
  readonly stderr: NodeJS.EventEmitter & { write(text: string): unknown };
}

/** Ctrl-C, `kill`, and the end of the terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A signal that aborts when the process is told to end, or nobody reads its output any more. When it is told once more,
 * the process ends at once, and says what state things are left in.
 */
export function interrupted(process: Interruptible): AbortSignal {
  const controller = new AbortController();
  let wasTold = false;
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (wasTold) {
        process.stderr.write(`\nerror: interrupted twice, exiting immediately\n${lastWords(stateNow())}`);
        process.exit(ExitCode.CANCELLED);
      } else {
        wasTold = true;
        controller.abort(new CancelledError('interrupted'));
      }
    });
  }
  // a terminal that is gone, or a pipe that nobody reads
  process.stdin.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', () => { controller.abort(new CancelledError('the output was closed')); });
  return controller.signal;
}

function lastWords(state: string | undefined): string {
  return state === undefined ? '' : `state: ${state}. Requests already sent to Kubernetes or brokers continue. A held Lease expires after 30 s; --wait 2m waits for it\n`;
}
