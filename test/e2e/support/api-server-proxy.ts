import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { config, kubernetes, type Kubernetes } from './kubernetes';

/** A way to the API server that can be slow, or be cut. */
export class ApiServerProxy {
  public static async start(): Promise<ApiServerProxy> {
    const { hostname, port } = new URL(config.getCurrentCluster()!.server);
    const proxy = new ApiServerProxy(hostname.replace(/^\[|\]$/g, ''), Number(port || 443));
    await new Promise<void>(resolve => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /**
   * What becomes of connections: they pass, wait for an answer that never comes, or are cut, those that are open too.
   */
  private mode: 'pass' | 'hold' | 'cut' = 'pass';
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  private constructor(host: string, port: number) {
    this.server = createServer((client) => {
      this.keep(client);
      if (this.mode === 'cut') {
        client.destroy();
      } else if (this.mode === 'pass') {
        const upstream = this.keep(connect(port, host));
        client.pipe(upstream).pipe(client);
        client.on('close', () => upstream.destroy());
        upstream.on('close', () => client.destroy());
      }
    });
  }

  /** A kubeconfig of the same user that goes this way. */
  public get config(): Kubernetes.KubeConfig {
    const proxied = new kubernetes.KubeConfig();
    const { name } = config.getCurrentCluster()!;
    const { port } = this.server.address() as AddressInfo;
    proxied.loadFromClusterAndUser({ name, server: `https://127.0.0.1:${port}`, skipTLSVerify: true }, config.getCurrentUser()!);
    return proxied;
  }

  public set(mode: 'pass' | 'hold' | 'cut'): void {
    this.mode = mode;
    if (mode !== 'pass') {
      this.open.forEach(socket => socket.destroy());
    }
  }

  public async stop(): Promise<void> {
    this.set('cut');
    await new Promise(resolve => this.server.close(resolve));
  }

  private keep(socket: Socket): Socket {
    this.open.add(socket);
    return socket.on('error', () => undefined).on('close', () => this.open.delete(socket));
  }
}
