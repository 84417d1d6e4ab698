import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type ChannelModel, type Options } from 'amqplib';

/** Address and credentials of an AMQP connection. */
export interface AmqpTarget {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** @default "/" */
  readonly vhost?: string;
  /** @default - plain AMQP */
  readonly tls?: AmqpTls;
  /**
   * Seconds between heartbeats, and the longest that connecting may take: a broker out of reach is noticed after two or
   * three of them.
   * @default 5
   */
  readonly heartbeatS?: number;
  /**
   * What the broker calls the connection.
   * @default - its address
   */
  readonly name?: string;
}

/** AMQP over TLS. */
export interface AmqpTls {
  /**
   * PEM of the authority that signed the broker's certificate.
   * @default - those that the system trusts
   */
  readonly ca?: string;
  /**
   * Whether the certificate is checked. Only a connection whose other end is vouched for in another way may
   * leave that out.
   * @default true
   */
  readonly rejectUnauthorized?: boolean;
  /** The name that the certificate must be for. @default - the host */
  readonly servername?: string;
  /** PEM of the client's own certificate and key, for brokers that ask for one. */
  readonly cert?: string;
  readonly key?: string;
}

const RECONNECT_MS = 100;

function heartbeatOf({ heartbeatS = 5 }: AmqpTarget): number {
  return heartbeatS;
}

/** One connection; it needs `error` listened to, which this does. */
export async function connectTo(target: AmqpTarget): Promise<ChannelModel> {
  const heartbeat = heartbeatOf(target);
  const connection = await connect({
    protocol: target.tls ? 'amqps' : 'amqp',
    hostname: target.host,
    port: target.port,
    username: target.username,
    password: target.password,
    vhost: encodeURIComponent(target.vhost ?? '/'),
    heartbeat,
  }, {
    timeout: heartbeat * 1000,
    noDelay: true,
    clientProperties: target.name === undefined ? {} : { connection_name: target.name },
    ...target.tls,
  });
  connection.on('error', () => undefined);
  return connection;
}

/** Connects, runs `action` and closes again. */
export async function withConnection<T>(
  target: AmqpTarget,
  action: (connection: ChannelModel) => Promise<T>,
): Promise<T> {
  const connection = await connectTo(target);
  try {
    return await action(connection);
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** Declares a durable quorum queue, or a queue of another type by `options.arguments`. */
export async function declareQueue(
  target: AmqpTarget,
  queue: string,
  options: Options.AssertQueue = {},
): Promise<void> {
  await withConnection(target, async (connection) => {
    const channel = await connection.createChannel();
    channel.on('error', () => undefined);
    const given = options.arguments as Record<string, unknown> | undefined;
    await channel.assertQueue(queue, { durable: true, ...options, arguments: { 'x-queue-type': 'quorum', ...given } });
  });
}

/** A connection of a session, and the promise that it ends. */
export interface Session {
  readonly connection: ChannelModel;
  /** Fulfilled when the connection is lost, or `signal` aborts. */
  readonly ended: Promise<void>;
  /** Gives the connection up, so that the next one is made. */
  end(error?: Error): void;
}

/**
 * Connects again and again until `signal` aborts, and runs `work` on each connection until it or the session has ended.
 * Never rejects; `onError` hears why a connection could not be made or was lost.
 */
export async function reconnecting(
  target: AmqpTarget,
  signal: AbortSignal,
  work: (session: Session) => Promise<void>,
  onError: (error: Error) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await oneSession(target, signal, work, onError);
    } catch (error) {
      onError(error as Error);
    }
    await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function oneSession(
  target: AmqpTarget,
  signal: AbortSignal,
  work: (session: Session) => Promise<void>,
  onError: (error: Error) => void,
): Promise<void> {
  const connection = await connectTo(target);
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = (error) => {
      if (error) {
        onError(error);
      }
      resolve();
    };
  });
  const abort = (): void => { end(); };
  connection.on('error', end);
  connection.on('close', end);
  signal.addEventListener('abort', abort);
  try {
    if (!signal.aborted) {
      await Promise.race([work({ connection, ended, end }), ended]);
    }
  } finally {
    signal.removeEventListener('abort', abort);
    await closeWithin(connection, heartbeatOf(target) * 1000);
  }
}

/** An unreachable broker doesn't answer; the socket is closed anyway. */
async function closeWithin(connection: ChannelModel, timeoutMs: number): Promise<void> {
  const given = new AbortController();
  await Promise.race([
    connection.close().catch(() => undefined),
    sleep(timeoutMs, undefined, { signal: given.signal }).catch(() => undefined),
  ]);
  given.abort();
  socketOf(connection).destroy();
}

function socketOf(connection: ChannelModel): Socket {
  return (connection.connection as unknown as { stream: Socket }).stream;
}
