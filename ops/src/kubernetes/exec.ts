import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { KubernetesConnection } from './connection';
import { brokeOff, hadNoEffect } from './retry';
import type { Kubernetes } from './library';
import { upgradeError, type WebSocketConnection } from './websocket';
import { bounded } from '../core/abort';
import { isRequestError, OperationError, TimeoutError } from '../core/errors';

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
  /**
   * Whether the command only reads, and may be run again where its connection was lost.
   * @default false
   */
  readonly isRead?: boolean;
}

/** A command as messages name it: its first words, without programs of several lines. */
export function wordsOf(command: readonly string[]): string {
  return command.filter(word => !word.includes('\n')).slice(0, 3).join(' ');
}

/** Runs a command in a container; throws where it could not be run, or did not end in time. */
export async function exec(
  connection: KubernetesConnection,
  where: ContainerRef,
  command: readonly string[],
  options: ExecOptions = {},
): Promise<ExecResult> {
  const timeoutMs = options.timeoutMs ?? 60_000;
  const title = `"${wordsOf(command)}" in ${where.pod}/${where.container}`;
  const limit = bounded(connection.signal ? [connection.signal] : [], timeoutMs, () => new TimeoutError(`${title} did not end within ${timeoutMs / 1000} s`));
  try {
    return await connection.within(limit.signal).retry(
      () => execOnce(connection, where, command, { title, stdin: options.stdin, signal: limit.signal }),
      error => hadNoEffect(error) || (options.isRead === true && (brokeOff(error) || isOnTheWay(error))),
    );
  } finally {
    limit.abort();
  }
}

/** Of somebody between us and the kubelet, who would say 500. */
function isOnTheWay(error: unknown): boolean {
  return [502, 503, 504].some(status => isRequestError(error, status));
}

interface Attempt {
  readonly title: string;
  readonly stdin?: string;
  readonly signal: AbortSignal;
}

async function execOnce(
  connection: KubernetesConnection,
  where: ContainerRef,
  command: readonly string[],
  { title, stdin, signal }: Attempt,
): Promise<ExecResult> {
  signal.throwIfAborted();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const output = Promise.all([text(stdout), text(stderr)]);
  output.catch(() => undefined);
  const input = stdin === undefined ? null : Readable.from([Buffer.from(stdin)]);
  let socket: WebSocketConnection | undefined;
  let abort: () => void = () => undefined;
  try {
    const status = await new Promise<Kubernetes.V1Status>((resolve, reject) => {
      abort = () => { reject(signal.reason as Error); };
      signal.addEventListener('abort', abort);
      new connection.library.Exec(connection.config)
        .exec(where.namespace, where.pod, where.container, [...command], stdout, stderr, input, false, resolve)
        .then((opened) => {
          const connected = opened as unknown as WebSocketConnection;
          socket = connected;
          connected.on('error', () => undefined);
          connected.on('close', () => {
            reject(new OperationError(`${title}: the connection was lost before the command ended`, { cause: { code: 'ECONNRESET' } }));
          });
          if (signal.aborted) {
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
    signal.removeEventListener('abort', abort);
    socket?.close();
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
