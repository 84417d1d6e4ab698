import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet, type RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { authenticated } from './authentication';
import type { KubernetesConnection } from './connection';
import type { ContainerRef } from './exec';
import { refused, unreachable } from './http';
import { type LogLine, type LogOptions, parsedLine } from './log-line';
import { pause } from './wait';
import { messageOf, OperationError, RequestError, UnreachableError } from '../core/errors';

const REOPEN_MS = 1_000;
const KEEP_ALIVE_MS = 15_000;

/** Statuses of a pod that isn't there or hasn't started yet; from 500 on, the node or the API server is away. */
const NOT_YET: readonly number[] = [400, 404, 429];

/**
 * Gives each line of a container's log once, over restarts of the container, other pods of the same name and broken
 * connections, until the connection's signal aborts. Waits for what hasn't started yet.
 */
export async function followLog(
  connection: KubernetesConnection,
  where: ContainerRef,
  { missing, ...from }: LogOptions,
  take: (line: LogLine) => void,
): Promise<void> {
  const { signal } = connection;
  let last: string | undefined;
  let told: string | undefined;
  for (;;) {
    try {
      for await (const line of openLog(connection, where, last === undefined ? from : { sinceTime: last })) {
        // the API server begins with the line of that time; those without one are the node's, and come each time
        if (line.at !== '' && (last === undefined || line.at > last)) {
          last = line.at;
          told = undefined;
          take(line);
        }
      }
    } catch (error) {
      if (!comesBack(error)) {
        throw error;
      }
      signal?.throwIfAborted();
      // a connection fails in other words each time
      const why = error instanceof UnreachableError ? error.name : messageOf(error);
      if (told !== why) {
        told = why;
        missing(`the log of ${where.pod} can't be read yet: ${messageOf(error)}`);
      }
    }
    await pause(REOPEN_MS, signal);
  }
}

function comesBack(error: unknown): boolean {
  return error instanceof UnreachableError
    || (error instanceof RequestError && (NOT_YET.includes(error.status) || error.status >= 500));
}

interface Since extends Omit<LogOptions, 'missing'> {
  readonly sinceTime?: string;
}

async function* openLog(
  connection: KubernetesConnection,
  { namespace, pod, container }: ContainerRef,
  since: Since,
): AsyncGenerator<LogLine> {
  const { server } = connection;
  const url = new URL(`${server}/api/v1/namespaces/${namespace}/pods/${pod}/log`);
  Object.entries({ container, follow: true, timestamps: true, ...since }).forEach(([name, value]) => {
    if (value !== undefined) {
      url.searchParams.set(name, String(value));
    }
  });
  try {
    const response = await opened(connection, url);
    if (response.statusCode !== 200) {
      throw refused(response.statusCode ?? 0, response.headers['retry-after'], await text(response));
    }
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.map(line => parsedLine(pod, line));
    }
  } catch (error) {
    throw error instanceof OperationError ? error : unreachable(server, error);
  }
}

/** The library's own way to a log doesn't tell when it ends or breaks off. */
async function opened({ config, signal }: KubernetesConnection, url: URL): Promise<IncomingMessage> {
  const options: RequestOptions = {};
  await authenticated(config, config.applyToHTTPSOptions(options), signal);
  return new Promise((resolve, reject) => {
    (url.protocol === 'https:' ? httpsGet : httpGet)(url, { ...options, signal }, resolve)
      .on('socket', (socket) => { socket.setKeepAlive(true, KEEP_ALIVE_MS); })
      .on('error', reject);
  });
}
