import { PassThrough } from 'node:stream';
import { createInterface } from 'node:readline';
import type { KubernetesConnection } from './connection';
import { BROKER_CONTAINER } from '../cluster-ref';
import { isRequestError } from '../errors';

/** A line of a pod's log. */
export interface LogLine {
  readonly pod: string;
  /** When it was written, as the node says. */
  readonly at: string;
  readonly line: string;
}

/** Which lines. */
export interface LogOptions {
  readonly follow?: boolean;
  readonly sinceSeconds?: number;
  readonly tailLines?: number;
}

/** The logs of several pods: what there is merged by time; what comes, as it comes. */
export async function* mergedLogs(connection: KubernetesConnection, namespace: string, pods: readonly string[], options: LogOptions): AsyncGenerator<LogLine> {
  if (!options.follow) {
    const all = await Promise.all(pods.map(async pod => readLog(connection, namespace, pod, options)));
    yield* all.flat().sort((a, b) => a.at.localeCompare(b.at));
    return;
  }
  const lines: LogLine[] = [];
  let wake: () => void = () => undefined;
  const streams = await Promise.all(pods.map(async pod => followLog(connection, namespace, pod, options, (line) => {
    lines.push(line);
    wake();
  })));
  const stop = (): void => { wake(); };
  connection.signal?.addEventListener('abort', stop);
  try {
    while (connection.signal?.aborted !== true) {
      if (lines.length === 0) {
        await new Promise<void>((resolve) => { wake = resolve; });
      }
      yield* lines.splice(0);
    }
  } finally {
    connection.signal?.removeEventListener('abort', stop);
    streams.forEach((stream) => { stream.abort(); });
  }
}

async function readLog({ core }: KubernetesConnection, namespace: string, pod: string, { sinceSeconds, tailLines }: LogOptions): Promise<LogLine[]> {
  try {
    const text = await core.readNamespacedPodLog({ namespace, name: pod, container: BROKER_CONTAINER, timestamps: true, sinceSeconds, tailLines });
    return text.split('\n').filter(line => line !== '').map(line => parsed(pod, line));
  } catch (error) {
    // a container that hasn't started has no log
    if (isRequestError(error, 400) || isRequestError(error, 404)) {
      return [];
    }
    throw error;
  }
}

async function followLog(
  { library, config }: KubernetesConnection,
  namespace: string,
  pod: string,
  { sinceSeconds, tailLines }: LogOptions,
  take: (line: LogLine) => void,
): Promise<AbortController> {
  const stream = new PassThrough();
  stream.on('error', () => undefined);
  createInterface({ input: stream }).on('line', (line) => { take(parsed(pod, line)); }).on('error', () => undefined);
  return new library.Log(config).log(namespace, pod, BROKER_CONTAINER, stream, { follow: true, timestamps: true, sinceSeconds, tailLines });
}

function parsed(pod: string, text: string): LogLine {
  const space = text.indexOf(' ');
  return { pod, at: text.slice(0, space), line: text.slice(space + 1) };
}
