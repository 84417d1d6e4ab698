import type { KubernetesConnection } from './connection';
import { type LogLine, type LogOptions, parsedLine } from './log-line';
import { followLog } from './log-stream';
import { bounded } from '../core/abort';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { isRequestError, RequestError } from '../core/errors';

/** Options for `mergedLogs()`. */
export interface ReadLogOptions extends LogOptions {
  /** Those of the container before the one that runs, instead of its own. */
  readonly previous?: boolean;
}

/** What is in the logs of several pods, merged by time. */
export async function mergedLogs(
  connection: KubernetesConnection,
  namespace: string,
  pods: readonly string[],
  options: ReadLogOptions,
): Promise<LogLine[]> {
  const all = await Promise.all(pods.map(async pod => readLog(connection, namespace, pod, options)));
  return all.flat().sort((a, b) => a.at.localeCompare(b.at));
}

/** What comes in the logs of several pods, as it comes, until the connection's signal aborts. */
export async function* followedLogs(
  connection: KubernetesConnection,
  namespace: string,
  pods: readonly string[],
  options: LogOptions,
): AsyncGenerator<LogLine> {
  const { signal } = connection;
  const controller = bounded(signal ? [signal] : []);
  const lines: LogLine[] = [];
  let wake: () => void = () => undefined;
  controller.signal.addEventListener('abort', () => { wake(); });
  const within = connection.within(controller.signal);
  pods.forEach((pod) => {
    followLog(within, { namespace, pod, container: BROKER_CONTAINER }, options, (line) => {
      lines.push(line);
      wake();
    }).catch((error: unknown) => { controller.abort(error); });
  });
  try {
    while (!controller.signal.aborted) {
      if (lines.length === 0) {
        await new Promise<void>((resolve) => { wake = resolve; });
      }
      yield* lines.splice(0);
    }
    if (!signal?.aborted) {
      throw controller.signal.reason;
    }
  } finally {
    controller.abort();
  }
}

async function readLog(
  { core }: KubernetesConnection,
  namespace: string,
  pod: string,
  { missing, ...options }: ReadLogOptions,
): Promise<LogLine[]> {
  try {
    const text = await core.readNamespacedPodLog({
      ...options,
      namespace,
      name: pod,
      container: BROKER_CONTAINER,
      timestamps: true,
    });
    return text.split('\n').filter(line => line !== '').map(line => parsedLine(pod, line));
  } catch (error) {
    // a container that hasn't started has no log, nor has the one before the first
    if (isRequestError(error, 400) || isRequestError(error, 404)) {
      return [];
    }
    if (error instanceof RequestError && error.status >= 500) {
      missing(`the log of ${pod} can't be read: ${error.message}`);
      return [];
    }
    throw error;
  }
}
