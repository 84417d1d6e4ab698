import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { config, kubernetes, messageOf, type Kubernetes } from './kubernetes';

/** A container of a running pod. */
export interface ContainerRef {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** What a command in a container left. */
export interface ExecResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Options for `exec()`. */
export interface ExecOptions {
  readonly stdin?: string;
  /** @default 60000 */
  readonly timeoutMs?: number;
}

/** Runs a command in a container; throws where it could not be run, or did not end in time. */
export async function exec(where: ContainerRef, command: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  const timeoutMs = options.timeoutMs ?? 60_000;
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const output = Promise.all([text(stdout), text(stderr)]);
  const stdin = options.stdin === undefined ? null : Readable.from([Buffer.from(options.stdin)]);
  const failed = (reason: string): Error => new Error(`"${command.join(' ')}" in ${where.pod}/${where.container}: ${reason}`);

  const status = await new Promise<Kubernetes.V1Status>((resolve, reject) => {
    let socket: { close(): void } | undefined;
    const timer = setTimeout(() => {
      reject(failed(`did not end within ${timeoutMs / 1000} s`));
      socket?.close();
    }, timeoutMs);
    const end = (status: Kubernetes.V1Status): void => {
      clearTimeout(timer);
      resolve(status);
    };
    new kubernetes.Exec(config)
      .exec(where.namespace, where.pod, where.container, [...command], stdout, stderr, stdin, false, end)
      .then((opened) => {
        socket = opened;
        opened.on('close', () => {
          clearTimeout(timer);
          reject(failed('the connection was lost before the command ended'));
        });
      })
      .catch((error: unknown) => {
        clearTimeout(timer);
        reject(failed(messageOf(error)));
      });
  });
  const [out, err] = await output;
  return { stdout: out, stderr: err, exitCode: exitCodeOf(status, failed) };
}

function exitCodeOf(status: Kubernetes.V1Status, failed: (reason: string) => Error): number {
  if (status.status === 'Success') {
    return 0;
  }
  const code = status.details?.causes?.find(cause => cause.reason === 'ExitCode')?.message;
  if (code === undefined) {
    throw failed(status.message ?? 'could not be run');
  }
  return Number(code);
}
