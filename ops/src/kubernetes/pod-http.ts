import { Agent, request } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { KubernetesConnection } from './connection';
import { forwardPort, type PodPort } from './port-forward';
import { messageOf, OperationError } from '../core/errors';

/** How long a pod may take to answer, in milliseconds. */
const ANSWER_TIMEOUT_MS = 10_000;

/** An HTTP server in a pod. */
export interface PodServer extends PodPort {
  readonly isTls: boolean;
  readonly username?: string;
  readonly password?: string;
}

/** What a pod answered. */
export interface PodAnswer {
  readonly status: number;
  readonly body: string;
}

/** Asks an HTTP server in a pod, through one connection of a port-forward. */
export async function withPodServer<T>(
  connection: KubernetesConnection, server: PodServer, work: (get: (path: string) => Promise<PodAnswer>) => Promise<T>,
): Promise<T> {
  let refusal: Error | undefined;
  const forward = await forwardPort(connection, () => Promise.resolve(server), {
    onError: (error) => {
      refusal = error;
    },
  });
  const agent = server.isTls
    ? new TlsAgent({ keepAlive: true, maxSockets: 1 })
    : new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    return await work(async (path) => {
      try {
        return await answerOf(agent, forward.port, server, path, connection.signal);
      } catch (error) {
        connection.signal?.throwIfAborted();
        throw refusal ?? new OperationError(`port ${server.port} of ${server.pod} does not answer: ${messageOf(error)}`, { cause: error });
      }
    });
  } finally {
    agent.destroy();
    await forward.close();
  }
}

async function answerOf(
  agent: Agent,
  port: number,
  { isTls, username, password }: PodServer,
  path: string,
  signal: AbortSignal | undefined,
): Promise<PodAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1', port, path, agent, signal, timeout: ANSWER_TIMEOUT_MS,
      ...username !== undefined && { auth: `${username}:${password}` },
    };
    const answered = (response: NodeJS.ReadableStream & { statusCode?: number }): void => {
      text(response).then((body) => { resolve({ status: response.statusCode ?? 0, body }); }, reject);
    };
    // the API server vouches for the pod at the other end; the certificate is for clients that come another way
    const sent = isTls ? tlsRequest({ ...options, rejectUnauthorized: false }, answered) : request(options, answered);
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`)));
    sent.on('error', reject);
    sent.end();
  });
}
