import { randomUUID } from 'node:crypto';
import { connect, type ChannelModel } from 'amqplib';
import { amqpPort, defaultVirtualHost, loginOf } from './amqp-access';
import { readyPodOf } from './brokers';
import { OWN_QUEUES } from './own-queues';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { BrokerError, messageOf } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { forwardPort } from '../kubernetes/port-forward';
import { pause } from '../kubernetes/wait';

/** A message that went in and came out again. */
export interface RoundTrip {
  /** User that sent it. */
  readonly user: string;
  /** The host that clients connect to. */
  readonly host: string;
  /** From publishing to its receipt, in milliseconds. */
  readonly milliseconds: number;
}

/** The queue that the user for health checks may use: see docs/security.md. */
const QUEUE = `${OWN_QUEUES}health`;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Sends a message with a confirm through a quorum queue over AMQP, and takes it out again; the queue goes
 * after five minutes.
 */
export async function roundTrip(
  connection: KubernetesConnection,
  cluster: ClusterRef,
  signal: AbortSignal,
): Promise<RoundTrip> {
  const { username, password, host } = await loginOf(connection, cluster, ['health', 'credentials']);
  const { port, isTls } = await amqpPort(connection, cluster);
  const vhost = await defaultVirtualHost(connection, cluster);
  const forward = await forwardPort(connection, () => readyPodOf(connection, cluster, port));
  try {
    const channelModel = await connect(
      { protocol: isTls ? 'amqps' : 'amqp', hostname: '127.0.0.1', port: forward.port, username, password, vhost, heartbeat: 5 },
      // the API server vouches for the pod at the other end; the certificate is for clients that come another way
      { timeout: CONNECT_TIMEOUT_MS, ...isTls && { rejectUnauthorized: false } },
    );
    channelModel.on('error', () => undefined);
    try {
      return { user: username, host, milliseconds: await throughQueue(channelModel, signal) };
    } finally {
      await channelModel.close().catch(() => undefined);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new BrokerError(`a message didn't make its way through ${titleOf(cluster)}: ${messageOf(error)}`, { cause: error });
  } finally {
    await forward.close();
  }
}

async function throughQueue(channelModel: ChannelModel, signal: AbortSignal): Promise<number> {
  const channel = await channelModel.createConfirmChannel();
  let broken: Error | undefined;
  channel.on('error', (error: Error) => { broken = error; });
  await channel.assertQueue(QUEUE, { durable: true, expires: 5 * 60_000, arguments: { 'x-queue-type': 'quorum' } });
  const id = randomUUID();
  const start = performance.now();
  channel.sendToQueue(QUEUE, Buffer.from(id), { messageId: id, persistent: true });
  await channel.waitForConfirms();
  for (;;) {
    const message = await channel.get(QUEUE);
    if (message) {
      channel.ack(message);
      if (message.properties.messageId === id) {
        const milliseconds = Math.round(performance.now() - start);
        // a connection that is closed at once takes the acknowledgement with it
        await channel.close();
        return milliseconds;
      }
    } else {
      await pause(50, signal);
    }
    if (broken) {
      throw broken;
    }
  }
}
