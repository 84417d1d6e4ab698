import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { KubernetesConnection } from './connection';
import type { Kubernetes } from './library';
import { upgradeError, type WebSocketConnection } from './websocket';
import { bounded } from '../abort';
import { OperationError, TimeoutError } from '../errors';

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
  /** What the command reads. Secrets go this way: a command line is seen by everybody on the node. */
  readonly stdin?: string;
  /** @default 60000 */
  readonly timeoutMs?: number;
}

/** A command as messages name it: its first words, without programs of several lines. */
export function wordsOf(command: readonly string[]): string {
  return command.filter(word => !word.includes('\n')).slice(0, 3).join(' ');
}

/** Runs a command in a container; throws where it could not be run, or did not end in time. */
export async function exec(connection: KubernetesConnection, where: ContainerRef, command: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  const timeoutMs = options.timeoutMs ?? 60_000;
  const title = `"${wordsOf(command)}" in ${where.pod}/${where.container}`;
  const limit = bounded(connection.signal ? [connection.signal] : [], timeoutMs, () => new TimeoutError(`${title} did not end within ${timeoutMs / 1000} s`));
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const output = Promise.all([text(stdout), text(stderr)]);
  output.catch(() => undefined);
  const stdin = options.stdin === undefined ? null : Readable.from([Buffer.from(options.stdin)]);
  try {
    const status = await new Promise<Kubernetes.V1Status>((resolve, reject) => {
      let socket: { close(): void } | undefined;
      const abort = (): void => {
        reject(limit.signal.reason as Error);
        socket?.close();
      };
      limit.signal.addEventListener('abort', abort);
      new connection.library.Exec(connection.config)
        .exec(where.namespace, where.pod, where.container, [...command], stdout, stderr, stdin, false, resolve)
        .then((opened) => {
          const connected = opened as unknown as WebSocketConnection;
          socket = connected;
          connected.on('error', () => undefined);
          connected.on('close', () => { reject(new OperationError(`${title}: the connection was lost before the command ended`)); });
          if (limit.signal.aborted) {
            connected.close();
          }
        })
        .catch((error: unknown) => { reject(upgradeError(error, connection.server, title)); });
    });
    stdout.end();
    stderr.end();
    const [out, err] = await output;
    return { stdout: out, stderr: err, exitCode: exitCodeOf(status, title) };
  } finally {
    limit.abort();
  }
}

function exitCodeOf(status: Kubernetes.V1Status, title: string): number {
  if (status.status === 'Success') {
    return 0;
  }
  const code = status.details?.causes?.find(cause => cause.reason === 'ExitCode')?.message;
  if (code === undefined) {
    throw new OperationError(`${title}: ${status.message ?? 'could not be run'}`);
  }
  return Number(code);
}
