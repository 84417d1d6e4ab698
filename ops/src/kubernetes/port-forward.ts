import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import type { KubernetesConnection } from './connection';
import { upgradeError, type WebSocketConnection } from './websocket';

/** A port of a pod. */
export interface PodPort {
  readonly namespace: string;
  readonly pod: string;
  readonly port: number;
}

/** Where to listen, and for how long. */
export interface ForwardOptions {
  /**
   * The local port.
   * @default - one that is free
   */
  readonly localPort?: number;
  /** Hears why a connection was not had. */
  readonly onError?: (error: Error) => void;
}

/** A local port that forwards to a port of a pod. */
export interface PortForward {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on loopback, and takes each new connection to the pod that `target` names then, so that a client that
 * reconnects finds the next one.
 */
export async function forwardPort(
  connection: KubernetesConnection,
  target: () => Promise<PodPort>,
  options: ForwardOptions = {},
): Promise<PortForward> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    forward(connection, socket, target).catch((error: unknown) => {
      options.onError?.(error as Error);
      socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(options.localPort ?? 0, '127.0.0.1', resolve);
  });
  const close = async (): Promise<void> => {
    connection.signal?.removeEventListener('abort', abort);
    const closed = new Promise((resolve) => { server.close(resolve); });
    sockets.forEach(socket => socket.destroy());
    await closed;
  };
  const abort = (): void => { void close(); };
  connection.signal?.addEventListener('abort', abort);
  return { port: (server.address() as AddressInfo).port, close };
}

async function forward(
  connection: KubernetesConnection,
  socket: Socket,
  target: () => Promise<PodPort>,
): Promise<void> {
  const { namespace, pod, port } = await target();
  const refused = new Writable({
    write: (chunk: Buffer, _, done) => {
      if (chunk.length > 0) {
        socket.destroy();
      }
      done();
    },
  });
  const connected: unknown = await new connection.library.PortForward(connection.config)
    .portForward(namespace, pod, [port], socket, refused, socket)
    .catch((error: unknown) => { throw upgradeError(error, connection.server, `port ${port} of ${pod}`); });
  const opened = connected as WebSocketConnection;
  opened.on('close', () => socket.destroy());
  opened.on('error', () => socket.destroy());
  socket.on('close', () => { opened.close(); });
  if (socket.destroyed) {
    opened.close();
  }
}
