import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { config, discovery, e2e, kubernetes } from './kubernetes';

/** A port of a Service. */
export interface ServicePort {
  readonly namespace: string;
  readonly service: string;
  /** Undefined for a Service's only port, if it has no name. */
  readonly portName?: string;
}

/** A local port that stands for a Service. */
export interface Forward {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Listens on loopback, and takes each new connection to a Ready pod of the Service, chosen anew. Where there is none,
 * or the pod goes away, the connection is closed, so that a client that reconnects finds the next pod, as with a Service.
 */
export async function forwardPort(target: ServicePort): Promise<Forward> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    forward(socket, target).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  e2e.end.addEventListener('abort', () => e2e.background.add(close(server, sockets)));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => close(server, sockets),
  };
}

async function forward(socket: Socket, target: ServicePort): Promise<void> {
  const { pod, port } = await chooseEndpoint(target);
  const refused = new Writable({
    write: (chunk: Buffer, _, done) => {
      if (chunk.length > 0) {
        socket.destroy();
      }
      done();
    },
  });
  const connection = await new kubernetes.PortForward(config).portForward(target.namespace, pod, [port], socket, refused, socket);
  if (!('on' in connection)) {
    throw new Error('a port-forward without retries is one connection');
  }
  connection.on('close', () => socket.destroy());
  connection.on('error', () => socket.destroy());
  socket.on('close', () => connection.close());
  if (socket.destroyed) {
    connection.close();
  }
}

async function chooseEndpoint(target: ServicePort): Promise<{ pod: string; port: number }> {
  const { items: slices } = await discovery.listNamespacedEndpointSlice({
    namespace: target.namespace,
    labelSelector: `kubernetes.io/service-name=${target.service}`,
  });
  const candidates = slices.flatMap((slice) => {
    const port = slice.ports?.find(candidate => (candidate.name ?? '') === (target.portName ?? ''))?.port;
    return slice.endpoints
      .filter(endpoint => endpoint.conditions?.ready !== false && endpoint.targetRef?.kind === 'Pod' && port !== undefined)
      .map(endpoint => ({ pod: endpoint.targetRef!.name!, port: port! }));
  });
  if (candidates.length === 0) {
    throw new Error(`Service ${target.namespace}/${target.service} has no Ready pod`);
  }
  return candidates[Math.floor(Math.random() * candidates.length)];
}

async function close(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve));
  sockets.forEach(socket => socket.destroy());
  await closed;
}
